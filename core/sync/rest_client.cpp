#include "core/sync/rest_client.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

namespace larder::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr char kTooLong[] = "tooLong";

// A problem document (RFC 9457) of ours names its code. Anything else with an error status was said by
// something between us and the server, a proxy or the portal of a hotel, and must not be taken for the
// server's word.
Error errorOf(int status, const QJsonObject &body)
{
    const auto code = codeFromWireName(body["code"_L1].toString());
    const QString detail = u"HTTP status %1"_s.arg(status);
    if (code) {
        return { *code, detail };
    }
    return { status >= 500 ? Code::Unavailable : Code::Network, detail };
}

} // namespace

RestClient::RestClient(QObject *parent, std::chrono::milliseconds timeout)
    : QObject(parent)
    , m_timeout(timeout)
{
}

QNetworkRequest RestClient::requestTo(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setTransferTimeout(int(m_timeout.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    return request;
}

QNetworkRequest RestClient::jsonRequestTo(const QUrl &url, const QString &bearer) const
{
    QNetworkRequest request = requestTo(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!bearer.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + bearer.toUtf8());
    }
    return request;
}

void RestClient::get(const QUrl &url, Done done)
{
    finish(m_network.get(requestTo(url)), std::move(done));
}

void RestClient::post(const QUrl &url, const QJsonObject &body, Done done)
{
    post(url, body, QString(), std::move(done));
}

void RestClient::post(const QUrl &url, const QJsonObject &body, const QString &bearer, Done done)
{
    finish(m_network.post(jsonRequestTo(url, bearer), QJsonDocument(body).toJson(QJsonDocument::Compact)),
        std::move(done));
}

void RestClient::put(const QUrl &url, const QJsonObject &body, const QString &bearer, Done done)
{
    finish(m_network.put(jsonRequestTo(url, bearer), QJsonDocument(body).toJson(QJsonDocument::Compact)),
        std::move(done));
}

void RestClient::finish(QNetworkReply *reply, Done done)
{
    connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > limits::kRestAnswerBytes) {
            reply->setProperty(kTooLong, true);
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, answer = std::move(done)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->property(kTooLong).toBool()) {
            answer(Failure(Code::TooLarge, u"the answer is longer than it may be"_s));
            return;
        }
        const bool cut = reply->error() == QNetworkReply::OperationCanceledError;
        if (status == 0 || cut) {
            const Code code
                = cut || reply->error() == QNetworkReply::TimeoutError ? Code::Timeout : Code::Network;
            answer(Failure(code, reply->errorString()));
            return;
        }
        const QByteArray bytes = reply->readAll();
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        const QJsonObject body = document.object();
        if (status < 200 || status >= 300) {
            answer(Failure(errorOf(status, body)));
            return;
        }
        if (reply->error() != QNetworkReply::NoError || (!document.isObject() && !bytes.isEmpty())) {
            answer(Failure(Code::Network, u"the answer is not one of Larder's"_s));
            return;
        }
        answer(body);
    });
}

} // namespace larder::sync
