#include "app/platform/linux/tray_menu.h"

#include <QtDBus/QDBusMetaType>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kRoot = 0; // the menu itself

QDBusArgument &operator<<(QDBusArgument &to, const MenuLayout &layout)
{
    to.beginStructure();
    to << layout.id << layout.properties;
    to.beginArray(QMetaType::fromType<QDBusVariant>());
    for (const MenuLayout &child : layout.children) {
        to << QDBusVariant(QVariant::fromValue(child));
    }
    to.endArray();
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, MenuLayout &layout)
{
    from.beginStructure();
    from >> layout.id >> layout.properties;
    from.beginArray();
    while (!from.atEnd()) {
        QDBusVariant child;
        from >> child;
        layout.children.append(qdbus_cast<MenuLayout>(child.variant().value<QDBusArgument>()));
    }
    from.endArray();
    from.endStructure();
    return from;
}

QDBusArgument &operator<<(QDBusArgument &to, const MenuProperties &item)
{
    to.beginStructure();
    to << item.id << item.properties;
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, MenuProperties &item)
{
    from.beginStructure();
    from >> item.id >> item.properties;
    from.endStructure();
    return from;
}

QDBusArgument &operator<<(QDBusArgument &to, const MenuEvent &event)
{
    to.beginStructure();
    to << event.id << event.what << event.with << event.at;
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, MenuEvent &event)
{
    from.beginStructure();
    from >> event.id >> event.what >> event.with >> event.at;
    from.endStructure();
    return from;
}

TrayMenu::TrayMenu(QObject *parent, Tray &tray)
    : QDBusAbstractAdaptor(parent)
    , m_tray(tray)
{
    qDBusRegisterMetaType<MenuLayout>();
    qDBusRegisterMetaType<MenuProperties>();
    qDBusRegisterMetaType<QList<MenuProperties>>();
    qDBusRegisterMetaType<MenuEvent>();
    qDBusRegisterMetaType<QList<MenuEvent>>();
    qDBusRegisterMetaType<QList<int>>();
}

void TrayMenu::setEntries(const std::vector<TrayEntry> &entries)
{
    if (entries != m_entries) {
        m_entries = entries;
        Q_EMIT LayoutUpdated(++m_revision, kRoot);
    }
}

QString TrayMenu::textDirection() const
{
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s;
}

const TrayEntry *TrayMenu::entry(int id) const
{
    const auto at = std::ranges::find(m_entries, id, &TrayEntry::id);
    return at == m_entries.end() ? nullptr : &*at;
}

QVariantMap TrayMenu::propertiesOf(int id) const
{
    if (id == kRoot) {
        return { { u"children-display"_s, u"submenu"_s } };
    }
    const TrayEntry *known = entry(id);
    if (!known) {
        return {};
    }
    if (known->text.isEmpty()) {
        return { { u"type"_s, u"separator"_s } };
    }
    QString label = known->text;
    label.replace(u'_', u"__"_s); // one alone would underline what follows
    return { { u"label"_s, label } };
}

uint TrayMenu::GetLayout(int parentId, int depth, const QStringList &, MenuLayout &layout)
{
    layout = { parentId, propertiesOf(parentId), {} };
    if (parentId == kRoot && depth != 0) {
        for (const TrayEntry &each : m_entries) {
            layout.children.append({ each.id, propertiesOf(each.id), {} });
        }
    }
    return m_revision;
}

QList<MenuProperties> TrayMenu::GetGroupProperties(const QList<int> &ids, const QStringList &)
{
    QList<MenuProperties> list;
    if (ids.isEmpty() || ids.contains(kRoot)) {
        list.append({ kRoot, propertiesOf(kRoot) });
    }
    for (const TrayEntry &each : m_entries) {
        if (ids.isEmpty() || ids.contains(each.id)) {
            list.append({ each.id, propertiesOf(each.id) });
        }
    }
    return list;
}

QDBusVariant TrayMenu::GetProperty(int id, const QString &name)
{
    return QDBusVariant(propertiesOf(id).value(name, QString()));
}

void TrayMenu::Event(int id, const QString &what, const QDBusVariant &, uint)
{
    const TrayEntry *known = what == "clicked"_L1 ? entry(id) : nullptr;
    if (known && !known->text.isEmpty()) {
        Q_EMIT m_tray.chosen(id);
    }
}

// What is returned are the ids that there are not.
QList<int> TrayMenu::EventGroup(const QList<MenuEvent> &events)
{
    QList<int> unknown;
    for (const MenuEvent &event : events) {
        if (event.id != kRoot && !entry(event.id)) {
            unknown.append(event.id);
        }
        Event(event.id, event.what, event.with, event.at);
    }
    return unknown;
}

bool TrayMenu::AboutToShow(int)
{
    return false; // it is as it was told
}

QList<int> TrayMenu::AboutToShowGroup(const QList<int> &ids, QList<int> &unknown)
{
    std::ranges::copy_if(
        ids, std::back_inserter(unknown), [this](int id) { return id != kRoot && !entry(id); });
    return {};
}

} // namespace larder::app
