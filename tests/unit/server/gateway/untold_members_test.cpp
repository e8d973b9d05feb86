#include "server/gateway/untold_members.h"

#include "tests/support/manual_clock.h"
#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using server::Member;
using server::UntoldMembers;

class UntoldMembersTest : public QObject {
    Q_OBJECT

private:
    struct Asked {
        model::SpaceId space;
        qint64 version;
        UntoldMembers::Then then;
    };

    VirtualTime m_time;
    ManualTimers m_timers { m_time };
    std::vector<Asked> m_asked;
    std::vector<model::SpaceId> m_compared;
    std::unique_ptr<UntoldMembers> m_untold;

    void answer(const Result<std::vector<Member>> &members)
    {
        const Asked asked = m_asked.front();
        m_asked.erase(m_asked.begin());
        asked.then(members);
    }

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_compared.clear();
        m_untold = std::make_unique<UntoldMembers>(
            m_timers,
            [this](const model::SpaceId &space, qint64 version, const UntoldMembers::Then &then) {
                m_asked.push_back({ space, version, then });
            },
            [this](
                const model::SpaceId &space, const std::vector<Member> &) { m_compared.push_back(space); });
    }

    void aSpaceIsOpenUntilItIsCompared()
    {
        m_untold->compare(space('A'), 7);
        QVERIFY(m_untold->isOpen(space('A')) && !m_untold->isOpen(space('B')));
        QCOMPARE(m_asked.size(), std::size_t(1));
        QCOMPARE(m_asked[0].version, 7);
        answer(std::vector<Member>());
        QVERIFY(!m_untold->isOpen(space('A')));
        QCOMPARE(m_compared, std::vector<model::SpaceId> { space('A') });
        QCOMPARE(m_timers.running(), 0);
    }

    void aStoreThatIsAwayForAnHourIsAskedUntilItIsBack()
    {
        m_untold->compare(space('A'), 7);
        int asked = 0;
        for (Micros end = m_time.elapsed() + std::chrono::hours(1); m_time.elapsed() < end; ++asked) {
            answer(Failure(Code::Unavailable));
            QVERIFY(m_untold->isOpen(space('A')));
            const Micros before = m_time.elapsed();
            QVERIFY(m_time.step());
            QVERIFY(m_time.elapsed() - before <= std::chrono::seconds(5));
            QCOMPARE(m_asked.size(), std::size_t(1));
        }
        QVERIFY(asked > 700 && asked < 800);
        answer(std::vector<Member>());
        QCOMPARE(m_compared.size(), std::size_t(1));
        QVERIFY(!m_untold->isOpen(space('A')));
    }

    void whatIsForgottenIsAskedForNoMore()
    {
        m_untold->compare(space('A'), 7);
        m_untold->compare(space('B'), 7);
        answer(Failure(Code::Unavailable)); // A waits, B is being asked for
        m_untold->forgetAll();
        QVERIFY(!m_untold->isOpen(space('A')) && !m_untold->isOpen(space('B')));
        QCOMPARE(m_timers.running(), 0);
        answer(std::vector<Member>());
        QVERIFY(m_compared.empty());
        QVERIFY(m_asked.empty());
        m_untold->compare(space('A'), 3);
        answer(std::vector<Member>());
        QCOMPARE(m_compared, std::vector<model::SpaceId> { space('A') });
    }

    void whatIsToldMeanwhileIsComparedOnceMore()
    {
        m_untold->compare(space('A'), 7);
        m_untold->compare(space('A'), 9);
        QCOMPARE(m_asked.size(), std::size_t(1));
        answer(std::vector<Member>());
        QVERIFY(m_untold->isOpen(space('A')));
        QVERIFY(m_compared.empty());
        QCOMPARE(m_asked[0].version, 9);
        answer(std::vector<Member>());
        QCOMPARE(m_compared.size(), std::size_t(1));
        QVERIFY(!m_untold->isOpen(space('A')));
    }
};

QTEST_GUILESS_MAIN(UntoldMembersTest)
#include "untold_members_test.moc"
