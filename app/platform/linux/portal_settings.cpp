#include "app/platform/linux/portal_settings.h"

#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kService = u"org.freedesktop.portal.Desktop"_s;
static const QString kPath = u"/org/freedesktop/portal/desktop"_s;
static const QString kInterface = u"org.freedesktop.portal.Settings"_s;

PortalSettings::PortalSettings(const QDBusConnection &bus, const QStringList &namespaces, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_namespaces(namespaces)
    , m_watcher(kService, bus, QDBusServiceWatcher::WatchForRegistration)
{
    qDBusRegisterMetaType<PortalValues>();
    if (!m_bus.isConnected()) {
        return;
    }
    m_bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &PortalSettings::readAll);
    readAll();
}

void PortalSettings::readAll()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"ReadAll"_s);
    call.setArguments({ m_namespaces });
    auto *waiting = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<PortalValues> reply = *answered;
        if (!reply.isError()) {
            m_values = reply.value();
            Q_EMIT changed(m_values);
        }
    });
}

void PortalSettings::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (m_namespaces.contains(space)) {
        m_values[space].insert(key, value.variant());
        Q_EMIT changed(m_values);
    }
}

} // namespace larder::app
