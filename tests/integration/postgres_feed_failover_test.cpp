#include "core/storage/migrations.h"

#include "tests/support/feed_probe.h"
#include "tests/support/postgres.h"

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <csignal>

using namespace larder;
using namespace larder::model;
using namespace larder::server;
using namespace larder::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

static const QString kSpace = u"00000000-0000-7000-8000-000000000001"_s;
static constexpr int kPatience = 30'000;

class PostgresFeedFailoverTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    storage::Options m_database;
    std::unique_ptr<FeedProbe> m_feed;

    void rename(const storage::Options &where, const QString &name)
    {
        PostgresSession(where).run(u"UPDATE list SET name = '%1'"_s.arg(name));
    }
    QString lastName() const
    {
        const auto rows = m_feed->rows();
        return rows.empty() ? QString() : rows.back().text(list::kName);
    }
    void startFeed(const FeedProbe::Options &options)
    {
        m_feed = std::make_unique<FeedProbe>(options);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 1, kPatience);
        rename(m_database, u"Home"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastName(), u"Home"_s, kPatience);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<PostgresServer>();
        m_database = m_server->createDatabase();
        auto database = storage::Database::open(m_database);
        const auto migrations = storage::loadMigrations(u":/larder/migrations/postgres"_s);
        QVERIFY(database && migrations && storage::migrate(**database, *migrations));
        PostgresSession(m_database)
            .run(u"INSERT INTO space (id, kind) VALUES ('%1', 1);"
                 "INSERT INTO list (space, id, name) VALUES ('%1', '%1', 'New')"_s.arg(kSpace));
    }

    void cleanup()
    {
        m_feed.reset();
        m_server.reset();
    }

    void comesBackAfterAnOrderlyRestart()
    {
        startFeed({ conninfo(m_database) });
        m_server->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->interrupted, 1, kPatience);
        QVERIFY(!m_feed->status().streaming);
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 2, kPatience);
        rename(m_database, u"Afterwards"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastName(), u"Afterwards"_s, kPatience);
        QCOMPARE(m_feed->interrupted, 1);
    }

    void comesBackAfterAKill()
    {
        startFeed({ conninfo(m_database) });
        for (int times = 1; times <= 3; ++times) {
            m_server->kill();
            QTRY_COMPARE_WITH_TIMEOUT(m_feed->interrupted, times, kPatience);
            m_server->start();
            QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, times + 1, kPatience);
            rename(m_database, u"After kill %1"_s.arg(times));
            QTRY_COMPARE_WITH_TIMEOUT(lastName(), u"After kill %1"_s.arg(times), kPatience);
        }
        QCOMPARE(m_feed->status().connects.load(), 4);
    }

    void isPatientWithADatabaseThatComesLater()
    {
        m_server->stop();
        m_feed = std::make_unique<FeedProbe>(FeedProbe::Options { conninfo(m_database) });
        m_server->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 1, kPatience);
        QCOMPARE(m_feed->interrupted, 0);
    }

    void movesToAPromotedStandby()
    {
        const auto standby = PostgresServer::standbyOf(*m_server);
        // The standby first, so that the feed has to find out that it is one.
        const QByteArray both = "dbname=" + m_database.name.toUtf8() + " user=" + m_database.user.toUtf8()
            + " host=" + standby->socketFolder().toUtf8() + ',' + m_server->socketFolder().toUtf8()
            + " target_session_attrs=read-write";
        startFeed({ both });
        auto promoted = m_database;
        promoted.host = standby->socketFolder();
        QTRY_COMPARE_WITH_TIMEOUT(
            PostgresSession(promoted).value(u"SELECT name FROM list"_s), u"Home"_s, kPatience);
        m_server->kill();
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->interrupted, 1, kPatience);
        standby->promote();
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 2, kPatience);
        rename(promoted, u"On the new primary"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastName(), u"On the new primary"_s, kPatience);
        m_feed.reset();
    }

    void givesUpAPeerThatFallsSilent()
    {
        startFeed({ .conninfo = conninfo(m_database), .statusInterval = 50ms, .silence = 1s });
        PostgresSession psql(m_database);
        const int sender = psql.value(u"SELECT active_pid FROM pg_replication_slots"_s).toInt();
        QVERIFY(sender > 0);
        ::kill(sender, SIGSTOP);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->interrupted, 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 2, kPatience);
        ::kill(sender, SIGCONT);
        rename(m_database, u"Heard"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastName(), u"Heard"_s, kPatience);
        // The old slot goes with its sender; nothing keeps the log.
        QTRY_COMPARE_WITH_TIMEOUT(
            psql.value(u"SELECT count(*) FROM pg_replication_slots"_s), u"1"_s, kPatience);
    }

    void keepsAQuietConnectionAliveByAsking()
    {
        startFeed({ .conninfo = conninfo(m_database), .statusInterval = 20ms, .silence = 200ms });
        PostgresSession psql(m_database);
        const auto reply = [&psql] { return psql.value(u"SELECT reply_time FROM pg_stat_replication"_s); };
        const QString first = reply();
        // Many times the silence that it bears pass by, as the database's own clock tells.
        QTRY_VERIFY_WITH_TIMEOUT(
            psql.value(
                u"SELECT reply_time > '%1'::timestamptz + interval '2 s' FROM pg_stat_replication"_s.arg(
                    first))
                == u"t",
            kPatience);
        QCOMPARE(m_feed->interrupted, 0);
        QCOMPARE(m_feed->resumed, 1);
    }

    void doesNotHangOnAHostThatNeverAnswers()
    {
        // It takes connections and says nothing, as a host behind a broken router does.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QByteArray info = "dbname=" + m_database.name.toUtf8() + " user=" + m_database.user.toUtf8()
            + " host=localhost," + m_server->socketFolder().toUtf8()
            + " port=" + QByteArray::number(silent.serverPort()) + ",5432";
        m_feed
            = std::make_unique<FeedProbe>(FeedProbe::Options { .conninfo = info, .connectTimeout = 200ms });
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 1, kPatience);
        QVERIFY(silent.hasPendingConnections());
    }

    void triesOnWhenThePublicationIsMissing()
    {
        auto options = FeedProbe::Options { conninfo(m_database) };
        options.publication = u"not \"yet\" 'there'"_s;
        m_feed = std::make_unique<FeedProbe>(options);
        QTRY_VERIFY_WITH_TIMEOUT(m_feed->status().failures >= 2, kPatience);
        QCOMPARE(m_feed->resumed, 0);
        PostgresSession psql(m_database);
        psql.run(u"CREATE PUBLICATION \"not \"\"yet\"\" 'there'\" FOR TABLE list"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 1, kPatience);
        rename(m_database, u"There"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastName(), u"There"_s, kPatience);
    }

    void startsAnewWhenItsSlotIsTakenAway()
    {
        startFeed({ conninfo(m_database) });
        PostgresSession psql(m_database);
        psql.run(u"SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->interrupted, 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 2, kPatience);
    }
};

QTEST_GUILESS_MAIN(PostgresFeedFailoverTest)
#include "postgres_feed_failover_test.moc"
