// How a session begins and ends, and what a client may ask of it.
#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace std::chrono_literals;
using model::Role;

class SessionStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHelloIsAnsweredWithAWelcomeAndWhatIsMissing();
    void aClientThatIsUpToDateGetsNothingButItsWelcome();
    void aForgedOrExpiredTokenClosesTheSocket();
    void aVersionThatIsNoLongerSpokenClosesTheSocket();
    void aCursorAheadOfTheServerOrOfAnotherEpochBeginsAtZero();
    void spacesWithoutARoleAreDroppedAtHello();
    void anythingButAHelloFirstClosesTheSocket();
    void whatIsNoMessageClosesTheSocket();
    void aMessageTypeOfALaterVersionIsSkipped();

    void pushesRunOneAfterTheOther();
    void aFailedPushIsDeniedByItsNumber();
    void aPushOfAnotherEpochIsDeniedAndTheSpacesAreRead();
    void tooManyUnansweredPushesAreDenied();
    void aPushOfTooManyWritesClosesTheSocket();
    void aFloodOfMessagesClosesTheSocket();
    void silenceClosesTheSocket();
    void noHelloInTimeClosesTheSocket();
    void anExpiringTokenClosesTheSocketUnlessANewerOneCame();
    void aTokenOfAnotherUserClosesTheSocket();
    void aClosedSessionDoesNothing();
};

void SessionStateTest::aHelloIsAnsweredWithAWelcomeAndWhatIsMissing()
{
    Dialogue d;
    QCOMPARE(d.hello(u"ana"_s, { { space('A'), 3 } }), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 5), Dialogue::grant('B', 1) }),
        lines(u"welcome one with 2"_s, u"subscribe A"_s, u"subscribe B"_s, u"read page A 3.0"_s));
    QCOMPARE(d.page(parcel('A', 3, 5)), lines(u"rows A 3>5.0"_s, u"read page B 0.0"_s));
    QCOMPARE(d.page(parcel('B', 0, 1)), lines(u"rows B 0>1.0"_s));
}

void SessionStateTest::aClientThatIsUpToDateGetsNothingButItsWelcome()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 5 } });
    QCOMPARE(d.spaces({ Dialogue::grant('A', 5) }), lines(u"welcome one with 1"_s, u"subscribe A"_s));
}

void SessionStateTest::aForgedOrExpiredTokenClosesTheSocket()
{
    Dialogue forged;
    QCOMPARE(forged.hello(u"mallory"_s), lines(u"denied unauthenticated"_s, u"close unauthenticated"_s));
    Dialogue expired;
    QCOMPARE(expired.hello(u"expired"_s), lines(u"denied token_expired"_s, u"close token_expired"_s));
}

void SessionStateTest::aVersionThatIsNoLongerSpokenClosesTheSocket()
{
    Dialogue d;
    QCOMPARE(
        d.hello(u"ana"_s, {}, {}, 0), lines(u"denied unsupported_version"_s, u"close unsupported_version"_s));
    Dialogue newer;
    QCOMPARE(newer.hello(u"ana"_s, {}, {}, 99), lines(u"read spaces"_s));
}

void SessionStateTest::aCursorAheadOfTheServerOrOfAnotherEpochBeginsAtZero()
{
    Dialogue ahead;
    ahead.hello(u"ana"_s, { { space('A'), 9 } });
    QCOMPARE(ahead.spaces({ Dialogue::grant('A', 5) }).last(), u"read page A 0.0"_s);
    Dialogue restored;
    restored.hello(u"ana"_s, { { space('A'), 5 } }, u"before the restore"_s);
    QCOMPARE(restored.spaces({ Dialogue::grant('A', 5) }).last(), u"read page A 0.0"_s);
    Dialogue same;
    same.hello(u"ana"_s, { { space('A'), 5 } }, u"one"_s);
    QCOMPARE(same.spaces({ Dialogue::grant('A', 5) }).last(), u"subscribe A"_s);
}

void SessionStateTest::spacesWithoutARoleAreDroppedAtHello()
{
    Dialogue d;
    QCOMPARE(d.hello(u"ana"_s, { { space('A'), 3 } }), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({}, { { space('A'), protocol::DropReason::Deleted } }),
        lines(u"welcome one with 0"_s, u"drop A deleted"_s));
}

