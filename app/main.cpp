// The client's composition root: every object that lives as long as the program, in the order of dependency.
#include "app/command_line.h"
#include "app/demo/demo_lists.h"
#include "app/headless/command_loop.h"
#include "app/headless/line_reader.h"
#include "app/platform/main_window.h"
#include "app/platform/reachability.h"
#include "app/platform/sync_thread.h"
#include "app/platform/sync_wiring.h"
#include "app/selftest/first_list.h"
#include "app/selftest/self_test.h"
#include "app/viewmodels/app_view_model.h"
#include "app/viewmodels/error_text.h"
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

static SyncThread::Files filesBeside(const QString &database)
{
    QDir().mkpath(QFileInfo(database).absolutePath());
    return { database, database + ".account"_L1 };
}

static int stop(const Error &error)
{
    std::fprintf(stderr, "larder: %s %s\n", qPrintable(startSentence(error.code)), qPrintable(error.detail));
    return error.code == Code::Configuration ? 2 : 1;
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
    SyncThread thread(filesBeside(database), clock, random, stamps);
    std::optional<QQmlApplicationEngine> engine(std::in_place); // while the other thread opens the database
    prepareEngine(*engine);
    SelfTest selfTest(*engine);
    if (auto opened = thread.open(); !opened) {
        return stop(opened.error());
    }
    replica::ReplicaClient replica(thread.replica(), stamps, clock, random);
    Preferences preferences(database + ".ini"_L1);
    AppViewModel app(replica, preferences, timers, clock, line.server.toString());
    connectSync(app, thread);
    Reachability reachability;
    connectSync(reachability, thread);
    takeUpSession(line, thread);
    if (demo) {
        if (const auto list = makeDemoLists(replica)) {
            app.openList(list->toString());
        }
    }
    QQuickWindow *window = loadMainWindow(*engine, app);
    if (!window) {
        return 1;
    }
    window->show();

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
    const auto line = CommandLine::parse(arguments);
    if (!line) {
        return stop(line.error());
    }
    switch (line->mode) {
    case CommandLine::Mode::Help:
        std::printf("%s", qPrintable(line->help));
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
