#include "tests/bench/access_token.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QMessageAuthenticationCode>

namespace larder::bench {

static const QByteArray kSecret(32, 'b');
static constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

void writeKeysFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("can't write %s", qPrintable(path));
    }
    file.write("{\"keys\": [{\"kid\": \"bench\", \"secret\": \"" + kSecret.toBase64(kBase64) + "\"}]}");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QString accessToken(model::UserId user)
{
    const qint64 issued = QDateTime::currentSecsSinceEpoch();
    const QByteArray header = R"({"alg":"HS256","kid":"bench","typ":"JWT"})";
    const QByteArray claims = "{\"iss\":\"larder\",\"sub\":\"" + user.toString().toLatin1() + "\",\"sid\":\""
        + user.toString().toLatin1() + "\",\"iat\":" + QByteArray::number(issued)
        + ",\"exp\":" + QByteArray::number(issued + 900) + "}";
    const QByteArray text = header.toBase64(kBase64) + '.' + claims.toBase64(kBase64);
    const QByteArray signature = QMessageAuthenticationCode::hash(text, kSecret, QCryptographicHash::Sha256);
    return QString::fromLatin1(text + '.' + signature.toBase64(kBase64));
}

} // namespace larder::bench
