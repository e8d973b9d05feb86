#include "core/sync/catch_up.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace std::chrono_literals;
using Applied = larder::replica::Replica::Applied;

namespace {

model::SpaceId space(quint8 number)
{
    model::SpaceId id;
    id.value.bytes[0] = number;
    return id;
}

protocol::Rows rows(quint8 number, qint64 from, qint64 to, bool last = true, bool more = false)
{
    protocol::Rows message;
    message.space = space(number);
    message.from = from;
    message.to = to;
    message.last = last;
    message.more = more;
    return message;
}

} // namespace

class CatchUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isDoneWhenTheAnnouncedVersionIsHeld()
    {
        CatchUp lag;
        lag.await({ space(1), 3 }, 9, 1s);
        QVERIFY(!lag.isDone() && lag.due().empty());
        lag.took(rows(1, 3, 6, true, true), Applied::Yes, 6, 2s);
        QVERIFY(!lag.isDone() && lag.due().empty());
        lag.took(rows(1, 6, 9), Applied::Yes, 9, 3s);
        QVERIFY(lag.isDone());
    }

    void asksOnceForEachGap()
    {
        CatchUp lag;
        lag.took(rows(1, 7, 8), Applied::Gap, 5, 1s);
        QCOMPARE(lag.due(), (std::vector<protocol::Pull> { { space(1), 5 } }));
        lag.took(rows(1, 8, 9), Applied::Gap, 5, 1s);
        QCOMPARE(lag.due().size(), std::size_t(1));
        lag.sent(lag.due().front(), 2s);
        lag.took(rows(1, 9, 10), Applied::Gap, 5, 3s);
        QVERIFY(lag.due().empty());
        // The answer stops short of what was seen go by, so the rest is asked for.
        lag.took(rows(1, 5, 9), Applied::Yes, 9, 4s);
        QCOMPARE(lag.due(), (std::vector<protocol::Pull> { { space(1), 9 } }));
        lag.sent(lag.due().front(), 5s);
        lag.took(rows(1, 9, 10), Applied::Yes, 10, 6s);
        QVERIFY(lag.isDone());
    }

    void doesNotAskForEverWhatTheServerDoesNotHave()
    {
        CatchUp lag;
        lag.took(rows(1, 7, 8), Applied::Gap, 5, 1s);
        lag.sent(lag.due().front(), 2s);
        lag.took(rows(1, 5, 5), Applied::Old, 5, 3s);
        QVERIFY(lag.isDone() && lag.due().empty());
    }

    void keepsSpacesApart()
    {
        CatchUp lag;
        lag.await({ space(1), 0 }, 4, 1s);
        lag.took(rows(2, 7, 8), Applied::Gap, 5, 2s);
        lag.took(rows(1, 0, 4), Applied::Yes, 4, 3s);
        QVERIFY(!lag.follows(space(1)) && lag.follows(space(2)));
        lag.forget(space(2));
        QVERIFY(lag.isDone());
    }

    void takesAPartForNoAnswer()
    {
        CatchUp lag;
        lag.await({ space(1), 0 }, 4, 1s);
        lag.took(rows(1, 0, 4, false), Applied::Yes, 0, 2s);
        QVERIFY(!lag.isDone() && lag.due().empty());
        QCOMPARE(lag.waitingSince()->count(), Micros(2s).count());
    }

    void countsOnlyProgressAgainstTheTimeOut()
    {
        CatchUp lag;
        lag.await({ space(1), 5 }, 9, 1s);
        lag.took(rows(1, 2, 4), Applied::Old, 5, 50s);
        QCOMPARE(lag.waitingSince()->count(), Micros(1s).count());
        QVERIFY(!lag.isDone());
    }
};

QTEST_GUILESS_MAIN(CatchUpTest)
#include "catch_up_test.moc"
