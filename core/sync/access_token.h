// When an access token (JWT, RFC 7519) was made and when it ends, as it says itself. The client can't check
// its signature and need not: it only wants to know when to ask for the next one.
#pragma once

#include "core/clock.h"
#include "core/result.h"

namespace larder::sync {

struct TokenTimes {
    Micros issuedAt {}; // server's clock
    Micros expiresAt {};

    friend bool operator==(const TokenTimes &, const TokenTimes &) = default;
};

// Malformed unless it is three parts whose second is base64url of a JSON object with "iat" before "exp".
Result<TokenTimes> timesOf(QStringView token);

} // namespace larder::sync
