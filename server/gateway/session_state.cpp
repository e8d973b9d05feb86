#include "server/gateway/session_state.h"

#include "core/protocol/codec.h"
#include "core/protocol/version.h"

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;
using protocol::DropReason;

namespace {

// What is wrong with our disk or database is for the log, not for a client.
QString toldDetail(const Error &error)
{
    switch (error.code) {
    case Code::Storage:
    case Code::Unavailable:
    case Code::Corrupt:
    case Code::Internal:
        return {};
    default:
        return error.detail;
    }
}

} // namespace

SessionState::SessionState(const SessionRules &rules)
    : m_rules(rules)
    , m_started(rules.clock.monotonic())
    , m_lastHeard(m_started)
{
}

// ---- what the client says

void SessionState::received(QByteArrayView bytes, Actions &actions)
{
    if (m_phase == SessionPhase::Closed) {
        return;
    }
    m_lastHeard = m_rules.clock.monotonic();
    if (!m_allowance.take(m_lastHeard)) {
        refuse({ Code::RateLimited, u"too many messages"_s }, actions);
        return;
    }
    auto message = protocol::decodeUp(bytes);
    if (!message) {
        refuse(message.error(), actions);
        return;
    }
    std::visit(
        [this, &actions](auto &known) {
            using Message = std::decay_t<decltype(known)>;
            if constexpr (!std::is_same_v<Message, protocol::UnknownMessage>) {
                handle(known, actions);
            }
        },
        *message);
}

void SessionState::receivedText(Actions &actions)
{
    if (m_phase != SessionPhase::Closed) {
        refuse({ Code::Malformed, u"a text message"_s }, actions);
    }
}

void SessionState::handle(protocol::Hello &hello, Actions &actions)
{
    if (m_phase != SessionPhase::Greeting) {
        refuse({ Code::Malformed, u"a second hello"_s }, actions);
        return;
    }
    if (hello.version < protocol::kOldestVersion) {
        refuse({ Code::UnsupportedVersion,
                   u"versions %1 to %2 are spoken"_s.arg(protocol::kOldestVersion).arg(protocol::kVersion) },
            actions);
        return;
    }
    const Result<Identity> identity = m_rules.authenticator.verify(hello.token);
    if (!identity) {
        refuse(identity.error(), actions);
        return;
    }
    m_identity = *identity;
    m_compression = hello.zstd ? Compression::Zstd : Compression::None;
    m_opening = std::make_unique<Opening>(
        Opening { std::min(hello.version, protocol::kVersion), hello.epoch, std::move(hello.cursors) });
    m_phase = SessionPhase::Opening;
    readSpaces(actions);
}

void SessionState::handle(protocol::Push &push, Actions &actions)
{
    if (m_phase != SessionPhase::Open) {
        refuse({ Code::Malformed, u"a push before the welcome"_s }, actions);
        return;
    }
    if (pushesInFlight() >= limits::kPushesInFlight) {
        actions.push_back(
            Send { protocol::Denied { Code::RateLimited, u"too many unanswered pushes"_s, push.seq } });
        return;
    }
    m_pushes.push_back(std::move(push));
    runNextPush(actions);
}

// One after the other: a push may write into a space that the one before it makes.
void SessionState::runNextPush(Actions &actions)
{
    if (m_pushRuns || m_pushes.empty()) {
        return;
    }
    m_pushRuns = true;
    actions.push_back(RunPush { m_identity.user, std::move(m_pushes.front()), m_epoch });
    m_pushes.erase(m_pushes.begin());
}

void SessionState::pushed(qint64 seq, const Result<PushOutcome> &outcome, Actions &actions)
{
    if (m_phase == SessionPhase::Closed) {
        return;
    }
    m_pushRuns = false;
    if (outcome) {
        actions.push_back(Send { protocol::Pushed { seq, outcome->versions, outcome->corrections } });
    } else if (outcome.error().code == Code::Cancelled) {
        // Of another epoch. Once the spaces are read the client is sent away, and heals.
        actions.push_back(Send { protocol::Denied { Code::Unavailable, {}, seq } });
        readSpaces(actions);
    } else {
        actions.push_back(
            Send { protocol::Denied { outcome.error().code, toldDetail(outcome.error()), seq } });
    }
    runNextPush(actions);
}

void SessionState::handle(protocol::Pull &pull, Actions &actions)
{
    if (m_phase != SessionPhase::Open) {
        refuse({ Code::Malformed, u"a pull before the welcome"_s }, actions);
        return;
    }
    Subscription *subscription = find(pull.space);
    if (subscription == nullptr) {
        if (m_asked.size() < std::size_t(limits::kCursorsPerHello)) {
            m_asked.push_back(pull.space);
        }
        readSpaces(actions);
        return;
    }
    forgetReading(pull.space);
    // Ahead of us: it holds what a restored database lost, and begins anew.
    const bool ahead = pull.since > subscription->newest.version;
    subscription->at = { ahead ? 0 : std::max<qint64>(pull.since, 0), 0 };
    subscription->horizon = 0; // where it goes on from is its own word
    subscription->whole = false;
    subscription->look = true;
    subscription->pulled = true;
    m_behind = true;
}

