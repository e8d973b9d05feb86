// The benchmark: `larder_bench [--runs N] [NAME]…` tells the figures whose name holds one of the given parts.
#include "tests/bench/stage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    int runs = 5;
    QList<QByteArray> wanted;
    const QStringList arguments = application.arguments().mid(1);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == u"--runs"_s && i + 1 < arguments.size()) {
            runs = std::max(1, arguments[++i].toInt());
        } else {
            wanted << arguments[i].toUtf8();
        }
    }
    const QString folder = QStringLiteral(LARDER_BENCH_FOLDER);
    if (!QDir().mkpath(folder)) {
        qFatal("can't make %s", qPrintable(folder));
    }
    larder::bench::Report report(folder + u"/raw.jsonl"_s, wanted);
    larder::bench::Stage stage(report, runs);
    larder::bench::measureFeed(stage);
    larder::bench::measureGateway(stage);
    larder::bench::measureStore(stage);
    larder::bench::measureClient(stage);

    return report.missed() == 0 ? 0 : 1;
}
