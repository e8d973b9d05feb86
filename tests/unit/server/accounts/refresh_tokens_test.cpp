// Runs over SQLite and, compiled again, over PostgreSQL.
#include "server/accounts/refresh_tokens.h"

#include "core/limits.h"
#include "server/accounts/account_table.h"
#include "tests/support/store_home.h"

#include <QtCore/QVariant>
#include <QtTest/QTest>

#include <thread>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RefreshTokensTest : public QObject {
    Q_OBJECT

    test::StandingClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<test::StoreHome> m_home;
    std::unique_ptr<Store> m_store;
    SessionGrant m_first;

    RefreshTokens tokens() { return RefreshTokens(m_store->dialect(), m_random, m_clock.now()); }
    Result<SessionGrant> rotate(const QByteArray &token) { return tokens().rotate(token); }
    Code refusal(const QByteArray &token)
    {
        const auto grant = rotate(token);
        return grant ? Code::Internal : grant.error().code;
    }
    int forgetAll()
    {
        int sum = 0;
        for (int gone = 1; gone > 0; sum += gone) {
            gone = *forgetSessions(m_store->dialect(), m_clock.now());
        }
        return sum;
    }
    qint64 count(const QString &table)
    {
        return m_store->database().scalar(u"SELECT count(*) FROM "_s + table)->toLongLong();
    }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        m_home = std::make_unique<test::StoreHome>();
        m_store = m_home->open(m_clock);
        QVERIFY(insertAccount(
            m_store->dialect(), { test::user(1), u"Ana@Example.org"_s, u"Ana"_s, "hash" }, m_clock.now()));
        m_first = *tokens().openSession(test::user(1), u"phone"_s);
    }

    // A known trap: an account that comes with the program, and its password.
    void aFreshStoreKnowsNobody()
    {
        test::StoreHome fresh;
        QCOMPARE(*countAccounts(fresh.open(m_clock)->dialect()), 0);
    }

    void anAddressIsTakenInAnyCase()
    {
        const auto found = findAccount(m_store->dialect(), u"ANA@EXAMPLE.ORG"_s);
        QVERIFY(found);
        QCOMPARE(found->id, test::user(1));
        QCOMPARE(found->email, u"Ana@Example.org"_s);
        QCOMPARE(found->name, u"Ana"_s);
        QCOMPARE(found->passwordHash, QByteArray("hash"));
        QCOMPARE(findAccount(m_store->dialect(), test::user(1))->email, u"Ana@Example.org"_s);
        QCOMPARE(findAccount(m_store->dialect(), u"bob@example.org"_s).error().code, Code::NotFound);
        QCOMPARE(insertAccount(m_store->dialect(),
                     { test::user(2), u"ana@example.org"_s, u"Other"_s, "hash" }, m_clock.now())
                     .error()
                     .code,
            Code::AlreadyExists);
        QVERIFY(insertAccount(
            m_store->dialect(), { test::user(3), u"ÄNNE@example.org"_s, u"Änne"_s, "hash" }, m_clock.now()));
        QVERIFY(findAccount(m_store->dialect(), u"änne@EXAMPLE.org"_s));
        QCOMPARE(*countAccounts(m_store->dialect()), 2);
    }

    void aDeviceMayHaveNoName() { QVERIFY(tokens().openSession(test::user(1), {})); }

    void ofADevicesNameItsBeginningIsKept()
    {
        const QString longest(limits::kDeviceNameChars, u'x');
        for (const QString &name : { longest, QString(longest + u'y'), QString(longest.repeated(1'000)) }) {
            QVERIFY(tokens().openSession(test::user(1), name));
        }
        QCOMPARE(m_store->database()
                     .scalar(u"SELECT count(*) FROM session WHERE device = '%1'"_s.arg(longest))
                     ->toLongLong(),
            3);
    }

    void eachUseGivesANewerToken()
    {
        const auto second = rotate(m_first.refreshToken);
        QVERIFY(second);
        QVERIFY(second->refreshToken != m_first.refreshToken);
        QCOMPARE(second->user, test::user(1));
        QCOMPARE(second->session, m_first.session);
        QVERIFY(rotate(second->refreshToken));
    }

    void aTokenIsLongAndFitForAUrl()
    {
        QCOMPARE(m_first.refreshToken.size(), 43);
        for (const char c : m_first.refreshToken) {
            QVERIFY(std::isalnum(uchar(c)) || c == '-' || c == '_');
        }
    }

    void onlyItsHashIsKept()
    {
        const auto held = m_store->database().scalar(u"SELECT hash FROM refresh_token"_s);
        QCOMPARE(
            held->toByteArray(), QCryptographicHash::hash(m_first.refreshToken, QCryptographicHash::Sha256));
    }

    // A known trap: on a bad network a token is shown twice, and its reuse signs the person out.
    void aLostAnswerSignsNobodyOut()
    {
        // Three answers in a row are lost; then the client gets one.
        for (int i = 0; i < 3; ++i) {
            QVERIFY(rotate(m_first.refreshToken));
        }
        const auto taken = rotate(m_first.refreshToken);
        QVERIFY(taken);
        QVERIFY(rotate(taken->refreshToken));
    }

    void theAnswerThatWasReplacedIsNoWayIn()
    {
        const auto lost = rotate(m_first.refreshToken);
        const auto taken = rotate(m_first.refreshToken);
        QVERIFY(rotate(taken->refreshToken));
        QCOMPARE(refusal(lost->refreshToken), Code::Unauthenticated);
        // Somebody had it: the session is over for everyone.
        QCOMPARE(refusal(taken->refreshToken), Code::Unauthenticated);
    }

    void noneOfTheReplacedAnswersIsAWayInAfterANewerWasUsed()
    {
        const auto first = rotate(m_first.refreshToken);
        QVERIFY(rotate(m_first.refreshToken));
        const auto third = rotate(m_first.refreshToken);
        const auto next = rotate(third->refreshToken);
        QVERIFY(next);
        QCOMPARE(refusal(first->refreshToken), Code::Unauthenticated);
        QCOMPARE(refusal(next->refreshToken), Code::Unauthenticated);
    }

    void ofTwoAnswersEitherMayBeTheOneThatArrived()
    {
        const auto first = rotate(m_first.refreshToken);
        QVERIFY(rotate(m_first.refreshToken));
        auto next = rotate(first->refreshToken);
        QVERIFY(next);
        // Its answer is lost in turn.
        next = rotate(first->refreshToken);
        QVERIFY(next);
        QVERIFY(rotate(next->refreshToken));
    }

    void twoWhoTakeTurnsWithOneSessionAreFoundOut()
    {
        const auto owner = rotate(m_first.refreshToken);
        const auto thief = rotate(m_first.refreshToken);
        const auto next = rotate(owner->refreshToken);
        QVERIFY(next);
        auto store = tokens();
        QCOMPARE(store.rotate(thief->refreshToken).error().code, Code::Unauthenticated);
        QCOMPARE(store.ended(), std::vector { m_first.session });
        QCOMPARE(refusal(next->refreshToken), Code::Unauthenticated);
    }

    void reuseAfterTheNewerWasUsedEndsTheSession()
    {
        const auto second = rotate(m_first.refreshToken);
        const auto third = rotate(second->refreshToken);
        QCOMPARE(refusal(m_first.refreshToken), Code::Unauthenticated);
        QCOMPARE(refusal(third->refreshToken), Code::Unauthenticated);
        QCOMPARE(refusal(second->refreshToken), Code::Unauthenticated);
    }

    void reuseEndsThatSessionAlone()
    {
        const auto tablet = *tokens().openSession(test::user(1), u"tablet"_s);
        const auto second = rotate(m_first.refreshToken);
        QVERIFY(rotate(second->refreshToken));
        QCOMPARE(refusal(m_first.refreshToken), Code::Unauthenticated);
        QVERIFY(rotate(tablet.refreshToken));
    }

    void aTokenEndsAfterSevenDays()
    {
        m_clock.advance(limits::kRefreshTokenLife - 1s);
        const auto second = rotate(m_first.refreshToken);
        QVERIFY(second);
        m_clock.advance(limits::kRefreshTokenLife);
        QCOMPARE(refusal(second->refreshToken), Code::TokenExpired);
    }

    void whatWasNeverATokenIsRefused()
    {
        QCOMPARE(refusal(""), Code::Unauthenticated);
        QCOMPARE(refusal("' OR 1=1 --"), Code::Unauthenticated);
        QCOMPARE(refusal(QByteArray(100'000, 'x')), Code::Unauthenticated);
        QCOMPARE(refusal(m_first.refreshToken.toLower()), Code::Unauthenticated);
    }

    void anEndedSessionStaysEnded()
    {
        QVERIFY(tokens().endSession(m_first.session));
        QCOMPARE(refusal(m_first.refreshToken), Code::Unauthenticated);
        QVERIFY(tokens().endSession(m_first.session));
        QVERIFY(tokens().endSession({ test::uuid(99) }));
    }

    void tokensThatEndedAreNotKept()
    {
        QByteArray token = m_first.refreshToken;
        for (int day = 0; day < 30; ++day) {
            m_clock.advance(24h);
            token = rotate(token)->refreshToken;
        }
        QVERIFY2(count(u"refresh_token"_s) <= 10, qPrintable(QString::number(count(u"refresh_token"_s))));
    }

    void sessionsWhoseDevicesWentAwayAreForgotten()
    {
        const SessionGrant tablet = *tokens().openSession(test::user(1), u"tablet"_s);
        const SessionGrant ended = *tokens().openSession(test::user(1), u"laptop"_s);
        QVERIFY(tokens().endSession(ended.session));
        QCOMPARE(forgetAll(), 0);
        m_clock.advance(limits::kEndedSessionLife + 1s);
        QCOMPARE(forgetAll(), 1); // the one that ended
        QCOMPARE(count(u"refresh_token"_s), 2);
        m_clock.advance(limits::kRefreshTokenLife - limits::kEndedSessionLife - 2s);
        const auto kept = rotate(tablet.refreshToken);
        QVERIFY(kept);
        m_clock.advance(2s);
        QCOMPARE(forgetAll(), 3); // the phone's session and the first token of each
        QCOMPARE(count(u"session"_s), 1);
        QCOMPARE(refusal(m_first.refreshToken), Code::Unauthenticated);
        QVERIFY(rotate(kept->refreshToken));
    }

    void aTurnOfForgettingIsBounded()
    {
        for (int i = 0; i < limits::kSessionsPerUser - 1; ++i) {
            QVERIFY(tokens().openSession(test::user(1), {}));
        }
        QVERIFY(insertAccount(
            m_store->dialect(), { test::user(2), u"bob@example.org"_s, u"Bob"_s, "hash" }, m_clock.now()));
        QVERIFY(tokens().openSession(test::user(2), {}));
        m_clock.advance(limits::kRefreshTokenLife + 1s);
        QCOMPARE(*forgetSessions(m_store->dialect(), m_clock.now()), limits::kPurgeRows);
        QCOMPARE(forgetAll(), limits::kPurgeRows + 2);
        QCOMPARE(count(u"session"_s) + count(u"refresh_token"_s), 0);
    }

    void anAccountHasSoManySessions()
    {
        std::vector<SessionGrant> sessions { m_first };
        for (int i = 0; i < limits::kSessionsPerUser; ++i) {
            m_clock.advance(1s);
            RefreshTokens table = tokens();
            sessions.push_back(*table.openSession(test::user(1), u"device"_s));
            const bool tooMany = i + 1 == limits::kSessionsPerUser;
            QCOMPARE(
                table.ended(), tooMany ? std::vector { m_first.session } : std::vector<model::SessionId>());
        }
        QCOMPARE(
            *sessionsEndedSince(m_store->dialect(), m_clock.now() - 1s), std::vector { m_first.session });
        QVERIFY(sessionsEndedSince(m_store->dialect(), m_clock.now())->empty());
        QCOMPARE(refusal(sessions.front().refreshToken), Code::Unauthenticated);
        QVERIFY(rotate(sessions.at(1).refreshToken));
        QVERIFY(rotate(sessions.back().refreshToken));
        // One that ended stays as long as nodes may have to hear of it.
        QCOMPARE(count(u"session"_s), limits::kSessionsPerUser + 1);
        m_clock.advance(limits::kEndedSessionLife + 1s);
        QVERIFY(tokens().openSession(test::user(1), u"device"_s));
        QCOMPARE(count(u"session"_s), limits::kSessionsPerUser + 1);
        QCOMPARE(*sessionsEndedSince(m_store->dialect(), m_clock.now() - 1s),
            std::vector { sessions.at(2).session });
    }

    void twoUsesAtOnceAreOneAfterTheOther()
    {
        QByteArray token = m_first.refreshToken;
        for (int round = 0; round < 20; ++round) {
            std::array<Result<SessionGrant>, 2> grants { Failure(Code::Internal), Failure(Code::Internal) };
            std::vector<std::thread> clients;
            for (Result<SessionGrant> &grant : grants) {
                clients.emplace_back([&grant, &token, this] {
                    SystemRandom random;
                    const auto store = m_home->open(m_clock);
                    grant = RefreshTokens(store->dialect(), random, m_clock.now()).rotate(token);
                });
            }
            for (std::thread &client : clients) {
                client.join();
            }
            // Both got one, as after a lost answer; the later one replaced the earlier, and is good.
            QVERIFY(grants[0] && grants[1]);
            const auto next = rotate(grants[0]->refreshToken);
            token = next ? next->refreshToken : rotate(grants[1]->refreshToken)->refreshToken;
        }
    }
};

QTEST_GUILESS_MAIN(RefreshTokensTest)
#include "refresh_tokens_test.moc"
