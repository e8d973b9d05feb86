// Access tokens: JWTs (RFC 7519) signed with HS256, good for a quarter of an hour.
//
//     {"alg": "HS256", "kid": "3q2-7w", "typ": "JWT"} . {"iss": "larder", "sub": "<user>", "sid":
//     "<session>",
//      "iat": 1714561200, "exp": 1714562100}
//
// What a token's header says never chooses how it is checked: any algorithm but HS256 is refused before a key
// is looked at, so "none" and a public key passed off as a secret get nowhere. Tokens that were checked are
// remembered under their hash until they end, because a client sends the same one with each request.
//
// Thread-safe: the gateway's workers and the REST server ask at the same time.
#pragma once

#include "core/clock.h"
#include "server/accounts/signing_keys.h"
#include "server/gateway/authenticator.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>

namespace larder::server {

class Tokens final : public Authenticator {
public:
    // `keys` as openSigningKeys gives them.
    Tokens(std::vector<SigningKey> keys, const Clock &clock);
    ~Tokens() override;
    Q_DISABLE_COPY_MOVE(Tokens)

    QByteArray sign(model::UserId user, model::SessionId session) const;
    Result<Identity> verify(QStringView token) const override;
    // Its access tokens end now, on this node; see EndedSessions for the others.
    void forget(model::SessionId session);
    bool isForgotten(model::SessionId session) const;

    qsizetype remembered() const;

private:
    Result<Identity> check(const QByteArray &token) const;
    const SigningKey *findKey(const QByteArray &kid) const;
    void remember(const QByteArray &hash, const Identity &identity) const;

    std::vector<SigningKey> m_keys;
    const Clock &m_clock;
    mutable QMutex m_mutex;
    mutable QHash<QByteArray, Identity> m_checked; // by SHA-256 of the token
    QHash<model::SessionId, Micros> m_ended; // until when it matters: none of its tokens is good for longer
    Micros m_swept {}; // when those that don't matter any more were taken out of it
};

} // namespace larder::server
