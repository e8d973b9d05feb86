#include "core/sync/sync_machine.h"

#include "core/limits.h"

#include <algorithm>

namespace larder::sync {

namespace {

// The token itself is the trouble: another one may be taken.
bool concernsToken(Code code)
{
    return code == Code::Unauthenticated || code == Code::TokenExpired;
}

// The same bytes would be refused again, so the batch is taken apart until the guilty write stands alone. All
// else is a state of the server that passes.
bool concernsContent(Code code)
{
    switch (code) {
    case Code::Malformed:
    case Code::TooLarge:
    case Code::UnknownKind:
    case Code::UnknownField:
    case Code::InvalidValue:
    case Code::Incomplete:
    case Code::ServerAuthored:
    case Code::SpaceFull:
    case Code::NotAMember:
    case Code::ReadOnly:
    case Code::SpaceGone:
        return true;
    default:
        return false;
    }
}

// A defect of the server that a write provokes each time must not hold up the whole queue for ever.
constexpr int kPatienceWithDefects = 6;

class Answer {
public:
    explicit Answer(const State &state)
        : m_step { state, {} }
    {
    }

    Step take() { return std::move(m_step); }

    // ---- whatever the stage

    void on(const SignedIn &)
    {
        if (s().stage == Stage::SignedOut) {
            s().failures = 0;
            s().token = TokenState::Kept;
            begin();
        }
    }
    void on(const SignedOut &) { endSession(std::nullopt); }
    void on(const ManualOfflineOn &)
    {
        s().manualOffline = true;
        if (s().stage != Stage::SignedOut && s().stage != Stage::Held) {
            leave();
            s().stage = Stage::Held;
            s().reason.reset();
        }
    }
    void on(const ManualOfflineOff &)
    {
        s().manualOffline = false;
        if (s().stage == Stage::Held) {
            s().failures = 0;
            begin();
        }
    }
    void on(const NetworkUp &)
    {
        s().networkUp = true;
        retryNow();
    }
    void on(const NetworkDown &)
    {
        s().networkUp = false;
        if (s().stage == Stage::Waiting) {
            perform(StartTimer { Timer::Retry, kSlowestAttempt });
        } else if (isTrying()) {
            fall(Code::Network);
        }
    }
    void on(const RetryAsked &) { retryNow(); }
    void on(const ClockJumped &)
    {
        if (isTrying()) {
            leave();
            s().failures = 0;
            begin();
        } else {
            retryNow();
        }
    }

    // ---- the way to a connection

    void on(const TokenRefreshed &)
    {
        s().token = TokenState::Kept;
        s().renewals = 0;
        if (s().stage == Stage::Authorizing) {
            s().stage = Stage::Opening;
            perform(OpenSocket {});
            perform(StartTimer { Timer::Answer });
        } else if (isConnected(s().stage)) {
            perform(SendToken {});
            perform(StartTimer { Timer::Token });
            if (s().flow == Flow::NeedsToken) {
                s().flow = Flow::Open;
                perform(PushQueued {});
            }
        }
    }
    void on(const TokenRefreshFailed &event)
    {
        if (s().stage == Stage::SignedOut) {
            return;
        }
        if (concernsToken(event.code)) {
            endSession(event.code);
            perform(TellSignedOut { event.code });
            return;
        }
        if (s().token == TokenState::Renewing) {
            s().token = TokenState::Refused;
        }
        if (s().stage == Stage::Authorizing) {
            fall(event.code);
        } else if (isConnected(s().stage)) {
            s().renewals = std::min(s().renewals + 1, kSlowestAttempt);
            perform(StartTimer { Timer::Token, s().renewals });
        }
    }
    void on(const SocketOpened &)
    {
        if (s().stage == Stage::Opening) {
            s().stage = Stage::Greeting;
            perform(SendHello {});
            perform(StartTimer { Timer::Answer });
        }
    }
    void on(const SocketClosed &event)
    {
        if (s().stage == Stage::Opening || s().stage == Stage::Greeting || isConnected(s().stage)) {
            lose(event.code);
        }
    }
    void on(const WelcomeReceived &)
    {
        if (s().stage == Stage::Greeting) {
            s().stage = Stage::CatchingUp;
            s().flow = Flow::Open;
            s().refusals = 0;
            s().renewals = 0;
            perform(StopTimer { Timer::Answer });
            perform(StartTimer { Timer::Pulse });
            perform(StartTimer { Timer::Token });
            perform(PushQueued {});
        } else if (isConnected(s().stage)) {
            fall(Code::Malformed);
        }
    }
    void on(const ConnectionRefused &event)
    {
        if (s().stage == Stage::Greeting || isConnected(s().stage)) {
            lose(event.code);
        }
    }
    void on(const Broken &event)
    {
        if (s().stage == Stage::Greeting || isConnected(s().stage)) {
            fall(event.code);
        }
    }

    // ---- while connected

