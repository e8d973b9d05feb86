// Tokens in a file that only its owner may read. It is replaced as a whole and flushed, so a crash leaves the
// old or the new one.
//
// Grammar: one JSON object, UTF-8:
//     {"server": "http://…", "sync": "ws://…", "user": "<uuid>", "email": "…", "name": "…",
//      "accessToken": "…", "refreshToken": "…", "clockOffsetMicros": 0}
#pragma once

#include "core/sync/token_store.h"

namespace larder::sync {

QByteArray toJson(const Credentials &credentials);
std::optional<Credentials> credentialsFromJson(const QByteArray &json);

class FileTokenStore final : public TokenStore {
public:
    explicit FileTokenStore(QString path);

    void load(std::function<void(Result<std::optional<Credentials>>)> done) override;
    void save(const Credentials &credentials, std::function<void(Result<void>)> done) override;
    void clear(std::function<void(Result<void>)> done) override;

private:
    QString m_path;
};

} // namespace larder::sync
