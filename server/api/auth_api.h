// /api/auth and /api/me: register, sign in, refresh, sign out, who am I.
//
// Attempts are counted per client address and per account before any work is done. Lives on the main thread.
#pragma once

#include "server/accounts/accounts.h"
#include "server/accounts/rate_limit.h"
#include "server/api/router.h"
#include "server/ops/metrics.h"

#include <functional>

namespace larder::server {

class AuthApi {
public:
    struct Options {
        RateLimit::Rate perAddress;
        RateLimit::Rate perAccount;
        // The session ended: whoever holds its socket hangs up. Said on any thread.
        std::function<void(model::SessionId)> sessionEnded;
    };

    AuthApi(Accounts &accounts, Metrics &metrics, const Clock &clock, Options options);
    void addRoutes(Router &router);

private:
    Reply registerAccount(const Request &request);
    Reply signIn(const Request &request);
    Reply refresh(const Request &request);
    Reply signOut(const Request &request);
    Reply me(const Request &request);
    std::optional<Answer> limited(const Request &request, const QString &email);
    void count(const char *what, bool success);

    Accounts &m_accounts;
    Metrics &m_metrics;
    Options m_options;
    RateLimit m_addresses;
    RateLimit m_emails;
};

} // namespace larder::server
