#include "server/config.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <array>
#include <functional>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

using Shown = std::function<QString(const Config &)>;

// The settings of the table below, by which --help is held against it.
static constexpr std::array kTried = { "data-dir", "listen", "http-port", "sync-port", "public-sync-url",
    "database", "replication-database", "keys-file", "trusted-proxies", "auth-attempts-per-minute",
    "connections-per-address", "sync-threads", "store-writers", "store-readers", "log-level" };

class ConfigTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    QProcessEnvironment m_environment;

    QString file(const QByteArray &content)
    {
        // A name of its own for each, because QSettings keeps what it read of one of the same size and time.
        const QString path = m_folder.filePath(u"larderd-%1.ini"_s.arg(++m_files));
        QFile ini(path);
        if (!ini.open(QIODevice::WriteOnly)) {
            qFatal("can't write %s", qPrintable(path));
        }
        ini.write(content);
        return path;
    }
    ReadConfig read(const QStringList &arguments) const { return readConfig(arguments, m_environment); }

private Q_SLOTS:
    void init()
    {
        m_environment = QProcessEnvironment();
        m_environment.insert(u"HOME"_s, u"/home/ana"_s);
    }

    void withNothingSaidItListensForAProxyAndKeepsOneFile()
    {
        const auto [config, commands, faults] = read({});
        QCOMPARE(faults, QStringList());
        QCOMPARE(config.listenAddress, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(config.httpPort, 3001);
        QCOMPARE(config.syncPort, 4848);
        QCOMPARE(config.database.dialect, storage::Dialect::Sqlite);
        QCOMPARE(config.database.name, config.dataDir + u"/larder.sqlite"_s);
        QCOMPARE(config.keysFile, config.dataDir + u"/keys.json"_s);
        QVERIFY(!commands.help && !commands.version && !commands.checkConfig && !commands.rotateKeys);
    }

    void flagsComeBeforeTheEnvironmentAndThatBeforeTheFile()
    {
        const QString ini = file(
            "http-port = 1000\nsync-port = 1001\nlog-level = debug\ntrusted-proxies = 10.0.0.1, 10.0.0.2\n");
        m_environment.insert(u"LARDER_HTTP_PORT"_s, u"2000"_s);
        m_environment.insert(u"LARDER_SYNC_PORT"_s, u"2001"_s);
        const auto [config, commands, faults] = read({ u"--http-port"_s, u"3000"_s, u"--config="_s + ini });
        QCOMPARE(faults, QStringList());
        QCOMPARE(config.httpPort, 3000);
        QCOMPARE(config.syncPort, 2001);
        QCOMPARE(config.logLevel, LogLevel::Debug);
        QCOMPARE(config.trustedProxies.size(), 2);
        QCOMPARE(config.file, ini);
    }

    void everySettingIsTakenFromFlagsThenTheEnvironmentThenTheFile_data()
    {
        QTest::addColumn<QStringList>("values"); // of the flag, the environment and the file
        QTest::addColumn<Shown>("shown");
        const auto row = [](const char *name, const QStringList &values, const Shown &shown) {
            QTest::newRow(name) << values << shown;
        };
        const QStringList numbers { u"11"_s, u"12"_s, u"13"_s };
        const auto number = [](auto member) {
            return Shown([member](const Config &c) { return QString::number(c.*member); });
        };
        row("data-dir", { u"/a"_s, u"/b"_s, u"/c"_s }, [](const Config &c) { return c.dataDir; });
        row("listen", { u"10.0.0.1"_s, u"10.0.0.2"_s, u"::1"_s },
            [](const Config &c) { return c.listenAddress.toString(); });
        row("http-port", numbers, number(&Config::httpPort));
        row("sync-port", numbers, number(&Config::syncPort));
        row("public-sync-url", { u"wss://a/s"_s, u"wss://b/s"_s, u"ws://c/s"_s },
            [](const Config &c) { return c.publicSyncUrl; });
        row("database", { u"sqlite:/a"_s, u"sqlite:/b"_s, u"sqlite:/c"_s },
            [](const Config &c) { return QString(u"sqlite:"_s + c.database.name); });
        row("replication-database", { u"postgres://a@h/d"_s, u"postgres://b@h/d"_s, u"postgres://c@h/d"_s },
            [](const Config &c) { return QString::fromUtf8(c.replication); });
        row("keys-file", { u"/a"_s, u"/b"_s, u"/c"_s }, [](const Config &c) { return c.keysFile; });
        row("trusted-proxies", { u"10.0.0.1"_s, u"10.0.0.2"_s, u"10.0.0.3"_s }, [](const Config &c) {
            return c.trustedProxies.size() == 1 ? c.trustedProxies.begin()->toString() : QString();
        });
        row("auth-attempts-per-minute", numbers, number(&Config::authAttemptsPerMinute));
        row("connections-per-address", numbers, number(&Config::connectionsPerAddress));
        row("sync-threads", numbers, number(&Config::syncThreads));
        row("store-writers", numbers, number(&Config::storeWriters));
        row("store-readers", numbers, number(&Config::storeReaders));
        row("log-level", { u"debug"_s, u"warning"_s, u"error"_s }, [](const Config &c) {
            return c.logLevel == LogLevel::Debug  ? u"debug"_s
                : c.logLevel == LogLevel::Warning ? u"warning"_s
                                                  : u"error"_s;
        });
    }

    void everySettingIsTakenFromFlagsThenTheEnvironmentThenTheFile()
    {
        QFETCH(QStringList, values);
        QFETCH(Shown, shown);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString ini = file(name.toUtf8() + " = \"" + values[2].toUtf8() + "\"\n");
        QStringList arguments { u"--config"_s, ini };
        if (name == "replication-database"_L1) {
            arguments += { u"--database"_s, u"postgres://u@h/d"_s };
        }
        const auto given = [&] {
            const ReadConfig read = this->read(arguments);
            return read.faults.isEmpty() ? shown(read.config) : read.faults.join(u'\n');
        };
        QCOMPARE(given(), values[2]);
        m_environment.insert(u"LARDER_"_s + QString(name).toUpper().replace(u'-', u'_'), values[1]);
        QCOMPARE(given(), values[1]);
        arguments += { u"--"_s + name, values[0] };
        QCOMPARE(given(), values[0]);
    }

    void helpNamesEverySettingThatIsTriedHereAndNoOther()
    {
        QSet<QString> tried { u"config"_s };
        for (const char *name : kTried) {
            tried.insert(QString::fromLatin1(name));
        }
        QSet<QString> named;
        static const QRegularExpression line(u"^  --(\\S+) [A-Z]+$"_s, QRegularExpression::MultilineOption);
        for (auto found = line.globalMatch(helpText()); found.hasNext();) {
            named.insert(found.next().captured(1));
        }
        QCOMPARE(named, tried);
    }

    void everyFaultIsSaidInASentenceWithWhereItStands()
    {
        const QString ini = file("http-prt = 1\nlisten = localhost\n");
        m_environment.insert(u"LARDER_LOG_LEVEL"_s, u"loud"_s);
        const QStringList faults = read({ u"--config"_s, ini, u"--sync-port"_s, u"70000"_s, u"--data_dir"_s,
                                            u"--database"_s, u"postgres://secret:hunter2@"_s,
                                            u"--public-sync-url"_s, u"https://x"_s, u"--store-writers"_s })
                                       .faults;
        const QString all = faults.join(u'\n');
        QCOMPARE(faults.size(), 8);
        for (const QString &part :
            { u"http-prt"_s, u"listen ("_s, u"LARDER_LOG_LEVEL"_s, u"sync-port (flag)"_s, u"--data_dir"_s,
                u"database (flag)"_s, u"public-sync-url"_s, u"--store-writers"_s }) {
            QVERIFY2(all.contains(part), qPrintable(part + u" in\n"_s + all));
        }
        QVERIFY(!all.contains(u"hunter2"_s));
    }

    void aMisspeltVariableIsSaidAndThoseOfOthersAreLeftAlone()
    {
        for (const QString &name : { u"LARDER_SEED"_s, u"LARDER_PASSWORD"_s, u"LARDER_TEST_POSTGRES"_s,
                 u"LARDER_HOME"_s, u"LARDER_RUNS"_s, u"LARDER_KILLS"_s }) {
            m_environment.insert(name, u"1"_s);
        }
        QCOMPARE(read({}).faults, QStringList());
        for (const QString &name : { u"LARDER_HTTP_PRT"_s, u"LARDER_DATABASE_URL"_s, u"LARDER_DATADIR"_s }) {
            m_environment.insert(name, u"1"_s);
        }
        const QStringList faults = read({}).faults;
        QCOMPARE(faults.size(), 3);
        QVERIFY2(faults.join(u' ').contains(
                     u"LARDER_HTTP_PRT: there is no such setting; is LARDER_HTTP_PORT meant?"_s),
            qPrintable(faults.join(u'\n')));
    }

    void aFileThatIsNotThereIsSaid()
    {
        QCOMPARE(read({ u"--config"_s, u"/nowhere/larderd.ini"_s }).faults.size(), 1);
    }

    void onePortForBothIsSaid()
    {
        QCOMPARE(read({ u"--http-port"_s, u"5000"_s, u"--sync-port"_s, u"5000"_s }).faults.size(), 1);
        QCOMPARE(read({ u"--http-port"_s, u"0"_s, u"--sync-port"_s, u"0"_s }).faults.size(), 0);
    }

    void databases_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QStringList>("parts"); // dialect, name, host, port, user, password, others
        const auto row = [](const char *name, const QString &where, const QStringList &parts) {
            QTest::newRow(name) << where << parts;
        };
        row("sqlite", u"sqlite:/srv/l.sqlite"_s, { u"0"_s, u"/srv/l.sqlite"_s, {}, u"0"_s, {}, {}, {} });
        row("url", u"postgres://larder:s%40cret@db.lan:5433/larder?sslmode=require"_s,
            { u"1"_s, u"larder"_s, u"db.lan"_s, u"5433"_s, u"larder"_s, u"s@cret"_s, u"sslmode=require"_s });
        row("words", u"host=/run/pg dbname=larder user='a b'"_s,
            { u"1"_s, u"larder"_s, u"/run/pg"_s, u"0"_s, u"a b"_s, {}, {} });
        row("two hosts", u"postgresql://u@a:5432,b:5433/larder?target_session_attrs=read-write"_s,
            { u"1"_s, u"larder"_s, u"a,b"_s, u"0"_s, u"u"_s, {},
                u"port=5432,5433;target_session_attrs=read-write"_s });
    }

    void databases()
    {
        QFETCH(QString, where);
        QFETCH(QStringList, parts);
        const auto [config, commands, faults] = read({ u"--database"_s, where });
        QCOMPARE(faults, QStringList());
        const storage::Options &o = config.database;
        QCOMPARE((QStringList { QString::number(int(o.dialect)), o.name, o.host, QString::number(o.port),
                     o.user, o.password, o.connectOptions }),
            parts);
    }

    void theFeedHasItsOwnRoleOnlyWithPostgres()
    {
        QCOMPARE(read({ u"--database"_s, u"postgres://u@h/d"_s }).config.replication,
            QByteArray("postgres://u@h/d"));
        QCOMPARE(read({ u"--database"_s, u"postgres://u@h/d"_s, u"--replication-database"_s,
                          u"postgres://feed@h/d"_s })
                     .config.replication,
            QByteArray("postgres://feed@h/d"));
        QCOMPARE(read({ u"--replication-database"_s, u"postgres://feed@h/d"_s }).faults.size(), 1);
    }

    void helpNamesEverySettingAndCommand()
    {
        const QString help = helpText();
        for (const QString &name : { u"--data-dir"_s, u"--database"_s, u"--replication-database"_s,
                 u"--check-config"_s, u"--rotate-keys"_s, u"--config"_s, u"LARDER_HTTP_PORT"_s }) {
            QVERIFY2(help.contains(name), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "config_test.moc"
