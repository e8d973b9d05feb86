#include "core/sync/sync_machine.h"

#include "core/limits.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace larder;
using namespace larder::sync;
using namespace std::chrono_literals;

namespace {

constexpr std::array kStages = { Stage::SignedOut, Stage::Held, Stage::Waiting, Stage::Authorizing,
    Stage::Opening, Stage::Greeting, Stage::CatchingUp, Stage::Live };

struct NamedEvent {
    const char *name;
    Event event;
};

// Every alternative of Event; those whose values matter with each kind of value.
std::vector<NamedEvent> allEvents()
{
    return {
        { "SignedIn", SignedIn {} },
        { "SignedOut", SignedOut {} },
        { "ManualOfflineOn", ManualOfflineOn {} },
        { "ManualOfflineOff", ManualOfflineOff {} },
        { "NetworkUp", NetworkUp {} },
        { "NetworkDown", NetworkDown {} },
        { "RetryAsked", RetryAsked {} },
        { "ClockJumped", ClockJumped {} },
        { "SocketOpened", SocketOpened {} },
        { "SocketClosed network", SocketClosed { Code::Network } },
        { "SocketClosed token", SocketClosed { Code::TokenExpired } },
        { "WelcomeReceived", WelcomeReceived {} },
        { "CaughtUp", CaughtUp {} },
        { "FellBehind", FellBehind {} },
        { "ConnectionRefused version", ConnectionRefused { Code::UnsupportedVersion } },
        { "ConnectionRefused token", ConnectionRefused { Code::Unauthenticated } },
        { "PushRefused rate", PushRefused { Code::RateLimited } },
        { "PushRefused size", PushRefused { Code::TooLarge } },
        { "PushRefused token", PushRefused { Code::TokenExpired } },
        { "PushRefused internal", PushRefused { Code::Internal } },
        { "PushAnswered", PushAnswered {} },
        { "TokenRefreshed", TokenRefreshed {} },
        { "TokenRefreshFailed network", TokenRefreshFailed { Code::Network } },
        { "TokenRefreshFailed definitive", TokenRefreshFailed { Code::Unauthenticated } },
        { "LocalWriteQueued", LocalWriteQueued {} },
        { "Broken", Broken { Code::Malformed } },
        { "Pulse quiet", Pulse { 1s, 1s, 0s } },
        { "Pulse idle", Pulse { 1s, limits::kHeartbeat, 0s } },
        { "Pulse silent", Pulse { limits::kHeartbeatTimeout, 1s, 0s } },
        { "Pulse unanswered", Pulse { 1s, 1s, limits::kAnswerTimeout } },
        { "TimerFired retry", TimerFired { Timer::Retry } },
        { "TimerFired answer", TimerFired { Timer::Answer } },
        { "TimerFired pulse", TimerFired { Timer::Pulse } },
        { "TimerFired token", TimerFired { Timer::Token } },
        { "TimerFired push", TimerFired { Timer::Push } },
    };
}

// Every combination of what the machine remembers, as far as it makes a difference.
std::vector<State> allStates()
{
    std::vector<State> states;
    for (const Stage stage : kStages) {
        for (const TokenState token : { TokenState::Kept, TokenState::Refused, TokenState::Renewing }) {
            for (const Flow flow : { Flow::Open, Flow::Paused, Flow::NeedsToken }) {
                for (const bool networkUp : { true, false }) {
                    for (const int failures : { 0, 1, kSlowestAttempt }) {
                        for (const int refusals : { 0, 7, kSlowestAttempt }) {
                            State state;
                            state.stage = stage;
                            state.token = token;
                            state.flow = isConnected(stage) ? flow : Flow::Open;
                            state.manualOffline = stage == Stage::Held;
                            state.networkUp = networkUp;
                            state.failures = failures;
                            state.renewals = failures;
                            state.refusals = refusals;
                            states.push_back(state);
                        }
                    }
                }
            }
        }
    }
    return states;
}

template<typename Wanted> bool does(const Step &step)
{
    return std::ranges::any_of(
        step.actions, [](const Action &each) { return std::holds_alternative<Wanted>(each); });
}

std::optional<StartTimer> started(const Step &step, Timer timer)
{
    for (const Action &each : step.actions) {
        const auto *start = std::get_if<StartTimer>(&each);
        if (start != nullptr && start->timer == timer) {
            return *start;
        }
    }
    return std::nullopt;
}

bool hasSocket(Stage stage)
{
    return stage == Stage::Opening || stage == Stage::Greeting || isConnected(stage);
}

State at(Stage stage)
{
    State state;
    state.stage = stage;
    state.manualOffline = stage == Stage::Held;
    return state;
}

} // namespace

class SyncMachineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsListedHere()
    {
        std::set<std::size_t> seen;
        for (const auto &each : allEvents()) {
            seen.insert(each.event.index());
        }
        QCOMPARE(seen.size(), std::variant_size_v<Event>);
    }

    void everyPairHasAnAnswerThatKeepsTheInvariants()
    {
        int pairs = 0;
        for (const State &before : allStates()) {
            for (const auto &[name, event] : allEvents()) {
                const Step step = next(before, event);
                const State &after = step.state;
                const std::string place
                    = std::string(name) + " in stage " + std::to_string(int(before.stage));
                const char *where = place.c_str();

                // A connection is left only by closing it, with all its timers.
                const bool left = hasSocket(before.stage) && !hasSocket(after.stage);
                QVERIFY2(!left || (does<CloseSocket>(step) && does<StopTimers>(step)), where);
                // One is begun only from a token that was just settled.
                const bool beganToOpen = after.stage == Stage::Opening && before.stage != Stage::Opening;
                QVERIFY2(does<OpenSocket>(step) == beganToOpen, where);
                QVERIFY2(!beganToOpen || std::holds_alternative<TokenRefreshed>(event), where);
                // Who waits will wake up.
                const bool beganToWait = after.stage == Stage::Waiting && before.stage != Stage::Waiting;
                QVERIFY2(!beganToWait || started(step, Timer::Retry), where);
                QVERIFY2(
                    !(after.stage == Stage::Waiting && does<StopTimers>(step)) || started(step, Timer::Retry),
                    where);
                // Who waits for a token has asked for one.
                const bool beganToAuthorize
                    = after.stage == Stage::Authorizing && before.stage != Stage::Authorizing;
                QVERIFY2(!beganToAuthorize || does<ObtainToken>(step) || does<RenewToken>(step), where);
                QVERIFY2(!does<RenewToken>(step) || after.token == TokenState::Renewing, where);
                // Nobody is signed out but by themselves or by the server's own word.
                const bool signedOut = before.stage != Stage::SignedOut && after.stage == Stage::SignedOut;
                const auto *refused = std::get_if<TokenRefreshFailed>(&event);
                const bool definitive = refused != nullptr && refused->code == Code::Unauthenticated;
                QVERIFY2(!signedOut || definitive || std::holds_alternative<SignedOut>(event), where);
                QVERIFY2(does<TellSignedOut>(step) == (signedOut && definitive), where);
                // Only a person or a sign-in ends being signed out or held.
                if (before.stage == Stage::SignedOut && after.stage != Stage::SignedOut) {
                    QVERIFY2(std::holds_alternative<SignedIn>(event), where);
                }
                if (before.stage == Stage::Held && after.stage != Stage::Held) {
                    QVERIFY2(
                        std::holds_alternative<ManualOfflineOff>(event) || after.stage == Stage::SignedOut,
                        where);
                }
                QVERIFY2(after.stage != Stage::Held || after.manualOffline, where);
                // Nothing goes out without a connection.
                const bool talks = does<SendHello>(step) || does<SendToken>(step) || does<SendPing>(step)
                    || does<PushQueued>(step) || does<SplitPush>(step);
                QVERIFY2(!talks || after.stage == Stage::Greeting || isConnected(after.stage), where);
                QVERIFY2(!does<PushQueued>(step) || after.flow == Flow::Open, where);
                // A paused queue goes on by itself.
                const bool beganToPause = after.flow == Flow::Paused && before.flow != Flow::Paused;
                QVERIFY2(!beganToPause || started(step, Timer::Push), where);
                const bool beganToNeed = after.flow == Flow::NeedsToken && before.flow != Flow::NeedsToken;
                QVERIFY2(!beganToNeed || after.token == TokenState::Renewing, where);
                QVERIFY2(isConnected(after.stage) || after.flow == Flow::Open, where);
                // Live says no reason, and counters have a bound.
                QVERIFY2(after.stage != Stage::Live || before.stage == Stage::Live || !after.reason, where);
                QVERIFY2(after.failures <= kSlowestAttempt && after.renewals <= kSlowestAttempt
                        && after.refusals <= kSlowestAttempt,
                    where);
                ++pairs;
            }
        }
        QVERIFY(pairs > 10'000);
    }

    // The table: one row an event, one column a stage, from a state in which nothing else is out of the
    // ordinary.
    void everyStageFollowsTheTable_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t row = 0; row < allEvents().size(); ++row) {
            QTest::newRow(allEvents()[row].name) << int(row);
        }
    }

    void everyStageFollowsTheTable()
    {
        using enum Stage;
        // from:               SignedOut    Held         Waiting      Authorizing  Opening      Greeting
        // CatchingUp   Live
        static const std::map<std::string, std::array<Stage, 8>> kTable = {
            { "SignedIn", { Authorizing, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "SignedOut",
                { SignedOut, SignedOut, SignedOut, SignedOut, SignedOut, SignedOut, SignedOut, SignedOut } },
            { "ManualOfflineOn", { SignedOut, Held, Held, Held, Held, Held, Held, Held } },
            { "ManualOfflineOff",
                { SignedOut, Authorizing, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "NetworkUp",
                { SignedOut, Held, Authorizing, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "NetworkDown", { SignedOut, Held, Waiting, Waiting, Waiting, Waiting, Waiting, Waiting } },
            { "RetryAsked",
                { SignedOut, Held, Authorizing, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "ClockJumped",
                { SignedOut, Held, Authorizing, Authorizing, Authorizing, Authorizing, Authorizing,
                    Authorizing } },
            { "SocketOpened",
                { SignedOut, Held, Waiting, Authorizing, Greeting, Greeting, CatchingUp, Live } },
            { "SocketClosed network",
                { SignedOut, Held, Waiting, Authorizing, Waiting, Waiting, Waiting, Waiting } },
            { "SocketClosed token",
                { SignedOut, Held, Waiting, Authorizing, Authorizing, Authorizing, Authorizing,
                    Authorizing } },
            { "WelcomeReceived",
                { SignedOut, Held, Waiting, Authorizing, Opening, CatchingUp, Waiting, Waiting } },
            { "CaughtUp", { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, Live, Live } },
            { "FellBehind",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, CatchingUp } },
            { "ConnectionRefused version",
                { SignedOut, Held, Waiting, Authorizing, Opening, Waiting, Waiting, Waiting } },
            { "ConnectionRefused token",
                { SignedOut, Held, Waiting, Authorizing, Opening, Authorizing, Authorizing, Authorizing } },
            { "PushRefused rate",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "PushRefused size",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "PushRefused token",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "PushRefused internal",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "PushAnswered",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "TokenRefreshed", { SignedOut, Held, Waiting, Opening, Opening, Greeting, CatchingUp, Live } },
            { "TokenRefreshFailed network",
                { SignedOut, Held, Waiting, Waiting, Opening, Greeting, CatchingUp, Live } },
            { "TokenRefreshFailed definitive",
                { SignedOut, SignedOut, SignedOut, SignedOut, SignedOut, SignedOut, SignedOut, SignedOut } },
            { "LocalWriteQueued",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "Broken", { SignedOut, Held, Waiting, Authorizing, Opening, Waiting, Waiting, Waiting } },
            { "Pulse quiet", { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "Pulse idle", { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "Pulse silent",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, Waiting, Waiting } },
            { "Pulse unanswered",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, Waiting, Waiting } },
            { "TimerFired retry",
                { SignedOut, Held, Authorizing, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "TimerFired answer",
                { SignedOut, Held, Waiting, Authorizing, Waiting, Waiting, CatchingUp, Live } },
            { "TimerFired pulse",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "TimerFired token",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
            { "TimerFired push",
                { SignedOut, Held, Waiting, Authorizing, Opening, Greeting, CatchingUp, Live } },
        };
        QFETCH(int, row);
        const auto events = allEvents();
        const auto &[name, event] = events[std::size_t(row)];
        QVERIFY2(kTable.contains(name), name);
        for (std::size_t column = 0; column < kStages.size(); ++column) {
            const Stage after = next(at(kStages[column]), event).state.stage;
            QCOMPARE(int(after), int(kTable.at(name)[column]));
        }
    }

    void walksFromSignInToLive()
    {
        State state;
        Step step = next(state, SignedIn {});
        QVERIFY(does<ObtainToken>(step));
        step = next(step.state, TokenRefreshed {});
        QVERIFY(does<OpenSocket>(step) && started(step, Timer::Answer));
        step = next(step.state, SocketOpened {});
        QVERIFY(does<SendHello>(step) && started(step, Timer::Answer));
        step = next(step.state, WelcomeReceived {});
        QVERIFY(does<PushQueued>(step) && started(step, Timer::Pulse) && started(step, Timer::Token));
        step = next(step.state, CaughtUp {});
        QCOMPARE(phaseOf(step.state.stage), Phase::Live);
    }

    void waitsLongerAfterEachFailureUntilAllIsCaughtUp()
    {
        State state = at(Stage::Opening);
        for (int attempt = 1; attempt <= 5; ++attempt) {
            const Step failed = next(state, SocketClosed { Code::Network });
            QCOMPARE(started(failed, Timer::Retry)->attempt, attempt);
            QCOMPARE(failed.state.reason, Code::Network);
            state = next(next(failed.state, TimerFired { Timer::Retry }).state, TokenRefreshed {}).state;
            QCOMPARE(state.stage, Stage::Opening);
        }
        state = next(next(state, SocketOpened {}).state, WelcomeReceived {}).state;
        QCOMPARE(state.failures, 5);
        state = next(state, CaughtUp {}).state;
        QCOMPARE(state.failures, 0);
        QVERIFY(!state.reason);
    }

    void takesANewTokenAtOnceWhenOneIsRefusedAndThenEverMoreSlowly()
    {
        const Step refused = next(at(Stage::Greeting), ConnectionRefused { Code::TokenExpired });
        QCOMPARE(refused.state.stage, Stage::Authorizing);
        QVERIFY(does<RenewToken>(refused));
        State state = next(next(refused.state, TokenRefreshed {}).state, SocketOpened {}).state;
        const Step again = next(state, ConnectionRefused { Code::TokenExpired });
        QCOMPARE(again.state.stage, Stage::Waiting);
        QCOMPARE(started(again, Timer::Retry)->attempt, 2);
        const Step retried = next(again.state, TimerFired { Timer::Retry });
        QVERIFY(does<RenewToken>(retried) && !does<ObtainToken>(retried));
    }

    void keepsTheSessionWhateverElseARefreshAnswers()
    {
        for (const Code code : { Code::Network, Code::Timeout, Code::Unavailable, Code::RateLimited,
                 Code::Internal, Code::Malformed, Code::NotFound, Code::Storage }) {
            for (const Stage stage : kStages) {
                if (stage != Stage::SignedOut) {
                    QVERIFY(next(at(stage), TokenRefreshFailed { code }).state.stage != Stage::SignedOut);
                }
            }
        }
        const Step inPlace = next(at(Stage::Live), TokenRefreshFailed { Code::Timeout });
        QCOMPARE(started(inPlace, Timer::Token)->attempt, 1);
        QCOMPARE(
            started(next(inPlace.state, TokenRefreshFailed { Code::Timeout }), Timer::Token)->attempt, 2);
    }

    void renewsTheTokenWithoutLeavingTheConnection()
    {
        const Step due = next(at(Stage::Live), TimerFired { Timer::Token });
        QVERIFY(does<RenewToken>(due));
        const Step renewed = next(due.state, TokenRefreshed {});
        QCOMPARE(renewed.state.stage, Stage::Live);
        QVERIFY(does<SendToken>(renewed) && started(renewed, Timer::Token));
    }

    void restsWhenAPushIsRefusedForNow()
    {
        const Step first = next(at(Stage::Live), PushRefused { Code::RateLimited });
        QCOMPARE(first.state.flow, Flow::Paused);
        QCOMPARE(started(first, Timer::Push)->attempt, 1);
        QVERIFY(!does<PushQueued>(next(first.state, LocalWriteQueued {})));
        const Step rested = next(first.state, TimerFired { Timer::Push });
        QVERIFY(does<PushQueued>(rested));
        const Step second = next(rested.state, PushRefused { Code::Unavailable });
        QCOMPARE(started(second, Timer::Push)->attempt, 2);
        QCOMPARE(next(rested.state, PushAnswered {}).state.refusals, 0);
    }

    void takesABatchApartThatWillNeverBeTaken()
    {
        QVERIFY(does<SplitPush>(next(at(Stage::Live), PushRefused { Code::TooLarge })));
        QVERIFY(does<SplitPush>(next(at(Stage::Live), PushRefused { Code::Malformed })));
        State state = at(Stage::Live);
        int pauses = 0;
        for (Step step = next(state, PushRefused { Code::Internal }); !does<SplitPush>(step);
             step = next(state, PushRefused { Code::Internal })) {
            state = next(step.state, TimerFired { Timer::Push }).state;
            QVERIFY(++pauses < 20);
        }
        QVERIFY(pauses > 3);
    }

    void waitsForTheNextTokenWhenAPushWasRefusedForThisOne()
    {
        const Step refused = next(at(Stage::Live), PushRefused { Code::TokenExpired });
        QVERIFY(does<RenewToken>(refused));
        QVERIFY(!does<PushQueued>(next(refused.state, LocalWriteQueued {})));
        const Step renewed = next(refused.state, TokenRefreshed {});
        QVERIFY(does<SendToken>(renewed) && does<PushQueued>(renewed));
    }

    void pingsWhenItSaidNothingForAWhile()
    {
        QVERIFY(!does<SendPing>(next(at(Stage::Live), Pulse { 1s, limits::kHeartbeat - 1ms, 0s })));
        QVERIFY(does<SendPing>(next(at(Stage::Live), Pulse { 1s, limits::kHeartbeat, 0s })));
    }

    void hangsUpOnSilenceAndOnAQuestionWithoutAnswer()
    {
        const auto quiet = Pulse { limits::kHeartbeatTimeout - 1ms, 1s, limits::kAnswerTimeout - 1ms };
        QCOMPARE(next(at(Stage::Live), quiet).state.stage, Stage::Live);
        const Step silent = next(at(Stage::Live), Pulse { limits::kHeartbeatTimeout, 1s, 0s });
        QCOMPARE(silent.state.stage, Stage::Waiting);
        QCOMPARE(silent.state.reason, Code::Timeout);
        QCOMPARE(next(at(Stage::Live), Pulse { 1s, 1s, limits::kAnswerTimeout }).state.stage, Stage::Waiting);
    }

    void triesRarelyWithoutANetworkAndAtOnceWithOne()
    {
        const Step down = next(at(Stage::Live), NetworkDown {});
        QCOMPARE(started(down, Timer::Retry)->attempt, kSlowestAttempt);
        const Step up = next(down.state, NetworkUp {});
        QCOMPARE(up.state.stage, Stage::Authorizing);
        QCOMPARE(up.state.failures, 0);
    }

    void staysOfflineWhenAskedTo()
    {
        State state;
        state.manualOffline = true;
        QCOMPARE(next(state, SignedIn {}).state.stage, Stage::Held);
        state.stage = Stage::Held;
        for (const auto &[name, event] : allEvents()) {
            const Stage after = next(state, event).state.stage;
            const bool asked = std::holds_alternative<ManualOfflineOff>(event);
            QVERIFY2(after == Stage::Held || after == Stage::SignedOut || asked, name);
        }
    }
};

QTEST_GUILESS_MAIN(SyncMachineTest)
#include "sync_machine_test.moc"
