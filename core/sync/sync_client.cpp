#include "core/sync/sync_client.h"

#include "core/assert.h"
#include "core/backoff.h"
#include "core/logging.h"
#include "core/protocol/version.h"

#include <QtCore/QThread>

#include <algorithm>

namespace larder::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

static constexpr Backoff kBackoff { limits::kBackoffFirst, limits::kBackoffMax };

static milliseconds inMillis(Micros span)
{
    return std::chrono::duration_cast<milliseconds>(span);
}

SyncClient::SyncClient(replica::Replica &replica, TokenSource &tokens, Transport &transport, Timers &timers,
    const Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_tokens(tokens)
    , m_transport(transport)
    , m_timerSource(timers)
    , m_clock(clock)
    , m_random(random)
{
    connect(&transport, &Transport::opened, this, [this] { happen(SocketOpened {}); });
    connect(&transport, &Transport::closed, this, [this](Code code, const QString &detail) {
        qCInfo(lcSync) << "the connection was closed:" << wireName(code) << detail;
        happen(SocketClosed { code });
    });
    connect(&transport, &Transport::received, this, qOverload<const QByteArray &>(&SyncClient::take));
    connect(&tokens, &TokenSource::refreshed, this, [this] { happen(TokenRefreshed {}); });
    connect(&tokens, &TokenSource::refreshFailed, this,
        [this](Code code) { happen(TokenRefreshFailed { code }); });
    connect(&tokens, &TokenSource::signedIn, this, &SyncClient::enter);
    connect(&replica, &replica::Replica::queueChanged, this, &SyncClient::queueGrew);
    connect(&replica, &replica::Replica::recovered, this, [this] { happen(Broken { Code::Corrupt }); });
    if (!tokens.user().isNull()) {
        enter(tokens.user());
    }
}

SyncClient::~SyncClient()
{
    perform(StopTimers {});
    for (const Timers::Id id : { m_flushTimer, m_queueTimer, m_enterTimer, m_clockTimer }) {
        m_timerSource.stop(id);
    }
}

void SyncClient::soon(Timers::Id &slot, milliseconds delay, void (SyncClient::*what)())
{
    if (slot == 0) {
        slot = m_timerSource.start(delay, [this, &slot, what] {
            slot = 0;
            (this->*what)();
        });
    }
}

// ---- what the person and the system say

void SyncClient::setManualOffline(bool offline)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    if (offline) {
        happen(ManualOfflineOn {});
    } else {
        happen(ManualOfflineOff {});
    }
}

void SyncClient::setNetworkReachable(bool reachable)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    if (reachable) {
        happen(NetworkUp {});
    } else {
        happen(NetworkDown {});
    }
}

void SyncClient::wakeUp()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    happen(ClockJumped {});
}

void SyncClient::retryNow()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    happen(RetryAsked {});
}

void SyncClient::signOut()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    happen(SignedOut {});
    m_tokens.signOut();
    m_lastSync.reset();
    if (const auto cleared = m_replica.signOut(); !cleared) {
        qCWarning(lcSync) << "the replica could not be cleared:" << wireName(cleared.error().code)
                          << cleared.error().detail;
    }
    tellStatus();
}

void SyncClient::enter(model::UserId user)
{
    m_entering = user;
    soon(m_enterTimer, 0ms, &SyncClient::enterNow);
}

void SyncClient::enterNow()
{
    if (m_tokens.user() != m_entering || m_entering.isNull()) {
        return;
    }
    if (const auto mine = m_replica.setUser(m_entering); !mine) {
        qCWarning(lcSync) << "this account can't be used with these lists:" << wireName(mine.error().code);
        happen(SignedOut {});
        m_tokens.refuse(mine.error().code);
        return;
    }
    happen(SignedIn {});
}

// ---- the machine

void SyncClient::happen(const Event &event)
{
    m_events.push_back(event);
    if (m_dealing) {
        return;
    }
    m_dealing = true;
    while (!m_events.empty()) {
        const Event first = m_events.front();
        m_events.pop_front();
        Step step = next(m_state, first);
        m_state = step.state;
        for (const Action &action : step.actions) {
            std::visit([this](const auto &what) { perform(what); }, action);
        }
    }
    m_dealing = false;
    watchClock();
    tellStatus();
}

void SyncClient::perform(const ObtainToken &)
{
    m_tokens.obtain(m_state.failures > 0 ? TokenSource::Address::Doubted : TokenSource::Address::Known);
}

void SyncClient::perform(const RenewToken &)
{
    m_tokens.renew();
}

void SyncClient::perform(const OpenSocket &)
{
    m_transport.open(m_tokens.syncUrl());
}

void SyncClient::perform(const CloseSocket &)
{
    m_transport.close();
    m_window.clear();
    m_catchUp.clear();
    m_replica.releaseInFlight();
}

void SyncClient::perform(const SendHello &)
{
    m_pace.reset();
    m_heardAt = m_helloAt = m_clock.monotonic();
    m_helloEpoch = m_replica.epoch();
    m_helloCursors.clear();
    for (const replica::Space &space : m_replica.spaces()) {
        if (!space.local && m_helloCursors.size() < std::size_t(limits::kCursorsPerHello)) {
            m_helloCursors.push_back({ space.grant.space, space.cursor });
        }
    }
    send(protocol::Hello {
        protocol::kVersion, m_tokens.accessToken(), m_replica.device(), m_helloEpoch, m_helloCursors, true });
}

