#include "core/sync/rest_client.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

namespace larder::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr char kTooLong[] = "tooLong";
const QByteArray kJson = QByteArrayLiteral("application/json");

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

QNetworkRequest RestClient::requestTo(
    const QUrl &url, const QByteArray &mediaType, const QString &bearer) const
{
    QNetworkRequest request = requestTo(url);
    if (!mediaType.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, mediaType);
    }
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
    finish(m_network.post(requestTo(url, kJson, bearer), QJsonDocument(body).toJson(QJsonDocument::Compact)),
        std::move(done));
}

void RestClient::put(const QUrl &url, const QJsonObject &body, const QString &bearer, Done done)
{
    finish(m_network.put(requestTo(url, kJson, bearer), QJsonDocument(body).toJson(QJsonDocument::Compact)),
        std::move(done));
}

void RestClient::putBytes(
    const QUrl &url, const QByteArray &bytes, const QByteArray &mediaType, const QString &bearer, Done done)
{
    finish(m_network.put(requestTo(url, mediaType, bearer), bytes), std::move(done));
}

void RestClient::getBytes(const QUrl &url, const QString &bearer, int most, BytesDone done)
{
    finishBytes(m_network.get(requestTo(url, {}, bearer)), most, std::move(done));
}

void RestClient::finish(QNetworkReply *reply, Done done)
{
    finishBytes(reply, limits::kRestAnswerBytes, [answer = std::move(done)](Result<QByteArray> bytes) {
        if (!bytes) {
            answer(Failure(bytes.error()));
            return;
        }
        const QJsonDocument document = QJsonDocument::fromJson(*bytes);
        if (!document.isObject() && !bytes->isEmpty()) {
            answer(Failure(Code::Network, u"the answer is not one of Larder's"_s));
            return;
        }
        answer(document.object());
    });
}

void RestClient::finishBytes(QNetworkReply *reply, int most, BytesDone done)
{
    connect(reply, &QNetworkReply::readyRead, reply, [reply, most] {
        if (reply->bytesAvailable() > most) {
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
        if (status < 200 || status >= 300) {
            answer(Failure(errorOf(status, QJsonDocument::fromJson(bytes).object())));
            return;
        }
        if (reply->error() != QNetworkReply::NoError) {
            answer(Failure(Code::Network, u"the answer is not whole"_s));
            return;
        }
        answer(bytes);
    });
}

} // namespace larder::sync