void SessionStateTest::anythingButAHelloFirstClosesTheSocket()
{
    const QStringList refused { u"denied malformed"_s, u"close malformed"_s };
    QCOMPARE(Dialogue().say(protocol::Push { 1, {} }), refused);
    QCOMPARE(Dialogue().say(protocol::Pull { space('A'), 0 }), refused);
    QCOMPARE(Dialogue().say(protocol::Token { u"ana"_s }), refused);
    Dialogue twice;
    twice.hello();
    QCOMPARE(twice.hello(), refused);
    Dialogue early;
    early.hello();
    QCOMPARE(early.say(protocol::Push { 1, {} }), refused);
    QCOMPARE(Dialogue().say(protocol::Ping { 7 }), lines(u"pong 7"_s));
}

void SessionStateTest::whatIsNoMessageClosesTheSocket()
{
    const QStringList refused { u"denied malformed"_s, u"close malformed"_s };
    QCOMPARE(Dialogue().sayBytes(QByteArray()), refused);
    QCOMPARE(Dialogue().sayBytes("hello"_ba), refused);
    Dialogue text;
    QCOMPARE(text.happens([&](Actions &actions) { text.state.receivedText(actions); }), refused);
}

void SessionStateTest::aMessageTypeOfALaterVersionIsSkipped()
{
    Dialogue d;
    d.open({});
    QByteArray later = protocol::encode(protocol::Up(protocol::Ping { 1 }));
    const qsizetype name = later.indexOf("ping");
    QVERIFY(name > 0);
    later.replace(name, 4, "pang");
    QCOMPARE(d.sayBytes(later), QStringList());
    QCOMPARE(d.state.phase(), SessionPhase::Open);
}

void SessionStateTest::pushesRunOneAfterTheOther()
{
    Dialogue d;
    d.open({});
    const auto answer = [&](qint64 seq) {
        return d.happens([&](Actions &actions) { d.state.pushed(seq, PushOutcome {}, actions); });
    };
    QCOMPARE(d.say(protocol::Push { 1, {} }), lines(u"push 1"_s));
    QCOMPARE(d.say(protocol::Push { 2, {} }), QStringList());
    QCOMPARE(answer(1), lines(u"pushed 1"_s, u"push 2"_s));
    QCOMPARE(answer(2), lines(u"pushed 2"_s));
    QCOMPARE(d.state.pushesInFlight(), 0);
}

void SessionStateTest::aFailedPushIsDeniedByItsNumber()
{
    Dialogue d;
    d.open({});
    d.say(protocol::Push { 5, {} });
    Actions actions;
    d.state.pushed(5, Failure(Code::Storage, u"disk /dev/secret is full"_s), actions);
    QCOMPARE(actions.size(), 1U);
    const auto denied = std::get<protocol::Denied>(std::get<Send>(actions.front()).message);
    QCOMPARE(denied.code, Code::Storage);
    QCOMPARE(denied.seq, 5);
    QVERIFY(denied.message.isEmpty());
}

void SessionStateTest::aPushOfAnotherEpochIsDeniedAndTheSpacesAreRead()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    Actions asked;
    d.state.received(protocol::encode(protocol::Up(protocol::Push { 5, {} })), asked);
    QCOMPARE(std::get<RunPush>(asked.front()).epoch, u"one"_s);
    QCOMPARE(d.happens([&](Actions &actions) { d.state.pushed(5, Failure(Code::Cancelled), actions); }),
        lines(u"denied unavailable 5"_s, u"read spaces A"_s));
}

void SessionStateTest::tooManyUnansweredPushesAreDenied()
{
    Dialogue d;
    d.open({});
    for (int seq = 1; seq <= limits::kPushesInFlight; ++seq) {
        QVERIFY(!d.say(protocol::Push { seq, {} }).contains(u"denied rate_limited %1"_s.arg(seq)));
    }
    const int over = limits::kPushesInFlight + 1;
    QCOMPARE(d.say(protocol::Push { over, {} }), lines(u"denied rate_limited %1"_s.arg(over)));
    d.happens([&](Actions &actions) { d.state.pushed(1, PushOutcome {}, actions); });
    QCOMPARE(d.say(protocol::Push { over, {} }), QStringList());
    QCOMPARE(d.state.phase(), SessionPhase::Open);
}

