#include "app/platform/linux/portal_request.h"

#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kService = u"org.freedesktop.portal.Desktop"_s;

PortalRequest::PortalRequest(const QDBusConnection &bus, const QString &token, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_token(token)
{
}

// Listened for before it is asked: the answer may be there before the call's own reply.
void PortalRequest::ask(
    const QString &interface, const QString &method, QVariantList arguments, QVariantMap options)
{
    const QString sender = m_bus.baseService().mid(1).replace(u'.', u'_');
    listenAt(u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(sender, m_token));
    options.insert(u"handle_token"_s, m_token);
    arguments.append(options);
    QDBusMessage call
        = QDBusMessage::createMethodCall(kService, u"/org/freedesktop/portal/desktop"_s, interface, method);
    call.setArguments(arguments);
    auto *waiting = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *called) {
        const QDBusPendingReply<QDBusObjectPath> reply = *called;
        if (reply.isError()) {
            Q_EMIT unavailable();
            deleteLater();
        } else if (reply.value().path() != m_path) { // portals of before tokens name it themselves
            listenAt(reply.value().path());
        }
    });
}

void PortalRequest::listenAt(const QString &path)
{
    m_path = path;
    m_bus.connect(kService, path, u"org.freedesktop.portal.Request"_s, u"Response"_s, this,
        SLOT(onResponse(uint, QVariantMap)));
}

void PortalRequest::onResponse(uint code, const QVariantMap &results)
{
    Q_EMIT answered(code == 0 ? Answer::Done : code == 1 ? Answer::Cancelled : Answer::Ended, results);
    deleteLater();
}

} // namespace larder::app
