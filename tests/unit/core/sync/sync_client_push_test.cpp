#include "core/sync/sync_client.h"

#include "tests/support/scripted_device.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Record;
using model::RecordKey;
using model::Stamp;
using protocol::Denied;
using protocol::Pull;
using protocol::Push;
using protocol::Rows;
using protocol::Welcome;

class SyncClientPushTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pushesWhatWasQueuedAsSoonAsItIsWelcome()
    {
        ScriptedDevice device;
        const RecordKey list = device.makeList(u"Weekly"_s);
        device.makeItem(list.space, u"Milk"_s);
        device.goLive();
        const Push push = device.socket.hears<Push>();
        QCOMPARE(push.writes.size(), std::size_t(2));
        QCOMPARE(push.writes.front().key, list);
        QCOMPARE(device.queued(), 2);
        QVERIFY(!device.client->status().lastSync);
        device.keeps(push);
        QCOMPARE(device.queued(), 0);
        QVERIFY(device.client->status().lastSync);
    }

    void pushesALocalWriteWithinAMoment()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.makeItem(list.space, u"Milk"_s);
        device.makeItem(list.space, u"Bread"_s);
        QVERIFY(device.socket.heardNothing());
        device.turn();
        QCOMPARE(device.socket.hears<Push>().writes.size(), std::size_t(2));
    }

    void sendsAgainWhatWasNotAnsweredBeforeTheLoss()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        const RecordKey milk = device.makeItem(list.space, u"Milk"_s);
        device.turn();
        const Push first = device.socket.hears<Push>();
        device.socket.hangUp();
        device.goLive({ { list.space, model::SpaceKind::List, model::Role::Owner, 1 } });
        const Push second = device.socket.hears<Push>();
        QCOMPARE(second.writes, first.writes);
        QVERIFY(second.seq != first.seq);
        // An answer to the old number means nothing now.
        device.keeps(first);
        QCOMPARE(device.queued(), 1);
        device.keeps(second);
        QCOMPARE(device.queued(), 0);
        QVERIFY(device.record(milk));
    }

    void keepsToTheLimitsOfTheWelcome()
    {
        ScriptedDevice device;
        const RecordKey list = device.makeList(u"Weekly"_s);
        for (int item = 0; item < 9; ++item) {
            device.makeItem(list.space, u"Item %1"_s.arg(item));
        }
        Welcome welcome = device.welcome();
        welcome.limits.writesPerPush = 3;
        welcome.limits.pushesInFlight = 2;
        device.connectAndHear();
        device.socket.says(welcome);
        const Push first = device.socket.hears<Push>();
        const Push second = device.socket.hears<Push>();
        QVERIFY(device.socket.heardNothing());
        QCOMPARE(first.writes.size() + second.writes.size(), std::size_t(6));
        device.keeps(first);
        const Push third = device.socket.hears<Push>();
        device.keeps(second);
        const Push fourth = device.socket.hears<Push>();
        QCOMPARE(third.writes.size() + fourth.writes.size(), std::size_t(4));
        device.keeps(third);
        device.keeps(fourth);
        QCOMPARE(device.queued(), 0);
    }

    void takesBackWhatTheServerRefusesAndSaysSo()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.edit(list, model::list::kName, u"Mine"_s);
        device.turn();
        const Push push = device.socket.hears<Push>();
        Record held;
        held.key = list;
        held.version = 2;
        held.set(model::list::kName, u"Theirs"_s, Stamp { device.serverNow().count() });
        device.keeps(push, { { 0, Code::ReadOnly, u"viewers read"_s, held } });
        QCOMPARE(device.queued(), 0);
        QCOMPARE(device.record(list)->text(model::list::kName), u"Theirs"_s);
        QCOMPARE(device.replica->queueState().failures, 1);
        QCOMPARE(device.replica->failures()->front().code, Code::ReadOnly);
    }

    void tellsAViewerWhatBecameOfTheWritesOfAnEditor()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.client->setManualOffline(true);
        device.edit(list, model::list::kName, u"Mine"_s);
        device.client->setManualOffline(false);
        device.goLive({ { list.space, model::SpaceKind::List, model::Role::Viewer, 2 } });
        const Push push = device.socket.hears<Push>();
        Record held = *device.record(list);
        held.set(model::list::kName, u"Weekly"_s, Stamp { 5 });
        device.keeps(push, { { 0, Code::ReadOnly, {}, held } });
        QCOMPARE(device.record(list)->text(model::list::kName), u"Weekly"_s);
        QCOMPARE(device.replica->queueState().failures, 1);
    }

    // The rows came while the refused name stood there, and lost to it.
    void takesASpaceAnewWhenRowsHaveOvertakenACorrection()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        const Record before = *device.record(list);
        device.edit(list, model::list::kName, u"Mine"_s);
        device.turn();
        const Push push = device.socket.hears<Push>();
        Record theirs = before;
        theirs.version = 2;
        theirs.set(
            model::list::kName, u"Theirs"_s, Stamp { before.find(model::list::kName)->stamp.micros + 1 });
        device.socket.says(Rows { list.space, 1, 2, 0, true, false, { theirs } });
        QCOMPARE(device.record(list)->text(model::list::kName), u"Mine"_s);
        device.keeps(push, { { 0, Code::ReadOnly, {}, before } });
        QCOMPARE(device.socket.hears<Pull>(), (Pull { list.space, 0 }));
        device.socket.says(Rows { list.space, 0, 2, 0, true, false, { theirs } });
        QCOMPARE(device.record(list)->text(model::list::kName), u"Theirs"_s);
        QCOMPARE(device.phase(), Phase::Live);
    }

    void restsWhenItIsTooFastAndSendsAgain()
    {
        ScriptedDevice device;
        device.goLive();
        device.makeList(u"Weekly"_s);
        device.turn();
        const Push push = device.socket.hears<Push>();
        device.socket.says(Denied { Code::RateLimited, {}, push.seq });
        QVERIFY(device.socket.heardNothing());
        device.time.advance(limits::kBackoffFirst);
        const Push again = device.socket.hears<Push>();
        QCOMPARE(again.writes, push.writes);
        device.keeps(again);
        QCOMPARE(device.queued(), 0);
    }

    void halvesABatchUntilTheServerTakesItAndFailsWhatItNeverTakes()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        const RecordKey bad = device.makeItem(list.space, u"bad"_s);
        for (int item = 0; item < 7; ++item) {
            device.makeItem(list.space, u"good"_s);
        }
        device.turn();
        int pushes = 0;
        int kept = 0;
        std::optional<Pull> pulled;
        while (device.queued() > 0) {
            QVERIFY(++pushes < 20);
            device.time.advance(100ms);
            if (const auto pull = device.socket.hearsIf<Pull>()) {
                pulled = pull;
            }
            const Push push = device.socket.hears<Push>();
            const bool guilty
                = std::ranges::any_of(push.writes, [&](const auto &write) { return write.key == bad; });
            if (guilty) {
                device.socket.says(Denied { Code::TooLarge, {}, push.seq });
            } else {
                kept += int(push.writes.size());
                device.keeps(push);
            }
        }
        QCOMPARE(kept, 7);
        QCOMPARE(device.replica->queueState().failures, 1);
        QCOMPARE(device.replica->failures()->front().write.key, bad);
        QVERIFY(!device.record(bad));
        // What the server holds in its place was asked for.
        QCOMPARE(pulled, (Pull { list.space, 0 }));
    }

    void renewsItsTokenWhenAPushIsRefusedForIt()
    {
        ScriptedDevice device;
        device.goLive();
        device.makeList(u"Weekly"_s);
        device.turn();
        const Push push = device.socket.hears<Push>();
        device.tokens.answerWith(u"token-2"_s);
        device.socket.says(Denied { Code::TokenExpired, {}, push.seq });
        device.time.advance(10ms);
        QCOMPARE(device.socket.hears<protocol::Token>().token, u"token-2"_s);
        QCOMPARE(device.socket.hears<Push>().writes, push.writes);
    }

    void believesNoRefusalOfWhatStoodOnADeniedPush()
    {
        ScriptedDevice device;
        Welcome welcome = device.welcome();
        welcome.limits.writesPerPush = 1;
        const RecordKey list = device.makeList(u"Weekly"_s);
        const RecordKey milk = device.makeItem(list.space, u"Milk"_s);
        device.connectAndHear();
        device.socket.says(welcome);
        const Push first = device.socket.hears<Push>();
        const Push second = device.socket.hears<Push>();
        Record nothing;
        nothing.key = milk;
        device.socket.says(Denied { Code::Unavailable, {}, first.seq });
        device.keeps(second, { { 0, Code::NotAMember, {}, nothing } });
        QCOMPARE(device.queued(), 2);
        QCOMPARE(device.replica->queueState().failures, 0);
        device.time.advance(limits::kBackoffFirst);
        device.keeps(device.socket.hears<Push>());
        device.keeps(device.socket.hears<Push>());
        QCOMPARE(device.queued(), 0);
        QVERIFY(device.record(milk));
    }

    void speaksNoFasterThanTheServerAllows()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.time.advance(limits::kHeartbeat - 1s);
        int heard = 0;
        for (int item = 0; item < 500; ++item) {
            device.makeItem(list.space, u"Item"_s);
            device.turn();
            while (!device.socket.heardNothing()) {
                device.keeps(device.socket.hears<Push>());
                ++heard;
            }
        }
        QVERIFY(heard <= limits::kMessagesBurst + limits::kMessagesPerSecond / 2);
        device.time.advance(1s);
        while (!device.socket.heardNothing()) {
            device.keeps(device.socket.hears<Push>());
        }
        QCOMPARE(device.queued(), 0);
    }
};

QTEST_GUILESS_MAIN(SyncClientPushTest)
#include "sync_client_push_test.moc"
