#include "core/sync/sync_client.h"

#include "core/model/uuid7.h"
#include "core/protocol/version.h"

#include "tests/support/manual_clock.h"
#include "tests/support/manual_tokens.h"
#include "tests/support/scripted_socket.h"
#include "tests/support/seeded_random.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
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
using protocol::Hello;
using protocol::Ping;
using protocol::Pull;
using protocol::Push;
using protocol::Pushed;
using protocol::Rows;
using protocol::Welcome;

// One device whose other end is the test.
class Device {
public:
    explicit Device(Micros skew = {})
        : clock(time, skew)
    {
        auto opened = replica::Replica::open(dir.filePath(u"replica.db"_s), clock, stamps);
        if (!opened) {
            qFatal("the replica can't be opened: %s", qPrintable(opened.error().detail));
        }
        replica = std::move(*opened);
        client = std::make_unique<SyncClient>(*replica, tokens, socket, timers, clock, random);
    }

    model::UserId ana() const { return model::UserId { model::Uuid { { 0xA1 } } }; }
    Micros serverNow() const { return ManualClock::kEpoch + time.elapsed(); }

    void edit(const RecordKey &key, model::FieldNumber field, model::Value value)
    {
        const Stamp stamp = stamps.tick(clock.now() + replica->clockOffset());
        const auto written = replica->write({ key, { { field, stamp, std::move(value) } } }, 0);
        if (!written) {
            qFatal("the write was refused: %s", qPrintable(written.error().detail));
        }
    }
    RecordKey makeList(const QString &name)
    {
        const model::Uuid id = model::makeUuid7(clock.now(), random);
        const RecordKey key { model::SpaceId { id }, model::Kind::List, model::RecordId { id } };
        edit(key, model::list::kName, name);
        return key;
    }
    RecordKey makeItem(model::SpaceId space, const QString &name)
    {
        const RecordKey key { space, model::Kind::Item, model::RecordId { model::makeUuid7(clock.now(), random) } };
        edit(key, model::item::kName, name);
        return key;
    }

    Welcome welcome(std::vector<protocol::SpaceGrant> spaces = {})
    {
        Welcome message;
        message.version = protocol::kVersion;
        message.epoch = u"epoch-1"_s;
        message.now = serverNow().count();
        message.spaces = std::move(spaces);
        return message;
    }
    Hello connectAndHear()
    {
        if (tokens.user().isNull()) {
            tokens.signIn(ana(), u"token-1"_s);
        }
        for (int turn = 0; turn < 100 && !socket.isWanted(); ++turn) {
            time.step();
        }
        socket.accept();
        return socket.hears<Hello>();
    }
    void goLive(std::vector<protocol::SpaceGrant> spaces = {})
    {
        connectAndHear();
        socket.says(welcome(std::move(spaces)));
    }
    // Makes a list, and the server knows it: version 1.
    RecordKey goLiveWithAList()
    {
        goLive();
        const RecordKey list = makeList(u"Weekly"_s);
        turn();
        keeps(socket.hears<Push>());
        socket.says(protocol::Grant { { list.space, model::SpaceKind::List, model::Role::Owner, 1 } });
        Rows rows { list.space, 0, 1, 0, true, false, { *record(list) } };
        rows.rows.front().version = 1;
        socket.says(rows);
        return list;
    }
    // What is due at once: the client notices a write on the next turn.
    void turn() { time.advance(1ms); }
    void keeps(const Push &push, std::vector<protocol::Correction> corrections = {})
    {
        Pushed answer;
        answer.seq = push.seq;
        answer.corrections = std::move(corrections);
        socket.says(answer);
    }
    std::optional<Record> record(const RecordKey &key)
    {
        auto all = replica->records(key.space, key.kind);
        for (Record &each : *all) {
            if (each.key == key) {
                return each;
            }
        }
        return std::nullopt;
    }
    int queued() const { return replica->queueState().queued; }
    Phase phase() const { return client->status().phase; }

    QTemporaryDir dir;
    VirtualTime time;
    ManualClock clock;
    ManualTimers timers { time };
    SeededRandom random { 1 };
    ManualTokens tokens { timers };
    ScriptedSocket socket;
    model::StampClock stamps;
    std::unique_ptr<replica::Replica> replica;
    std::unique_ptr<SyncClient> client;
};

class SyncClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ---- the way to a connection

    void staysAwayFromTheNetworkUntilSomebodySignsIn()
    {
        Device device;
        device.makeList(u"Weekly"_s);
        device.time.advance(1h);
        QCOMPARE(device.socket.opens(), 0);
        QCOMPARE(device.phase(), Phase::SignedOut);
    }

    void greetsWithVersionTokenDeviceAndCursors()
    {
        Device device;
        const RecordKey list = device.goLiveWithAList();
        device.socket.hangUp();
        const Hello hello = device.connectAndHear();
        QCOMPARE(hello.version, protocol::kVersion);
        QCOMPARE(hello.token, u"token-1"_s);
        QCOMPARE(hello.device, device.replica->device());
        QCOMPARE(hello.epoch, u"epoch-1"_s);
        QCOMPARE(hello.cursors, (std::vector<protocol::Cursor> { { list.space, 1 } }));
        QVERIFY(hello.zstd);
    }

    void isLiveWhenItHoldsWhatTheWelcomeAnnounced()
    {
        Device device;
        const model::SpaceId space { model::Uuid { { 7 } } };
        device.connectAndHear();
        QCOMPARE(device.phase(), Phase::Connecting);
        device.socket.says(device.welcome({ { space, model::SpaceKind::List, model::Role::Editor, 9 } }));
        QCOMPARE(device.phase(), Phase::CatchingUp);
        device.socket.says(Rows { space, 0, 5, 0, true, true, {} });
        QCOMPARE(device.phase(), Phase::CatchingUp);
        device.socket.says(Rows { space, 5, 9, 0, true, false, {} });
        QCOMPARE(device.phase(), Phase::Live);
        QVERIFY(device.client->status().lastSync);
        QVERIFY(!device.client->status().reason);
    }

    void learnsTheServersTime()
    {
        Device device(48h);
        device.goLive();
        QCOMPARE(device.tokens.offset.count(), -Micros(48h).count());
        QCOMPARE(device.replica->clockOffset().count(), -Micros(48h).count());
    }

    void comesBackAfterALossAndSaysWhen()
    {
        Device device;
        device.goLive();
        QSignalSpy told(device.client.get(), &SyncClient::statusChanged);
        device.socket.hangUp(Code::Unavailable);
        QCOMPARE(device.phase(), Phase::Offline);
        QCOMPARE(device.client->status().reason, Code::Unavailable);
        const auto next = device.client->status().nextAttempt;
        QVERIFY(next && *next >= device.clock.now() && *next <= device.clock.now() + limits::kBackoffFirst);
        QCOMPARE(told.size(), 1);
        device.goLive();
        QCOMPARE(device.phase(), Phase::Live);
        QVERIFY(!device.client->status().nextAttempt);
    }

    void givesUpOnASocketThatNeverOpensAndOnAHelloWithoutAnswer()
    {
        Device device;
        device.tokens.signIn(device.ana(), u"token-1"_s);
        device.time.advance(1s);
        QVERIFY(device.socket.isWanted());
        device.time.advance(limits::kAnswerTimeout);
        QCOMPARE(device.client->status().reason, Code::Timeout);
        device.connectAndHear();
        device.time.advance(limits::kAnswerTimeout);
        QCOMPARE(device.phase(), Phase::Offline);
    }

    void asksForANewTokenWhenOneIsRefusedAndComesAtOnce()
    {
        Device device;
        device.connectAndHear();
        device.tokens.answerWith(u"token-2"_s);
        device.socket.says(Denied { Code::TokenExpired, {}, -1 });
        QCOMPARE(device.connectAndHear().token, u"token-2"_s);
        QCOMPARE(device.tokens.renewed, 1);
    }

    void signsOutOnlyOnTheDefinitiveAnswerAndKeepsTheLists()
    {
        Device device;
        const RecordKey list = device.goLiveWithAList();
        QSignalSpy ended(device.client.get(), &SyncClient::permanentlySignedOut);
        device.tokens.answerWith({}, Code::Network);
        device.socket.says(Denied { Code::Unauthenticated, {}, -1 });
        device.time.advance(10min);
        QVERIFY(ended.isEmpty());
        QCOMPARE(device.phase(), Phase::Offline);
        device.tokens.answerWith({}, Code::Unauthenticated);
        device.time.advance(5min);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].value<Code>(), Code::Unauthenticated);
        QCOMPARE(device.phase(), Phase::SignedOut);
        QVERIFY(device.record(list));
        const int opens = device.socket.opens();
        device.time.advance(1h);
        QCOMPARE(device.socket.opens(), opens);
    }

    void refusesAnAccountWhoseListsTheseAreNot()
    {
        Device device;
        device.goLive();
        device.tokens.answerWith({}, Code::Unauthenticated);
        device.socket.says(Denied { Code::Unauthenticated, {}, -1 });
        device.time.advance(1min);
        const int opens = device.socket.opens();
        device.tokens.signIn(model::UserId { model::Uuid { { 0xB0 } } }, u"token-b"_s);
        device.time.advance(1min);
        QCOMPARE(device.tokens.refused, Code::AlreadyExists);
        QCOMPARE(device.socket.opens(), opens);
        QCOMPARE(device.phase(), Phase::SignedOut);
    }

    void forgetsEverythingWhenThePersonSignsOut()
    {
        Device device;
        const RecordKey list = device.goLiveWithAList();
        device.client->signOut();
        QCOMPARE(device.phase(), Phase::SignedOut);
        QVERIFY(!device.record(list));
        QVERIFY(device.replica->user().isNull());
        QVERIFY(!device.socket.isOpen());
    }

    void sendsTheNextTokenBeforeTheOldOneEnds()
    {
        Device device;
        device.tokens.dueIn = 12min;
        device.goLive();
        device.tokens.answerWith(u"token-2"_s);
        for (int minute = 0; minute < 12; ++minute) {
            device.time.advance(30s);
            device.socket.says(protocol::Pong {});
            device.time.advance(30s);
            device.socket.says(protocol::Pong {});
        }
        device.socket.forget();
        device.time.advance(1s);
        QCOMPARE(device.socket.hears<protocol::Token>().token, u"token-2"_s);
        QCOMPARE(device.phase(), Phase::Live);
    }

    void doesWhatThePersonSaysAboutBeingOffline()
    {
        Device device;
        device.goLive();
        device.client->setManualOffline(true);
        QVERIFY(device.client->status().manualOffline);
        QVERIFY(!device.socket.isOpen());
        const int opens = device.socket.opens();
        device.client->setNetworkReachable(true);
        device.client->retryNow();
        device.time.advance(24h);
        QCOMPARE(device.socket.opens(), opens);
        device.client->setManualOffline(false);
        device.goLive();
        QCOMPARE(device.phase(), Phase::Live);
    }

    void comesAtOnceWhenTheNetworkDoes()
    {
        Device device;
        device.goLive();
        device.client->setNetworkReachable(false);
        QCOMPARE(device.phase(), Phase::Offline);
        device.client->setNetworkReachable(true);
        device.time.advance(2ms);
        QVERIFY(device.socket.isWanted());
    }

    void comesAtOnceAfterASleep()
    {
        Device device;
        device.goLive();
        const int opens = device.socket.opens();
        // The monotonic clock stood still meanwhile.
        device.clock.jump(8h);
        device.time.advance(limits::kClockCheck + 2ms);
        QCOMPARE(device.socket.opens(), opens + 1);
        device.socket.accept();
        device.socket.hears<Hello>();
        device.socket.says(device.welcome());
        QCOMPARE(device.tokens.offset.count(), -Micros(8h).count());
        device.client->wakeUp();
        device.time.advance(2ms);
        QCOMPARE(device.socket.opens(), opens + 2);
    }

    void noticesFromAPongThatItsOffsetIsWrong()
    {
        Device device;
        device.goLive();
        device.time.advance(limits::kHeartbeat);
        const Ping ping = device.socket.hears<Ping>();
        device.socket.says(protocol::Pong { ping.id, device.serverNow().count() });
        QCOMPARE(device.phase(), Phase::Live);
        device.time.advance(limits::kHeartbeat);
        const Ping second = device.socket.hears<Ping>();
        device.socket.says(protocol::Pong { second.id, (device.serverNow() + 1min).count() });
        QCOMPARE(device.phase(), Phase::Connecting);
    }

    // ---- heartbeat

    void pingsWhenItSaidNothingElse()
    {
        Device device;
        device.goLive();
        device.time.advance(limits::kHeartbeat - 1s);
        QVERIFY(device.socket.heardNothing());
        device.time.advance(1s);
        device.socket.hears<Ping>();
        device.time.advance(limits::kHeartbeat - 1s);
        QVERIFY(device.socket.heardNothing());
    }

    void hangsUpOnSilence()
    {
        Device device;
        device.goLive();
        device.time.advance(limits::kHeartbeatTimeout - 1s);
        QCOMPARE(device.phase(), Phase::Live);
        device.time.advance(1s);
        QVERIFY(device.phase() != Phase::Live);
    }

    void hangsUpWhenAPushIsNotAnswered()
    {
        Device device;
        device.goLive();
        device.makeList(u"Weekly"_s);
        device.turn();
        device.socket.hears<Push>();
        // The server lives, but has forgotten the push.
        for (int second = 0; second < 29; ++second) {
            device.socket.says(protocol::Pong {});
            device.time.advance(1s);
        }
        QCOMPARE(device.phase(), Phase::Live);
        device.time.advance(1s);
        QVERIFY(device.phase() != Phase::Live);
        QCOMPARE(device.queued(), 1);
    }

    // ---- pushing

    void pushesWhatWasQueuedAsSoonAsItIsWelcome()
    {
        Device device;
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
        Device device;
        const RecordKey list = device.goLiveWithAList();
        device.makeItem(list.space, u"Milk"_s);
        device.makeItem(list.space, u"Bread"_s);
        QVERIFY(device.socket.heardNothing());
        device.turn();
        QCOMPARE(device.socket.hears<Push>().writes.size(), std::size_t(2));
    }

    void sendsAgainWhatWasNotAnsweredBeforeTheLoss()
    {
        Device device;
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
        Device device;
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
        Device device;
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
        Device device;
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
        Device device;
        const RecordKey list = device.goLiveWithAList();
        const Record before = *device.record(list);
        device.edit(list, model::list::kName, u"Mine"_s);
        device.turn();
        const Push push = device.socket.hears<Push>();
        Record theirs = before;
        theirs.version = 2;
        theirs.set(model::list::kName, u"Theirs"_s, Stamp { before.find(model::list::kName)->stamp.micros + 1 });
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
        Device device;
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
        Device device;
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
            const bool guilty = std::ranges::any_of(push.writes, [&](const auto &write) { return write.key == bad; });
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
        Device device;
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
        Device device;
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
        Device device;
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

    // ---- catching up

    void pullsOnceForAGap()
    {
        Device device;
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
        Device device;
        const RecordKey list = device.goLiveWithAList();
        device.socket.says(Rows { list.space, 1, 2, 0, false, false, {} });
        device.socket.says(Rows { list.space, 1, 2, 2, true, false, {} });
        QCOMPARE(device.socket.hears<Pull>(), (Pull { list.space, 1 }));
    }

    void takesCompressedRows()
    {
        Device device;
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
        Device device;
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
        Device device;
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
        Device device;
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
        Device device;
        const model::SpaceId space { model::Uuid { { 7 } } };
        device.goLive({ { space, model::SpaceKind::List, model::Role::Editor, 9 } });
        device.socket.says(Rows { space, 0, 5, 0, true, true, {} });
        for (int second = 0; second < 30; ++second) {
            device.socket.says(protocol::Pong {});
            device.time.advance(1s);
        }
        QVERIFY(device.phase() != Phase::CatchingUp);
    }

    // ---- what a server should not say

    void hangsUpOnWhatItCannotRead()
    {
        Device device;
        device.goLive();
        device.socket.says(QByteArray("\xff\x00nonsense"));
        QCOMPARE(device.client->status().reason, Code::Malformed);
        device.goLive();
        QCOMPARE(device.phase(), Phase::Live);
    }

    void skipsMessagesOfANewerServer()
    {
        Device device;
        device.goLive();
        device.socket.says(QByteArray::fromHex("a1617468776869737065727300").replace(QByteArray("\x00", 1), QByteArray()));
        QVERIFY(device.phase() == Phase::Live || device.client->status().reason == Code::Malformed);
    }

    void hangsUpOnRowsBeforeTheWelcomeAndOnASecondWelcome()
    {
        Device device;
        device.connectAndHear();
        device.socket.says(Rows {});
        QCOMPARE(device.client->status().reason, Code::Malformed);
        device.goLive();
        device.socket.says(device.welcome());
        QCOMPARE(device.client->status().reason, Code::Malformed);
    }

    void staysAwayLongFromAServerThatSpeaksAnotherVersion()
    {
        Device device;
        device.connectAndHear();
        device.socket.says(Denied { Code::UnsupportedVersion, {}, -1 });
        QCOMPARE(device.client->status().reason, Code::UnsupportedVersion);
        device.connectAndHear();
        Welcome welcome = device.welcome();
        welcome.version = protocol::kVersion + 1;
        device.socket.says(welcome);
        QCOMPARE(device.client->status().reason, Code::UnsupportedVersion);
    }

    void leavesNoTimerBehind()
    {
        auto time = std::make_unique<VirtualTime>();
        ManualClock clock(*time);
        ManualTimers timers(*time);
        SeededRandom random(1);
        ManualTokens tokens(timers);
        ScriptedSocket socket;
        model::StampClock stamps;
        QTemporaryDir dir;
        auto replica = replica::Replica::open(dir.filePath(u"replica.db"_s), clock, stamps);
        QVERIFY(replica.has_value());
        auto client = std::make_unique<SyncClient>(**replica, tokens, socket, timers, clock, random);
        tokens.signIn(model::UserId { model::Uuid { { 1 } } }, u"token"_s);
        time->advance(1s);
        QVERIFY(timers.running() > 0);
        client.reset();
        QCOMPARE(timers.running(), 0);
    }
};

QTEST_GUILESS_MAIN(SyncClientTest)
#include "sync_client_test.moc"
