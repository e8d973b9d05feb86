// Keys and access tokens as the server's own, so that the benchmark needs neither accounts nor bcrypt: the
// keys' file that larderd opens, and JWTs signed with them (HS256).
#pragma once

#include "core/model/uuid.h"

#include <QtCore/QString>

namespace larder::bench {

// Writes the file that larderd takes with --keys-file.
void writeKeysFile(const QString &path);
QString accessToken(model::UserId user);

} // namespace larder::bench