    void on(const CaughtUp &)
    {
        if (s().stage == Stage::CatchingUp) {
            s().stage = Stage::Live;
            s().failures = 0;
            s().reason.reset();
        }
    }
    void on(const FellBehind &)
    {
        if (s().stage == Stage::Live) {
            s().stage = Stage::CatchingUp;
        }
    }
    void on(const LocalWriteQueued &) { pushIfOpen(); }
    void on(const PushAnswered &)
    {
        if (isConnected(s().stage)) {
            s().refusals = 0;
            pushIfOpen();
        }
    }
    void on(const PushRefused &event)
    {
        if (!isConnected(s().stage)) {
            return;
        }
        if (concernsToken(event.code)) {
            renewInPlace();
        } else if (concernsContent(event.code)
            || (event.code == Code::Internal && s().refusals >= kPatienceWithDefects)) {
            perform(SplitPush {});
            pushIfOpen();
        } else {
            pause();
        }
    }
    void on(const Pulse &event)
    {
        if (!isConnected(s().stage)) {
            return;
        }
        if (event.heardAgo >= limits::kHeartbeatTimeout || event.unansweredFor >= limits::kAnswerTimeout) {
            fall(Code::Timeout);
            return;
        }
        if (event.sentAgo >= limits::kHeartbeat) {
            perform(SendPing {});
        }
        perform(StartTimer { Timer::Pulse });
    }
    void on(const TimerFired &event)
    {
        switch (event.timer) {
        case Timer::Retry:
            if (s().stage == Stage::Waiting) {
                begin();
            }
            break;
        case Timer::Answer:
            if (s().stage == Stage::Opening || s().stage == Stage::Greeting) {
                fall(Code::Timeout);
            }
            break;
        case Timer::Token:
            if (isConnected(s().stage)) {
                s().token = TokenState::Renewing;
                perform(RenewToken {});
            }
            break;
        case Timer::Push:
            if (isConnected(s().stage) && s().flow == Flow::Paused) {
                s().flow = Flow::Open;
                perform(PushQueued {});
            }
            break;
        case Timer::Pulse:
            break;
        }
    }

private:
    State &s() { return m_step.state; }
    void perform(Action action) { m_step.actions.push_back(action); }

    bool isTrying() { return s().stage >= Stage::Authorizing; }

    void begin()
    {
        if (s().manualOffline) {
            s().stage = Stage::Held;
            s().reason.reset();
            return;
        }
        s().stage = Stage::Authorizing;
        if (s().token == TokenState::Kept) {
            perform(ObtainToken {});
        } else {
            s().token = TokenState::Renewing;
            perform(RenewToken {});
        }
    }

    // A renewal that is under way goes on: its token serves the next connection.
    void leave()
    {
        s().flow = Flow::Open;
        s().refusals = 0;
        perform(CloseSocket {});
        perform(StopTimers {});
    }

    void fall(Code reason)
    {
        leave();
        s().stage = Stage::Waiting;
        s().reason = reason;
        s().failures = std::min(s().failures + 1, kSlowestAttempt);
        const bool hopeless = reason == Code::UnsupportedVersion || !s().networkUp;
        perform(StartTimer { Timer::Retry, hopeless ? kSlowestAttempt : s().failures });
    }

    // The first refusal of a token is answered with a new one at once; a server that goes on refusing new
    // ones is left in peace for longer and longer.
    void lose(Code reason)
    {
        if (!concernsToken(reason)) {
            fall(reason);
            return;
        }
        s().token = TokenState::Refused;
        if (s().failures > 0) {
            fall(reason);
            return;
        }
        leave();
        s().failures = 1;
        s().reason = reason;
        begin();
    }

    void retryNow()
    {
        if (s().stage == Stage::Waiting) {
            s().failures = 0;
            perform(StopTimers {});
            begin();
        }
    }

    void endSession(std::optional<Code> reason)
    {
        if (s().stage != Stage::SignedOut) {
            leave();
        }
        s().stage = Stage::SignedOut;
        s().token = TokenState::Kept;
        s().failures = 0;
        s().renewals = 0;
        s().reason = reason;
    }

    void renewInPlace()
    {
        s().flow = Flow::NeedsToken;
        if (s().token != TokenState::Renewing) {
            s().token = TokenState::Renewing;
            perform(RenewToken {});
        }
    }

    void pause()
    {
        if (s().flow == Flow::Open) {
            s().flow = Flow::Paused;
            s().refusals = std::min(s().refusals + 1, kSlowestAttempt);
            perform(StartTimer { Timer::Push, s().refusals });
        }
    }

    void pushIfOpen()
    {
        if (isConnected(s().stage) && s().flow == Flow::Open) {
            perform(PushQueued {});
        }
    }

    Step m_step;
};

} // namespace

Phase phaseOf(Stage stage)
{
    switch (stage) {
    case Stage::SignedOut:
        return Phase::SignedOut;
    case Stage::Held:
    case Stage::Waiting:
        return Phase::Offline;
    case Stage::Authorizing:
    case Stage::Opening:
    case Stage::Greeting:
        return Phase::Connecting;
    case Stage::CatchingUp:
        return Phase::CatchingUp;
    case Stage::Live:
        return Phase::Live;
    }
    return Phase::SignedOut;
}

bool isConnected(Stage stage)
{
    return stage == Stage::CatchingUp || stage == Stage::Live;
}

Step next(const State &state, const Event &event)
{
    Answer answer(state);
    std::visit([&answer](const auto &happened) { answer.on(happened); }, event);
    return answer.take();
}

} // namespace larder::sync
