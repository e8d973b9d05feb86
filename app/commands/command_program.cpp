#include "app/commands/command_program.h"

#include "app/commands/command_runner.h"
#include "app/commands/command_text.h"
#include "app/commands/completion.h"
#include "app/instance/instance_address.h"
#include "app/instance/instance_client.h"
#include "app/instance/instance_server.h"
#include "app/viewmodels/error_text.h"
#include "core/limits.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>

#include <clocale>
#include <cstdio>
#include <langinfo.h>
#include <unistd.h>

namespace larder::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto kMoment = 100ms; // between two tries to open what others have open

// ---- where it runs

// Nothing when another process has the lists open.
static std::optional<CommandAnswer> runHere(const CommandRequest &request, const QString &database)
{
    SystemClock clock;
    SystemRandom random;
    EventLoopTimers timers;
    model::StampClock stamps;
    SyncThread thread({ database, database + ".account"_L1, database + ".photos"_L1 }, clock, random, stamps);
    if (const auto opened = thread.open(); !opened) {
        if (opened.error().code == Code::Unavailable) {
            return std::nullopt;
        }
        return refusal(Exit::Failed, startSentence(opened.error().code) + u' ' + opened.error().detail);
    }
    replica::ReplicaClient replica(thread.replica(), stamps, clock, random);
    const Preferences preferences(database + ".ini"_L1);
    const bool network = request.verb == Verb::Sync;
    CommandRunner runner(thread, replica, preferences, timers, clock,
        network ? CommandRunner::Network::InUse : CommandRunner::Network::Unused);
    std::optional<CommandAnswer> answer;
    InstanceServer server(runner, timers, InstanceServer::Window::GivenWay);
    const quint64 run = runner.run(request, [&](const CommandAnswer &done) {
        server.stopListening();
        answer = answer ? *answer : done;
    });
    sync::FileTokenStore(database + ".account"_L1).load([&runner](const auto &found) {
        if (found && *found) {
            runner.setAccount(
                sync::Account { (*found)->server, (*found)->user, (*found)->email, (*found)->name });
        }
    });
    if (network) { // the others are short, and whoever comes waits for them
        if (const auto socket = instanceSocket(database)) {
            [[maybe_unused]] const auto listening = server.listen(*socket); // else they wait for this one too
        }
        QObject::connect(&server, &InstanceServer::askedToGiveWay, &runner, [&] {
            server.stopListening();
            answer = refusal(Exit::Offline, u"A window was opened meanwhile, and goes on with it."_s);
            runner.cancel(run);
        });
        thread.start();
    }
    QObject::connect(
        &runner, &CommandRunner::becameIdle, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QCoreApplication::exec();
    return answer;
}

void awaitRelease(const QString &database, std::chrono::milliseconds moment)
{
    QLockFile lock(database + ".lock"_L1);
    lock.setStaleLockTime(0);
    if (lock.tryLock(int(moment.count()))) {
        lock.unlock();
    }
}

static CommandAnswer inUse(const QString &database)
{
    QLockFile lock(database + ".lock"_L1);
    qint64 process = 0;
    QString host;
    QString program;
    const bool known = lock.getLockInfo(&process, &host, &program);
    return refusal(Exit::InUse,
        known
            ? u"Your lists are in use by process %1, which does not answer. Wait until it has ended, or end it."_s
                  .arg(process)
            : u"Your lists are in use by another Larder, which does not answer. Try again."_s);
}

CommandAnswer carryOut(
    const CommandRequest &request, const QString &database, std::chrono::milliseconds patience)
{
    using State = InstanceReply::State;
    const SystemClock clock;
    const Micros until = clock.monotonic() + patience;
    const auto wait = request.has("wait"_L1)
        ? std::chrono::seconds(qint64(request.option("wait"_L1).toDouble()))
        : std::chrono::seconds(30s);
    for (;;) {
        if (auto answer = runHere(request, database)) {
            return *answer;
        }
        const InstanceReply reply = askInstance(instanceSockets(database), request,
            { .taking = limits::kOwnerWait, .answering = 2 * limits::kCommandSaved + wait });
        if (reply.state == State::Answered) {
            return reply.answer;
        }
        if (reply.state == State::Silent && writes(request.verb)) {
            return refusal(Exit::Unknown,
                u"The Larder that has your lists open gave no answer. 'larder list' shows whether it was done."_s);
        }
        if (clock.monotonic() >= until) {
            return inUse(database);
        }
        awaitRelease(database, kMoment);
    }
}

// ---- the process

static bool print(std::FILE *to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const size_t written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), to);
    return std::fflush(to) == 0 && written == size_t(bytes.size());
}

