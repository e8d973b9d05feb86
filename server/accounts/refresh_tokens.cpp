#include "server/accounts/refresh_tokens.h"

#include "core/limits.h"
#include "core/model/uuid7.h"
#include "core/storage/transaction.h"
#include "server/accounts/account_table.h"
#include "server/accounts/statements.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QVariant>

namespace larder::server {

using namespace accounts_sql;
using storage::Dialect;

static constexpr int kTokenRandomBytes = 32;
static constexpr size_t kAnswersMax = 1'000; // to one token; nobody loses so many
static constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

static QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

RefreshTokens::RefreshTokens(storage::Database &database, Random &random, Micros now)
    : m_database(database)
    , m_random(random)
    , m_now(now)
{
}

Result<int> RefreshTokens::execute(QLatin1StringView statement, std::initializer_list<QVariant> values)
{
    auto query = m_database.cached(statement);
    if (!query) {
        return Failure(query.error());
    }
    for (const QVariant &value : values) {
        (*query)->addBindValue(value);
    }
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    return (*query)->numRowsAffected();
}

Result<QByteArray> RefreshTokens::issue(const model::Uuid &session)
{
    const QByteArray token = m_random.bytes(kTokenRandomBytes).toBase64(kBase64);
    const Micros expires = m_now + limits::kRefreshTokenLife;
    const auto done = execute(
        kInsertToken, { hashOf(token), boundId(m_database, session), nowBound(), qint64(expires.count()) });
    if (!done) {
        return Failure(done.error());
    }
    return token;
}

static Result<std::vector<model::SessionId>> readSessions(storage::Database &database, QSqlQuery &query)
{
    std::vector<model::SessionId> sessions;
    auto there = storage::step(query);
    for (; there && *there; there = storage::step(query)) {
        const auto id = readId(database, query.value(0));
        if (!id) {
            query.finish();
            return Failure(id.error());
        }
        sessions.push_back({ *id });
    }
    query.finish();
    return there ? Result<std::vector<model::SessionId>>(std::move(sessions)) : Failure(there.error());
}

Result<void> RefreshTokens::trimSessions(model::UserId user)
{
    const QVariant account = boundId(m_database, user.value);
    const Micros forgotten = m_now - limits::kEndedSessionLife;
    if (auto done = execute(kDropEndedSessions, { account, qint64(forgotten.count()) }); !done) {
        return Failure(done.error());
    }
    auto query
        = m_database.cached(m_database.dialect() == Dialect::Postgres ? kTrimSessionsAndTell : kTrimSessions);
    if (!query) {
        return Failure(query.error());
    }
    for (const QVariant &value : { nowBound(), account, account, QVariant(limits::kSessionsPerUser) }) {
        (*query)->addBindValue(value);
    }
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    auto ended = readSessions(m_database, **query);
    if (!ended) {
        return Failure(ended.error());
    }
    m_ended = std::move(*ended);
    return {};
}

Result<SessionGrant> RefreshTokens::openSession(model::UserId user, const QString &device)
{
    const model::Uuid session = model::makeUuid7(m_now, m_random);
    const QVariant account = boundId(m_database, user.value);
    const QVariant id = boundId(m_database, session);
    // Bound as it is, a null string would be SQL's null.
    const QString name = device.isNull() ? QStringLiteral("") : device.left(limits::kDeviceNameChars);
    if (auto done = execute(kInsertSession, { id, account, name, nowBound(), nowBound() }); !done) {
        return Failure(done.error());
    }
    if (auto done = trimSessions(user); !done) {
        return Failure(done.error());
    }
    auto token = issue(session);
    if (!token) {
        return Failure(token.error());
    }
    return SessionGrant { user, { session }, *token };
}

Result<model::Uuid> RefreshTokens::sessionOfHash(const QByteArray &hash)
{
    auto query = m_database.cached(kSessionOfToken);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->addBindValue(hash);
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    const auto there = storage::step(**query);
    const QVariant value = there && *there ? (*query)->value(0) : QVariant();
    (*query)->finish();
    if (!there) {
        return Failure(there.error());
    }
    return *there ? readId(m_database, value) : Failure(Code::Unauthenticated);
}

Result<model::SessionId> RefreshTokens::sessionOf(const QByteArray &token)
{
    const auto session = sessionOfHash(hashOf(token));
    return session ? Result<model::SessionId>(model::SessionId { *session }) : Failure(session.error());
}

// Unauthenticated when it has ended.
Result<model::UserId> RefreshTokens::lock(const model::Uuid &session)
{
    const QString statement = m_database.dialect() == Dialect::Postgres ? QString(kLockSession + kLockSuffix)
                                                                        : QString(kLockSession);
    auto query = m_database.cached(statement);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->addBindValue(boundId(m_database, session));
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    const auto there = storage::step(**query);
    const bool open = there && *there && (*query)->isNull(1);
    const QVariant account = open ? (*query)->value(0) : QVariant();
    (*query)->finish();
    if (!there) {
        return Failure(there.error());
    }
    if (!open) {
        return Failure(Code::Unauthenticated);
    }
    const auto id = readId(m_database, account);
    return id ? Result<model::UserId>(model::UserId { *id }) : Failure(id.error());
}

Result<RefreshTokens::Held> RefreshTokens::find(const QByteArray &hash)
{
    auto query = m_database.cached(kToken);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->addBindValue(hash);
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    const auto there = storage::step(**query);
    Held held;
    if (there && *there) {
        held = { Micros((*query)->value(0).toLongLong()), !(*query)->isNull(1),
            (*query)->isNull(2) ? QByteArray() : (*query)->value(2).toByteArray() };
    }
    (*query)->finish();
    if (!there) {
        return Failure(there.error());
    }
    return *there ? Result<Held>(held) : Failure(Code::Unauthenticated);
}

// The answers that were given after this token, the newest last: Unauthenticated once one of them was used.
Result<std::vector<QByteArray>> RefreshTokens::answersSince(const Held &held)
{
    std::vector<QByteArray> answers;
    for (QByteArray hash = held.replacedBy; !hash.isNull();) {
        const auto newer = find(hash);
        if (!newer) {
            return Failure(newer.error());
        }
        if (newer->used || answers.size() == kAnswersMax) {
            return Failure(Code::Unauthenticated);
        }
        answers.push_back(std::exchange(hash, newer->replacedBy));
    }
    return answers;
}

Result<SessionGrant> RefreshTokens::rotate(const QByteArray &token)
{
    const QByteArray hash = hashOf(token);
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction) {
        return Failure(transaction.error());
    }
    const auto session = sessionOfHash(hash);
    if (!session) {
        return Failure(session.error());
    }
    auto grant = rotateLocked(hash, *session);
    const bool decided = grant || grant.error().code == Code::Unauthenticated;
    if (decided) {
        if (auto committed = (*transaction)->commit(); !committed) {
            return Failure(committed.error());
        }
    }
    return grant;
}

