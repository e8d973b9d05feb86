// What a client may not do, over real sockets: each bound of the gateway is passed.
#include "core/protocol/close_code.h"
#include "tests/support/gateway_house.h"
#include "tests/support/raw_web_socket.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::SpaceId;
using server::Gateway;

static const quint64 kAna = 1;

class GatewayLimitsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<GatewayHouse> m_house;
    qint64 m_stamp = 0;

    void begin(Gateway::Config config = { .connectionsPerAddress = 0 })
    {
        m_house = std::make_unique<GatewayHouse>(config);
        m_stamp = m_house->clock.now().count();
        m_house->push(
            user(kAna), { listWrite(space(1), tick(), { { model::list::kName, u"Groceries"_s } }) });
    }
    Micros tick() { return Micros(++m_stamp); }
    std::unique_ptr<SocketClient> client(quint64 who = kAna)
    {
        auto made = std::make_unique<SocketClient>();
        made->enter(m_house->url(), who);
        return made;
    }
    // `count` items with long notes.
    void writeLong(int count, quint64 round)
    {
        std::vector<protocol::Write> writes;
        for (int i = 0; i < count; ++i) {
            QString note;
            while (note.size() < 1'900) {
                note += QString::number(round * 7919 + quint64(i) * 104729 + quint64(note.size()), 36);
            }
            writes.push_back(itemWrite(space(1), quint64(i), tick(),
                { { model::item::kName, u"Milk"_s }, { model::item::kPosition, u"a"_s },
                    { model::item::kNote, note } }));
        }
        m_house->push(user(kAna), writes);
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_house.reset(); }

    void aMessageOverTheLimitClosesTheConnection();
    void aHelloOverItsLimitClosesTheConnection();
    void aPushOfTooManyWritesClosesTheConnection();
    void aHelloOfTooManyCursorsClosesTheConnection();
    void aFloodOfMessagesIsClosed();
    void aTextMessageIsClosed();
    void whoTakesNoCloseIsHungUpOn();
    void whatIsNoMessageIsClosed();
    void anUpgradeThatNeverEndsIsTimedOut();
    void anUpgradeThatIsTooLargeIsTimedOut();
    void aConnectionWithoutHelloIsTimedOut();
    void silenceIsTimedOut();
    void anExpiredTokenClosesTheConnection();
    void aSlowReaderIsParkedAndCatchesUp();
    void whoNeitherReadsNorStopsAskingIsCutOff();
    void connectionsPerAddressAreBounded();
    void connectionsInAllAreBounded();
    void signingOutClosesTheSocketsOfThatSession();
    void aServerThatGoesAwaySaysSo();
    void whoWasJustAcceptedIsHungUpOnWithTheServer();
    void aClientThatVanishesLeavesNothingBehind();
};

static int closed(Code code)
{
    return int(protocol::closeCode(code));
}

void GatewayLimitsTest::aMessageOverTheLimitClosesTheConnection()
{
    const auto fits = client();
    QTRY_VERIFY(fits->isWelcome());
    fits->sendBytes(QByteArray(limits::kUpMessageBytes, '\0'));
    QTRY_VERIFY(fits->isClosed()); // for what it says, not for its size
    QCOMPARE(fits->closeCode(), closed(Code::Malformed));

    const auto over = client();
    QTRY_VERIFY(over->isWelcome());
    over->sendBytes(QByteArray(limits::kUpMessageBytes + 1, '\0'));
    QTRY_VERIFY(over->isClosed());
    QVERIFY(over->denials.empty());
}

void GatewayLimitsTest::aHelloOverItsLimitClosesTheConnection()
{
    const auto over = std::make_unique<SocketClient>();
    over->open(m_house->url());
    QTRY_VERIFY(over->isOpen());
    over->sendBytes(QByteArray(limits::kHelloBytes + 1, '\0'));
    QTRY_VERIFY(over->isClosed());
    QVERIFY(over->denials.empty());
}