static int end(const CommandRequest &request, const CommandAnswer &answer)
{
    const bool failed = answer.exit != Exit::Done;
    bool printed = false;
    if (request.has("json"_L1)) {
        QJsonObject json = answer.json;
        json.insert(u"ok"_s, !failed);
        printed
            = print(stdout, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n');
    } else {
        const bool colours = ::isatty(STDOUT_FILENO) != 0 && qEnvironmentVariableIsEmpty("NO_COLOR")
            && qgetenv("TERM") != "dumb";
        printed = print(stdout, textOf(request, answer, colours ? Looks::Terminal : Looks::Plain));
    }
    if (failed && request.verb != Verb::Complete) {
        print(stderr, u"larder: "_s + plainText(answer.json.value("message"_L1).toString()) + u'\n');
    }
    // Who asked for something to read has not got it; what was changed is changed all the same.
    if (!printed && !failed && !writes(request.verb)) {
        print(stderr, u"larder: The answer could not be written; is the disk full?\n"_s);
        return int(Exit::Failed);
    }
    return int(answer.exit);
}

// What a command reads before it begins; more than its bound is refused, not cut.
static std::optional<CommandAnswer> readInput(CommandRequest &request)
{
    const bool standard = request.words.contains(u"-"_s);
    if (request.verb != Verb::Import && (request.verb != Verb::Add || !standard)) {
        return std::nullopt;
    }
    QFile input(standard ? QString() : request.words.first());
    if (!standard && !input.exists()) {
        return refusal(Exit::NotFound, u"There is no file '%1'."_s.arg(input.fileName()));
    }
    if (!standard && !input.open(QIODevice::ReadOnly)) {
        return refusal(Exit::Failed, u"'%1' can't be read: %2."_s.arg(input.fileName(), input.errorString()));
    }
    if (standard && !input.open(stdin, QIODevice::ReadOnly)) {
        return refusal(Exit::Failed, u"The standard input can't be read."_s);
    }
    request.input = ""_ba;
    for (;;) {
        const QByteArray more = input.read(limits::kCommandInputBytes + 1 - request.input.size());
        if (more.isEmpty()) {
            return std::nullopt;
        }
        request.input += more;
        if (request.input.size() > limits::kCommandInputBytes) {
            return refusal(Exit::Usage,
                u"That is too much at once; up to %1 MB are read."_s.arg(limits::kCommandInputBytes >> 20));
        }
    }
}

// An export goes to the file that this process was told of, whole or not at all.
static CommandAnswer writeOutput(const CommandRequest &request, CommandAnswer answer)
{
    if (request.verb != Verb::Export || request.words.isEmpty() || request.words.first() == "-"_L1
        || answer.exit != Exit::Done) {
        return answer;
    }
    const QString name = request.words.first();
    QSaveFile file(name);
    const QByteArray content = answer.json.take("content"_L1).toString().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        return refusal(Exit::Failed, u"'%1' can't be written: %2."_s.arg(name, file.errorString()));
    }
    answer.json.insert(u"file"_s, name);
    return answer;
}

// Qt speaks UTF-8 alone and complains about any other character set, which here would look like an error.
static void settleCharacterSet()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
    }
}

static CommandAnswer complete(const CommandRequest &request, const QString &standard)
{
    const Completion completion = completionOf(request.words);
    if (!needsLists(completion)) {
        return { Exit::Done,
            { { u"candidates"_s, candidatesJson(completion.candidates) },
                { u"files"_s, completion.kind == Complete::Files } } };
    }
    const QString database
        = canonicalDatabase(completion.database.isEmpty() ? standard : completion.database);
    return QFileInfo(database).isFile() ? carryOut(request, database, 1s) : CommandAnswer();
}

int runCommand(int argc, char **argv, const QStringList &arguments, const QString &standard)
{
    settleCharacterSet();
    QCoreApplication application(argc, argv);
    auto request = CommandRequest::parse(arguments);
    if (!request) {
        CommandRequest unread;
        if (arguments.contains(u"--json"_s)) {
            unread.options.insert(u"json"_s, QString());
        }
        return end(unread, refusal(Exit::Usage, request.error().detail));
    }
    if (request->has("help"_L1)) {
        print(stdout, helpOf(commandOf(request->verb)));
        return int(Exit::Done);
    }
    if (auto refused = readInput(*request)) {
        return end(*request, *refused);
    }
    if (encodeRequest(*request).size() > limits::kInstanceRequestBytes) {
        return end(*request, refusal(Exit::Usage, u"That is too much for one command."_s));
    }
    const QString database = request->has("database"_L1) ? request->option("database"_L1) : standard;
    if (QFileInfo(database).isDir()) {
        return end(*request, refusal(Exit::Usage, u"--database names a folder; name a file in it."_s));
    }
    if (request->verb == Verb::Complete) {
        return end(*request, complete(*request, database));
    }
    QDir().mkpath(QFileInfo(database).absolutePath());
    const CommandAnswer answer = carryOut(*request, canonicalDatabase(database), limits::kOwnerWait);
    return end(*request, writeOutput(*request, answer));
}

} // namespace larder::app
