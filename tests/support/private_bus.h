// A session bus of the test's own, which nothing else on the machine can see: made before the application, so
// that QDBusConnection::sessionBus() is it, and ended with the test.
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusConnection>

namespace larder::test {

class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    // A connection of its own, for somebody who plays a service.
    QDBusConnection connect(const QString &name) const;
    // What the bus had to answer sessionBus() until now has been answered, and taken.
    static void settle();

private:
    QTemporaryDir m_dir;
    QProcess m_daemon;
    QString m_address;
};

} // namespace larder::test
