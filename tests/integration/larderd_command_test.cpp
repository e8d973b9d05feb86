// larderd as a command: what it prints, with which exit code it goes, what it makes of a bad start.
#include "tests/support/larderd.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace larder;
using namespace Qt::StringLiterals;
using test::Larderd;

namespace {

struct Run {
    int exitCode = 0;
    QString out;
    QString err;
};

Run run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(LARDERD_PROGRAM), arguments);
    if (!process.waitForFinished(20'000)) {
        qFatal("larderd does not end");
    }
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()) };
}

} // namespace

class LarderdCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void itsVersionAndHelpArePrinted()
    {
        const Run version = run({ u"--version"_s });
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith(u"larderd "_s));
        const Run help = run({ u"--help"_s });
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains(u"--http-port"_s));
    }

    void theSettingsAreChecked()
    {
        QCOMPARE(run({ u"--check-config"_s }).exitCode, 0);
        const Run bad = run({ u"--check-config"_s, u"--http-port"_s, u"http"_s, u"--listen"_s, u"here"_s });
        QCOMPARE(bad.exitCode, 2);
        QCOMPARE(bad.err.count(u'\n'), 2);
        QVERIFY(bad.err.contains(u"http-port (flag): must be a whole number"_s));

        const QString ini = m_folder.filePath(u"larderd.ini"_s);
        const auto check = [&ini](const QByteArray &content) {
            QFile file(ini);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
                qFatal("can't write the settings");
            }
            file.close();
            return run({ u"--check-config"_s, u"--config"_s, ini });
        };
        const Run good = check("http-port = 3101\nlog-level = warning\n");
        QCOMPARE(good.exitCode, 0);
        QVERIFY2(good.out.contains(ini), qPrintable(good.out));
        const Run unknown = check("http-prt = 3101\n[server]\nhttp-port = 3101\n");
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.err.contains(u"\"http-prt\""_s) && unknown.err.contains(u"\"server/http-port\""_s),
            qPrintable(unknown.err));
        QCOMPARE(run({ u"--check-config"_s, u"--config"_s, m_folder.path() }).exitCode, 2); // a directory
        QCOMPARE(run({ u"--check-config"_s, u"--config"_s, ini + u".not"_s }).exitCode, 2);
        for (const QString &place :
            QStringList { ini, ini + u"/data/larder"_s }) { // a file is no folder, nor has it any
            const Run noFolder = run({ u"--check-config"_s, u"--data-dir"_s, place });
            QCOMPARE(noFolder.exitCode, 2);
            QVERIFY2(
                noFolder.err.contains(u"data-dir: "_s + ini + u" is no folder"_s), qPrintable(noFolder.err));
        }
        QCOMPARE(run({ u"--check-config"_s, u"--data-dir"_s, m_folder.filePath(u"new/data"_s) }).exitCode, 0);
        QVERIFY(!QFile::exists(m_folder.filePath(u"new"_s)));
        const Run secret = check("database = \"postgres://larder:hunter2@[::1/larder\"\n");
        QCOMPARE(secret.exitCode, 2);
        QVERIFY2(!secret.err.contains(u"hunter2"_s), qPrintable(secret.err));
    }

    void whatKeepsItFromStartingIsASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        const QString notes = m_folder.filePath(u"notes.txt"_s);
        QFile file(notes);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("These are no rows of any table. ").repeated(100));
        QTest::newRow("data directory")
            << QStringList { u"--data-dir"_s, u"/proc/larder"_s } << u"data-dir"_s;
        QTest::newRow("database file")
            << QStringList { u"--data-dir"_s, m_folder.path(), u"--database"_s, u"sqlite:/proc/x.sqlite"_s }
            << u"let larderd write in that folder"_s;
        QTest::newRow("no database") << QStringList { u"--data-dir"_s, m_folder.path(), u"--database"_s,
            u"sqlite:"_s + notes } << u"restore a backup"_s;
        QTest::newRow("no PostgreSQL") << QStringList { u"--data-dir"_s, m_folder.path(), u"--database"_s,
            u"postgres://x@127.0.0.1:1/x"_s }
                                       << u"check --database, that PostgreSQL runs"_s;
        QTest::newRow("address") << QStringList { u"--data-dir"_s, m_folder.path(), u"--listen"_s,
            u"192.0.2.1"_s } << u"change --listen"_s;
    }

    void whatKeepsItFromStartingIsASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const Run failed
            = run(arguments + QStringList { u"--http-port"_s, u"0"_s, u"--sync-port"_s, u"0"_s });
        QVERIFY(failed.exitCode == 1 || failed.exitCode == 2);
        const QJsonObject line = QJsonDocument::fromJson(failed.err.toUtf8()).object(); // the only one
        QCOMPARE(line.value("level"_L1), u"error"_s);
        QVERIFY2(line.value("msg"_L1).toString().contains(words), qPrintable(failed.err));
        QCOMPARE(failed.out, QString());
    }

    void twoCantHaveOnePort()
    {
        Larderd first;
        const Run second = run({ u"--data-dir"_s, m_folder.path(), u"--http-port"_s,
            QString::number(first.httpPort()), u"--sync-port"_s, u"0"_s });
        QCOMPARE(second.exitCode, 2);
        QVERIFY2(second.err.contains(QString::number(first.httpPort())), qPrintable(second.err));
        QVERIFY2(second.err.contains(u"end what uses it, or change --listen or --http-port"_s),
            qPrintable(second.err));
        const Run third = run({ u"--data-dir"_s, m_folder.path(), u"--http-port"_s, u"0"_s, u"--sync-port"_s,
            QString::number(first.syncPort()) });
        QCOMPARE(third.exitCode, 2);
        QVERIFY2(
            third.err.contains(u"for sync"_s) && third.err.contains(u"--sync-port"_s), qPrintable(third.err));
    }

    // They would not hear of each other's changes. A killed one holds nothing.
    void twoCantHaveOneSqliteFile()
    {
        Larderd first;
        const QStringList arguments { u"--data-dir"_s, first.folder(), u"--http-port"_s, u"0"_s,
            u"--sync-port"_s, u"0"_s };
        const Run second = run(arguments);
        QCOMPARE(second.exitCode, 2);
        QVERIFY2(second.err.contains(u"another larderd uses it"_s), qPrintable(second.err));
        first.kill();
        first.start();
        QCOMPARE(first.call("GET", "/health").status, 200);
    }

    void rotatedKeysKeepEverybodySignedIn()
    {
        Larderd larderd;
        const auto ana = larderd.registerUser("Ana");
        QCOMPARE(larderd.terminate(), 0);
        QCOMPARE(run({ u"--rotate-keys"_s, u"--data-dir"_s, larderd.folder() }).exitCode, 0);
        larderd.start();
        QCOMPARE(larderd.call("GET", "/api/me", {}, ana.token).status, 200);
        const auto bob = larderd.registerUser("Bob");
        QVERIFY(bob.token.split('.').first() != ana.token.split('.').first());
    }

    void itsFilesAreItsOwnersAlone()
    {
        Larderd larderd;
        const QDir folder(larderd.folder());
        for (const QFileInfo &file : folder.entryInfoList({ u"*.json"_s, u"*.sqlite*"_s }, QDir::Files)) {
            QVERIFY2(
                !(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
        }
    }

    void itIsReadySoon()
    {
        QList<qint64> times;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            Larderd larderd;
            times.append(timer.elapsed());
        }
        std::sort(times.begin(), times.end());
        // The goal is 300 ms and the benchmark measures it; here the machine does other things at the same
        // time.
        QVERIFY2(times.at(2) < 3'000, qPrintable(QString::number(times.at(2))));
    }
};

QTEST_GUILESS_MAIN(LarderdCommandTest)
#include "larderd_command_test.moc"