void GatewayLimitsTest::aPushOfTooManyWritesClosesTheConnection()
{
    const auto ben = client(); // another device of hers
    const auto ana = client();
    QTRY_VERIFY(ana->isWelcome() && ben->isWelcome());
    std::vector<protocol::Write> writes;
    for (int i = 0; i < limits::kWritesPerPush; ++i) {
        writes.push_back(itemWrite(space(1), quint64(i), tick(),
            { { model::item::kName, u"Milk"_s }, { model::item::kPosition, u"a"_s } }));
    }
    const qint64 fits = ana->push(writes);
    QTRY_VERIFY(ana->answers.contains(fits));
    QVERIFY(ana->answers.at(fits).corrections.empty());
    QTRY_COMPARE(ben->cursor(space(1)), 2);
    writes.push_back(itemWrite(space(1), limits::kWritesPerPush, tick(),
        { { model::item::kName, u"Milk"_s }, { model::item::kPosition, u"a"_s } }));
    ana->push(writes);
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), closed(Code::TooLarge));
    QCOMPARE(ana->denials.size(), 1U);
    QCOMPARE(ana->denials.front().code, Code::TooLarge);
    // Nothing of it was kept, nobody else noticed, and who comes back is served.
    QCOMPARE(m_house->version(space(1)), 2);
    const auto again = client();
    QTRY_COMPARE(again->cursor(space(1)), 2);
    ben->push({ writes.back() });
    QTRY_COMPARE(ben->cursor(space(1)), 3);
}

void GatewayLimitsTest::aHelloOfTooManyCursorsClosesTheConnection()
{
    protocol::Hello hello = SocketClient::helloOf(kAna);
    for (int i = 0; i < limits::kCursorsPerHello; ++i) {
        hello.cursors.push_back({ space(quint64(1 + i)), 0 });
    }
    SocketClient fits;
    fits.enter(m_house->url(), hello);
    QTRY_COMPARE(fits.drops.size(), size_t(limits::kCursorsPerHello - 1)); // all but the one that is hers
    QTRY_COMPARE(fits.cursor(space(1)), 1);
    hello.cursors.push_back({ space(9'999'999), 0 });
    SocketClient over;
    over.enter(m_house->url(), hello);
    QTRY_VERIFY(over.isClosed());
    QCOMPARE(over.closeCode(), closed(Code::TooLarge));
    QVERIFY(!over.isWelcome());
    QVERIFY(!fits.isClosed());
}

void GatewayLimitsTest::aFloodOfMessagesIsClosed()
{
    const auto ana = client();
    QTRY_VERIFY(ana->isWelcome());
    for (int i = 0; i < 10 * limits::kMessagesBurst; ++i) {
        ana->send(protocol::Ping { i });
    }
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), closed(Code::RateLimited));
    QVERIFY(ana->messages < 2 * limits::kMessagesBurst);
    const auto again = client();
    QTRY_VERIFY(again->isWelcome());
}

void GatewayLimitsTest::aTextMessageIsClosed()
{
    const auto ana = client();
    QTRY_VERIFY(ana->isWelcome());
    ana->socket().sendTextMessage(u"hello"_s);
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), closed(Code::Malformed));
}

void GatewayLimitsTest::whoTakesNoCloseIsHungUpOn()
{
    RawWebSocket deaf;
    QVERIFY(deaf.connectTo(m_house->gateway().port()));
    QTRY_COMPARE(m_house->stats().connections.value(), 1);
    QVERIFY(deaf.upgrade());
    QVERIFY(deaf.send(RawWebSocket::Opcode::Binary, "\xff\xff\xff"_ba));
    QCOMPARE(deaf.closeCode(), closed(Code::Malformed));
    QVERIFY(!deaf.isHungUp());
    m_house->clock.moveOn(limits::kClosingTimeout);
    QTRY_VERIFY(deaf.isHungUp());
    QTRY_COMPARE(m_house->stats().connections.value(), 0);
}

void GatewayLimitsTest::whatIsNoMessageIsClosed()
{
    const auto ana = client();
    QTRY_VERIFY(ana->isWelcome());
    ana->sendBytes("\xff\xff\xff"_ba);
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), closed(Code::Malformed));
}

void GatewayLimitsTest::anUpgradeThatNeverEndsIsTimedOut()
{
    RawWebSocket slow;
    QVERIFY(slow.connectTo(m_house->gateway().port()));
    slow.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"_ba);
    QTRY_COMPARE(m_house->stats().connections.value(), 1);
    m_house->clock.moveOn(limits::kHandshakeTimeout);
    QTRY_COMPARE(m_house->stats().connections.value(), 0);
    QVERIFY(slow.isHungUp());
}

