// The keys that access tokens are signed with, in one file that only the server's user may read.
//
//     {"keys": [{"kid": "3q2-7w", "secret": "<32 bytes, base64url>"}, …]}
//
// The first signs; all verify, so a key can be rotated in while tokens of the old one are still about. Nodes
// that serve one database share the file. It is made at the first start, and refused when others may read it.
#pragma once

#include "core/random.h"
#include "core/result.h"

#include <QtCore/QByteArray>

#include <vector>

namespace larder::server {

struct SigningKey {
    QByteArray kid;
    QByteArray secret;

    friend bool operator==(const SigningKey &, const SigningKey &) = default;
};

// Never empty. Configuration, with what to do, when the file can't be used.
Result<std::vector<SigningKey>> openSigningKeys(const QString &path, Random &random);
// Puts a new key in front, and keeps the one before it.
Result<std::vector<SigningKey>> rotateSigningKeys(const QString &path, Random &random);

} // namespace larder::server
