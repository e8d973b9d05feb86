// Where the tokens of the account survive a restart: a file here, the system's keychain in app/platform.
//
// Answers come through callbacks, at once or on a later turn of the same thread, because keychains ask
// people.
#pragma once

#include "core/clock.h"
#include "core/model/uuid.h"
#include "core/result.h"

#include <QtCore/QUrl>

#include <functional>
#include <optional>

namespace larder::sync {

struct Credentials {
    QUrl server; // the base of its REST API
    QUrl sync; // its socket, as its /api/info said
    model::UserId user;
    QString email;
    QString name;
    QString accessToken;
    QString refreshToken;
    Micros clockOffset {}; // the server's clock minus this device's, as far as known

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

class TokenStore {
public:
    virtual ~TokenStore() = default;

    // Nothing when nothing was saved or what was can't be read as credentials.
    virtual void load(std::function<void(Result<std::optional<Credentials>>)> done) = 0;
    // Durable before `done` is called.
    virtual void save(const Credentials &credentials, std::function<void(Result<void>)> done) = 0;
    virtual void clear(std::function<void(Result<void>)> done) = 0;
};

} // namespace larder::sync
