// The client's composition root: every object that lives as long as the program, in the order of dependency.
#include "app/command_line.h"
#include "app/commands/command_program.h"
#include "app/commands/command_runner.h"
#include "app/demo/demo_lists.h"
#include "app/headless/command_loop.h"
#include "app/headless/line_reader.h"
#include "app/instance/follow_activation.h"
#include "app/instance/instance_address.h"
#include "app/instance/instance_client.h"
#include "app/instance/instance_server.h"
#include "app/platform/desktop.h"
#include "app/platform/language.h"
#include "app/platform/main_window.h"
#include "app/platform/reachability.h"
#include "app/platform/sync_thread.h"
#include "app/platform/sync_wiring.h"
#include "app/selftest/first_list.h"
#include "app/selftest/self_test.h"
#include "app/viewmodels/app_view_model.h"
#include "app/viewmodels/error_text.h"
#include "core/limits.h"
#include "core/logging.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtGui/QIcon>
#include <QtQml/QQmlApplicationEngine>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuick/QQuickWindow>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(LarderPlugin)
Q_IMPORT_QML_PLUGIN(Larder_ViewModelsPlugin)

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static QString photosBeside(const QString &database)
{
    return database + ".photos"_L1;
}

static SyncThread::Files filesBeside(const QString &database)
{
    return { database, database + ".account"_L1, photosBeside(database) };
}

static int stop(const Error &error)
{
    std::fprintf(stderr, "larder: %s %s\n", qPrintable(startSentence(error.code)), qPrintable(error.detail));
    return error.code == Code::Configuration ? 2 : 1;
}

static int tell(const CommandAnswer &answer)
{
    if (answer.exit != Exit::Done) {
        std::fprintf(stderr, "larder: %s\n", qPrintable(answer.json.value("message"_L1).toString()));
    }
    return int(answer.exit);
}

// With --sign-in-as the session of the last run, which may be with another server, is taken up only when this
// one can't be reached.
static void takeUpSession(const CommandLine &line, SyncThread &thread)
{
    if (line.signInAs.isEmpty()) {
        thread.start();
        return;
    }
    const sync::SignIn entry { line.server, line.signInAs, line.password, line.registerAs };
    // With --register-as it is all the same whether the account is there: what is likelier is tried first.
    const bool fresh = !entry.name.isEmpty() && !QFile::exists(filesBeside(line.database).tokens);
    thread.ask([session = &thread.session(), entry, fresh] {
        auto *attempt = new QObject(session);
        const auto again = [session, entry, fresh, attempt](Code code) {
            attempt->deleteLater();
            if (fresh && code == Code::AlreadyExists) {
                session->logIn(entry);
            } else if (!fresh && !entry.name.isEmpty() && code == Code::InvalidCredentials) {
                session->registerAccount(entry);
            } else if (code == Code::Network || code == Code::Timeout || code == Code::Unavailable) {
                session->restore();
            }
        };
        QObject::connect(session, &sync::Session::signInFailed, attempt, again, Qt::QueuedConnection);
        QObject::connect(session, &sync::Session::signedIn, attempt, &QObject::deleteLater);
        if (fresh) {
            session->registerAccount(entry);
        } else {
            session->logIn(entry);
        }
    });
}

// Other processes on these lists are heard from now on. Without a socket they are told that the lists are in
// use, which is no reason not to start.
static void listen(InstanceServer &server, const QString &database)
{
    const auto socket = instanceSocket(database);
    const auto listening = socket ? server.listen(*socket) : Failure(socket.error());
    if (!listening) {
        qCWarning(lcApp, "other processes can't reach this one: %s", qPrintable(listening.error().detail));
    }
}

// What the process that has the lists open says to this start; nothing when it is none that listens.
static std::optional<CommandAnswer> handOver(const Activation &activation, const QString &database)
{
    const InstanceReply reply = askInstance(instanceSockets(database), activation,
        { .taking = limits::kOwnerWait, .answering = limits::kOwnerWait });
    return reply.state == InstanceReply::State::Answered ? std::optional(reply.answer) : std::nullopt;
}

// Waits for a command that has the lists open for a moment. A window that has them is given what this start
// was, and its answer is all that is left to say.
template<typename Begin>
static Result<std::optional<CommandAnswer>> openLists(std::optional<SyncThread> &held, const Begin &begin,
    const Activation &activation, const QString &database, const Clock &clock)
{
    const Micros until = clock.monotonic() + limits::kOwnerWait;
    while (true) {
        const auto opened = held->open();
        if (opened) {
            return std::optional<CommandAnswer>();
        }
        if (opened.error().code != Code::Unavailable) {
            return Failure(opened.error());
        }
        if (const auto answer = handOver(activation, database)) {
            return answer;
        }
        if (clock.monotonic() >= until) {
            return Failure(opened.error());
        }
        held.reset();
        awaitRelease(database, 100ms);
        begin(held);
    }
}

