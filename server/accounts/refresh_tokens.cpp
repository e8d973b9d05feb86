#include "server/accounts/refresh_tokens.h"

#include "core/limits.h"
#include "core/model/uuid7.h"
#include "server/accounts/statements.h"

#include <QtCore/QCryptographicHash>

namespace larder::server {

using namespace accounts_sql;

static constexpr int kTokenRandomBytes = 32;
static constexpr size_t kAnswersMax = 1'000; // to one token; nobody loses so many
static constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

static QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

static std::function<bool(const RowReader &)> into(std::vector<model::SessionId> &sessions)
{
    return [&sessions](const RowReader &row) {
        sessions.push_back({ row.id(0) });
        return true;
    };
}

RefreshTokens::RefreshTokens(Dialect &dialect, Random &random, Micros now)
    : m_dialect(dialect)
    , m_random(random)
    , m_now(now)
{
}

QByteArray RefreshTokens::makeToken() const
{
    return m_random.bytes(kTokenRandomBytes).toBase64(kBase64);
}

Call RefreshTokens::insertToken(const QByteArray &token, model::SessionId session) const
{
    const Micros expires = m_now + limits::kRefreshTokenLife;
    return { .statement = &kInsertToken,
        .rows = { { hashOf(token), session.value, now(), qint64(expires.count()) } } };
}

Result<SessionGrant> RefreshTokens::openSession(model::UserId user, const QString &device)
{
    const model::SessionId session { model::makeUuid7(m_now, m_random) };
    const QByteArray token = makeToken();
    const Micros forgotten = m_now - limits::kEndedSessionLife;
    m_ended.clear();
    const Call calls[] = {
        { .statement = &kInsertSession,
            .rows = { { session.value, user.value, device.left(limits::kDeviceNameChars), now(), now() } } },
        { .statement = &kDropEndedSessions, .rows = { { user.value, qint64(forgotten.count()) } } },
        { .statement = &kTrimSessions,
            .rows = { { now(), user.value, user.value, qint64(limits::kSessionsPerUser) } },
            .each = into(m_ended) },
        insertToken(token, session),
    };
    if (auto done = m_dialect.run(calls); !done) {
        return Failure(done.error());
    }
    return SessionGrant { user, session, token };
}

static Call askSession(const QByteArray &hash, std::optional<model::SessionId> &session)
{
    return { .statement = &kSessionOfToken, .rows = { { hash } }, .each = [&session](const RowReader &row) {
                session = { row.id(0) };
                return true;
            } };
}

Result<model::SessionId> RefreshTokens::sessionOf(const QByteArray &token)
{
    std::optional<model::SessionId> session;
    const Call calls[] = { askSession(hashOf(token), session) };
    if (auto asked = m_dialect.run(calls); !asked) {
        return Failure(asked.error());
    }
    return session ? Result<model::SessionId>(*session) : Failure(Code::Unauthenticated);
}

// Unauthenticated when it has ended.
Result<model::UserId> RefreshTokens::lock(model::SessionId session)
{
    std::optional<model::UserId> user;
    const auto read = m_dialect.run(kLockSession, { session.value }, [&user](const RowReader &row) {
        user = row.isNull(1) ? std::optional(model::UserId { row.id(0) }) : std::nullopt;
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    return user ? Result<model::UserId>(*user) : Failure(Code::Unauthenticated);
}

Result<RefreshTokens::Held> RefreshTokens::find(const QByteArray &hash)
{
    std::optional<Held> held;
    const auto read = m_dialect.run(kToken, { hash }, [&held](const RowReader &row) {
        held = { Micros(row.integer(0)), !row.isNull(1), row.isNull(2) ? QByteArray() : row.bytes(2) };
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    return held ? Result<Held>(*held) : Failure(Code::Unauthenticated);
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
    m_ended.clear();
    WriteTransaction transaction(m_dialect);
    std::optional<model::SessionId> session;
    if (auto begun = transaction.begin({ askSession(hash, session) }); !begun) {
        return Failure(begun.error());
    }
    if (!session) {
        return Failure(Code::Unauthenticated);
    }
    std::vector<Call> rest;
    auto grant = rotateLocked(hash, *session, rest);
    const bool decided = grant || grant.error().code == Code::Unauthenticated;
    if (decided) {
        if (auto committed = transaction.commit(std::move(rest)); !committed) {
            return Failure(committed.error());
        }
    }
    return grant;
}

static Call revoke(model::SessionId session, qint64 now)
{
    return { .statement = &kRevokeSession, .rows = { { now, session.value } } };
}

Result<SessionGrant> RefreshTokens::rotateLocked(
    const QByteArray &hash, model::SessionId session, std::vector<Call> &rest)
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
        rest.push_back(revoke(session, now()));
        m_ended.push_back(session);
    }
    if (!given) {
        return Failure(given.error());
    }
    const QByteArray fresh = makeToken();
    const QByteArray freshHash = hashOf(fresh);
    rest.push_back(insertToken(fresh, session));
    for (const QByteArray &answer : *given) {
        // Brought though it had been replaced: its holder got that answer, so whoever brings another is not
        // them.
        rest.push_back(held->used ? Call { .statement = &kSupersedeToken, .rows = { { freshHash, answer } } }
                                  : Call { .statement = &kUseToken, .rows = { { now(), answer, answer } } });
    }
    rest.push_back({ .statement = &kUseToken, .rows = { { now(), freshHash, hash } } });
    rest.push_back({ .statement = &kSeenSession, .rows = { { now(), session.value } } });
    rest.push_back({ .statement = &kDropExpiredTokens, .rows = { { session.value, now() } } });
    return SessionGrant { *user, session, fresh };
}

Result<void> RefreshTokens::endSession(model::SessionId session)
{
    const Call calls[] = { revoke(session, now()) };
    return m_dialect.run(calls);
}

Result<std::vector<model::SessionId>> sessionsEndedSince(Dialect &dialect, Micros since)
{
    std::vector<model::SessionId> sessions;
    const auto read = dialect.run(kSessionsEndedSince, { qint64(since.count()) }, into(sessions));
    return read ? Result<std::vector<model::SessionId>>(std::move(sessions)) : Failure(read.error());
}

Result<int> forgetSessions(Dialect &dialect, Micros now)
{
    std::vector<model::SessionId> gone;
    const qint64 forgotten = (now - limits::kEndedSessionLife).count();
    const qint64 most = limits::kPurgeRows;
    if (auto done = dialect.run(kForgetTokens, { qint64(now.count()), most }, into(gone)); !done) {
        return Failure(done.error());
    }
    // Sessions are looked for in all that there are: only when their tokens are through.
    if (qint64(gone.size()) < most) {
        if (auto done = dialect.run(kForgetSessions, { forgotten, forgotten, most }, into(gone)); !done) {
            return Failure(done.error());
        }
    }
    return int(gone.size());
}

} // namespace larder::server
