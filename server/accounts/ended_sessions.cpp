#include "server/accounts/ended_sessions.h"

#include "core/limits.h"
#include "core/logging.h"
#include "server/accounts/persistently.h"
#include "server/accounts/refresh_tokens.h"

namespace larder::server {

EndedSessions::EndedSessions(StorePool &pool, Tokens &tokens, const Clock &clock, Timers &timers)
    : m_pool(pool)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_timers(timers)
{
}

EndedSessions::~EndedSessions()
{
    m_timers.stop(m_timer);
}

void EndedSessions::end(model::SessionId session)
{
    m_tokens.forget(session); // first, or a hello in between would get in
    Q_EMIT ended(session);
}

static auto endedLately(Micros now)
{
    return persistently([since = now - limits::kEndedSessionLife](
                            Store &store) { return sessionsEndedSince(store.dialect(), since); });
}

Result<void> EndedSessions::begin(const Feed &feed)
{
    connect(&feed, &Feed::heard, this, [this](const QByteArray &message) {
        if (!message.startsWith("session ")) {
            return;
        }
        if (const auto session = model::SessionId::fromString(QString::fromLatin1(message.mid(8)))) {
            end(*session);
        }
    });
    connect(&feed, &Feed::interrupted, this, [this] {
        m_listening = false;
        ask();
    });
    connect(&feed, &Feed::resumed, this, [this] {
        m_listening = true;
        ask();
    });
    const auto sessions = m_pool.read(endedLately(m_clock.now())).result();
    if (!sessions) {
        return Failure(sessions.error());
    }
    take(sessions);
    return {};
}

void EndedSessions::ask()
{
    m_timers.stop(m_timer);
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_pool.read(endedLately(m_clock.now()))
        .then(this, [this](const Result<std::vector<model::SessionId>> &sessions) {
            m_asking = false;
            take(sessions);
        });
}

void EndedSessions::take(const Result<std::vector<model::SessionId>> &sessions)
{
    if (sessions) {
        for (const model::SessionId &session : *sessions) {
            if (!m_tokens.isForgotten(session)) {
                end(session);
            }
        }
    }
    if (std::exchange(m_askAgain, false)) {
        ask();
    } else if (!sessions || !m_listening) {
        m_timer = m_timers.start(kEvery, [this] { ask(); });
    }
}

} // namespace larder::server
