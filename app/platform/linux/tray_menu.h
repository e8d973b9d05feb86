// The menu of the tray as an object of the session bus: com.canonical.dbusmenu, version 3.
//
// Only what the bus calls is here; what was clicked is handed on as the tray's signal. Lives on the UI
// thread; made by the tray of Linux.
#pragma once

#include "app/platform/tray.h"

#include <QtCore/QVariantMap>
#include <QtDBus/QDBusAbstractAdaptor>
#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusVariant>

namespace larder::app {

struct MenuLayout {
    int id = 0;
    QVariantMap properties;
    QList<MenuLayout> children;
};
struct MenuProperties {
    int id = 0;
    QVariantMap properties;
};
struct MenuEvent {
    int id = 0;
    QString what;
    QDBusVariant with;
    uint at = 0;
};

QDBusArgument &operator<<(QDBusArgument &to, const MenuLayout &layout);
const QDBusArgument &operator>>(const QDBusArgument &from, MenuLayout &layout);
QDBusArgument &operator<<(QDBusArgument &to, const MenuProperties &item);
const QDBusArgument &operator>>(const QDBusArgument &from, MenuProperties &item);
QDBusArgument &operator<<(QDBusArgument &to, const MenuEvent &event);
const QDBusArgument &operator>>(const QDBusArgument &from, MenuEvent &event);

class TrayMenu final : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "com.canonical.dbusmenu")
    Q_PROPERTY(uint Version READ version)
    Q_PROPERTY(QString Status READ status)
    Q_PROPERTY(QString TextDirection READ textDirection)
    Q_PROPERTY(QStringList IconThemePath READ iconThemePath)

public:
    TrayMenu(QObject *parent, Tray &tray);

    void setEntries(const std::vector<TrayEntry> &entries);

    uint version() const { return 3; }
    QString status() const { return QStringLiteral("normal"); }
    QString textDirection() const;
    QStringList iconThemePath() const { return {}; }

public Q_SLOTS: // whose types are looked up by the names that stand here, so no alias
    uint GetLayout(int parentId, int depth, const QStringList &names, larder::app::MenuLayout &layout);
    QList<larder::app::MenuProperties> GetGroupProperties(const QList<int> &ids, const QStringList &names);
    QDBusVariant GetProperty(int id, const QString &name);
    void Event(int id, const QString &what, const QDBusVariant &with, uint at);
    QList<int> EventGroup(const QList<larder::app::MenuEvent> &events);
    bool AboutToShow(int id);
    QList<int> AboutToShowGroup(const QList<int> &ids, QList<int> &unknown);

Q_SIGNALS:
    void LayoutUpdated(uint revision, int parent);

private:
    const TrayEntry *entry(int id) const;
    QVariantMap propertiesOf(int id) const;

    Tray &m_tray;
    std::vector<TrayEntry> m_entries;
    uint m_revision = 1;
};

} // namespace larder::app

Q_DECLARE_METATYPE(larder::app::MenuLayout)
Q_DECLARE_METATYPE(larder::app::MenuProperties)
Q_DECLARE_METATYPE(larder::app::MenuEvent)
