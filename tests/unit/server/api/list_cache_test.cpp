#include "server/api/list_cache.h"

#include "tests/support/store_home.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using test::space;

namespace {

EncodedList list(qint64 version, qsizetype bytes = 10)
{
    EncodedList encoded;
    encoded.version = version;
    encoded.items = QByteArray(bytes, 'x');
    encoded.roles.insert(test::user(1), model::Role::Owner);
    return encoded;
}

FeedEvent change(quint64 number, qint64 version)
{
    return Change { space(number), version, 0, true, {} };
}

std::shared_ptr<const std::vector<FeedEvent>> events(std::vector<FeedEvent> all)
{
    return std::make_shared<const std::vector<FeedEvent>>(std::move(all));
}

} // namespace

class ListCacheTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ListCache> m_cache;

    void keep(quint64 number, const EncodedList &encoded)
    {
        const auto reading = m_cache->beginReading(space(number));
        m_cache->endReading(reading, space(number), &encoded);
    }
    bool holds(quint64 number) const { return m_cache->find(space(number)) != nullptr; }

private Q_SLOTS:
    void init()
    {
        m_cache = std::make_unique<ListCache>();
        m_cache->resumed();
    }

    void whatWasReadIsHeldUntilItMoves()
    {
        keep(1, list(5));
        keep(2, list(7));
        QCOMPARE(m_cache->find(space(1))->version, 5);
        m_cache->committed(events({ change(1, 5), change(2, 6) }));
        QVERIFY(holds(1) && holds(2));
        m_cache->committed(events({ change(1, 6), Skipped { space(2), 8 } }));
        QVERIFY(!holds(1) && !holds(2));
        QCOMPARE(m_cache->bytes(), 0);
    }

    void aDeletedListIsForgotten()
    {
        keep(1, list(5));
        m_cache->committed(events({ SpaceDeleted { space(1) } }));
        QVERIFY(!holds(1));
    }

    void whatIsOlderThanWhatWasHeardMeanwhileIsNotKept()
    {
        const auto reading = m_cache->beginReading(space(1));
        m_cache->moved(space(1), 6);
        const EncodedList old = list(5);
        m_cache->endReading(reading, space(1), &old);
        QVERIFY(!holds(1));

        const auto again = m_cache->beginReading(space(1));
        const EncodedList fresh = list(6);
        m_cache->endReading(again, space(1), &fresh);
        QVERIFY(holds(1));
    }

    void twoReadingsAtOnceBothKnowWhatWasHeard()
    {
        const auto first = m_cache->beginReading(space(1));
        const auto second = m_cache->beginReading(space(1));
        m_cache->moved(space(1), 6);
        const EncodedList fresh = list(6);
        m_cache->endReading(first, space(1), &fresh);
        const EncodedList old = list(5);
        m_cache->endReading(second, space(1), &old);
        QCOMPARE(m_cache->find(space(1))->version, 6);
    }

    void anOlderReadingDoesNotReplaceANewer()
    {
        keep(1, list(6));
        keep(1, list(5));
        QCOMPARE(m_cache->find(space(1))->version, 6);
    }

    void aListThatIsGoneDoesNotComeBackFromAReading()
    {
        const auto reading = m_cache->beginReading(space(1));
        m_cache->committed(events({ SpaceDeleted { space(1) } }));
        const EncodedList old = list(5);
        m_cache->endReading(reading, space(1), &old);
        QVERIFY(!holds(1));
    }

    void withoutTheFeedNothingIsHeld()
    {
        keep(1, list(5));
        m_cache->interrupted();
        QVERIFY(!holds(1));
        keep(1, list(5));
        QVERIFY(!holds(1));
        const auto begunBlind = m_cache->beginReading(space(2));
        m_cache->resumed();
        const EncodedList blind = list(5);
        m_cache->endReading(begunBlind, space(2), &blind);
        QVERIFY(!holds(2));
        keep(2, list(5));
        QVERIFY(holds(2));
    }

    void aReadingThatFailedLeavesNothingBehind()
    {
        const auto reading = m_cache->beginReading(space(1));
        m_cache->moved(space(1), 100);
        m_cache->endReading(reading, space(1), nullptr);
        keep(1, list(5)); // a space of that id is at 5 again: what was heard before is forgotten
        QVERIFY(holds(1));
    }

    void itsBytesAreBoundedAndTheLongestUnusedGoFirst()
    {
        constexpr qint64 kEach = 1 << 20;
        const qint64 fit = limits::kListCacheBytes / kEach;
        for (qint64 i = 0; i < fit - 1; ++i) {
            keep(quint64(i), list(1, kEach));
        }
        QCOMPARE(m_cache->entries(), fit - 1);
        QVERIFY(holds(0)); // and so it was used last
        for (qint64 i = fit; i < 2 * fit; ++i) {
            keep(quint64(i), list(1, kEach));
            QVERIFY(m_cache->bytes() <= limits::kListCacheBytes);
            QVERIFY(holds(0));
        }
        QVERIFY(!holds(1));
        QVERIFY(holds(quint64(2 * fit - 1)));
    }

    void whatIsLargerThanAllOfItIsNotKept()
    {
        ListCache small(1'000);
        small.resumed();
        const auto reading = small.beginReading(space(1));
        const EncodedList large = list(1, 2'000);
        small.endReading(reading, space(1), &large);
        QCOMPARE(small.entries(), 0);
    }

    void onlyMembersHaveARole()
    {
        keep(1, list(5));
        QCOMPARE(m_cache->find(space(1))->roleOf(test::user(1)), model::Role::Owner);
        QCOMPARE(m_cache->find(space(1))->roleOf(test::user(2)), model::Role::None);
    }
};

QTEST_GUILESS_MAIN(ListCacheTest)
#include "list_cache_test.moc"