void SessionState::handle(protocol::Token &token, Actions &actions)
{
    if (m_phase == SessionPhase::Greeting) {
        refuse({ Code::Malformed, u"a token before the hello"_s }, actions);
        return;
    }
    const Result<Identity> identity = m_rules.authenticator.verify(token.token);
    if (!identity) {
        refuse(identity.error(), actions);
        return;
    }
    if (identity->user != m_identity.user) {
        refuse({ Code::Unauthenticated, u"a token of another user"_s }, actions);
        return;
    }
    m_identity = *identity;
}

void SessionState::handle(protocol::Ping &ping, Actions &actions)
{
    actions.push_back(Send { protocol::Pong { ping.id, m_rules.clock.now().count() } });
}

// ---- its end

void SessionState::refuse(Error error, Actions &actions)
{
    actions.push_back(Send { protocol::Denied { error.code, toldDetail(error), -1 } });
    close(error.code, actions);
}

void SessionState::close(Code code, Actions &actions)
{
    if (m_phase == SessionPhase::Closed) {
        return;
    }
    for (const Subscription &subscription : m_subscriptions) {
        actions.push_back(Unsubscribe { subscription.space });
    }
    m_subscriptions.clear();
    m_pushes.clear();
    m_opening.reset();
    m_phase = SessionPhase::Closed;
    actions.push_back(CloseSession { code });
}

void SessionState::swept(Actions &actions)
{
    m_readPaused = false;
    for (Subscription &subscription : m_subscriptions) {
        subscription.look = subscription.look || subscription.late;
        m_behind = m_behind || subscription.late;
    }
    const Micros now = m_rules.clock.monotonic();
    const bool greeting = m_phase == SessionPhase::Greeting;
    if (m_phase == SessionPhase::Closed) {
        return;
    }
    if (greeting && now - m_started >= limits::kHelloTimeout) {
        close(Code::Timeout, actions);
    } else if (now - m_lastHeard >= limits::kHeartbeatTimeout) {
        close(Code::Timeout, actions);
    } else if (!greeting && m_rules.clock.now() >= m_identity.expiresAt) {
        close(Code::TokenExpired, actions);
    } else if (m_spacesDue) {
        readSpaces(actions);
    }
}

void SessionState::woken(Actions &actions)
{
    m_readPaused = false;
    if (m_spacesDue && m_phase == SessionPhase::Open) {
        readSpaces(actions);
    }
}