void SessionStateTest::aPushOfTooManyWritesClosesTheSocket()
{
    Dialogue d;
    d.open({});
    protocol::Push push { 1, {} };
    push.writes.resize(limits::kWritesPerPush, { { space('A'), model::Kind::Item, {} }, {} });
    QVERIFY(!d.say(push).join(u' ').contains(u"denied"_s));
    push.writes.push_back(push.writes.front());
    QCOMPARE(d.say(push), lines(u"denied too_large"_s, u"close too_large"_s));
}

void SessionStateTest::aFloodOfMessagesClosesTheSocket()
{
    Dialogue d;
    d.open({});
    d.clock.elapsed += 10s; // the bucket is full again after the hello
    for (int i = 0; i < limits::kMessagesBurst; ++i) {
        QCOMPARE(d.say(protocol::Ping { i }), lines(u"pong %1"_s.arg(i)));
    }
    QCOMPARE(d.say(protocol::Ping { 0 }), lines(u"denied rate_limited"_s, u"close rate_limited"_s));

    Dialogue steady;
    steady.open({});
    for (int i = 0; i < 10 * limits::kMessagesBurst; ++i) {
        steady.clock.elapsed += Micros(1'000'000 / limits::kMessagesPerSecond);
        QCOMPARE(steady.say(protocol::Ping { i }), lines(u"pong %1"_s.arg(i)));
    }
}

void SessionStateTest::silenceClosesTheSocket()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.later(limits::kHeartbeatTimeout - 1ms), QStringList());
    d.say(protocol::Ping { 1 });
    QCOMPARE(d.later(limits::kHeartbeatTimeout - 1ms), QStringList());
    QCOMPARE(d.later(1ms), lines(u"close timeout"_s));
}

void SessionStateTest::noHelloInTimeClosesTheSocket()
{
    Dialogue d;
    QCOMPARE(d.later(limits::kHelloTimeout - 1ms), QStringList());
    d.say(protocol::Ping { 1 });
    QCOMPARE(d.later(1ms), lines(u"close timeout"_s));
}

void SessionStateTest::anExpiringTokenClosesTheSocketUnlessANewerOneCame()
{
    const auto stay = [](Dialogue &d, Micros time) {
        for (Micros gone {}; gone < time; gone += 30s) {
            d.say(protocol::Ping { 1 });
            const QStringList said = d.later(30s);
            if (!said.isEmpty()) {
                return said;
            }
        }
        return QStringList();
    };
    Dialogue d;
    d.open({});
    QCOMPARE(stay(d, 14min), QStringList());
    QCOMPARE(d.say(protocol::Token { u"ana"_s }), QStringList());
    QCOMPARE(stay(d, 14min), QStringList());
    QCOMPARE(stay(d, 2min), lines(u"close token_expired"_s));
}

void SessionStateTest::aTokenOfAnotherUserClosesTheSocket()
{
    Dialogue d;
    d.open({});
    QCOMPARE(
        d.say(protocol::Token { u"ben"_s }), lines(u"denied unauthenticated"_s, u"close unauthenticated"_s));
}

void SessionStateTest::aClosedSessionDoesNothing()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    d.say(protocol::Push { 1, {} });
    QCOMPARE(d.happens([&](Actions &actions) { d.state.close(Code::Unauthenticated, actions); }),
        lines(u"unsubscribe A"_s, u"close unauthenticated"_s));
    QCOMPARE(d.page(parcel('A', 0, 5)), QStringList());
    QCOMPARE(d.say(protocol::Ping { 1 }), QStringList());
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.member('A', 6, Role::Owner), QStringList());
    QCOMPARE(d.happens([&](Actions &actions) { d.state.pushed(1, PushOutcome {}, actions); }), QStringList());
    QCOMPARE(d.later(24h), QStringList());
}

QTEST_GUILESS_MAIN(SessionStateTest)
#include "session_state_test.moc"
