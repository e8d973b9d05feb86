// PostgreSQL commits, and its answer never arrives: a relay in front of it takes the answer to one COMMIT and
// hangs up. Whoever registers or signs in then gets an account or a session all the same, and one only.
#include "server/accounts/accounts.h"
#include "tests/support/manual_clock.h"
#include "tests/support/postgres.h"
#include "tests/support/store_home.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QTest>

#include <atomic>
#include <future>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

namespace {

// On a thread of its own, because whoever asks the database waits for it.
class Relay {
public:
    explicit Relay(const storage::Options &behind)
        : m_behind(behind.host + kSocket)
        , m_options(behind)
    {
        m_options.host = m_folder.path();
        std::promise<bool> listening;
        m_thread.reset(QThread::create([this, &listening] {
            QLocalServer server;
            QObject::connect(&server, &QLocalServer::newConnection, &server,
                [&] { relay(server.nextPendingConnection()); });
            listening.set_value(server.listen(m_folder.path() + kSocket));
            QEventLoop().exec();
        }));
        m_thread->start();
        if (!listening.get_future().get()) {
            qFatal("the relay can't listen");
        }
    }
    ~Relay()
    {
        m_thread->quit();
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Relay)

    const storage::Options &options() const { return m_options; }
    void loseTheNextCommit() { m_losing = true; }
    int lost() const { return m_lost; }

private:
    // Messages Parse and Bind, as PostgreSQL's protocol 3.0 has them.
    void relay(QLocalSocket *client)
    {
        auto *server = new QLocalSocket(client);
        const auto commit = std::make_shared<QByteArray>(); // the name of the prepared statement
        const auto committing = std::make_shared<bool>(false);
        QObject::connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        QObject::connect(server, &QLocalSocket::disconnected, client, &QLocalSocket::disconnectFromServer);
        QObject::connect(client, &QLocalSocket::readyRead, server, [=, this] {
            const QByteArray bytes = client->readAll();
            static const QRegularExpression parsed(
                u"P....([a-z_0-9]+)\\x00COMMIT\\x00"_s, QRegularExpression::DotMatchesEverythingOption);
            if (const auto match = parsed.match(QString::fromLatin1(bytes)); match.hasMatch()) {
                *commit = match.captured(1).toLatin1();
            }
            const QByteArray bound = '\0' + *commit + '\0'; // behind the nameless portal
            *committing = m_losing && !commit->isEmpty() && bytes.contains(bound);
            server->write(bytes);
        });
        QObject::connect(server, &QLocalSocket::readyRead, client, [=, this] {
            const QByteArray bytes = server->readAll();
            if (*committing) {
                m_losing = false;
                ++m_lost;
                client->abort();
                return;
            }
            client->write(bytes);
        });
        server->connectToServer(m_behind);
    }

    static constexpr QLatin1StringView kSocket { "/.s.PGSQL.5432" };
    QTemporaryDir m_folder;
    QString m_behind;
    storage::Options m_options;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_losing = false;
    std::atomic<int> m_lost = 0;
};

} // namespace

class LostCommitTest : public QObject {
    Q_OBJECT

    struct Node {
        test::StoreHome home;
        Relay relay { home.options() };
        test::VirtualTime time;
        test::ManualClock clock { time };
        test::ManualTimers timers { time };
        SystemRandom random;
        std::unique_ptr<StorePool> pool = *StorePool::open(relay.options(), clock, { 1, 1 });
        Tokens tokens { { { "kid", QByteArray(32, 'k') } }, clock };
        Passwords passwords { 1 };
        EndedSessions ends { *pool, tokens, clock, timers };
        Accounts accounts { *pool, passwords, tokens, ends, clock, random };

        ~Node()
        {
            passwords.finish();
            pool.reset();
        }
    };

private Q_SLOTS:
    void whoRegistersHasOneAccount()
    {
        Node node;
        node.relay.loseTheNextCommit();
        const auto made
            = node.accounts
                  .registerAccount({ u"ana@example.org"_s, u"correct horse"_s, u"Ana"_s, u"phone"_s })
                  .result();
        QCOMPARE(node.relay.lost(), 1);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(made->user.email, u"ana@example.org"_s);
        QCOMPARE(*node.accounts.count().result(), 1);
        QVERIFY(node.accounts.refresh(made->refreshToken).result());
        QVERIFY(node.accounts.signIn({ u"ana@example.org"_s, u"correct horse"_s, u"phone"_s }).result());
    }

    void whoSignsInIsSignedIn()
    {
        Node node;
        QVERIFY(
            node.accounts.registerAccount({ u"ana@example.org"_s, u"correct horse"_s, u"Ana"_s, u"phone"_s })
                .result());
        node.relay.loseTheNextCommit();
        const auto signedIn
            = node.accounts.signIn({ u"ana@example.org"_s, u"correct horse"_s, u"phone"_s }).result();
        QCOMPARE(node.relay.lost(), 1);
        QVERIFY(signedIn);
        QVERIFY(node.accounts.refresh(signedIn->refreshToken).result());
    }

    void aRefreshWhoseAnswerIsLostSignsNobodyOut()
    {
        Node node;
        const auto made
            = node.accounts
                  .registerAccount({ u"ana@example.org"_s, u"correct horse"_s, u"Ana"_s, u"phone"_s })
                  .result();
        QVERIFY(made);
        node.relay.loseTheNextCommit();
        const auto renewed = node.accounts.refresh(made->refreshToken).result();
        QCOMPARE(node.relay.lost(), 1);
        QVERIFY(renewed);
        QVERIFY(node.accounts.refresh(renewed->refreshToken).result());
    }
};

QTEST_GUILESS_MAIN(LostCommitTest)
#include "lost_commit_test.moc"
