#include "core/sync/session.h"

#include "core/assert.h"
#include "core/logging.h"
#include "core/sync/access_token.h"

#include <QtCore/QThread>

#include <algorithm>
#include <utility>

namespace larder::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSoonestRenewal = 1s; // a server whose tokens end at once is not asked in a loop

bool isWebSocket(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1) && !url.host().isEmpty();
}

std::optional<Account> accountOf(const std::optional<Credentials> &credentials)
{
    if (!credentials) {
        return std::nullopt;
    }
    return Account { credentials->server, credentials->user, credentials->email, credentials->name };
}

// Takes tokens and user out of an answer to register, login or refresh. The offset to the server's clock is
// the token's birth against now: exact to the way of one message, and known before any welcome.
Result<void> read(const QJsonObject &answer, Micros now, Credentials &into)
{
    const QString access = answer["accessToken"_L1].toString();
    const QString refresh = answer["refreshToken"_L1].toString();
    const QJsonObject who = answer["user"_L1].toObject();
    const auto user = model::UserId::fromString(who["id"_L1].toString());
    const auto times = timesOf(access);
    if (!user || !times || refresh.isEmpty()) {
        return Failure(Code::Malformed, u"the answer lacks user or tokens"_s);
    }
    into.user = *user;
    into.email = who["email"_L1].toString();
    into.name = who["name"_L1].toString();
    into.accessToken = access;
    into.refreshToken = refresh;
    into.clockOffset = times->issuedAt - now;
    return {};
}

} // namespace

Session::Session(TokenStore &store, const Clock &clock, QObject *parent)
    : TokenSource(parent)
    , m_store(store)
    , m_clock(clock)
    , m_rest(this)
{
}

std::optional<Account> Session::account() const
{
    return accountOf(m_credentials);
}

model::UserId Session::user() const
{
    return m_credentials ? m_credentials->user : model::UserId {};
}

QString Session::accessToken() const
{
    return m_credentials ? m_credentials->accessToken : QString();
}

QUrl Session::syncUrl() const
{
    return m_credentials ? m_credentials->sync : QUrl();
}

QUrl Session::endpoint(const QString &path) const
{
    QUrl url = m_credentials->server;
    url.setPath(url.path() + path);
    return url;
}

// ---- signing in

void Session::restore()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    const quint64 generation = ++m_generation;
    m_store.load([this, generation](Result<std::optional<Credentials>> loaded) {
        if (generation != m_generation) {
            return;
        }
        if (!loaded) {
            qCWarning(lcSync) << "the tokens can't be read:" << loaded.error().detail;
        }
        m_credentials = loaded ? *loaded : std::nullopt;
        Q_EMIT accountChanged(account());
        if (m_credentials) {
            Q_EMIT signedIn(m_credentials->user);
        }
    });
}

void Session::logIn(const SignIn &entry)
{
    enter(entry, u"/api/auth/login"_s, { { "email"_L1, entry.email }, { "password"_L1, entry.password } });
}

void Session::registerAccount(const SignIn &entry)
{
    enter(entry, u"/api/auth/register"_s,
        { { "email"_L1, entry.email }, { "password"_L1, entry.password }, { "name"_L1, entry.name } });
}

// The server is asked who it is first, so that a password goes to a Larder server only.
void Session::enter(const SignIn &entry, const QString &path, const QJsonObject &body)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    const quint64 generation = ++m_generation;
    m_entering = true;
    // Who waits for a token of the session that this one is to take the place of would else wait for ever.
    if (std::exchange(m_renewal, Renewal::None) != Renewal::None) {
        Q_EMIT refreshFailed(Code::Unavailable);
    }
    QUrl server = entry.server.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QUrl info = server;
    info.setPath(server.path() + u"/api/info"_s);
    m_rest.get(info, [this, generation, server, path, body](Result<QJsonObject> told) {
        if (generation != m_generation) {
            return;
        }
        const QUrl sync(told ? (*told)["sync"_L1].toString() : QString());
        if (!told || !isWebSocket(sync)) {
            failEntry(told ? Error { Code::Network, u"this is no Larder server"_s } : told.error());
            return;
        }
        QUrl url = server;
        url.setPath(server.path() + path);
        m_rest.post(url, body, [this, generation, server, sync](Result<QJsonObject> answer) {
            if (generation != m_generation) {
                return;
            }
            Credentials credentials;
            credentials.server = server;
            credentials.sync = sync;
            const auto taken
                = answer ? read(*answer, m_clock.now(), credentials) : Result<void>(Failure(answer.error()));
            if (!taken) {
                failEntry(taken.error());
                return;
            }
            m_store.save(credentials, [this, generation, credentials](const Result<void> &saved) {
                if (generation != m_generation) {
                    return;
                }
                if (!saved) {
                    qCWarning(lcSync) << "the tokens can't be kept:" << saved.error().detail;
                }
                m_entering = false;
                m_credentials = credentials;
                Q_EMIT accountChanged(account());
                Q_EMIT signedIn(m_credentials->user);
            });
        });
    });
}

void Session::failEntry(Error error)
{
    m_entering = false;
    qCInfo(lcSync) << "signing in failed:" << wireName(error.code) << error.detail;
    Q_EMIT signInFailed(error.code);
}

// ---- staying signed in

Micros Session::localEnd() const
{
    const auto times = timesOf(m_credentials->accessToken);
    return times ? times->expiresAt - m_credentials->clockOffset : Micros {};
}

