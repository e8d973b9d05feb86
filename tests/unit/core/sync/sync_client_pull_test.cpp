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
using protocol::Pull;
using protocol::Push;
using protocol::Rows;
using protocol::Welcome;

class SyncClientPullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pullsOnceForAGap()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.socket.says(Rows { list.space, 3, 4, 0, true, false, {} });
        device.socket.says(Rows { list.space, 4, 5, 0, true, false, {} });
        QCOMPARE(device.socket.hears<Pull>(), (Pull { list.space, 1 }));
        QVERIFY(device.socket.heardNothing());
        QCOMPARE(device.phase(), Phase::CatchingUp);
        device.socket.says(Rows { list.space, 1, 5, 0, true, false, {} });
        QCOMPARE(device.phase(), Phase::Live);
        QVERIFY(device.socket.heardNothing());
    }

    void takesAVersionInPartsOnlyWhole()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.socket.says(Rows { list.space, 1, 2, 0, false, false, {} });
        device.socket.says(Rows { list.space, 1, 2, 2, true, false, {} });
        QCOMPARE(device.socket.hears<Pull>(), (Pull { list.space, 1 }));
    }

    void takesCompressedRows()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        Record record = *device.record(list);
        record.set(model::list::kName, u"Renamed"_s, Stamp { device.serverNow().count() + 1 });
        record.version = 2;
        device.socket.says(protocol::compress(
            protocol::encode(protocol::Down(Rows { list.space, 1, 2, 0, true, false, { record } }))));
        QCOMPARE(device.record(list)->text(model::list::kName), u"Renamed"_s);
    }

    void takesAGrantedSpaceAndLetsADroppedOneGo()
    {
        ScriptedDevice device;
        device.goLive();
        const model::SpaceId space { model::Uuid { { 7 } } };
        device.socket.says(protocol::Grant { { space, model::SpaceKind::List, model::Role::Viewer, 2 } });
        QCOMPARE(device.phase(), Phase::CatchingUp);
        Record record;
        record.key = { space, model::Kind::List, model::RecordId { space.value } };
        record.version = 2;
        record.set(model::list::kName, u"Theirs"_s, Stamp { 5 });
        device.socket.says(Rows { space, 0, 2, 0, true, false, { record } });
        QCOMPARE(device.phase(), Phase::Live);
        QVERIFY(device.record(record.key));
        device.socket.says(protocol::Drop { space, protocol::DropReason::Revoked });
        QVERIFY(!device.record(record.key));
        QCOMPARE(device.phase(), Phase::Live);
    }

    void takesASpaceAnewAfterAReset()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        const Record held = *device.record(list);
        device.socket.says(protocol::Reset { list.space });
        QCOMPARE(device.phase(), Phase::CatchingUp);
        device.socket.says(Rows { list.space, 0, 1, 0, true, false, { held } });
        QCOMPARE(device.phase(), Phase::Live);
        QVERIFY(device.record(list));
    }

    void offersWhatARestoredServerLost()
    {
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        const RecordKey milk = device.makeItem(list.space, u"Milk"_s);
        device.turn();
        device.keeps(device.socket.hears<Push>());
        const Record keptList = *device.record(list);
        Record kept = *device.record(milk);
        kept.version = 2;
        device.socket.says(Rows { list.space, 1, 2, 0, true, false, { kept } });
        device.socket.hangUp();
        device.connectAndHear();
        Welcome welcome = device.welcome({ { list.space, model::SpaceKind::List, model::Role::Owner, 1 } });
        welcome.epoch = u"epoch-2"_s;
        device.socket.says(welcome);
        device.socket.says(Rows { list.space, 0, 1, 0, true, false, { keptList } });
        device.turn();
        const Push offered = device.socket.hears<Push>();
        const bool milkIsThere
            = std::ranges::any_of(offered.writes, [&](const auto &write) { return write.key == milk; });
        QVERIFY(milkIsThere);
    }

    void hangsUpWhenTheCatchUpStandsStill()
    {
        ScriptedDevice device;
        const model::SpaceId space { model::Uuid { { 7 } } };
        device.goLive({ { space, model::SpaceKind::List, model::Role::Editor, 9 } });
        device.socket.says(Rows { space, 0, 5, 0, true, true, {} });
        for (int second = 0; second < 30; ++second) {
            device.socket.says(protocol::Pong {});
            device.time.advance(1s);
        }
        QVERIFY(device.phase() != Phase::CatchingUp);
    }
};

QTEST_GUILESS_MAIN(SyncClientPullTest)
#include "sync_client_pull_test.moc"
