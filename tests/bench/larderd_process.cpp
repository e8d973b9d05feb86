#include "tests/bench/larderd_process.h"

#include "tests/bench/access_token.h"
#include "tests/bench/moment.h"
#include "tests/support/free_ports.h"
#include "tests/support/postgres.h"

#include <QtCore/QFile>
#include <QtNetwork/QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

namespace larder::bench {

using namespace Qt::StringLiterals;

static bool isReady(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(200)) {
        return false;
    }
    socket.write("GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(2'000) && socket.readLine().contains(" 200 ");
}

LarderdProcess::LarderdProcess(const storage::Options &database, const QStringList &more)
{
    std::tie(m_httpPort, m_syncPort) = test::freePorts();
    const QString keys = m_folder.filePath(u"keys.json"_s);
    writeKeysFile(keys);
    const QString where = database.dialect == storage::Dialect::Sqlite
        ? u"sqlite:"_s + database.name
        : QString::fromUtf8(test::conninfo(database));
    m_process.setProgram(QStringLiteral(LARDER_BENCH_LARDERD));
    m_process.setArguments(
        QStringList { u"--data-dir"_s, m_folder.path(), u"--keys-file"_s, keys, u"--database"_s, where,
            u"--http-port"_s, QString::number(m_httpPort), u"--sync-port"_s, QString::number(m_syncPort),
            u"--connections-per-address"_s, u"0"_s, u"--log-level"_s, u"warning"_s }
        + more);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(QStringLiteral(LARDER_BENCH_FOLDER "/larderd.log"), QIODevice::Append);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    const Moment begun = now();
    m_process.start();
    while (!isReady(m_httpPort)) {
        if (m_process.waitForFinished(2) || seconds(now() - begun) > 30) {
            qFatal("larderd does not get ready");
        }
    }
    m_secondsToReady = seconds(now() - begun);
}

LarderdProcess::~LarderdProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        qWarning("larderd does not stop when asked");
        m_process.kill();
        m_process.waitForFinished();
    }
}

qint64 LarderdProcess::residentKilobytes() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').front().toLongLong();
        }
    }
    return 0;
}

storage::Options sqliteIn(const QString &folder)
{
    storage::Options options;
    options.name = folder + u"/larder.sqlite"_s;
    return options;
}

} // namespace larder::bench
