// Registering, signing in and out: passwords, tokens and rows brought together.
//
// What takes long runs on the passwords' threads, what needs the database on the store's, and answers come as
// futures, whose continuations run on those threads: they touch values only. A wrong password and an unknown
// address give the same answer after the same work.
//
// Thread-safe. Work that has begun comes back here, so it must live until the passwords' threads and then the
// store pool are done.
#pragma once

#include "core/random.h"
#include "server/accounts/account_table.h"
#include "server/accounts/ended_sessions.h"
#include "server/accounts/passwords.h"
#include "server/accounts/refresh_tokens.h"

namespace larder::server {

struct Profile {
    model::UserId id;
    QString email;
    QString name;
};

struct SignedIn {
    QByteArray accessToken;
    QByteArray refreshToken;
    Profile user;
};

struct Registration {
    QString email;
    QString password;
    QString name;
    QString device;
};

struct Credentials {
    QString email;
    QString password;
    QString device;
};

// What a person has to mend, by field, in sentences.
std::vector<std::pair<QString, QString>> faultsOf(const Registration &registration);

class Accounts {
public:
    Accounts(StorePool &pool, Passwords &passwords, Tokens &tokens, EndedSessions &ends, const Clock &clock,
        Random &random);

    // A valid registration. AlreadyExists when the address is taken.
    QFuture<Result<SignedIn>> registerAccount(const Registration &registration);
    // InvalidCredentials, whatever of them is wrong.
    QFuture<Result<SignedIn>> signIn(const Credentials &credentials);
    // See RefreshTokens::rotate.
    QFuture<Result<SignedIn>> refresh(const QByteArray &refreshToken);
    // Ends the session and that of the refresh token, as far as they are given. Unauthenticated when there is
    // neither: a token that was never ours.
    struct Leaving {
        std::optional<model::SessionId> session;
        QByteArray refreshToken;
    };
    QFuture<Result<void>> signOut(const Leaving &leaving);
    QFuture<Result<Profile>> profile(model::UserId user);
    QFuture<Result<qint64>> count();

private:
    Result<SignedIn> insert(Store &store, const Account &account, const QString &device);
    Result<SignedIn> openSession(Store &store, const Account &account, const QString &device);
    void tellEnded(const RefreshTokens &tokens);
    SignedIn answer(const SessionGrant &grant, const Account &account) const;

    StorePool &m_pool;
    Passwords &m_passwords;
    Tokens &m_tokens;
    EndedSessions &m_ends;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace larder::server
