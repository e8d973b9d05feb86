#include "app/headless/command_loop.h"

#include "core/limits.h"
#include "core/model/role.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

#include <unordered_map>

namespace larder::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::chrono::milliseconds CommandLoop::Command::seconds(qsizetype at) const
{
    bool number = false;
    const double seconds = word(at).toDouble(&number);
    return number ? std::chrono::milliseconds(qint64(seconds * 1000)) : 30s;
}

CommandLoop::CommandLoop(
    SyncThread &thread, replica::ReplicaClient &replica, Timers &timers, const QUrl &server)
    : m_thread(thread)
    , m_replica(replica)
    , m_timers(timers)
    , m_server(server)
    , m_lists(replica)
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
    connect(&thread.session(), &sync::Session::signInFailed, this, [this](Code code) {
        m_signInFailed = code;
        lookAgain();
    });
    connect(&m_replica, &ReplicaClient::writeFailed, this,
        [this](const model::RecordKey &, Code code) { m_writeFailed = code; });
    connect(&m_replica, &ReplicaClient::saved, this, &CommandLoop::lookAgain);
    connect(&m_replica, &ReplicaClient::queueChanged, this, &CommandLoop::lookAgain);
    connect(&m_replica, &ReplicaClient::rowsChanged, this, &CommandLoop::lookAgain);
    connect(&m_replica, &ReplicaClient::loaded, this, &CommandLoop::lookAgain);
    connect(&m_replica, &ReplicaClient::spacesChanged, this, &CommandLoop::lookAgain);
    connect(&m_replica, &ReplicaClient::started, this, &CommandLoop::lookAgain);
    waitFor(
        60s, [this] { return m_replica.isStarted() && m_lists.isLoaded(); },
        [this] {
            m_busy = false;
            next();
        });
}

void CommandLoop::take(const QString &line)
{
    if (!line.isEmpty()) {
        m_lines.push_back(line);
        next();
    }
}

void CommandLoop::end()
{
    m_ending = true;
    next();
}

void CommandLoop::next()
{
    if (m_busy) {
        return;
    }
    if (m_lines.empty()) {
        if (m_ending) {
            Q_EMIT finished();
        }
        return;
    }
    m_busy = true;
    QStringList words = QProcess::splitCommand(m_lines.front());
    m_lines.pop_front();
    const QString verb = words.isEmpty() ? QString() : words.takeFirst();
    run({ verb, words });
}

void CommandLoop::run(const Command &command)
{
    static const std::unordered_map<QString, Handler> kHandlers {
        { u"register"_s, &CommandLoop::signIn },
        { u"login"_s, &CommandLoop::signIn },
        { u"logout"_s, &CommandLoop::logOut },
        { u"status"_s, &CommandLoop::tellStatus },
        { u"queue"_s, &CommandLoop::tellQueue },
        { u"digest"_s, &CommandLoop::tellDigest },
        { u"offline"_s, &CommandLoop::switchOffline },
        { u"online"_s, &CommandLoop::switchOffline },
        { u"wait-live"_s, &CommandLoop::waitLive },
        { u"wait-synced"_s, &CommandLoop::waitSynced },
        { u"wait-digest"_s, &CommandLoop::waitDigest },
        { u"share"_s, &CommandLoop::share },
    };
    if (const auto handler = kHandlers.find(command.verb); handler != kHandlers.end()) {
        (this->*handler->second)(command);
    } else if (command.verb == "quit"_L1) {
        m_ending = true;
        m_lines.clear();
        answerWhenSaved(QJsonObject());
    } else if (!runList(command)) {
        answer(Failure(Code::NotFound, u"no such command"_s));
    }
}

