// Keeps the replica and the server in agreement, whenever there is a way between them.
//
// All decisions about connections, tokens and pauses are sync_machine's; this carries them out over the
// replica, a transport and timers. What it adds is the traffic of a connection: rows into the replica, the
// queue out of it, pulls where something is missing. It sends nothing that is not on disk and acknowledges
// nothing that the server did not answer, so it may be killed or cut off at any point. Lives on the replica
// thread. The UI calls its slots through queued invocations and takes its signals so.
#pragma once

#include "core/protocol/codec.h"
#include "core/random.h"
#include "core/replica/replica.h"
#include "core/sync/catch_up.h"
#include "core/sync/message_pace.h"
#include "core/sync/push_window.h"
#include "core/sync/sync_machine.h"
#include "core/sync/token_source.h"
#include "core/sync/transport.h"

#include <array>
#include <deque>

namespace larder::sync {

class SyncClient final : public QObject {
    Q_OBJECT

public:
    // Goes to work when `tokens` says that somebody is signed in. All outlive it.
    SyncClient(replica::Replica &replica, TokenSource &tokens, Transport &transport, Timers &timers,
        const Clock &clock, Random &random, QObject *parent = nullptr);
    ~SyncClient() override;

    SyncStatus status() const;

public Q_SLOTS:
    void setManualOffline(bool offline);
    void setNetworkReachable(bool reachable);
    // The system says that it slept.
    void wakeUp();
    // The person does not want to wait for the next attempt.
    void retryNow();
    // Ends the session here and, if it can be told, on the server, and clears the replica. What is queued is
    // lost: the caller has asked.
    void signOut();

Q_SIGNALS:
    void statusChanged(const larder::sync::SyncStatus &status);
    // The server ended the session; the lists stay, and wait for the same person to sign in again.
    void permanentlySignedOut(larder::Code code);

private:
    // ---- the machine
    void happen(const Event &event);
    void perform(const ObtainToken &);
    void perform(const RenewToken &);
    void perform(const OpenSocket &);
    void perform(const CloseSocket &);
    void perform(const SendHello &);
    void perform(const SendToken &);
    void perform(const SendPing &);
    void perform(const PushQueued &);
    void perform(const SplitPush &);
    void perform(const TellSignedOut &action);
    void perform(const StartTimer &action);
    void perform(const StopTimer &action);
    void perform(const StopTimers &);
    std::chrono::milliseconds delayOf(const StartTimer &action);
    void pulse();

    // ---- the account
    void enter(model::UserId user);
    void enterNow();

    // ---- the traffic
    void take(const QByteArray &bytes);
    void take(const protocol::Welcome &welcome);
    void take(const protocol::Rows &rows);
    void take(const protocol::Pushed &answer);
    void take(const protocol::Grant &grant);
    void take(const protocol::Reset &reset);
    void take(const protocol::Drop &drop);
    void take(const protocol::Denied &denied);
    void take(const protocol::Pong &pong);
    void take(const protocol::UnknownMessage &message);
    void send(const protocol::Up &message);
    void flush();
    bool sendPulls();
    void sendPushes();
    // Whether one more message may go out now; if not, flush() comes back when it may.
    bool mayTalk();
    void failFirst(Code code);
    void lookWhetherCaughtUp();
    // False after the replica refused, which is then the reason to hang up.
    bool kept(const Result<void> &result);
    qint64 cursorOf(model::SpaceId space) const;

    // ---- the rest
    void queueGrew(const replica::QueueState &state);
    void noticeQueue();
    void watchClock();
    void checkClock();
    void noteAgreement();
    void tellStatus();
    // Once after the delay, however often it is asked for meanwhile.
    void soon(Timers::Id &slot, std::chrono::milliseconds delay, void (SyncClient::*what)());

    replica::Replica &m_replica;
    TokenSource &m_tokens;
    Transport &m_transport;
    Timers &m_timerSource;
    const Clock &m_clock;
    Random &m_random;

    State m_state;
    std::deque<Event> m_events; // that happened while one was being dealt with
    bool m_dealing = false;
    SyncStatus m_told;
    std::optional<Micros> m_lastSync;
    std::optional<Micros> m_nextAttempt;
    std::array<Timers::Id, 5> m_timers {}; // by Timer; 0: does not run
    Timers::Id m_flushTimer = 0;
    Timers::Id m_queueTimer = 0;
    Timers::Id m_enterTimer = 0;
    Timers::Id m_clockTimer = 0;

    // Of the connection
    std::vector<protocol::Cursor> m_helloCursors;
    QString m_helloEpoch;
    Micros m_helloAt {}; // monotonic, as are the next two
    Micros m_heardAt {};
    Micros m_sentAt {};
    Micros m_pingedAt {}; // wall clock
    qint64 m_pings = 0;
    PushWindow m_window;
    CatchUp m_catchUp;
    MessagePace m_pace;
    Code m_refusal = Code::Internal; // of the first batch, when it was refused

    Micros m_offset {}; // the server's clock minus ours
    Micros m_drift {}; // wall clock minus monotonic, when last looked at
    model::UserId m_entering;
};

} // namespace larder::sync
