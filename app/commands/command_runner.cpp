#include "app/commands/command_runner.h"

#include "app/viewmodels/error_text.h"
#include "core/limits.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

namespace larder::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CommandRunner::CommandRunner(SyncThread &thread, replica::ReplicaClient &replica,
    const Preferences &preferences, Timers &timers, const Clock &clock, Network network)
    : m_thread(thread)
    , m_replica(replica)
    , m_timers(timers)
    , m_network(network)
    , m_lists(replica, preferences)
    , m_memory(replica, timers, clock)
    , m_verbs(replica, m_lists, m_memory, clock)
    , m_exchange(replica, m_lists, m_memory, clock)
{
    using replica::ReplicaClient;
    connect(&thread.sync(), &sync::SyncClient::statusChanged, this, [this](const sync::SyncStatus &status) {
        m_status = status;
        lookAgain();
    });
    connect(&thread.session(), &sync::Session::accountChanged, this,
        [this](const std::optional<sync::Account> &account) {
            m_account = account;
            m_accountTold = true;
            lookAgain();
        });
    connect(&m_replica, &ReplicaClient::writeFailed, this, &CommandRunner::noteFailedWrite);
    connect(&m_replica, &ReplicaClient::saved, this, &CommandRunner::lookAgain);
    connect(&m_replica, &ReplicaClient::queueChanged, this, &CommandRunner::lookAgain);
    connect(&m_lists, &KnownLists::changed, this, &CommandRunner::lookAgain);
}

CommandRunner::~CommandRunner()
{
    for (const Run &run : m_runs) {
        m_timers.stop(run.timeout);
    }
}

quint64 CommandRunner::run(const CommandRequest &request, Answered answered)
{
    Run &run = m_runs.emplace_back();
    run.id = ++m_lastRun;
    run.request = request;
    run.answered = std::move(answered);
    m_lists.retry();
    waitAtMost(run, limits::kCommandSaved,
        refusal(Exit::Failed, u"Your lists could not be read in time. Try again."_s));
    QMetaObject::invokeMethod(this, &CommandRunner::lookAgain, Qt::QueuedConnection);
    return run.id;
}

void CommandRunner::forget(quint64 id)
{
    for (Run &run : m_runs) {
        if (run.id == id) {
            run.answered = nullptr;
        }
    }
}

void CommandRunner::cancel(quint64 id)
{
    for (Run &run : m_runs) {
        if (run.id == id && run.step == Step::Syncing) {
            finish(run, syncAnswer());
        }
    }
    QMetaObject::invokeMethod(this, &CommandRunner::lookAgain, Qt::QueuedConnection);
}

void CommandRunner::waitAtMost(Run &run, std::chrono::milliseconds limit, const CommandAnswer &otherwise)
{
    m_timers.stop(run.timeout);
    run.timeout = m_timers.start(limit, [this, &run, otherwise] {
        finish(run, otherwise);
        lookAgain();
    });
}

void CommandRunner::finish(Run &run, CommandAnswer answer)
{
    m_timers.stop(run.timeout);
    run.answer = std::move(answer);
    run.step = Step::Answering;
}

// A command's write emits what brings us here, so the one that is looking goes round again.
void CommandRunner::lookAgain()
{
    if (m_looking) {
        return;
    }
    m_looking = true;
    const bool wasIdle = isIdle();
    for (auto run = m_runs.begin(); run != m_runs.end();) {
        advance(*run);
        if (run->step != Step::Answering) {
            ++run;
            continue;
        }
        const Answered answered = std::move(run->answered);
        const CommandAnswer answer = std::move(run->answer);
        run = m_runs.erase(run);
        if (answered) {
            answered(answer);
        }
    }
    m_looking = false;
    if (!wasIdle && isIdle()) {
        Q_EMIT becameIdle();
    }
}

void CommandRunner::advance(Run &run)
{
    switch (run.step) {
    case Step::Loading:
        if (m_lists.failed()) {
            finish(run, refusal(Exit::Failed, unreadableSentence()));
        } else if (m_lists.isLoaded()) {
            execute(run);
        }
        break;
    case Step::Saving:
        if (m_replica.unsavedCount() == 0) {
            finish(run, run.answer);
        }
        break;
    case Step::Syncing:
        if (m_accountTold && !m_account) {
            finish(run,
                refusal(Exit::Offline, u"Nobody is signed in on this device. Open the window to sign in."_s));
        } else if (isSynced()) {
            finish(run, syncAnswer());
        }
        break;
    case Step::Answering:
        break;
    }
}