bool CommandLoop::runList(const Command &command)
{
    const QString &verb = command.verb;
    if (verb == "new-list"_L1) {
        answerWhenSaved(m_lists.newList(command.rest(0)));
    } else if (verb == "use"_L1) {
        answer(m_lists.use(command.rest(0)));
    } else if (verb == "lists"_L1) {
        answer(m_lists.lists());
    } else if (verb == "list"_L1) {
        answer(m_lists.items());
    } else if (verb == "add"_L1) {
        answerWhenSaved(m_lists.add(command.rest(0)));
    } else if (verb == "edit"_L1) {
        answerWhenSaved(m_lists.edit(command.word(0), command.word(1), command.rest(2)));
    } else if (verb == "check"_L1 || verb == "uncheck"_L1) {
        answerWhenSaved(m_lists.check(command.rest(0), verb == "check"_L1));
    } else if (verb == "delete"_L1) {
        answerWhenSaved(m_lists.remove(command.rest(0)));
    } else {
        return false;
    }
    return true;
}

void CommandLoop::answer(const Result<QJsonObject> &result)
{
    QJsonObject json = result ? *result : QJsonObject {};
    json.insert(u"ok"_s, result.has_value());
    if (!result) {
        json.insert(u"code"_s, QString(wireName(result.error().code)));
        json.insert(u"message"_s, result.error().detail);
    }
    Q_EMIT answered(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    m_busy = false;
    // On a turn of its own: a long input does not pile up on the stack.
    QMetaObject::invokeMethod(this, &CommandLoop::next, Qt::QueuedConnection);
}

void CommandLoop::waitFor(
    std::chrono::milliseconds limit, std::function<bool()> condition, std::function<void()> then)
{
    m_condition = std::move(condition);
    m_then = std::move(then);
    m_timeout = m_timers.start(limit, [this] {
        m_condition = nullptr;
        answer(Failure(Code::Timeout, u"it did not come about in time"_s));
    });
    lookAgain();
}

void CommandLoop::lookAgain()
{
    if (m_condition && m_condition()) {
        m_timers.stop(m_timeout);
        m_condition = nullptr;
        std::exchange(m_then, nullptr)();
    }
}

void CommandLoop::answerWhenSaved(const Result<QJsonObject> &result)
{
    if (!result) {
        answer(result);
        return;
    }
    m_writeFailed.reset();
    waitFor(
        60s, [this] { return m_replica.unsavedCount() == 0; },
        [this, result] {
            answer(
                m_writeFailed ? Result<QJsonObject>(Failure(*m_writeFailed, u"it was not kept"_s)) : result);
        });
}

// ---- the account

void CommandLoop::signIn(const Command &command)
{
    m_signInFailed.reset();
    m_accountTold = false;
    const sync::SignIn entry { m_server, command.word(0), command.word(1), command.rest(2) };
    const bool fresh = command.verb == "register"_L1;
    m_thread.ask([session = &m_thread.session(), entry, fresh] {
        if (fresh) {
            session->registerAccount(entry);
        } else {
            session->logIn(entry);
        }
    });
    waitFor(
        30s, [this] { return m_signInFailed || (m_accountTold && m_account); },
        [this] {
            if (m_signInFailed) {
                answer(Failure(*m_signInFailed, u"not signed in"_s));
            } else {
                answer(QJsonObject {
                    { u"user"_s, m_account->user.toString() }, { u"name"_s, m_account->name } });
            }
        });
}

void CommandLoop::logOut(const Command &)
{
    m_thread.ask([sync = &m_thread.sync()] { sync->signOut(); });
    waitFor(
        10s, [this] { return !m_account; }, [this] { answer(QJsonObject()); });
}

void CommandLoop::share(const Command &command)
{
    if (m_lists.current().isNull() || !m_account) {
        answer(Failure(Code::NotFound, u"no list is in use, or nobody is signed in"_s));
        return;
    }
    QUrl url = m_account->server;
    url.setPath(
        url.path() + u"/api/lists/%1/members/%2"_s.arg(m_lists.current().toString(), command.word(0)));
    const QJsonObject body { { u"role"_s, command.word(1) } };
    m_thread.ask([this, session = &m_thread.session(), url, body] {
        const QString token = session->accessToken();
        QMetaObject::invokeMethod(
            this,
            [this, url, body, token] {
                m_rest.put(url, body, token, [this](const Result<QJsonObject> &result) { answer(result); });
            },
            Qt::QueuedConnection);
    });
}

// ---- synchronisation

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

void CommandLoop::tellStatus(const Command &)
{
    const replica::QueueState queue = m_replica.queueState();
    answer(QJsonObject {
        { u"phase"_s, QString(phaseName(m_status.phase)) },
        { u"reason"_s, m_status.reason ? QString(wireName(*m_status.reason)) : QString() },
        { u"manualOffline"_s, m_status.manualOffline },
        { u"queued"_s, queue.queued },
        { u"failures"_s, queue.failures },
        { u"conflicts"_s, queue.conflicts },
        { u"unsaved"_s, m_replica.unsavedCount() },
        { u"user"_s, m_account ? m_account->user.toString() : QString() },
    });
}

void CommandLoop::tellQueue(const Command &)
{
    m_thread.ask([this, replica = &m_thread.replica()] {
        QJsonArray array;
        const auto queued = replica->outbox(limits::kWritesPerPush);
        for (const replica::QueuedWrite &each : queued ? *queued : std::vector<replica::QueuedWrite>()) {
            array.append(
                QJsonObject { { u"entry"_s, each.entry }, { u"space"_s, each.write.key.space.toString() },
                    { u"record"_s, each.write.key.id.toString() },
                    { u"registers"_s, qint64(each.write.registers.size()) } });
        }
        const QJsonObject json { { u"queue"_s, array } };
        QMetaObject::invokeMethod(
            this, [this, json] { answer(json); }, Qt::QueuedConnection);
    });
}

static QString digestOf(replica::Replica &replica)
{
    auto records = replica.allRecords();
    return records ? QString::fromLatin1(model::digest(std::move(*records)).toHex()) : QString();
}

void CommandLoop::tellDigest(const Command &)
{
    m_thread.ask([this, replica = &m_thread.replica()] {
        const QString digest = digestOf(*replica);
        QMetaObject::invokeMethod(
            this,
            [this, digest] {
                answer(QJsonObject { { u"digest"_s, digest } });
            },
            Qt::QueuedConnection);
    });
}

void CommandLoop::switchOffline(const Command &command)
{
    const bool offline = command.verb == "offline"_L1;
    m_thread.ask([sync = &m_thread.sync(), offline] { sync->setManualOffline(offline); });
    waitFor(
        10s, [this, offline] { return m_status.manualOffline == offline; },
        [this] { answer(QJsonObject()); });
}

void CommandLoop::waitLive(const Command &command)
{
    waitFor(
        command.seconds(0), [this] { return m_status.phase == sync::Phase::Live; },
        [this] { answer(QJsonObject()); });
}

bool CommandLoop::isSynced() const
{
    return m_status.phase == sync::Phase::Live && m_replica.queueState().queued == 0
        && m_replica.unsavedCount() == 0 && m_lists.isLoaded();
}

void CommandLoop::waitSynced(const Command &command)
{
    waitFor(
        command.seconds(0), [this] { return isSynced(); }, [this] { answer(QJsonObject()); });
}

// Others may still be sending, so equal digests are what tells that two clients agree.
void CommandLoop::waitDigest(const Command &command)
{
    const QString wanted = command.word(0).toLower();
    m_digestMatched = false;
    waitFor(
        command.seconds(1),
        [this, wanted] {
            if (!m_digestMatched) {
                askDigest(wanted);
            }
            return m_digestMatched;
        },
        [this, wanted] {
            answer(QJsonObject { { u"digest"_s, wanted } });
        });
}

void CommandLoop::askDigest(const QString &wanted)
{
    if (m_digestAsked) {
        m_changedSinceAsked = true;
        return;
    }
    m_digestAsked = true;
    m_changedSinceAsked = false;
    m_thread.ask([this, wanted, replica = &m_thread.replica()] {
        const bool matched = digestOf(*replica) == wanted;
        QMetaObject::invokeMethod(
            this,
            [this, matched] {
                m_digestAsked = false;
                m_digestMatched = matched;
                if (matched || m_changedSinceAsked) {
                    lookAgain();
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace larder::app
