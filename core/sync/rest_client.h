// The few REST calls that a client makes: one JSON object there, one back, or bytes; a Result in every case.
//
// It follows no redirect, because a redirect would carry a password or token to whoever asked for it; it
// reads no more than kRestAnswerBytes, or what it is told, and waits no longer than kRestTimeout for the next
// byte. Lives on the thread it was made on.
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <functional>

class QNetworkReply;
class QNetworkRequest;

namespace larder::sync {

class RestClient : public QObject {
    Q_OBJECT

public:
    // Never called from inside the request, and not after the client is gone.
    using Done = std::function<void(Result<QJsonObject>)>;
    using BytesDone = std::function<void(Result<QByteArray>)>;

    explicit RestClient(QObject *parent = nullptr, std::chrono::milliseconds timeout = limits::kRestTimeout);

    void get(const QUrl &url, Done done);
    void post(const QUrl &url, const QJsonObject &body, Done done);
    // `bearer` is an access token.
    void post(const QUrl &url, const QJsonObject &body, const QString &bearer, Done done);
    void put(const QUrl &url, const QJsonObject &body, const QString &bearer, Done done);

    // Bytes as they are, and at most so many back.
    void putBytes(const QUrl &url, const QByteArray &bytes, const QByteArray &mediaType,
        const QString &bearer, Done done);
    void getBytes(const QUrl &url, const QString &bearer, int most, BytesDone done);

private:
    QNetworkRequest requestTo(const QUrl &url) const;
    QNetworkRequest requestTo(const QUrl &url, const QByteArray &mediaType, const QString &bearer) const;
    void finish(QNetworkReply *reply, Done done);
    void finishBytes(QNetworkReply *reply, int most, BytesDone done);

    QNetworkAccessManager m_network;
    std::chrono::milliseconds m_timeout;
};

} // namespace larder::sync