std::chrono::milliseconds SessionState::retryDelay(int retries)
{
    constexpr std::chrono::milliseconds kFirst { 2 };
    constexpr std::chrono::milliseconds kLongest { 1'000 };
    return std::min(kFirst * (1 << retries), kLongest);
}

// ---- which spaces, and as what

void SessionState::readSpaces(Actions &actions)
{
    if (m_spacesInFlight) {
        m_spacesStale = true;
        return;
    }
    m_spacesInFlight = true;
    m_spacesStale = false;
    m_spacesDue = false;
    ReadSpaces read { m_identity.user, m_asked, m_awaited };
    if (m_opening) {
        for (const protocol::Cursor &cursor : m_opening->cursors) {
            read.asked.push_back(cursor.space);
        }
    }
    for (const Subscription &subscription : m_subscriptions) {
        read.asked.push_back(subscription.space);
    }
    actions.push_back(std::move(read));
}

void SessionState::spacesRead(const Result<SpacesRead> &answer, Actions &actions)
{
    m_spacesInFlight = false;
    if (m_phase == SessionPhase::Closed) {
        return;
    }
    if (!answer) {
        if (m_phase == SessionPhase::Opening) {
            refuse({ Code::Unavailable, {} }, actions);
        }
        m_spacesDue = true;
        return;
    }
    if (m_spacesStale) {
        readSpaces(actions);
        return;
    }
    if (m_phase == SessionPhase::Opening) {
        open(*answer, actions);
    } else {
        refresh(*answer, actions);
    }
    m_asked.clear();
    if (answer->behind && m_spacesRetries < kRetries) {
        m_spacesDue = true;
        actions.push_back(WakeLater { retryDelay(m_spacesRetries++) });
    } else {
        m_awaited.clear();
        m_spacesRetries = 0;
    }
}

void SessionState::open(const SpacesRead &read, Actions &actions)
{
    const std::unique_ptr<Opening> opening = std::move(m_opening);
    m_phase = SessionPhase::Open;
    m_epoch = read.epoch;
    actions.push_back(Send { protocol::Welcome {
        opening->version, read.epoch, m_rules.clock.now().count(), read.spaces, protocol::Limits {} } });

    // After a restore the numbers of versions mean something else, so everything begins anew.
    const bool restored = !opening->epoch.isEmpty() && opening->epoch != read.epoch;
    std::vector<protocol::Cursor> &cursors = opening->cursors;
    std::ranges::sort(cursors, {}, &protocol::Cursor::space);
    for (const protocol::SpaceGrant &grant : read.spaces) {
        const auto held = std::ranges::lower_bound(cursors, grant.space, {}, &protocol::Cursor::space);
        const bool usable = held != cursors.end() && held->space == grant.space && !restored
            && held->version >= 0 && held->version <= grant.version;
        subscribe(grant, usable ? held->version : 0, actions);
    }
    for (const protocol::Drop &absent : read.absent) {
        actions.push_back(Send { absent });
    }
}

void SessionState::refresh(const SpacesRead &read, Actions &actions)
{
    // A failover lost what this client may have been sent: the next welcome tells it so, and it heals.
    if (read.epoch != m_epoch) {
        close(Code::Unavailable, actions);
        return;
    }
    for (const protocol::SpaceGrant &grant : read.spaces) {
        Subscription *held = find(grant.space);
        if (held == nullptr) {
            actions.push_back(Send { protocol::Grant { grant } });
            // Who had it before is somewhere in it, and what was forgotten since is in no page.
            if (std::ranges::find(m_asked, grant.space) != m_asked.end()) {
                actions.push_back(Send { protocol::Reset { grant.space } });
            }
            subscribe(grant, 0, actions);
            continue;
        }
        if (grant.version >= held->roleVersion) {
            changeRole(*held, grant.role, grant.version, actions);
        }
        held->newest = std::max(held->newest, Position { grant.version, 0 });
        m_behind = true;
    }

    // What was asked for and is not there: subscriptions that ended unheard, and spaces of others.
    for (const protocol::Drop &absent : read.absent) {
        if (find(absent.space) != nullptr) {
            unsubscribe(absent.space, absent.reason, actions);
        } else {
            actions.push_back(Send { absent });
        }
    }
}

void SessionState::memberChanged(const model::SpaceId &space, const MemberChange &change, Actions &actions)
{
    if (m_phase != SessionPhase::Opening && m_phase != SessionPhase::Open) {
        return;
    }
    m_spacesStale = m_spacesInFlight;
    Subscription *held = find(space);
    if (held == nullptr) {
        // Not told at once: this may be old news to the store, and what kind of space it is only the store
        // knows.
        if (change.role != model::Role::None) {
            m_awaited.push_back({ space, change.version });
            readSpaces(actions);
        }
        return;
    }
    if (change.version <= held->roleVersion) {
        return;
    }
    if (!change.role) {
        unsubscribe(space, DropReason::Revoked, actions);
        readSpaces(actions);
    } else if (*change.role == model::Role::None) {
        unsubscribe(space, DropReason::Revoked, actions);
    } else {
        changeRole(*held, *change.role, change.version, actions);
    }
}

void SessionState::changeRole(Subscription &subscription, model::Role role, qint64 version, Actions &actions)
{
    subscription.roleVersion = version;
    if (subscription.role != role) {
        subscription.role = role;
        // Not less than the client has: it would take the server for one that was restored.
        const qint64 told = std::max(version, subscription.at.version);
        actions.push_back(Send { protocol::Grant { { subscription.space, subscription.kind, role, told } } });
    }
}

void SessionState::feedResumed(Actions &actions)
{
    if (m_phase == SessionPhase::Opening || m_phase == SessionPhase::Open) {
        readSpaces(actions);
    }
}

SessionState::Subscription *SessionState::find(const model::SpaceId &space)
{
    const auto place = std::ranges::lower_bound(m_subscriptions, space, {}, &Subscription::space);
    return place != m_subscriptions.end() && place->space == space ? &*place : nullptr;
}

SessionState::Subscription &SessionState::subscribe(
    const protocol::SpaceGrant &grant, qint64 cursor, Actions &actions)
{
    Subscription subscription;
    subscription.space = grant.space;
    subscription.at = { cursor, 0 };
    subscription.newest = { grant.version, 0 };
    subscription.whole = cursor == grant.version; // a smaller one may be of a catch-up that was cut off
    subscription.roleVersion = grant.version;
    subscription.role = grant.role;
    subscription.kind = grant.kind;
    m_behind = true;
    actions.push_back(Subscribe { grant.space });
    const auto place = std::ranges::lower_bound(m_subscriptions, grant.space, {}, &Subscription::space);
    return *m_subscriptions.insert(place, subscription);
}

void SessionState::unsubscribe(const model::SpaceId &space, DropReason reason, Actions &actions)
{
    Subscription *held = find(space);
    if (held == nullptr) {
        return;
    }
    forgetReading(space);
    m_subscriptions.erase(m_subscriptions.begin() + (held - m_subscriptions.data()));
    actions.push_back(Unsubscribe { space });
    actions.push_back(Send { protocol::Drop { space, reason } });
}

} // namespace larder::server
