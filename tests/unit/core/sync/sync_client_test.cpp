#include "core/sync/sync_client.h"

#include "core/protocol/version.h"

#include "tests/support/scripted_device.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::RecordKey;
using protocol::Denied;
using protocol::Hello;
using protocol::Ping;
using protocol::Push;
using protocol::Rows;
using protocol::Welcome;

class SyncClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysAwayFromTheNetworkUntilSomebodySignsIn()
    {
        ScriptedDevice device;
        device.makeList(u"Weekly"_s);
        device.time.advance(1h);
        QCOMPARE(device.socket.opens(), 0);
        QCOMPARE(device.phase(), Phase::SignedOut);
    }

    void greetsWithVersionTokenDeviceAndCursors()
    {
        ScriptedDevice device;
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
        ScriptedDevice device;
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
        ScriptedDevice device(48h);
        device.goLive();
        QCOMPARE(device.tokens.offset.count(), -Micros(48h).count());
        QCOMPARE(device.replica->clockOffset().count(), -Micros(48h).count());
    }

    void comesBackAfterALossAndSaysWhen()
    {
        ScriptedDevice device;
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
        ScriptedDevice device;
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
        ScriptedDevice device;
        device.connectAndHear();
        device.tokens.answerWith(u"token-2"_s);
        device.socket.says(Denied { Code::TokenExpired, {}, -1 });
        QCOMPARE(device.connectAndHear().token, u"token-2"_s);
        QCOMPARE(device.tokens.renewed, 1);
    }

    void signsOutOnlyOnTheDefinitiveAnswerAndKeepsTheLists()
    {
        ScriptedDevice device;
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
        ScriptedDevice device;
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
        ScriptedDevice device;
        const RecordKey list = device.goLiveWithAList();
        device.client->signOut();
        QCOMPARE(device.phase(), Phase::SignedOut);
        QVERIFY(!device.record(list));
        QVERIFY(device.replica->user().isNull());
        QVERIFY(!device.socket.isOpen());
    }

    void sendsTheNextTokenBeforeTheOldOneEnds()
    {
        ScriptedDevice device;
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
        ScriptedDevice device;
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
        ScriptedDevice device;
        device.goLive();
        device.client->setNetworkReachable(false);
        QCOMPARE(device.phase(), Phase::Offline);
        device.client->setNetworkReachable(true);
        device.time.advance(2ms);
        QVERIFY(device.socket.isWanted());
    }

    // A known trap: a socket that something in between dropped without a word, and a list that stays old.
    void comesAtOnceAfterASleep()
    {
        ScriptedDevice device;
        device.goLive();
        const int opens = device.socket.opens();
        // Somebody corrects the clock a little.
        device.clock.jump(limits::kClockJump);
        device.time.advance(limits::kClockCheck + 2ms);
        QCOMPARE(device.socket.opens(), opens);
        // The monotonic clock stood still meanwhile.
        device.clock.jump(8h);
        device.time.advance(limits::kClockCheck + 2ms);
        QCOMPARE(device.socket.opens(), opens + 1);
        device.socket.accept();
        device.socket.hears<Hello>();
        device.socket.says(device.welcome());
        QCOMPARE(device.tokens.offset.count(), -Micros(8h + limits::kClockJump).count());
        device.client->wakeUp();
        device.time.advance(2ms);
        QCOMPARE(device.socket.opens(), opens + 2);
    }

    void noticesFromAPongThatItsOffsetIsWrong()
    {
        ScriptedDevice device;
        device.goLive();
        device.time.advance(limits::kHeartbeat);
        const Ping ping = device.socket.hears<Ping>();
        device.socket.says(protocol::Pong { ping.id, device.serverNow().count() });
        QCOMPARE(device.phase(), Phase::Live);
        device.time.advance(limits::kHeartbeat);
        const Ping second = device.socket.hears<Ping>();
        device.socket.says(protocol::Pong { second.id, (device.serverNow() + limits::kClockJump).count() });
        QCOMPARE(device.phase(), Phase::Live);
        device.time.advance(limits::kHeartbeat);
        const Ping third = device.socket.hears<Ping>();
        const Micros over = limits::kClockJump + Micros(1);
        device.socket.says(protocol::Pong { third.id, (device.serverNow() + over).count() });
        QCOMPARE(device.phase(), Phase::Connecting);
    }

    void pingsWhenItSaidNothingElse()
    {
        ScriptedDevice device;
        device.goLive();
        device.time.advance(limits::kHeartbeat - 1s);
        QVERIFY(device.socket.heardNothing());
        device.time.advance(1s);
        device.socket.hears<Ping>();
        device.time.advance(limits::kHeartbeat - 1s);
        QVERIFY(device.socket.heardNothing());
    }

    // The same trap where nobody slept.
    void hangsUpOnSilence()
    {
        ScriptedDevice device;
        device.goLive();
        device.time.advance(limits::kHeartbeatTimeout - 1s);
        QCOMPARE(device.phase(), Phase::Live);
        device.time.advance(1s);
        QVERIFY(device.phase() != Phase::Live);
    }

    void hangsUpWhenAPushIsNotAnswered()
    {
        ScriptedDevice device;
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

    void hangsUpOnWhatItCannotRead()
    {
        ScriptedDevice device;
        device.goLive();
        device.socket.says(QByteArray("\xff\x00nonsense"));
        QCOMPARE(device.client->status().reason, Code::Malformed);
        device.goLive();
        QCOMPARE(device.phase(), Phase::Live);
    }

    void skipsMessagesOfANewerServer()
    {
        ScriptedDevice device;
        device.goLive();
        device.socket.says(
            QByteArray::fromHex("a1617468776869737065727300").replace(QByteArray("\x00", 1), QByteArray()));
        QVERIFY(device.phase() == Phase::Live || device.client->status().reason == Code::Malformed);
    }

    void hangsUpOnRowsBeforeTheWelcomeAndOnASecondWelcome()
    {
        ScriptedDevice device;
        device.connectAndHear();
        device.socket.says(Rows {});
        QCOMPARE(device.client->status().reason, Code::Malformed);
        device.goLive();
        device.socket.says(device.welcome());
        QCOMPARE(device.client->status().reason, Code::Malformed);
    }

    void staysAwayLongFromAServerThatSpeaksAnotherVersion()
    {
        ScriptedDevice device;
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