Result<SessionGrant> RefreshTokens::rotateLocked(const QByteArray &hash, const model::Uuid &session)
{
    const auto user = lock(session);
    if (!user) {
        return Failure(user.error());
    }
    const auto held = find(hash);
    if (!held) {
        return Failure(held.error());
    }
    if (held->expires <= m_now) {
        return Failure(Code::TokenExpired);
    }
    const auto given = answersSince(*held);
    if (!given && given.error().code == Code::Unauthenticated) {
        if (auto ended = endSession({ session }); !ended) {
            return Failure(ended.error());
        }
        m_ended.push_back({ session });
    }
    if (!given) {
        return Failure(given.error());
    }
    auto fresh = issue(session);
    if (!fresh) {
        return Failure(fresh.error());
    }
    const QByteArray freshHash = hashOf(*fresh);
    for (const QByteArray &answer : *given) {
        // Brought though it had been replaced: its holder got that answer, so whoever brings another is not
        // them.
        const auto done = held->used ? execute(kSupersedeToken, { freshHash, answer })
                                     : execute(kUseToken, { nowBound(), answer, answer });
        if (!done) {
            return Failure(done.error());
        }
    }
    if (auto done = execute(kUseToken, { nowBound(), freshHash, hash }); !done) {
        return Failure(done.error());
    }
    if (auto done = execute(kSeenSession, { nowBound(), boundId(m_database, session) }); !done) {
        return Failure(done.error());
    }
    if (auto done = execute(kDropExpiredTokens, { boundId(m_database, session), nowBound() }); !done) {
        return Failure(done.error());
    }
    return SessionGrant { *user, { session }, *fresh };
}

Result<void> RefreshTokens::endSession(model::SessionId session)
{
    const auto statement = m_database.dialect() == Dialect::Postgres ? kRevokeSessionAndTell : kRevokeSession;
    const auto done = execute(statement, { nowBound(), boundId(m_database, session.value) });
    return done ? Result<void>() : Failure(done.error());
}

Result<std::vector<model::SessionId>> sessionsEndedSince(storage::Database &database, Micros since)
{
    auto query = database.cached(kSessionsEndedSince);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->addBindValue(qint64(since.count()));
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    return readSessions(database, **query);
}

} // namespace larder::server
