// Sessions and the refresh tokens that keep them: 32 random bytes, good for seven days and for one use.
//
// Each use gives a newer token. When an older one comes again, either its answer was lost on the way or
// somebody has a copy. As long as the newer was never used, the first is likely: the newer is replaced by a
// fresh one, and nobody is signed out by a bad network. Once the newer was used, both cannot have been the
// owner: the session ends.
//
// Every function is one transaction, or runs in the caller's, on a thread of the store's pool. What ends a
// session is committed although the caller gets an error. A session that ended stays for a while, for nodes
// that were away.
#pragma once

#include "core/clock.h"
#include "core/model/uuid.h"
#include "core/random.h"
#include "server/store/dialect.h"

#include <vector>

namespace larder::server {

struct SessionGrant {
    model::UserId user;
    model::SessionId session;
    QByteArray refreshToken; // for the client; we keep its hash alone
};

class RefreshTokens {
public:
    RefreshTokens(Dialect &dialect, Random &random, Micros now);

    // In the caller's transaction. The session that was not used for longest ends when the user has too many.
    Result<SessionGrant> openSession(model::UserId user, const QString &device);
    // Unauthenticated for what is no token of ours or of an ended session, TokenExpired for one that was
    // good.
    Result<SessionGrant> rotate(const QByteArray &token);
    // The sessions that rotate() ended because of a token's reuse, or openSession() because there were too
    // many.
    const std::vector<model::SessionId> &ended() const { return m_ended; }
    // Of any token that was given for it and is still known, used or not; Unauthenticated for all else.
    Result<model::SessionId> sessionOf(const QByteArray &token);
    // Of an ended session, or one that never was, it is no error. On PostgreSQL its log tells all nodes.
    Result<void> endSession(model::SessionId session);

private:
    struct Held {
        Micros expires {};
        bool used = false;
        QByteArray replacedBy; // null: by none
    };

    // What is left to be written with the commit goes into `rest`.
    Result<SessionGrant> rotateLocked(
        const QByteArray &hash, model::SessionId session, std::vector<Call> &rest);
    Result<std::vector<QByteArray>> answersSince(const Held &held);
    Call insertToken(const QByteArray &token, model::SessionId session) const;
    QByteArray makeToken() const;
    Result<Held> find(const QByteArray &hash);
    Result<model::UserId> lock(model::SessionId session);
    qint64 now() const { return m_now.count(); }

    Dialect &m_dialect;
    Random &m_random;
    Micros m_now;
    std::vector<model::SessionId> m_ended;
};

Result<std::vector<model::SessionId>> sessionsEndedSince(Dialect &dialect, Micros since);
// One turn, of kPurgeRows at most: tokens that expired, and sessions that ended or that no token leads to any
// more. How many went.
Result<int> forgetSessions(Dialect &dialect, Micros now);

} // namespace larder::server