static int runHeadless(int argc, char **argv, const CommandLine &line)
{
    QCoreApplication application(argc, argv);
    SystemClock clock;
    SystemRandom random;
    EventLoopTimers timers;
    model::StampClock stamps;
    SyncThread thread(filesBeside(line.database), clock, random, stamps);
    if (auto opened = thread.open(); !opened) {
        return stop(opened.error());
    }
    replica::ReplicaClient replica(thread.replica(), stamps, clock, random);
    CommandLoop loop(thread, replica, timers, line.server);
    const Preferences preferences(line.database + ".ini"_L1);
    CommandRunner runner(thread, replica, preferences, timers, clock, CommandRunner::Network::InUse);
    InstanceServer server(runner, timers, InstanceServer::Window::None);
    listen(server, line.database);
    LineReader reader(0);
    QObject::connect(&reader, &LineReader::lineRead, &loop, &CommandLoop::take);
    QObject::connect(&reader, &LineReader::ended, &loop, &CommandLoop::end);
    QObject::connect(&loop, &CommandLoop::answered, &application, [](const QByteArray &answer) {
        std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
        std::fflush(stdout);
    });
    QObject::connect(&loop, &CommandLoop::finished, &application, &QCoreApplication::quit);
    Reachability reachability;
    connectSync(reachability, thread);
    takeUpSession(line, thread);
    return application.exec();
}

static int runWindow(int argc, char **argv, const CommandLine &line)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"org.larder.Larder"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/larder/icons/larder.svg"_s));
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    const bool demo = line.mode != CommandLine::Mode::Window;
    QTemporaryDir temporary;
    const QString database = demo ? temporary.filePath(u"demo.sqlite"_s) : line.database;

    SystemClock clock;
    const Micros begun = clock.monotonic();
    SystemRandom random;
    EventLoopTimers timers;
    model::StampClock stamps;
    const auto begin = [&](std::optional<SyncThread> &held) {
        held.emplace(filesBeside(database), clock, random, stamps);
    };
    std::optional<SyncThread> held;
    begin(held);
    std::optional<QQmlApplicationEngine> engine(std::in_place); // while the other thread opens the database
    const PhotoFiles photos(photosBeside(database));
    prepareEngine(*engine, photos);
    SelfTest selfTest(*engine);
    const auto opened = openLists(held, begin, line.activation, database, clock);
    if (!opened) {
        return stop(opened.error());
    }
    if (*opened) {
        return tell(**opened);
    }
    SyncThread &thread = *held;
    replica::ReplicaClient replica(thread.replica(), stamps, clock, random);
    Preferences preferences(database + ".ini"_L1);
    const Language language(preferences);
    AppViewModel app(replica, preferences, timers, clock, line.server.toString(), photos);
    connectSync(app, thread);
    // After the pages, so that the list that is shown is read first.
    CommandRunner runner(thread, replica, preferences, timers, clock, CommandRunner::Network::InUse);
    InstanceServer server(runner, timers, InstanceServer::Window::Shown);
    const Desktop desktop(app, timers, clock);
    Reachability reachability;
    connectSync(reachability, thread);
    takeUpSession(line, thread);
    if (demo) {
        if (const auto list = makeDemoLists(replica)) {
            app.openList(list->toString());
        }
    }
    followLanguage(*engine, app, language);
    QQuickWindow *window = loadMainWindow(*engine, app);
    if (!window) {
        return 1;
    }
    window->show();
    if (!demo) {
        QObject::connect(&server, &InstanceServer::activated, window, [&](const Activation &activation) {
            raise(*window);
            followActivation(activation, app, replica);
        });
        listen(server, database);
        followActivation(line.activation, app, replica);
    }

    if (line.mode == CommandLine::Mode::SelfTest) {
        QObject::connect(&selfTest, &SelfTest::finished, &application, &QCoreApplication::exit);
        selfTest.begin(*window, app);
    }
    std::optional<FirstList> firstList;
    if (line.exitAfterFirstList) {
        firstList.emplace(*window, app, clock, begun);
        QObject::connect(&*firstList, &FirstList::shown, &application, &QCoreApplication::quit);
    }
    const int code = application.exec();
    engine.reset(); // and with it the window, before what it shows
    return code;
}

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"larder"_s);
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    if (CommandRequest::isIn(arguments)) {
        return runCommand(argc, argv, arguments, CommandLine::standardDatabase());
    }
    auto line = CommandLine::parse(arguments);
    if (!line) {
        return stop(line.error());
    }
    const bool usesLists
        = line->mode == CommandLine::Mode::Window || line->mode == CommandLine::Mode::Headless;
    if (usesLists) {
        QDir().mkpath(QFileInfo(line->database).absolutePath());
        line->database = canonicalDatabase(line->database);
    }
    switch (line->mode) {
    case CommandLine::Mode::Help:
        std::printf("%s", qPrintable(helpOfAll()));
        return 0;
    case CommandLine::Mode::Version:
        std::printf("larder %s\n", LARDER_VERSION);
        return 0;
    case CommandLine::Mode::Headless:
        return runHeadless(argc, argv, *line);
    case CommandLine::Mode::Window:
    case CommandLine::Mode::SelfTest:
    case CommandLine::Mode::OfflineDemo:
        return runWindow(argc, argv, *line);
    }
    return 1;
}
