#include "app/platform/linux/tray_hosts.h"

#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kService = u"org.kde.StatusNotifierWatcher"_s;
static const QString kPath = u"/StatusNotifierWatcher"_s;

TrayHosts::TrayHosts(const QDBusConnection &bus)
    : m_bus(bus)
    , m_watcher(kService, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    if (!m_bus.isConnected()) {
        return;
    }
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) { meet(owner); });
    m_bus.connect(kService, kPath, kService, u"StatusNotifierHostRegistered"_s, this, SLOT(ask()));
    m_bus.connect(kService, kPath, kService, u"StatusNotifierHostUnregistered"_s, this, SLOT(ask()));
    ask();
}

// Where there is no watcher the answer is an error.
void TrayHosts::ask()
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(kService, kPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call.setArguments({ kService, u"IsStatusNotifierHostRegistered"_s });
    call.setAutoStartService(false);
    auto *waiting = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answered;
        set(!reply.isError() && reply.value().variant().toBool());
    });
}

void TrayHosts::enrol(const QString &owner)
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(kService, kPath, kService, u"RegisterStatusNotifierItem"_s);
    call.setArguments({ owner });
    m_bus.send(call);
}

void TrayHosts::meet(const QString &owner)
{
    Q_EMIT forgotten();
    if (owner.isEmpty()) {
        set(false);
    } else {
        ask();
    }
}

void TrayHosts::set(bool there)
{
    if (there != m_there) {
        m_there = there;
        Q_EMIT changed(there);
    }
}

} // namespace larder::app
