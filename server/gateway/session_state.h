// The server's side of one client's dialogue: messages and events in, actions out; no socket, no thread, no
// timer.
//
// Per space it knows how far the client was sent (`at`) and how far the space is known to be (`newest`). Rows
// that lead on from `at` are sent at once, to anybody else's they only move `newest`; whoever is behind reads
// pages until both agree. What was told live may leave out what a row had before, so it only goes to who has
// all of that: who ended on a page without more. Nothing is buffered for a client, so a slow one costs the
// server nothing but its place.
//
// What a client may see is settled before anything of the same commit is sent: a member's change comes first,
// ends or changes the subscription, and a page that was being read for an ended one is thrown away by its
// ticket.
#pragma once

#include "core/clock.h"
#include "server/gateway/authenticator.h"
#include "server/gateway/delivery.h"
#include "server/gateway/message_allowance.h"
#include "server/gateway/session_action.h"
#include "server/store/store.h"

#include <memory>

namespace larder::server {

// What all sessions share; outlives them.
struct SessionRules {
    const Clock &clock;
    const Authenticator &authenticator;
};

enum class SessionPhase : quint8 { Greeting, Opening, Open, Closed };

class SessionState {
public:
    explicit SessionState(const SessionRules &rules);

    SessionPhase phase() const { return m_phase; }
    const Identity &identity() const { return m_identity; } // once past Greeting
    Compression compression() const { return m_compression; }
    bool isParked() const { return m_parked; }
    int pushesInFlight() const { return int(m_pushes.size()) + (m_pushRuns ? 1 : 0); }

    // One message of the client, as it came.
    void received(QByteArrayView bytes, Actions &actions);
    // It sent something that is no message at all.
    void receivedText(Actions &actions);

    // Answers to actions.
    void spacesRead(const Result<SpacesRead> &answer, Actions &actions);
    void pageRead(quint32 ticket, const Result<PageRead> &answer, Actions &actions);
    void pushed(qint64 seq, const Result<PushOutcome> &outcome, Actions &actions);

    // What happened in the spaces, in this order for one commit: members, then rows.
    void memberChanged(const model::SpaceId &space, const MemberChange &change, Actions &actions);
    void delivered(const Delivery &delivery, Actions &actions);
    // The space is at least there; how far is unknown when nothing is said: look.
    void announced(const model::SpaceId &space, std::optional<Position> newest);
    // Changes may have gone by untold: compare everything with the store.
    void feedResumed(Actions &actions);

    // The socket has more unsent bytes than it may, or few enough again.
    void park() { m_parked = true; }
    void drained() { m_parked = false; }

    // Call it when all actions are carried out, until it has none: whoever is behind asks for the next page.
    void next(Actions &actions);
    // The time of a WakeLater is over.
    void woken(Actions &actions);
    // Time went by; called about once a second.
    void swept(Actions &actions);
    void close(Code code, Actions &actions);

private:
    // How often the store is asked at once for what the feed told already, before only sweeps ask for it.
    static constexpr int kRetries = 12;
    static std::chrono::milliseconds retryDelay(int retries);

    struct Subscription {
        model::SpaceId space;
        Position at;
        Position newest;
        qint64 horizon = 0; // of the page that was sent last
        qint64 roleVersion = 0; // `role` is as of this version of the space; older news of it are ignored
        model::Role role = model::Role::None;
        model::SpaceKind kind = model::SpaceKind::List;
        bool whole
            = false; // it has the state at `at`; a page that others follow leaves out what moved on since
        bool look = false; // read a page even if nothing newer is known
        bool late = false; // the store was asked often in vain: only at every sweep from now on
        bool pulled = false; // the client waits for that page, be it empty
    };
    // What a hello said, until it is answered.
    struct Opening {
        int version = 0;
        QString epoch;
        std::vector<protocol::Cursor> cursors;
    };
    // The page that is being read or has to be gone on with; one at a time.
    struct Reading {
        model::SpaceId space;
        bool insideVersion = false;
        int part = 0;
        std::optional<PagePosition> resumeAfter;
    };

    void handle(protocol::Hello &hello, Actions &actions);
    void handle(protocol::Push &push, Actions &actions);
    void handle(protocol::Pull &pull, Actions &actions);
    void handle(protocol::Token &token, Actions &actions);
    void handle(protocol::Ping &ping, Actions &actions);

    void refuse(Error error, Actions &actions); // Denied, and closed
    void readSpaces(Actions &actions);
    void open(const SpacesRead &read, Actions &actions);
    void refresh(const SpacesRead &read, Actions &actions);
    void runNextPush(Actions &actions);

    Subscription *find(const model::SpaceId &space);
    Subscription &subscribe(const protocol::SpaceGrant &grant, qint64 cursor, Actions &actions);
    void unsubscribe(const model::SpaceId &space, protocol::DropReason reason, Actions &actions);
    void changeRole(Subscription &subscription, model::Role role, qint64 version, Actions &actions);
    bool isReading(const Subscription &subscription) const;
    void forgetReading(const model::SpaceId &space);
    void takeRecent(Subscription &subscription, const PageRead &page, Actions &actions);
    void takePage(Subscription &subscription, const PageRead &page, Actions &actions);

    const SessionRules &m_rules;
    Identity m_identity;
    Micros m_started; // monotonic
    Micros m_lastHeard; // monotonic
    MessageAllowance m_allowance;
    SessionPhase m_phase = SessionPhase::Greeting;
    QString m_epoch; // as the welcome said it
    Compression m_compression = Compression::None;
    bool m_parked = false;
    bool m_behind = false; // some subscription may be
    bool m_readPaused = false; // until woken or swept
    bool m_pushRuns = false;
    bool m_pageInFlight = false; // also one that nobody waits for any more: a client costs one read at a time
    bool m_spacesInFlight = false;
    bool m_spacesStale = false; // what is being read was overtaken: read again
    bool m_spacesDue = false; // read again when woken or swept
    quint8 m_readRetries = 0;
    quint8 m_spacesRetries = 0;
    quint32 m_ticket = 0;
    quint32 m_next = 0; // where to look first for the next page, so that each space has its turn
    std::unique_ptr<Opening> m_opening;
    std::vector<Subscription> m_subscriptions; // by space
    std::vector<model::SpaceId> m_asked; // pulled without a role: to be told what became of them
    std::vector<protocol::Cursor> m_awaited; // where it became a member, and with which version
    std::vector<protocol::Push> m_pushes; // behind the one that runs
    Reading m_reading;
};

} // namespace larder::server
