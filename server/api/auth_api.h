// /api/auth and /api/me: register, sign in, refresh, sign out, who am I.
//
// Attempts with a password are counted per client address and per account before any work is done. A refresh
// token can't be guessed, and a hundred clients behind one address refresh as often as they must: of those
// only the failed are counted, and a good one is always answered. Lives on the main thread.
#pragma once

#include "server/accounts/accounts.h"
#include "server/accounts/rate_limit.h"
#include "server/api/router.h"
#include "server/ops/metrics.h"

namespace larder::server {

class AuthApi {
public:
    struct Options {
        RateLimit::Rate perAddress;
        RateLimit::Rate perAccount;
    };

    AuthApi(Accounts &accounts, Metrics &metrics, const Clock &clock, const Options &options);
    void addRoutes(Router &router);

private:
    Reply registerAccount(const Request &request);
    Reply signIn(const Request &request);
    Reply refresh(const Request &request);
    Reply signOut(const Request &request);
    Reply me(const Request &request);
    static Answer comeAgainIn(std::chrono::seconds wait);
    std::optional<Answer> limited(const Request &request, const QString &email);
    void count(const char *what, bool success);

    Accounts &m_accounts;
    Metrics &m_metrics;
    QObject m_here; // where answers are made that touch what follows
    RateLimit m_addresses;
    RateLimit m_failedRefreshes; // by address
    RateLimit m_emails;
};

} // namespace larder::server
