#include "server/accounts/accounts.h"

#include "core/model/text.h"
#include "core/model/uuid7.h"
#include "server/accounts/persistently.h"

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr int kNameCharsMax = 255;

static bool isEmail(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    const bool odd = std::any_of(
        email.begin(), email.end(), [](QChar c) { return c.isSpace() || !c.isPrint() || c.isSurrogate(); });
    return at > 0 && at + 1 < email.size() && !odd && email.size() <= limits::kEmailChars;
}

static bool isName(const QString &name)
{
    const qsizetype length = name.toUcs4().size();
    const bool odd
        = std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return length >= 1 && length <= kNameCharsMax && model::isKeepable(name) && !odd;
}

std::vector<std::pair<QString, QString>> faultsOf(const Registration &registration)
{
    std::vector<std::pair<QString, QString>> faults;
    if (!isEmail(registration.email)) {
        faults.emplace_back(u"email"_s, u"An e-mail address like ana@example.org."_s);
    }
    if (!isName(registration.name)) {
        faults.emplace_back(u"name"_s, u"A name of 1 to %1 characters."_s.arg(kNameCharsMax));
    }
    if (const auto password = checkNewPassword(registration.password); !password) {
        faults.emplace_back(u"password"_s, password.error().detail);
    }
    return faults;
}

Accounts::Accounts(StorePool &pool, Passwords &passwords, Tokens &tokens, EndedSessions &ends,
    const Clock &clock, Random &random)
    : m_pool(pool)
    , m_passwords(passwords)
    , m_tokens(tokens)
    , m_ends(ends)
    , m_clock(clock)
    , m_random(random)
{
}

SignedIn Accounts::answer(const SessionGrant &grant, const Account &account) const
{
    return { m_tokens.sign(grant.user, grant.session), grant.refreshToken,
        { account.id, account.email, account.name } };
}

void Accounts::tellEnded(const RefreshTokens &tokens)
{
    for (const model::SessionId &session : tokens.ended()) {
        m_ends.end(session);
    }
}

// A failure of one step as that of the whole.
static QFuture<Result<SignedIn>> failed(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<SignedIn>(Failure(error)));
}

Result<SignedIn> Accounts::insert(Store &store, const Account &account, const QString &device)
{
    const auto before = findAccount(store.dialect(), account.id);
    if (before) {
        return openSession(
            store, account, device); // an earlier attempt was committed though its answer was lost
    }
    if (before.error().code != Code::NotFound) {
        return Failure(before.error());
    }
    const Micros now = m_clock.now();
    WriteTransaction transaction(store.dialect());
    if (auto begun = transaction.begin({}); !begun) {
        return Failure(begun.error());
    }
    if (auto inserted = insertAccount(store.dialect(), account, now); !inserted) {
        return Failure(inserted.error());
    }
    auto grant = RefreshTokens(store.dialect(), m_random, now).openSession(account.id, device);
    if (!grant) {
        return Failure(grant.error());
    }
    if (auto committed = transaction.commit({}); !committed) {
        return Failure(committed.error());
    }
    return answer(*grant, account);
}

QFuture<Result<SignedIn>> Accounts::registerAccount(const Registration &registration)
{
    return m_passwords.hash(registration.password)
        .then([this, registration](const Result<QByteArray> &hash) {
            if (!hash) {
                return failed(hash.error());
            }
            const Account account { { model::makeUuid7(m_clock.now(), m_random) }, registration.email,
                registration.name, *hash };
            return m_pool.write(persistently([this, account, device = registration.device](
                                                 Store &store) { return insert(store, account, device); }));
        })
        .unwrap();
}

Result<SignedIn> Accounts::openSession(Store &store, const Account &account, const QString &device)
{
    WriteTransaction transaction(store.dialect());
    if (auto begun = transaction.begin({}); !begun) {
        return Failure(begun.error());
    }
    RefreshTokens tokens(store.dialect(), m_random, m_clock.now());
    auto grant = tokens.openSession(account.id, device);
    if (!grant) {
        return Failure(grant.error());
    }
    if (auto committed = transaction.commit({}); !committed) {
        return Failure(committed.error());
    }
    tellEnded(tokens);
    return answer(*grant, account);
}

QFuture<Result<SignedIn>> Accounts::signIn(const Credentials &credentials)
{
    return m_pool
        .read(persistently(
            [email = credentials.email](Store &store) { return findAccount(store.dialect(), email); }))
        .then([this, credentials](const Result<Account> &account) {
            if (!account && account.error().code != Code::NotFound) {
                return failed(account.error());
            }
            const Account found = account ? *account : Account {};
            return m_passwords.verify(credentials.password, found.passwordHash)
                .then([this, found, device = credentials.device](const Result<bool> &verified) {
                    if (!verified) {
                        return failed(verified.error());
                    }
                    if (!*verified) {
                        return failed({ Code::InvalidCredentials, {} });
                    }
                    return m_pool.write(persistently(
                        [this, found, device](Store &store) { return openSession(store, found, device); }));
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<Result<SignedIn>> Accounts::refresh(const QByteArray &refreshToken)
{
    return m_pool.write(persistently([this, refreshToken](Store &store) -> Result<SignedIn> {
        RefreshTokens tokens(store.dialect(), m_random, m_clock.now());
        auto grant = tokens.rotate(refreshToken);
        tellEnded(tokens);
        if (!grant) {
            return Failure(grant.error());
        }
        const auto account = findAccount(store.dialect(), grant->user);
        if (!account) {
            return Failure(account.error());
        }
        return answer(*grant, *account);
    }));
}

QFuture<Result<void>> Accounts::signOut(const Leaving &leaving)
{
    if (leaving.session) {
        m_ends.end(*leaving.session);
    }
    return m_pool.write(persistently([this, leaving](Store &store) -> Result<void> {
        RefreshTokens tokens(store.dialect(), m_random, m_clock.now());
        if (!leaving.refreshToken.isEmpty()) {
            const auto session = tokens.sessionOf(leaving.refreshToken);
            if (session) {
                m_ends.end(*session);
                if (auto done = tokens.endSession(*session); !done) {
                    return done;
                }
            } else if (!leaving.session || session.error().code != Code::Unauthenticated) {
                return Failure(session.error());
            }
        }
        return leaving.session ? tokens.endSession(*leaving.session) : Result<void>();
    }));
}

static Result<Profile> profileOf(const Result<Account> &account)
{
    if (!account) {
        return Failure(account.error());
    }
    return Profile { account->id, account->email, account->name };
}

QFuture<Result<Profile>> Accounts::profile(model::UserId user)
{
    return m_pool.read(
        persistently([user](Store &store) { return profileOf(findAccount(store.dialect(), user)); }));
}

QFuture<Result<qint64>> Accounts::count()
{
    return m_pool.read(persistently([](Store &store) { return countAccounts(store.dialect()); }));
}

} // namespace larder::server
