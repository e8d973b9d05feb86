#include "tests/bench/tool_runs.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryFile>

namespace larder::bench {

using namespace Qt::StringLiterals;

static QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(300'000) || process.exitCode() != 0) {
        qFatal("%s failed: %s", qPrintable(program), process.readAll().constData());
    }
    return QString::fromUtf8(process.readAll());
}

static double numberAfter(const QString &text, const QString &pattern)
{
    const auto match = QRegularExpression(pattern + u"\\s*([0-9.]+)"_s).match(text);
    if (!match.hasMatch()) {
        qFatal("no %s in: %s", qPrintable(pattern), qPrintable(text));
    }
    return match.captured(1).toDouble();
}

double pgbenchTransactionsPerSecond(
    const storage::Options &database, const QString &script, int clients, std::chrono::seconds time)
{
    QTemporaryFile file;
    if (!file.open() || file.write(script.toUtf8()) < 0 || !file.flush()) {
        qFatal("can't write the script");
    }
    const QString output = outputOf(QStringLiteral(LARDER_POSTGRES_BIN "/pgbench"),
        { u"-n"_s, u"-M"_s, u"prepared"_s, u"-f"_s, file.fileName(), u"-c"_s, QString::number(clients),
            u"-j"_s, u"1"_s, u"-T"_s, QString::number(time.count()), u"-h"_s, database.host, u"-U"_s,
            database.user, database.name });
    return numberAfter(output, u"tps ="_s);
}

double wrkRequestsPerSecond(
    const QString &url, const QString &token, int connections, std::chrono::seconds time)
{
    const QString output = outputOf(u"wrk"_s,
        { u"-t1"_s, u"-c%1"_s.arg(connections), u"-d%1s"_s.arg(time.count()), u"-H"_s,
            u"Authorization: Bearer %1"_s.arg(token), url });
    if (output.contains(u"Non-2xx"_s)) {
        qFatal("wrk got errors: %s", qPrintable(output));
    }
    return numberAfter(output, u"Requests/sec:"_s);
}

} // namespace larder::bench
