// Runs over SQLite and, compiled again, over PostgreSQL.
#include "server/accounts/ended_sessions.h"

#include "core/limits.h"
#include "server/accounts/account_table.h"
#include "server/accounts/refresh_tokens.h"
#include "tests/support/manual_clock.h"
#include "tests/support/store_home.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Says what a feed says, when the test wants it.
class ToldFeed final : public Feed {
public:
    void start() override { }
    void stop() override { }
};

} // namespace

class EndedSessionsTest : public QObject {
    Q_OBJECT

    struct Node {
        test::StoreHome home;
        test::VirtualTime time;
        test::ManualClock clock { time };
        test::ManualTimers timers { time };
        SystemRandom random;
        std::unique_ptr<StorePool> pool = *StorePool::open(home.options(), clock, {});
        std::unique_ptr<Store> other = home.open(clock); // another node's
        Tokens tokens { { { "kid", QByteArray(32, 'k') } }, clock };
        ToldFeed feed;
        EndedSessions ends { *pool, tokens, clock, timers };
        std::vector<model::SessionId> told;

        Node()
        {
            QVERIFY(insertAccount(
                other->dialect(), { test::user(1), u"ana@example.org"_s, u"Ana"_s, "hash" }, clock.now()));
            QObject::connect(&ends, &EndedSessions::ended, &ends,
                [this](model::SessionId session) { told.push_back(session); });
        }
        ~Node() { pool.reset(); }
        RefreshTokens table() { return RefreshTokens(other->dialect(), random, clock.now()); }
        model::SessionId open() { return table().openSession(test::user(1), u"phone"_s)->session; }
        void endElsewhere(model::SessionId session) { QVERIFY(table().endSession(session)); }
        bool lets(model::SessionId session) const
        {
            return tokens.verify(QString::fromLatin1(tokens.sign(test::user(1), session))).has_value();
        }
    };

    std::unique_ptr<Node> m_node;

private Q_SLOTS:
    void init() { m_node = std::make_unique<Node>(); }

    void whatEndedBeforeTheStartHasEndedHere()
    {
        const auto stays = m_node->open();
        const auto ended = m_node->open();
        m_node->endElsewhere(ended);
        m_node->time.advance(limits::kAccessTokenLife - 1s);
        QVERIFY(m_node->lets(ended));
        QVERIFY(m_node->ends.begin(m_node->feed));
        QVERIFY(!m_node->lets(ended));
        QVERIFY(m_node->lets(stays));
        QCOMPARE(m_node->told, std::vector { ended });
    }

    void whatTheFeedTellsEndsAtOnce()
    {
        QVERIFY(m_node->ends.begin(m_node->feed));
        Q_EMIT m_node->feed.resumed();
        const auto session = m_node->open();
        Q_EMIT m_node->feed.heard("presence " + session.toString().toLatin1());
        Q_EMIT m_node->feed.heard("session nonsense");
        QVERIFY(m_node->lets(session));
        Q_EMIT m_node->feed.heard("session " + session.toString().toLatin1());
        QVERIFY(!m_node->lets(session));
        QCOMPARE(m_node->told, std::vector { session });
    }

    void whatEndedWhileTheFeedWasAwayEndsWhenItIsBack()
    {
        QVERIFY(m_node->ends.begin(m_node->feed));
        const auto session = m_node->open();
        m_node->endElsewhere(session);
        Q_EMIT m_node->feed.resumed();
        QTRY_VERIFY(!m_node->lets(session));
        QCOMPARE(m_node->told, std::vector { session });
    }

    void aLongInterruptionDoesNotKeepATokenGood()
    {
        QVERIFY(m_node->ends.begin(m_node->feed));
        Q_EMIT m_node->feed.resumed();
        QTRY_COMPARE(m_node->timers.running(), 0); // a feed that tells needs no asking
        Q_EMIT m_node->feed.interrupted();
        for (int round = 0; round < 3; ++round) {
            const auto session = m_node->open();
            QTRY_COMPARE(m_node->timers.running(), 1);
            m_node->endElsewhere(session);
            m_node->time.advance(EndedSessions::kEvery);
            QTRY_VERIFY(!m_node->lets(session));
        }
        QCOMPARE(m_node->told.size(), 3u); // each of them once
    }

    void itAsksAgainWhenTheTableDoesNotAnswer()
    {
        QVERIFY(m_node->ends.begin(m_node->feed));
        QVERIFY(m_node->other->database().execute(u"ALTER TABLE session RENAME TO elsewhere"_s));
        Q_EMIT m_node->feed.resumed();
        QTRY_COMPARE(m_node->timers.running(), 1);
        QVERIFY(m_node->other->database().execute(u"ALTER TABLE elsewhere RENAME TO session"_s));
        const auto session = m_node->open();
        m_node->endElsewhere(session);
        m_node->time.advance(EndedSessions::kEvery);
        QTRY_VERIFY(!m_node->lets(session));
        QTRY_COMPARE(m_node->timers.running(), 0);
    }

    void itDoesNotBeginWithoutTheTable()
    {
        QVERIFY(m_node->other->database().execute(u"ALTER TABLE session RENAME TO elsewhere"_s));
        const auto begun = m_node->ends.begin(m_node->feed);
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, Code::Storage);
    }
};

QTEST_GUILESS_MAIN(EndedSessionsTest)
#include "ended_sessions_test.moc"