void CommandRunner::execute(Run &run)
{
    VerbOutcome outcome;
    switch (run.request.verb) {
    case Verb::Add:
        outcome = m_verbs.add(run.request);
        break;
    case Verb::List:
        outcome = m_verbs.list(run.request);
        break;
    case Verb::Check:
    case Verb::Uncheck:
        outcome = m_verbs.check(run.request);
        break;
    case Verb::Remove:
        outcome = m_verbs.remove(run.request);
        break;
    case Verb::Lists:
        outcome = m_verbs.lists();
        break;
    case Verb::Export:
        outcome = m_exchange.exportLists(run.request);
        break;
    case Verb::Import:
        outcome = m_exchange.importLists(run.request);
        break;
    case Verb::Sync:
        beginSync(run);
        return;
    case Verb::Status:
        outcome.answer = status();
        break;
    case Verb::Complete:
        outcome = m_verbs.complete(run.request);
        break;
    }
    if (outcome.written.empty()) {
        finish(run, std::move(outcome.answer));
        return;
    }
    run.step = Step::Saving;
    run.answer = std::move(outcome.answer);
    run.written = std::move(outcome.written);
    waitAtMost(run, limits::kCommandSaved,
        refusal(Exit::Unknown,
            u"The disk did not take it in time. 'larder list' shows whether it came to be."_s));
}

void CommandRunner::noteFailedWrite(const model::RecordKey &key, Code code)
{
    for (Run &run : m_runs) {
        const bool ours = run.step == Step::Saving
            && std::find(run.written.begin(), run.written.end(), key) != run.written.end();
        if (ours) {
            run.answer = refusalOf({ code, {} });
        }
    }
}

// ---- synchronisation

void CommandRunner::beginSync(Run &run)
{
    const QString wait = run.request.option("wait"_L1);
    const auto limit = wait.isEmpty() ? 30'000ms : std::chrono::milliseconds(qint64(wait.toDouble() * 1000));
    run.step = Step::Syncing;
    m_thread.ask([sync = &m_thread.sync()] { sync->retryNow(); });
    m_timers.stop(run.timeout);
    run.timeout = m_timers.start(limit, [this, &run] {
        finish(run, syncAnswer());
        lookAgain();
    });
    advance(run);
}

bool CommandRunner::isSynced() const
{
    return m_status.phase == sync::Phase::Live && m_replica.queueState().queued == 0
        && m_replica.unsavedCount() == 0 && m_lists.isLoaded();
}

static QLatin1StringView phaseName(sync::Phase phase)
{
    switch (phase) {
    case sync::Phase::SignedOut:
        return "signed-out"_L1;
    case sync::Phase::Offline:
        return "offline"_L1;
    case sync::Phase::Connecting:
        return "connecting"_L1;
    case sync::Phase::CatchingUp:
        return "catching-up"_L1;
    case sync::Phase::Live:
        return "live"_L1;
    }
    return ""_L1;
}

CommandAnswer CommandRunner::syncAnswer() const
{
    const bool synced = isSynced();
    const qint64 queued = m_replica.queueState().waiting();
    CommandAnswer answer { Exit::Done, {} };
    if (!synced) {
        const QString why = m_status.manualOffline
            ? u"Larder was told to stay offline; the page on synchronisation in the window changes that."_s
            : m_status.reason ? syncReason(*m_status.reason)
                              : u"It did not come to an end in time."_s;
        answer = refusal(Exit::Offline,
            queued == 0 ? why : u"%1 Changes that wait here: %2; they are kept."_s.arg(why).arg(queued));
    }
    answer.json.insert(u"synced"_s, synced);
    answer.json.insert(u"phase"_s, QString(phaseName(m_status.phase)));
    answer.json.insert(u"queued"_s, queued);
    return answer;
}

CommandAnswer CommandRunner::status() const
{
    const replica::QueueState queue = m_replica.queueState();
    QJsonObject json {
        { u"running"_s, m_network == Network::InUse },
        { u"phase"_s, QString(m_network == Network::InUse ? phaseName(m_status.phase) : "not-running"_L1) },
        { u"offlineByChoice"_s, m_status.manualOffline },
        { u"queued"_s, queue.waiting() },
        { u"failures"_s, queue.failures },
        { u"conflicts"_s, queue.conflicts },
        { u"lists"_s, qint64(m_lists.all().size()) },
    };
    if (m_status.reason) {
        json.insert(u"reason"_s, QString(wireName(*m_status.reason)));
        json.insert(u"why"_s, syncReason(*m_status.reason));
    }
    if (m_status.lastSync) {
        json.insert(u"lastSync"_s,
            QDateTime::fromMSecsSinceEpoch(m_status.lastSync->count() / 1'000, Qt::UTC)
                .toString(Qt::ISODate));
    }
    if (m_account) {
        json.insert(u"account"_s, m_account->email);
        json.insert(u"server"_s, m_account->server.toString());
    }
    return { Exit::Done, json };
}

} // namespace larder::app
