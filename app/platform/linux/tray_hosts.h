// Whether somebody shows the icons of a tray: icons are registered with a watcher and shown by hosts, which
// may come and go apart.
//
// Without a bus or a watcher nothing is ever told. Lives on the UI thread; owned by the tray of Linux.
#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusServiceWatcher>

namespace larder::app {

class TrayHosts final : public QObject {
    Q_OBJECT

public:
    explicit TrayHosts(const QDBusConnection &bus);

    bool areThere() const { return m_there; }
    // Tells the watcher of an icon, by the name on the bus of who has it.
    void enrol(const QString &owner);

Q_SIGNALS:
    void changed(bool there);
    void forgotten(); // the watcher is another one, which knows of nobody

private Q_SLOTS:
    void ask(); // by name, because that is how a signal of the bus finds its receiver

private:
    void meet(const QString &owner);
    void set(bool there);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    bool m_there = false;
};

} // namespace larder::app
