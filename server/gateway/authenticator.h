// Who a bearer of an access token is, as an interface: server/accounts verifies signatures, tests hand out
// names.
//
// The gateway's worker threads call it at every hello and every newer token, so it is thread-safe, cheap, and
// asks no database. Tokens of a session that ended are refused as soon as this node has heard of it; the
// sockets that are open by then are taken by Gateway::closeSession.
#pragma once

#include "core/clock.h"
#include "core/model/uuid.h"
#include "core/result.h"

namespace larder::server {

struct Identity {
    model::UserId user;
    model::SessionId session;
    Micros expiresAt {}; // since 1970, UTC

    friend bool operator==(const Identity &, const Identity &) = default;
};

class Authenticator {
public:
    virtual ~Authenticator() = default;

    // Unauthenticated for a token that is forged, malformed or not ours; TokenExpired for one that was good.
    virtual Result<Identity> verify(QStringView token) const = 0;
};

} // namespace larder::server
