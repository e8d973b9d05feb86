// The person's account on a server: signing in, staying signed in, signing out.
//
// The access token is renewed while it still has a fifth of its time. An answer that was lost, a server that
// is down or a proxy that says no does not end a session: the same refresh token is shown again, which the
// server allows as long as nobody used the newer one. Only the server's own word that the refresh token is
// good no more ends it. Newer tokens are on disk before they are used. Lives on the replica thread; the UI
// calls its slots through queued invocations.
#pragma once

#include "core/sync/rest_client.h"
#include "core/sync/token_source.h"
#include "core/sync/token_store.h"

#include <optional>

namespace larder::sync {

struct Account {
    QUrl server;
    model::UserId user;
    QString email;
    QString name;

    friend bool operator==(const Account &, const Account &) = default;
};

struct SignIn {
    QUrl server; // the base of its REST API, http or https
    QString email;
    QString password;
    QString name; // only when the account is to be made
};

class Session final : public TokenSource {
    Q_OBJECT

public:
    Session(TokenStore &store, const Clock &clock, QObject *parent = nullptr);

    std::optional<Account> account() const;

    model::UserId user() const override;
    QString accessToken() const override;
    QUrl syncUrl() const override;
    std::chrono::milliseconds renewalDueIn() const override;
    void obtain(Address address) override;
    void renew() override;
    void setClockOffset(Micros offset) override;
    void signOut() override;
    void refuse(Code code) override;

public Q_SLOTS:
    // Takes up the session of the last run, if there was one.
    void restore();
    // A later call takes the place of one that is under way.
    void logIn(const larder::sync::SignIn &entry);
    void registerAccount(const larder::sync::SignIn &entry);

Q_SIGNALS:
    // Empty after signing out. Also at restore().
    void accountChanged(const std::optional<larder::sync::Account> &account);
    // InvalidCredentials, AlreadyExists, InvalidValue, Network, Timeout, …
    void signInFailed(larder::Code code);

private:
    enum class Renewal : quint8 { None, IfDue, Demanded };

    QUrl endpoint(const QString &path) const;
    void enter(const SignIn &entry, const QString &path, const QJsonObject &body);
    void failEntry(Error error);
    void settle();
    void takeRefreshed(const QJsonObject &answer);
    void failRefresh(Error error);
    void tellRefreshed();
    bool isFresh() const;
    Micros localEnd() const;

    TokenStore &m_store;
    const Clock &m_clock;
    RestClient m_rest;
    std::optional<Credentials> m_credentials;
    Renewal m_renewal = Renewal::None; // what the answer that is owed must bring
    bool m_entering
        = false; // nothing is renewed meanwhile: what comes back would be of the session that is to go
    quint64 m_generation = 0; // answers to questions of an earlier one are void
};

} // namespace larder::sync
