#include "server/api/status_api.h"

#include "core/protocol/version.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

namespace larder::server {

using namespace Qt::StringLiterals;

StatusApi::StatusApi(const Health &health, const Metrics &metrics, Options options)
    : m_health(health)
    , m_metrics(metrics)
    , m_options(std::move(options))
{
}

void StatusApi::addRoutes(Router &router)
{
    router.add(Method::Get, "/api/info", Access::Anyone, [this](const Request &r) { return info(r); });
    router.add(Method::Get, "/health", Access::Anyone,
        [](const Request &) { return Answer::json("{\"status\":\"alive\"}"); });
    router.add(Method::Get, "/ready", Access::Anyone, [this](const Request &) { return ready(); });
    router.add(Method::Get, "/metrics", Access::Anyone, [this](const Request &) {
        Answer answer = Answer::json(m_metrics.text());
        answer.contentType = "text/plain; version=0.0.4; charset=utf-8";
        return answer;
    });
}

Answer StatusApi::info(const Request &request) const
{
    QString sync = m_options.publicSyncUrl;
    if (sync.isEmpty()) {
        const QUrl asked(u"http://"_s + QString::fromLatin1(request.host));
        QUrl url;
        url.setScheme(request.secure ? u"wss"_s : u"ws"_s);
        url.setHost(asked.host().isEmpty() ? u"127.0.0.1"_s : asked.host());
        url.setPort(m_options.syncPort);
        url.setPath(u"/"_s);
        sync = url.toString();
    }
    const QJsonObject object {
        { u"name"_s, u"Larder"_s },
        { u"version"_s, QStringLiteral(LARDER_VERSION) },
        { u"protocol"_s,
            QJsonObject { { u"oldest"_s, protocol::kOldestVersion }, { u"newest"_s, protocol::kVersion } } },
        { u"sync"_s, sync },
    };
    return Answer::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Answer StatusApi::ready() const
{
    QJsonArray parts;
    for (const Health::Part &part : m_health.parts()) {
        QJsonObject object { { u"name"_s, QString::fromLatin1(part.name) }, { u"ready"_s, part.ready } };
        if (!part.ready) {
            object.insert(u"why"_s, part.why);
        }
        parts.append(object);
    }
    Answer answer = Answer::json(QJsonDocument(
        QJsonObject { { u"ready"_s, m_health.isReady() },
            { u"parts"_s, parts } }).toJson(QJsonDocument::Compact));
    answer.status = m_health.isReady() ? 200 : 503;
    return answer;
}

} // namespace larder::server
