// The benchmark: `larder_bench [--runs N] [--list] [NAME]…` tells the figures whose name holds one of the
// given parts.
//
// Each measure runs in a process of its own, with a PostgreSQL of its own, so that one that fails takes no
// other along.
#include "tests/bench/stage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#ifdef LARDER_BENCH_CLIENT
#include <QtGui/QGuiApplication>
#endif

#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using namespace larder::bench;
using namespace Qt::StringLiterals;

static QString rawFile()
{
    return QStringLiteral(LARDER_BENCH_FOLDER "/raw.jsonl");
}

static std::unique_ptr<QCoreApplication> makeApplication(Measure::Needs needs, int &argc, char **argv)
{
#ifdef LARDER_BENCH_CLIENT
    if (needs == Measure::Needs::Window) {
        return std::make_unique<QGuiApplication>(argc, argv);
    }
#else
    Q_UNUSED(needs)
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

static std::vector<Measure> allMeasures()
{
    std::vector<Measure> all;
    for (const auto &group :
        { feedMeasures(), gatewayMeasures(), storeMeasures(), clientMeasures(), groceryMeasures(),
#ifdef LARDER_BENCH_CLIENT
            appMeasures(), pageMeasures()
#endif
        }) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

// The exit code of the child: 0 when all goals are reached, 1 when one is missed.
static int measureInChild(
    const Measure &measure, const QList<QByteArray> &wanted, int runs, int argc, char **argv)
{
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto application = makeApplication(measure.needs, argc, argv);
        Report report(rawFile(), wanted);
        {
            Stage stage(report, runs);
            measure.run(stage);
        }
        std::fflush(nullptr);
        ::_exit(report.missed() == 0 ? 0 : 1);
    }
    int status = 0;
    if (::waitpid(child, &status, 0) == child && WIFEXITED(status)) {
        return WEXITSTATUS(status);
    }
    Report report(rawFile(), wanted);
    for (const QByteArray &figure : measure.figures) {
        report.fail(figure, "the measurement ended early; what it said stands above");
    }
    return 1;
}

int main(int argc, char **argv)
{
    int runs = 5;
    bool list = false;
    QList<QByteArray> wanted;
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument == "--runs" && i + 1 < argc) {
            runs = std::max(1, QByteArray(argv[++i]).toInt());
        } else if (argument == "--list") {
            list = true;
        } else {
            wanted << argument;
        }
    }
    if (!QDir().mkpath(QStringLiteral(LARDER_BENCH_FOLDER))) {
        qFatal("can't make %s", LARDER_BENCH_FOLDER);
    }
    int told = 0;
    int missed = 0;
    // Windows are drawn into memory, by the processor: the same on every machine, with or without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    for (const Measure &measure : allMeasures()) {
        if (list) {
            std::printf("%s\n", measure.figures.join('\n').constData());
            continue;
        }
        const bool asked = std::any_of(measure.figures.begin(), measure.figures.end(),
            [&](const QByteArray &figure) { return isWanted(figure, wanted); });
        if (asked) {
            ++told;
            missed += measureInChild(measure, wanted, runs, argc, argv);
        }
    }
    if (told == 0 && !list) {
        std::fprintf(stderr, "no figure has such a name; --list shows them\n");
        return 2;
    }
    return missed == 0 ? 0 : 1;
}
