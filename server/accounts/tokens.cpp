#include "server/accounts/tokens.h"

#include "core/assert.h"
#include "core/limits.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <memory>

#include <jwt.h>

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr const char *kIssuer = "larder";
static constexpr std::chrono::minutes kSweepEvery { 1 };

namespace {

struct FreeJwt {
    void operator()(jwt_t *jwt) const { ::jwt_free(jwt); }
};
using Jwt = std::unique_ptr<jwt_t, FreeJwt>;

Micros secondsToMicros(qint64 seconds)
{
    return std::chrono::seconds(seconds);
}

QByteArray kidOf(const QByteArray &token)
{
    const QByteArray header
        = QByteArray::fromBase64(token.first(token.indexOf('.')), QByteArray::Base64UrlEncoding);
    const QJsonObject object = QJsonDocument::fromJson(header).object();
    return object.value("alg"_L1) == u"HS256"_s ? object.value("kid"_L1).toString().toLatin1() : QByteArray();
}

} // namespace

Tokens::Tokens(std::vector<SigningKey> keys, const Clock &clock)
    : m_keys(std::move(keys))
    , m_clock(clock)
{
    LARDER_ASSERT(!m_keys.empty());
}

Tokens::~Tokens() = default;

QByteArray Tokens::sign(model::UserId user, model::SessionId session) const
{
    const SigningKey &key = m_keys.front();
    const qint64 now = std::chrono::duration_cast<std::chrono::seconds>(m_clock.now()).count();
    jwt_t *raw = nullptr;
    const int refused = ::jwt_new(&raw);
    LARDER_ASSERT(refused == 0);
    const Jwt jwt(raw);
    ::jwt_add_header(raw, "kid", key.kid.constData());
    ::jwt_add_grant(raw, "iss", kIssuer);
    ::jwt_add_grant(raw, "sub", user.toString().toLatin1().constData());
    ::jwt_add_grant(raw, "sid", session.toString().toLatin1().constData());
    ::jwt_add_grant_int(raw, "iat", long(now));
    ::jwt_add_grant_int(raw, "exp", long(now + limits::kAccessTokenLife.count()));
    const auto *secret = reinterpret_cast<const unsigned char *>(key.secret.constData());
    const int unset = ::jwt_set_alg(raw, JWT_ALG_HS256, secret, int(key.secret.size()));
    LARDER_ASSERT(unset == 0);
    const std::unique_ptr<char, void (*)(void *)> text(::jwt_encode_str(raw), std::free);
    LARDER_ASSERT(text != nullptr);
    return QByteArray(text.get());
}

const SigningKey *Tokens::findKey(const QByteArray &kid) const
{
    for (const SigningKey &key : m_keys) {
        if (key.kid == kid) {
            return &key;
        }
    }
    return nullptr;
}

Result<Identity> Tokens::check(const QByteArray &token) const
{
    if (token.count('.') != 2) {
        return Failure(Code::Unauthenticated);
    }
    const QByteArray kid = kidOf(token);
    const SigningKey *key = kid.isEmpty() ? nullptr : findKey(kid);
    if (!key) {
        return Failure(Code::Unauthenticated);
    }
    jwt_t *raw = nullptr;
    const auto *secret = reinterpret_cast<const unsigned char *>(key->secret.constData());
    const int failed = ::jwt_decode(&raw, token.constData(), secret, int(key->secret.size()));
    const Jwt jwt(raw);
    if (failed != 0 || ::jwt_get_alg(raw) != JWT_ALG_HS256) {
        return Failure(Code::Unauthenticated);
    }
    const auto user = model::UserId::fromString(QString::fromLatin1(::jwt_get_grant(raw, "sub")));
    const auto session = model::SessionId::fromString(QString::fromLatin1(::jwt_get_grant(raw, "sid")));
    const bool ours = qstrcmp(::jwt_get_grant(raw, "iss"), kIssuer) == 0;
    if (!user || !session || !ours) {
        return Failure(Code::Unauthenticated);
    }
    // A missing number reads as 0: issued at the beginning of time is odd, ended then is refused below.
    const Micros issued = secondsToMicros(::jwt_get_grant_int(raw, "iat"));
    const Identity identity { *user, *session, secondsToMicros(::jwt_get_grant_int(raw, "exp")) };
    const Micros now = m_clock.now();
    if (issued <= Micros(0) || issued > now + Micros(limits::kClockToleranceMicros)) {
        return Failure(Code::Unauthenticated);
    }
    if (identity.expiresAt <= now) {
        return Failure(Code::TokenExpired);
    }
    return identity;
}

Result<Identity> Tokens::verify(QStringView text) const
{
    if (text.size() > limits::kTokenBytes) {
        return Failure(Code::Unauthenticated);
    }
    const QByteArray token = text.toLatin1();
    const QByteArray hash = QCryptographicHash::hash(token, QCryptographicHash::Sha256);
    std::optional<Identity> identity;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_checked.constFind(hash); known != m_checked.constEnd()) {
            identity = *known;
        }
    }
    if (!identity) {
        Result<Identity> checked = check(token);
        if (!checked) {
            return checked;
        }
        identity = *checked;
        remember(hash, *checked);
    } else if (identity->expiresAt <= m_clock.now()) {
        const QMutexLocker lock(&m_mutex);
        m_checked.remove(hash);
        return Failure(Code::TokenExpired);
    }
    const QMutexLocker lock(&m_mutex);
    if (!m_ended.isEmpty() && m_ended.contains(identity->session)) {
        return Failure(Code::Unauthenticated);
    }
    return *identity;
}

void Tokens::remember(const QByteArray &hash, const Identity &identity) const
{
    const QMutexLocker lock(&m_mutex);
    if (m_checked.size() >= limits::kTokenCacheEntries) {
        const Micros now = m_clock.now();
        m_checked.removeIf([&](const auto &entry) { return entry.value().expiresAt <= now; });
    }
    if (m_checked.size() >= limits::kTokenCacheEntries) {
        m_checked.clear();
    }
    m_checked.insert(hash, identity);
}

void Tokens::forget(model::SessionId session)
{
    const QMutexLocker lock(&m_mutex);
    const Micros now = m_clock.now();
    if (now - m_swept >= kSweepEvery) {
        m_ended.removeIf([&](const auto &entry) { return entry.value() <= now; });
        m_swept = now;
    }
    m_ended.insert(session, now + limits::kEndedSessionLife);
}

bool Tokens::isForgotten(model::SessionId session) const
{
    const QMutexLocker lock(&m_mutex);
    return m_ended.contains(session);
}

qsizetype Tokens::remembered() const
{
    const QMutexLocker lock(&m_mutex);
    return m_checked.size();
}

} // namespace larder::server
