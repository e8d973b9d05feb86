#include "server/feed/in_process_feed.h"
#include "server/feed/parts.h"

#include <QtCore/QThread>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::model;
using namespace larder::server;
using namespace Qt::StringLiterals;

static SpaceId space(quint8 number)
{
    SpaceId id;
    id.value.bytes[15] = number;
    return id;
}

static Record row(quint8 inSpace, quint8 id, Kind kind, qint64 version, qsizetype noteSize = 4)
{
    Record record;
    record.key = { space(inSpace), kind, {} };
    record.key.id.value.bytes[15] = id;
    record.version = version;
    record.set(item::kNote, QString(noteSize, u'x'), Stamp { 1 });
    return record;
}

class InProcessFeedTest : public QObject {
    Q_OBJECT

private:
    InProcessFeed m_feed;
    std::vector<FeedEvent> m_events;

private Q_SLOTS:
    void initTestCase()
    {
        connect(&m_feed, &Feed::committed, this,
            [this](const auto &batch) { m_events.insert(m_events.end(), batch->begin(), batch->end()); });
    }
    void init() { m_events.clear(); }

    void saysAtOnceThatItListens()
    {
        QSignalSpy resumed(&m_feed, &Feed::resumed);
        m_feed.start();
        QCOMPARE(resumed.size(), 1);
        m_feed.stop();
    }

    void tellsEachSpaceOfAPushWithItsMembersFirst()
    {
        PushOutcome outcome;
        outcome.versions = { { space(1), 7 }, { space(2), 3 } };
        outcome.rows = { row(1, 1, Kind::Item, 7), row(2, 2, Kind::Item, 3), row(1, 3, Kind::Member, 7) };
        m_feed.publish(outcome);
        QCOMPARE(m_events.size(), std::size_t(2));
        const auto &first = std::get<Change>(m_events[0]);
        QCOMPARE(first.version, 7);
        QCOMPARE(first.rows.size(), std::size_t(2));
        QCOMPARE(first.rows[0].key.kind, Kind::Member);
        QVERIFY(first.last);
        QCOMPARE(std::get<Change>(m_events[1]).space, space(2));
    }

    void cutsALargeChangeIntoPartsBoundedInRowsAndBytes()
    {
        PushOutcome outcome;
        outcome.versions = { { space(1), 7 } };
        for (int i = 0; i < limits::kFeedPartRows + 1; ++i) {
            outcome.rows.push_back(row(1, quint8(i), Kind::Item, 7));
        }
        m_feed.publish(outcome);
        QCOMPARE(m_events.size(), std::size_t(2));
        QCOMPARE(std::get<Change>(m_events[0]).rows.size(), std::size_t(limits::kFeedPartRows));
        QVERIFY(!std::get<Change>(m_events[0]).last);
        QCOMPARE(std::get<Change>(m_events[1]).part, 1);
        QVERIFY(std::get<Change>(m_events[1]).last);

        m_events.clear();
        outcome.rows.clear();
        for (int i = 0; i < 100; ++i) {
            outcome.rows.push_back(row(1, quint8(i), Kind::Item, 7, 4'000));
        }
        m_feed.publish(outcome);
        QVERIFY(m_events.size() > 1);
        for (const FeedEvent &event : m_events) {
            qint64 bytes = 0;
            for (const Record &each : std::get<Change>(event).rows) {
                bytes += sizeInMemory(each);
            }
            QVERIFY(bytes <= limits::kFeedPartBytes);
        }
    }

    void skipsAVersionThatMovedWithoutRows()
    {
        PushOutcome outcome;
        outcome.versions = { { space(1), 7 } };
        m_feed.publish(outcome);
        QCOMPARE(std::get<Skipped>(m_events.at(0)).version, 7);
    }

    void tellsNothingOfAPushThatChangedNothing()
    {
        m_feed.publish({});
        QVERIFY(m_events.empty());
    }

    void tellsDeletedSpaces()
    {
        m_feed.publishDeleted(space(4));
        QCOMPARE(std::get<SpaceDeleted>(m_events.at(0)).space, space(4));
    }

    void keepsTheOrderOfAWriterOnAnotherThread()
    {
        const std::unique_ptr<QThread> writer(QThread::create([this] {
            for (int version = 1; version <= 1'000; ++version) {
                PushOutcome outcome;
                outcome.versions = { { space(1), version } };
                outcome.rows = { row(1, 1, Kind::Item, version) };
                m_feed.publish(outcome);
            }
        }));
        writer->start();
        QTRY_COMPARE(m_events.size(), std::size_t(1'000));
        writer->wait();
        for (int version = 1; version <= 1'000; ++version) {
            QCOMPARE(std::get<Change>(m_events[std::size_t(version - 1)]).version, version);
        }
    }
};

QTEST_GUILESS_MAIN(InProcessFeedTest)
#include "in_process_feed_test.moc"
