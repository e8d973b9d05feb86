// A tray that the test plays, on its own session bus: the watcher with which icons are registered, and a host
// that reads them, clicks them and chooses in their menu.
//
// The icon may be this process's own, so nothing is asked in a way that waits without turning the event loop.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusServiceWatcher>

namespace larder::test {

class TrayHost : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isLookedAt)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ icons)
    Q_PROPERTY(int ProtocolVersion READ protocol)

public:
    explicit TrayHost(const QDBusConnection &bus);
    ~TrayHost() override { end(); }

    void begin();
    void end();
    // Whether somebody shows what is registered here.
    void setLookedAt(bool lookedAt);

    bool isLookedAt() const { return m_lookedAt; }
    QStringList icons() const { return m_icons; } // by their owners
    int protocol() const { return 0; }

    // Of the icon there is; each waits for the answer, and is empty when none comes.
    QVariant property(const QString &name);
    QString hint();
    QSize pixels(); // of the first picture, when it has as many bytes as it says
    QStringList menu(); // labels, "-" for a line
    void click();
    // False when the menu has no such entry.
    bool choose(const QString &label);
    // An answer of the object of the menu; an error is returned as one.
    QDBusMessage askMenu(const QString &method, const QVariantList &arguments);

    int wrong = 0; // what was registered and is no name on the bus

public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString &owner);

Q_SIGNALS:
    void StatusNotifierItemRegistered(const QString &owner);
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    struct Entry {
        int id = 0;
        QString label; // empty: a line
    };

    QDBusMessage ask(
        const QString &path, const QString &interface, const QString &method, const QVariantList &arguments);
    std::vector<Entry> entries();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QStringList m_icons;
    bool m_lookedAt = true;
};

} // namespace larder::test
