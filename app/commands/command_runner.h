// Runs commands over the lists of this process: the command line's own, or those that other processes hand to
// the window. One implementation, so that both do the same.
//
// A command is answered once, and one that writes only when the disk has it; so what was answered survives
// kill -9. Several may wait at the same time; those that read or write do it in one turn each. Lives on the
// UI thread.
#pragma once

#include "app/commands/exchange_verbs.h"
#include "app/platform/sync_thread.h"

#include <functional>
#include <list>

namespace larder::app {

class CommandRunner final : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(const CommandAnswer &)>;
    // Whether this process keeps the lists synchronised, or only has them open for one command.
    enum class Network : quint8 { InUse, Unused };

    CommandRunner(SyncThread &thread, replica::ReplicaClient &replica, const Preferences &preferences,
        Timers &timers, const Clock &clock, Network network);
    ~CommandRunner() override;

    // Who was signed in last, in a process that takes up no session.
    void setAccount(const sync::Account &account) { m_account = account; }

    // `answered` is called on a later turn. Nobody who goes away is called: see forget().
    quint64 run(const CommandRequest &request, Answered answered);
    // What was begun goes on, but its answer is nobody's.
    void forget(quint64 run);
    // Of one that waits for the server, which is the only thing that can be given up.
    void cancel(quint64 run);
    bool isIdle() const { return m_runs.empty(); }

Q_SIGNALS:
    // The last that was under way has been answered.
    void becameIdle();

private:
    enum class Step : quint8 { Loading, Saving, Syncing, Answering };
    struct Run {
        quint64 id = 0;
        CommandRequest request;
        Answered answered;
        Step step = Step::Loading;
        CommandAnswer answer;
        std::vector<model::RecordKey> written;
        Timers::Id timeout = 0;
    };

    void lookAgain();
    void advance(Run &run);
    void execute(Run &run);
    void beginSync(Run &run);
    void finish(Run &run, CommandAnswer answer);
    void waitAtMost(Run &run, std::chrono::milliseconds limit, const CommandAnswer &otherwise);
    void noteFailedWrite(const model::RecordKey &key, Code code);
    bool isSynced() const;
    CommandAnswer syncAnswer() const;
    CommandAnswer status() const;

    SyncThread &m_thread;
    replica::ReplicaClient &m_replica;
    Timers &m_timers;
    const Network m_network;
    KnownLists m_lists;
    HouseholdMemory m_memory; // learns nothing before the first that is added
    ListVerbs m_verbs;
    ExchangeVerbs m_exchange;
    sync::SyncStatus m_status;
    std::optional<sync::Account> m_account;
    bool m_accountTold = false;
    std::list<Run> m_runs;
    quint64 m_lastRun = 0;
    bool m_looking = false;
};

} // namespace larder::app
