#include "core/sync/access_token.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace larder::sync {

using namespace Qt::StringLiterals;

static constexpr qint64 kLatest = qint64(1) << 40; // seconds; far past any year that a token could mean

Result<TokenTimes> timesOf(QStringView token)
{
    const auto parts = token.split(u'.');
    if (parts.size() != 3) {
        return Failure(Code::Malformed, u"an access token has three parts"_s);
    }
    const auto payload = QByteArray::fromBase64Encoding(parts[1].toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
            | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonObject claims = QJsonDocument::fromJson(payload.decoded).object();
    const qint64 issued = claims["iat"_L1].toInteger();
    const qint64 expires = claims["exp"_L1].toInteger();
    if (payload.decodingStatus != QByteArray::Base64DecodingStatus::Ok || issued <= 0 || expires <= issued
        || expires > kLatest) {
        return Failure(Code::Malformed, u"an access token says when it was made and when it ends"_s);
    }
    return TokenTimes { std::chrono::seconds(issued), std::chrono::seconds(expires) };
}

} // namespace larder::sync
