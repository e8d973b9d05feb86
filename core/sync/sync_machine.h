// What the sync client does next: the whole control flow of synchronisation as one pure function.
//
// It knows no clock, socket or QObject. SyncClient turns what happens into events, asks next(), and carries
// out the actions in order. Every (state, event) has an answer; one that changes nothing gives the same state
// and no actions. The invariants, which a test walks every pair for: a connection is left only with
// CloseSocket and StopTimers; a waiting client has its retry timer running; nobody is signed out but by
// themselves or by a definitive answer to a token refresh.
#pragma once

#include "core/sync/sync_status.h"

#include <variant>
#include <vector>

namespace larder::sync {

enum class Stage : quint8 {
    SignedOut,
    Held, // the person asked to stay offline
    Waiting, // for the retry timer
    Authorizing, // for an access token that is good
    Opening, // the socket
    Greeting, // hello is sent, no welcome yet
    CatchingUp,
    Live,
};

Phase phaseOf(Stage stage);
bool isConnected(Stage stage); // welcomed: messages go both ways

enum class TokenState : quint8 {
    Kept, // good as far as we know
    Refused, // the server refused it although it looked good: only a new one will do
    Renewing,
};

enum class Flow : quint8 {
    Open, // queued writes are pushed at once
    Paused, // the server asked for a rest; the push timer runs
    NeedsToken, // they go on with the next token
};

struct State {
    Stage stage = Stage::SignedOut;
    TokenState token = TokenState::Kept;
    Flow flow = Flow::Open;
    bool manualOffline = false;
    bool networkUp = true;
    int failures = 0; // to connect, since the last time all was caught up
    int renewals = 0; // of the token that failed in a row
    int refusals = 0; // of pushes in a row
    std::optional<Code> reason; // why it is not live

    friend bool operator==(const State &, const State &) = default;
};

// ---- what happens

struct SignedIn { };
struct SignedOut { };
struct ManualOfflineOn { };
struct ManualOfflineOff { };
struct NetworkUp { };
struct NetworkDown { };
struct RetryAsked { }; // by the person
struct ClockJumped { }; // the device slept, or somebody set its clock
struct SocketOpened { };
struct SocketClosed {
    Code code = Code::Network;
};
struct WelcomeReceived { };
struct CaughtUp { };
struct FellBehind { }; // a gap was found, or a new space came
struct ConnectionRefused { // denied without the number of a push; the server closes the connection
    Code code = Code::Internal;
};
struct PushRefused { // a push denied whole
    Code code = Code::Internal;
};
struct PushAnswered { };
struct TokenRefreshed { };
struct TokenRefreshFailed {
    Code code = Code::Internal;
};
struct LocalWriteQueued { };
struct Broken { // what the server sent can't be used, or the disk refused it
    Code code = Code::Internal;
};
struct Pulse { // the pulse timer fired; ages by the monotonic clock
    std::chrono::milliseconds heardAgo {};
    std::chrono::milliseconds sentAgo {};
    std::chrono::milliseconds unansweredFor {}; // the oldest question without an answer
};

enum class Timer : quint8 { Retry, Answer, Pulse, Token, Push };
struct TimerFired { // any but Pulse
    Timer timer = Timer::Retry;
};

using Event = std::variant<SignedIn, SignedOut, ManualOfflineOn, ManualOfflineOff, NetworkUp, NetworkDown,
    RetryAsked, ClockJumped, SocketOpened, SocketClosed, WelcomeReceived, CaughtUp, FellBehind,
    ConnectionRefused, PushRefused, PushAnswered, TokenRefreshed, TokenRefreshFailed, LocalWriteQueued,
    Broken, Pulse, TimerFired>;

// ---- what to do

struct ObtainToken { }; // one that is good for now; TokenRefreshed or TokenRefreshFailed follows
struct RenewToken { }; // a new one in any case
struct OpenSocket { };
struct CloseSocket { }; // and forget what was in flight
struct SendHello { };
struct SendToken { };
struct SendPing { };
struct PushQueued { }; // as much as the limits let go
struct SplitPush { }; // push the refused batch in halves; a single write that is refused so is failed
struct TellSignedOut { // for good: the person must sign in again
    Code code = Code::Unauthenticated;
};
struct StartTimer { // anew, if it runs
    Timer timer = Timer::Retry;
    int attempt = 0; // for those that back off

    friend bool operator==(const StartTimer &, const StartTimer &) = default;
};
struct StopTimer {
    Timer timer = Timer::Retry;
};
struct StopTimers { };

using Action = std::variant<ObtainToken, RenewToken, OpenSocket, CloseSocket, SendHello, SendToken, SendPing,
    PushQueued, SplitPush, TellSignedOut, StartTimer, StopTimer, StopTimers>;

// An attempt so late that the longest wait applies.
inline constexpr int kSlowestAttempt = 32;

struct Step {
    State state;
    std::vector<Action> actions;
};

Step next(const State &state, const Event &event);

} // namespace larder::sync