void GatewayLimitsTest::anUpgradeThatIsTooLargeIsTimedOut()
{
    RawWebSocket large;
    QVERIFY(large.connectTo(m_house->gateway().port()));
    large.write("GET / HTTP/1.1\r\n"_ba);
    // More than the server reads, less than the system takes in its stead.
    QVERIFY(large.write("X-Filler: "_ba + QByteArray(20'000, 'x') + "\r\n\r\n"_ba));
    QTRY_COMPARE(m_house->stats().connections.value(), 1);
    m_house->clock.moveOn(limits::kHandshakeTimeout);
    QTRY_COMPARE(m_house->stats().connections.value(), 0);
}

void GatewayLimitsTest::aConnectionWithoutHelloIsTimedOut()
{
    const auto silent = std::make_unique<SocketClient>();
    silent->open(m_house->url());
    QTRY_COMPARE(m_house->stats().sessions.value(), 1);
    m_house->clock.moveOn(limits::kHelloTimeout);
    QTRY_VERIFY(silent->isClosed());
    QCOMPARE(silent->closeCode(), closed(Code::Timeout));
}

void GatewayLimitsTest::silenceIsTimedOut()
{
    const auto ana = client();
    QTRY_VERIFY(ana->isWelcome());
    m_house->clock.moveOn(limits::kHeartbeatTimeout);
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), closed(Code::Timeout));
}

void GatewayLimitsTest::anExpiredTokenClosesTheConnection()
{
    const auto enterFor30s = [this] {
        auto made = std::make_unique<SocketClient>();
        protocol::Hello hello = SocketClient::helloOf(kAna);
        hello.token = u"1/1/30"_s;
        made->enter(m_house->url(), hello);
        return made;
    };
    const auto ana = enterFor30s();
    const auto ben = enterFor30s();
    QTRY_VERIFY(ana->isWelcome() && ben->isWelcome());
    // Messages are taken in order: what is answered after the token came after it.
    ben->send(protocol::Token { u"1"_s });
    const int seen = ben->messages;
    ben->send(protocol::Ping { 1 });
    QTRY_VERIFY(ben->messages > seen);
    m_house->clock.moveOn(30s); // less than the silence that is allowed
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), closed(Code::TokenExpired));
    QVERIFY(!ben->isClosed());
    m_house->clock.moveOn(limits::kAccessTokenLife);
    QTRY_VERIFY(ben->isClosed()); // for either reason
}

