#include "tests/support/tray_host.h"

#include <QtCore/QSize>
#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCall>
#include <QtDBus/QDBusVariant>
#include <QtTest/QTest>

namespace larder::test {

using namespace Qt::StringLiterals;

static constexpr int kPatienceMs = 30'000;
static const QString kName = u"org.kde.StatusNotifierWatcher"_s;
static const QString kPath = u"/StatusNotifierWatcher"_s;
static const QString kIconPath = u"/StatusNotifierItem"_s;
static const QString kIcon = u"org.kde.StatusNotifierItem"_s;
static const QString kMenu = u"com.canonical.dbusmenu"_s;

TrayHost::TrayHost(const QDBusConnection &bus)
    : m_bus(bus)
    , m_watcher(u"*"_s, bus, QDBusServiceWatcher::WatchForUnregistration)
{
    m_watcher.setWatchedServices({});
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this,
        [this](const QString &owner) { m_icons.removeAll(owner); });
}

void TrayHost::begin()
{
    QVERIFY(m_bus.registerObject(kPath, this, QDBusConnection::ExportAllContents));
    QVERIFY(m_bus.registerService(kName));
}

void TrayHost::end()
{
    m_bus.unregisterService(kName);
    m_bus.unregisterObject(kPath);
    m_icons.clear();
}

void TrayHost::setLookedAt(bool lookedAt)
{
    m_lookedAt = lookedAt;
    if (lookedAt) {
        Q_EMIT StatusNotifierHostRegistered();
    } else {
        Q_EMIT StatusNotifierHostUnregistered();
    }
}

void TrayHost::RegisterStatusNotifierItem(const QString &owner)
{
    wrong += owner.startsWith(u':') && !m_icons.contains(owner) ? 0 : 1;
    m_icons.append(owner);
    m_watcher.addWatchedService(owner);
    Q_EMIT StatusNotifierItemRegistered(owner);
}

QDBusMessage TrayHost::ask(
    const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(m_icons.value(0), path, interface, method);
    call.setArguments(arguments);
    const QDBusPendingCall pending = m_bus.asyncCall(call);
    return QTest::qWaitFor([&] { return pending.isFinished(); }, kPatienceMs) ? pending.reply()
                                                                              : QDBusMessage();
}

QVariant TrayHost::property(const QString &name)
{
    const QDBusMessage answer
        = ask(kIconPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, { kIcon, name });
    return answer.arguments().value(0).value<QDBusVariant>().variant();
}

QString TrayHost::hint()
{
    const QDBusArgument from = property(u"ToolTip"_s).value<QDBusArgument>();
    QString icon;
    QString title;
    QString text;
    from.beginStructure();
    from >> icon;
    from.beginArray();
    from.endArray();
    from >> title >> text;
    from.endStructure();
    return text;
}

QSize TrayHost::pixels()
{
    const QDBusArgument from = property(u"IconPixmap"_s).value<QDBusArgument>();
    int width = 0;
    int height = 0;
    QByteArray argb;
    from.beginArray();
    from.beginStructure();
    from >> width >> height >> argb;
    from.endStructure();
    from.endArray();
    return argb.size() == 4 * width * height ? QSize(width, height) : QSize();
}

QDBusMessage TrayHost::askMenu(const QString &method, const QVariantList &arguments)
{
    return ask(property(u"Menu"_s).value<QDBusObjectPath>().path(), kMenu, method, arguments);
}

std::vector<TrayHost::Entry> TrayHost::entries()
{
    const QDBusMessage answer = askMenu(u"GetLayout"_s, { 0, -1, QStringList() });
    if (answer.signature() != "u(ia{sv}av)"_L1) {
        return {};
    }
    std::vector<Entry> entries;
    const QDBusArgument from = answer.arguments().at(1).value<QDBusArgument>();
    int root = -1;
    QVariantMap properties;
    from.beginStructure();
    from >> root >> properties;
    from.beginArray();
    while (!from.atEnd()) {
        QDBusVariant variant;
        from >> variant;
        const QDBusArgument child = variant.variant().value<QDBusArgument>();
        Entry entry;
        QVariantMap words;
        child.beginStructure();
        child >> entry.id >> words;
        child.endStructure();
        entry.label
            = words.value(u"type"_s) == u"separator"_s ? QString() : words.value(u"label"_s).toString();
        entries.push_back(entry);
    }
    from.endArray();
    from.endStructure();
    return entries;
}

QStringList TrayHost::menu()
{
    QStringList labels;
    for (const Entry &entry : entries()) {
        labels.append(entry.label.isEmpty() ? u"-"_s : entry.label);
    }
    return labels;
}

void TrayHost::click()
{
    ask(kIconPath, kIcon, u"Activate"_s, { 0, 0 });
}

bool TrayHost::choose(const QString &label)
{
    for (const Entry &entry : entries()) {
        if (entry.label == label) {
            askMenu(u"Event"_s, { entry.id, u"clicked"_s, QVariant::fromValue(QDBusVariant(QString())), 0U });
            return true;
        }
    }
    return false;
}

} // namespace larder::test