void SyncClient::perform(const SendToken &)
{
    send(protocol::Token { m_tokens.accessToken() });
}

void SyncClient::perform(const SendPing &)
{
    m_pingedAt = m_clock.now();
    send(protocol::Ping { ++m_pings });
}

void SyncClient::perform(const PushQueued &)
{
    flush();
}

void SyncClient::perform(const SplitPush &)
{
    PushWindow::Batch *first = m_window.first();
    LARDER_ASSERT(first != nullptr);
    if (first->writes.size() > 1) {
        m_window.split(*first);
    } else {
        failFirst(m_refusal);
    }
}

void SyncClient::perform(const TellSignedOut &action)
{
    Q_EMIT permanentlySignedOut(action.code);
}

void SyncClient::perform(const StartTimer &action)
{
    perform(StopTimer { action.timer });
    const milliseconds delay = delayOf(action);
    if (action.timer == Timer::Retry) {
        m_nextAttempt = m_clock.now() + delay;
    }
    Timers::Id &slot = m_timers[std::size_t(action.timer)];
    slot = m_timerSource.start(delay, [this, &slot, timer = action.timer] {
        slot = 0;
        if (timer == Timer::Pulse) {
            pulse();
        } else {
            happen(TimerFired { timer });
        }
    });
}

void SyncClient::perform(const StopTimer &action)
{
    Timers::Id &slot = m_timers[std::size_t(action.timer)];
    if (slot != 0) {
        m_timerSource.stop(slot);
        slot = 0;
    }
}

void SyncClient::perform(const StopTimers &)
{
    for (const Timer timer : { Timer::Retry, Timer::Answer, Timer::Pulse, Timer::Token, Timer::Push }) {
        perform(StopTimer { timer });
    }
}

milliseconds SyncClient::delayOf(const StartTimer &action)
{
    switch (action.timer) {
    case Timer::Retry:
    case Timer::Push:
        return kBackoff.wait(action.attempt, m_random);
    case Timer::Answer:
        return limits::kAnswerTimeout;
    case Timer::Token:
        return action.attempt > 0 ? kBackoff.wait(action.attempt, m_random) : m_tokens.renewalDueIn();
    case Timer::Pulse:
        break;
    }
    // Exactly when the first of the three becomes due, so nothing has to be restarted with each message.
    const Micros now = m_clock.monotonic();
    Micros due = std::min<Micros>(m_sentAt + limits::kHeartbeat, m_heardAt + limits::kHeartbeatTimeout);
    for (const auto &open : { m_window.oldestSent(), m_catchUp.waitingSince() }) {
        if (open) {
            due = std::min<Micros>(due, *open + limits::kAnswerTimeout);
        }
    }
    return std::max(std::chrono::ceil<milliseconds>(due - now), 1ms);
}

void SyncClient::pulse()
{
    const Micros now = m_clock.monotonic();
    Micros unanswered {};
    for (const auto &open : { m_window.oldestSent(), m_catchUp.waitingSince() }) {
        if (open) {
            unanswered = std::max(unanswered, now - *open);
        }
    }
    happen(Pulse { inMillis(now - m_heardAt), inMillis(now - m_sentAt), inMillis(unanswered) });
}

// ---- clock and status

// Compares the wall clock with the monotonic one: they part when the device slept or somebody set its clock.
// Either way the connection may be dead and the offset to the server is another.
void SyncClient::watchClock()
{
    if (m_state.stage != Stage::SignedOut && m_state.stage != Stage::Held && m_clockTimer == 0) {
        m_drift = m_clock.now() - m_clock.monotonic();
        soon(m_clockTimer, limits::kClockCheck, &SyncClient::checkClock);
    }
}

void SyncClient::checkClock()
{
    const Micros drift = m_clock.now() - m_clock.monotonic();
    const Micros jumped = drift > m_drift ? drift - m_drift : m_drift - drift;
    if (jumped > limits::kClockJump) {
        qCInfo(lcSync) << "the clock jumped";
        happen(ClockJumped {});
    }
    watchClock();
}

// Everything that the server has is here, and everything that is here it has.
void SyncClient::noteAgreement()
{
    if (m_state.stage == Stage::Live && m_window.writes() == 0 && m_replica.queueState().queued == 0
        && (!m_lastSync || m_clock.now() - *m_lastSync >= 1s || m_clock.now() < *m_lastSync)) {
        m_lastSync = m_clock.now();
    }
}

SyncStatus SyncClient::status() const
{
    SyncStatus status;
    status.phase = phaseOf(m_state.stage);
    status.reason = m_state.reason;
    status.manualOffline = m_state.manualOffline;
    status.lastSync = m_lastSync;
    if (m_state.stage == Stage::Waiting) {
        status.nextAttempt = m_nextAttempt;
    }
    return status;
}

void SyncClient::tellStatus()
{
    noteAgreement();
    const SyncStatus now = status();
    if (now != m_told) {
        m_told = now;
        Q_EMIT statusChanged(now);
    }
}

} // namespace larder::sync