std::chrono::milliseconds Session::renewalDueIn() const
{
    const auto times = m_credentials ? timesOf(m_credentials->accessToken) : Result<TokenTimes>();
    if (!m_credentials || !times) {
        return kSoonestRenewal;
    }
    const Micros margin = (times->expiresAt - times->issuedAt) / 5;
    const auto due
        = std::chrono::duration_cast<std::chrono::milliseconds>(localEnd() - margin - m_clock.now());
    return std::max<std::chrono::milliseconds>(due, kSoonestRenewal);
}

bool Session::isFresh() const
{
    return renewalDueIn() > kSoonestRenewal;
}

void Session::obtain(Address address)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    if (m_renewal != Renewal::None) {
        return;
    }
    m_renewal = Renewal::IfDue;
    const quint64 generation = m_generation;
    if (!m_credentials || m_entering || address == Address::Known) {
        QMetaObject::invokeMethod(
            this,
            [this, generation] {
                if (generation == m_generation) {
                    settle();
                }
            },
            Qt::QueuedConnection);
        return;
    }
    m_rest.get(endpoint(u"/api/info"_s), [this, generation](Result<QJsonObject> told) {
        if (generation != m_generation) {
            return;
        }
        const QUrl sync(told ? (*told)["sync"_L1].toString() : QString());
        if (isWebSocket(sync)) {
            m_credentials->sync = sync;
        }
        settle();
    });
}

void Session::renew()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    const bool underWay = m_renewal != Renewal::None;
    m_renewal = Renewal::Demanded;
    if (!underWay) {
        const quint64 generation = m_generation;
        QMetaObject::invokeMethod(
            this,
            [this, generation] {
                if (generation == m_generation) {
                    settle();
                }
            },
            Qt::QueuedConnection);
    }
}

// Gives the answer that is owed, after asking the server for new tokens if it needs them.
void Session::settle()
{
    if (!m_credentials) {
        failRefresh({ Code::Unauthenticated, u"nobody is signed in"_s });
        return;
    }
    if (m_renewal == Renewal::IfDue && isFresh()) {
        tellRefreshed();
        return;
    }
    if (m_entering) {
        failRefresh({ Code::Unavailable, u"somebody is signing in"_s });
        return;
    }
    const quint64 generation = m_generation;
    m_rest.post(endpoint(u"/api/auth/refresh"_s), { { "refreshToken"_L1, m_credentials->refreshToken } },
        [this, generation](Result<QJsonObject> answer) {
            if (generation != m_generation) {
                return;
            }
            if (!answer) {
                failRefresh(answer.error());
                return;
            }
            takeRefreshed(*answer);
        });
}

void Session::takeRefreshed(const QJsonObject &answer)
{
    Credentials credentials = *m_credentials;
    const auto taken = read(answer, m_clock.now(), credentials);
    if (!taken || credentials.user != m_credentials->user) {
        failRefresh({ Code::Network, u"the answer to a refresh is not one of Larder's"_s });
        return;
    }
    const quint64 generation = m_generation;
    m_store.save(credentials, [this, generation, credentials](const Result<void> &saved) {
        if (generation != m_generation) {
            return;
        }
        if (!saved) {
            qCWarning(lcSync) << "the tokens can't be kept:" << saved.error().detail;
        }
        const auto before = account();
        m_credentials = credentials;
        if (account() != before) {
            Q_EMIT accountChanged(account());
        }
        tellRefreshed();
    });
}

void Session::tellRefreshed()
{
    m_renewal = Renewal::None;
    Q_EMIT refreshed();
}

void Session::failRefresh(Error error)
{
    m_renewal = Renewal::None;
    const bool definitive = error.code == Code::Unauthenticated || error.code == Code::TokenExpired;
    qCInfo(lcSync) << "the token could not be renewed:" << wireName(error.code) << error.detail;
    if (definitive && m_credentials) {
        ++m_generation;
        m_credentials.reset();
        m_store.clear([](const Result<void> &cleared) {
            if (!cleared) {
                qCWarning(lcSync) << "the ended session's tokens can't be removed:" << cleared.error().detail;
            }
        });
        Q_EMIT accountChanged(std::nullopt);
    }
    Q_EMIT refreshFailed(error.code);
}

void Session::setClockOffset(Micros offset)
{
    if (m_credentials) {
        m_credentials->clockOffset = offset;
    }
}

// ---- signing out

void Session::signOut()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    ++m_generation;
    m_entering = false;
    m_renewal = Renewal::None;
    if (m_credentials) {
        // Best effort: the tokens are forgotten here whatever the server says, and end there by themselves.
        m_rest.post(endpoint(u"/api/auth/logout"_s), { { "refreshToken"_L1, m_credentials->refreshToken } },
            m_credentials->accessToken, [](const Result<QJsonObject> &answer) {
                if (!answer) {
                    qCInfo(lcSync) << "the server was not told of the sign-out:" << answer.error().detail;
                }
            });
    }
    m_credentials.reset();
    m_store.clear([](const Result<void> &cleared) {
        if (!cleared) {
            qCWarning(lcSync) << "the tokens can't be removed:" << cleared.error().detail;
        }
    });
    Q_EMIT accountChanged(std::nullopt);
}

void Session::refuse(Code code)
{
    signOut();
    Q_EMIT signInFailed(code);
}

} // namespace larder::sync