void GatewayLimitsTest::aSlowReaderIsParkedAndCatchesUp()
{
    const auto quick = client();
    QTRY_VERIFY(quick->isWelcome());
    RawWebSocket slow;
    QVERIFY(slow.connectTo(m_house->gateway().port(), 8 << 10));
    QTRY_COMPARE(m_house->stats().connections.value(), 2);
    QVERIFY(slow.upgrade());
    slow.send(RawWebSocket::Opcode::Binary, protocol::encode(protocol::Up(SocketClient::helloOf(kAna))));
    QTRY_COMPARE(m_house->stats().open.value(), 2);

    // Far more than the system buffers for it, and than it may have here.
    quint64 round = 0;
    while (m_house->stats().parked.value() == 0) {
        writeLong(100, ++round);
        QVERIFY(round < 200);
        QVERIFY(quick->waitFor([&] { return quick->cursor(space(1)) == m_house->version(space(1)); }));
    }
    const qint64 sentWhenParked = m_house->stats().sentBytes.value();
    const qint64 bytesBefore = quick->bytes;
    for (int i = 0; i < 20; ++i) {
        writeLong(100, ++round);
        QVERIFY(quick->waitFor([&] { return quick->cursor(space(1)) == m_house->version(space(1)); }));
    }
    QCOMPARE(m_house->stats().parked.value(), 1);
    // Nothing was written for the slow one meanwhile: what was sent is what the quick one got.
    const qint64 sent = m_house->stats().sentBytes.value() - sentWhenParked;
    QVERIFY2(sent <= quick->bytes - bytesBefore + 20 * 1'000, qPrintable(QString::number(sent)));

    // It reads at last: everything arrives, up to the newest version.
    ClientView view;
    slow.readAll([&view](const QByteArray &message) { view.hear(message); });
    QTRY_COMPARE_WITH_TIMEOUT(view.cursor(space(1)), m_house->version(space(1)), 20'000);
    QCOMPARE(view.gaps + view.strays, 0);
    QTRY_COMPARE(m_house->stats().parked.value(), 0);
}

void GatewayLimitsTest::whoNeitherReadsNorStopsAskingIsCutOff()
{
    RawWebSocket greedy;
    QVERIFY(greedy.connectTo(m_house->gateway().port(), 8 << 10));
    QTRY_COMPARE(m_house->stats().connections.value(), 1);
    QVERIFY(greedy.upgrade());
    // QWebSocket answers each ping unasked.
    const QByteArray pings = [] {
        QByteArray many;
        for (int i = 0; i < 1'000; ++i) {
            many += RawWebSocket::frame(RawWebSocket::Opcode::Ping, QByteArray(125, 'p'));
        }
        return many;
    }();
    int rounds = 0;
    while (rounds < 1'000 && greedy.write(pings)) {
        ++rounds;
    }
    QTRY_COMPARE(m_house->stats().cutOff.value(), 1);
    QTRY_COMPARE(m_house->stats().connections.value(), 0);
    QVERIFY(rounds < 1'000);
}

void GatewayLimitsTest::connectionsPerAddressAreBounded()
{
    m_house.reset();
    begin({ .connectionsPerAddress = 3 });
    std::vector<std::unique_ptr<SocketClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(client());
        QTRY_VERIFY(clients.back()->isWelcome());
    }
    const auto fourth = client();
    QTRY_VERIFY(fourth->isClosed());
    QVERIFY(!fourth->isWelcome());
    QCOMPARE(m_house->stats().refusedConnections.value(), 1);

    clients.pop_back();
    QTRY_COMPARE(m_house->stats().connections.value(), 2);
    const auto fifth = client();
    QTRY_VERIFY(fifth->isWelcome() || fifth->isClosed());
    QVERIFY(fifth->isWelcome());
}

void GatewayLimitsTest::connectionsInAllAreBounded()
{
    m_house.reset();
    begin({ .connections = 2, .connectionsPerAddress = 0 });
    const auto first = client();
    const auto second = client();
    QTRY_VERIFY(first->isWelcome() && second->isWelcome());
    const auto third = client();
    QTRY_VERIFY(third->isClosed());
}

void GatewayLimitsTest::signingOutClosesTheSocketsOfThatSession()
{
    const auto hello = [](const QString &token) {
        protocol::Hello said = SocketClient::helloOf(kAna);
        said.token = token;
        return said;
    };
    SocketClient phone;
    SocketClient laptop;
    phone.enter(m_house->url(), hello(u"1/5"_s));
    laptop.enter(m_house->url(), hello(u"1/6"_s));
    QTRY_VERIFY(phone.isWelcome() && laptop.isWelcome());
    m_house->gateway().closeSession(session(5));
    QTRY_VERIFY(phone.isClosed());
    QCOMPARE(phone.closeCode(), closed(Code::Unauthenticated));
    laptop.push({ itemWrite(
        space(1), 1, tick(), { { model::item::kName, u"Milk"_s }, { model::item::kPosition, u"a"_s } }) });
    QTRY_COMPARE(laptop.cursor(space(1)), 2);
}

void GatewayLimitsTest::aServerThatGoesAwaySaysSo()
{
    const auto ana = client();
    QTRY_VERIFY(ana->isWelcome());
    m_house->closeGateway();
    QTRY_VERIFY(ana->isClosed());
    QCOMPARE(ana->closeCode(), int(protocol::kGoingAway));
}

void GatewayLimitsTest::whoWasJustAcceptedIsHungUpOnWithTheServer()
{
    for (int round = 0; round < 10; ++round) {
        begin();
        std::vector<std::unique_ptr<RawWebSocket>> sockets;
        for (int i = 0; i < 20; ++i) {
            sockets.push_back(std::make_unique<RawWebSocket>());
            QVERIFY(sockets.back()->connectTo(m_house->gateway().port()));
        }
        QCoreApplication::processEvents(); // accepted; but the workers have hardly come to them
        m_house->closeGateway();
        for (const auto &socket : sockets) {
            QVERIFY(socket->isHungUpOn());
        }
    }
}

void GatewayLimitsTest::aClientThatVanishesLeavesNothingBehind()
{
    for (int i = 0; i < 30; ++i) {
        const auto ana = client();
        if (i % 3 == 0) {
            QTRY_VERIFY(ana->isOpen());
        } else {
            QVERIFY(ana->waitFor([&] { return ana->isWelcome(); }));
        }
        ana->push({ itemWrite(space(1), 1, tick(),
            { { model::item::kName, u"Milk"_s }, { model::item::kPosition, u"a"_s } }) });
        ana->socket().abort();
    }
    QTRY_COMPARE(m_house->stats().connections.value(), 0);
    QTRY_COMPARE(m_house->stats().sessions.value(), 0);
    QCOMPARE(m_house->stats().open.value(), 0);
    QCOMPARE(m_house->stats().parked.value(), 0);
}

QTEST_GUILESS_MAIN(GatewayLimitsTest)
#include "gateway_limits_test.moc"
