#include "core/protocol/close_code.h"
#include "tests/support/gateway_house.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Role;
using model::SpaceId;
using protocol::Write;
using server::Gateway;

static const quint64 kAna = 1;
static const quint64 kBen = 2;
static const quint64 kEve = 3;

class GatewayTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<GatewayHouse> m_house;
    qint64 m_stamp = 0;

    void begin(Gateway::Config config = {})
    {
        config.connectionsPerAddress = 0;
        m_house = std::make_unique<GatewayHouse>(config);
        m_stamp = m_house->clock.now().count();
    }
    Micros tick() { return Micros(++m_stamp); }
    Write milk(SpaceId space, quint64 item, const QString &name = u"Milk"_s)
    {
        return itemWrite(space, item, tick(),
            { { model::item::kName, name }, { model::item::kPosition, u"a%1"_s.arg(item) } });
    }
    SpaceId list(quint64 number, quint64 owner = kAna)
    {
        m_house->push(
            user(owner), { listWrite(space(number), tick(), { { model::list::kName, u"Groceries"_s } }) });
        return space(number);
    }
    // `count` items named Milk, five hundred to a version.
    void fill(SpaceId space, int count, const QString &name = u"Milk"_s)
    {
        std::vector<Write> writes;
        for (int i = 0; i < count; ++i) {
            writes.push_back(milk(space, quint64(i), name));
            if (writes.size() == limits::kWritesPerPush || i + 1 == count) {
                m_house->push(user(kAna), writes);
                writes.clear();
            }
        }
    }
    std::unique_ptr<SocketClient> client(const protocol::Hello &hello)
    {
        auto made = std::make_unique<SocketClient>();
        made->enter(m_house->url(), hello);
        return made;
    }
    std::unique_ptr<SocketClient> client(quint64 who) { return client(SocketClient::helloOf(who)); }
    bool agrees(const SocketClient &client, SpaceId space)
    {
        std::vector<model::Record> mine;
        if (client.held.contains(space)) {
            for (const auto &[key, record] : client.held.at(space).rows) {
                mine.push_back(record);
            }
        }
        return model::digest(mine) == model::digest(m_house->rows(user(kAna), space));
    }

private Q_SLOTS:
    void cleanup() { m_house.reset(); }

    void twoClientsSeeEachOthersPush();
    void aListMadeByAPushIsGrantedToItsMaker();
    void aFreshClientTakesALongListByPages();
    void whoComesBackTakesWhatItMissed();
    void manyThatComeBackAtOnceShareTheirPages();
    void compressedPagesGoToThoseWhoWantThem();
    void rowsOfAnotherUsersSpaceGoNeitherInNorOut();
    void aViewersWriteIsRefusedAndReachesNobody();
    void aForgedTokenIsRefused();
    void aNewMemberGetsTheWholeList();
    void aRevokedMemberGetsNoFurtherByte();
    void aDeletedListIsDropped();
    void whatTheFeedLostIsReadAfterItResumed();
    void twoHundredClientsGetEveryChangeOnce();
    void whoJoinsInTheMidstOfWritesGetsEverythingOnceAndInOrder();
};

void GatewayTest::twoClientsSeeEachOthersPush()
{
    begin();
    const SpaceId groceries = list(1);
    m_house->setMember(user(kAna), groceries, user(kBen), Role::Editor);
    const auto ana = client(kAna);
    const auto ben = client(kBen);
    QTRY_VERIFY(ana->cursor(groceries) == 2 && ben->cursor(groceries) == 2);

    ana->push({ milk(groceries, 1) });
    ben->push({ milk(groceries, 2, u"Bread"_s) });
    QTRY_VERIFY(ana->answers.contains(1) && ben->answers.contains(1));
    QTRY_VERIFY(ana->cursor(groceries) == 4 && ben->cursor(groceries) == 4);
    QVERIFY(agrees(*ana, groceries));
    QVERIFY(agrees(*ben, groceries));
    QVERIFY(ana->answers[1].corrections.empty());
    QCOMPARE(ana->gaps + ana->repeats + ana->strays + ben->gaps + ben->repeats + ben->strays, 0);
}

void GatewayTest::aListMadeByAPushIsGrantedToItsMaker()
{
    begin();
    const auto phone = client(kAna);
    const auto laptop = client(kAna);
    QTRY_VERIFY(phone->isWelcome() && laptop->isWelcome());
    phone->push(
        { listWrite(space(1), tick(), { { model::list::kName, u"Groceries"_s } }), milk(space(1), 1) });
    for (SocketClient *each : { phone.get(), laptop.get() }) {
        QTRY_VERIFY(each->cursor(space(1)) == 1);
        QCOMPARE(each->roles.at(space(1)), Role::Owner);
        QVERIFY(agrees(*each, space(1)));
        QCOMPARE(each->strays, 0);
    }
}

void GatewayTest::aFreshClientTakesALongListByPages()
{
    begin();
    const SpaceId groceries = list(1);
    fill(groceries, 5'000);
    const auto ana = client(kAna);
    QTRY_COMPARE(ana->cursor(groceries), m_house->version(groceries));
    QVERIFY(agrees(*ana, groceries));
    QCOMPARE(ana->gaps + ana->repeats + ana->strays, 0);
    QVERIFY(ana->messages >= 5'000 / limits::kPageRows);
}

void GatewayTest::whoComesBackTakesWhatItMissed()
{
    begin();
    const SpaceId groceries = list(1);
    fill(groceries, 100);
    auto ana = client(kAna);
    QTRY_COMPARE(ana->cursor(groceries), m_house->version(groceries));
    protocol::Hello again = SocketClient::helloOf(kAna);
    again.epoch = ana->welcome->epoch;
    again.cursors = { { groceries, ana->cursor(groceries) } };
    ana.reset();
    m_house->push(user(kAna), { milk(groceries, 200) });

    const auto back = client(again);
    QTRY_COMPARE(back->cursor(groceries), m_house->version(groceries));
    QCOMPARE(back->rowVersions.size(), 1U);
}

void GatewayTest::manyThatComeBackAtOnceShareTheirPages()
{
    constexpr quint64 kMembers = 50;
    begin();
    const SpaceId groceries = list(1);
    for (quint64 member = 10; member < 10 + kMembers; ++member) {
        m_house->setMember(user(kAna), groceries, user(member), Role::Viewer);
    }
    fill(groceries, 300);
    std::vector<std::unique_ptr<SocketClient>> clients;
    for (quint64 member = 10; member < 10 + kMembers + 10; ++member) { // the last ten are strangers
        protocol::Hello hello = SocketClient::helloOf(member);
        hello.cursors = { { groceries, 0 } };
        clients.push_back(client(hello));
    }
    const qint64 newest = m_house->version(groceries);
    for (quint64 i = 0; i < clients.size(); ++i) {
        if (i < kMembers) {
            QTRY_COMPARE(clients[i]->cursor(groceries), newest);
            QVERIFY(agrees(*clients[i], groceries));
        } else {
            QTRY_VERIFY(clients[i]->drops.contains(groceries));
            QVERIFY(clients[i]->rowVersions.empty());
        }
    }
    QVERIFY2(m_house->stats().pagesRead.value() < qint64(kMembers),
        qPrintable(QString::number(m_house->stats().pagesRead.value())));
    QCOMPARE(
        m_house->stats().pagesRead.value() + m_house->stats().pagesShared.value() >= qint64(kMembers), true);
}

void GatewayTest::compressedPagesGoToThoseWhoWantThem()
{
    begin();
    const SpaceId groceries = list(1);
    fill(groceries, 1'000);
    protocol::Hello hello = SocketClient::helloOf(kAna);
    hello.zstd = true;
    const auto small = client(hello);
    const auto large = client(kAna);
    QTRY_COMPARE(small->cursor(groceries), m_house->version(groceries));
    QTRY_COMPARE(large->cursor(groceries), m_house->version(groceries));
    QVERIFY(small->compressed > 0);
    QCOMPARE(large->compressed, 0);
    QVERIFY(agrees(*small, groceries) && agrees(*large, groceries));
}

void GatewayTest::rowsOfAnotherUsersSpaceGoNeitherInNorOut()
{
    begin();
    const SpaceId groceries = list(1);
    fill(groceries, 10);
    protocol::Hello hello = SocketClient::helloOf(kEve);
    hello.cursors = { { groceries, 3 } };
    const auto eve = client(hello);
    QTRY_VERIFY(eve->drops.contains(groceries));
    QCOMPARE(eve->drops[groceries], protocol::DropReason::Unknown); // as of one that never was
    eve->send(protocol::Pull { groceries, 0 });
    const qint64 before = m_house->version(groceries);
    const qint64 seq = eve->push({ milk(groceries, 1, u"Poison"_s), milk(space(77), 1) });
    QTRY_VERIFY(eve->answers.contains(seq));
    QCOMPARE(eve->answers[seq].corrections.size(), 2U);
    for (const protocol::Correction &correction : eve->answers[seq].corrections) {
        QCOMPARE(correction.code, Code::NotAMember);
        QVERIFY(correction.row.registers.empty());
    }
    fill(groceries, 1);
    QTRY_COMPARE(m_house->version(groceries), before + 1);
    eve->send(protocol::Pull { groceries, 0 });
    const int messages = eve->messages;
    eve->drops.clear();
    QTRY_VERIFY(eve->drops.contains(groceries) && eve->messages > messages);
    QVERIFY(eve->rowVersions.empty());
    QVERIFY(eve->roles.empty());
}

void GatewayTest::aViewersWriteIsRefusedAndReachesNobody()
{
    begin();
    const SpaceId groceries = list(1);
    fill(groceries, 1);
    m_house->setMember(user(kAna), groceries, user(kBen), Role::Viewer);
    const auto ana = client(kAna);
    const auto ben = client(kBen);
    QTRY_VERIFY(ana->cursor(groceries) == 3 && ben->cursor(groceries) == 3);
    const qint64 seq = ben->push({ milk(groceries, 0, u"Beer"_s) });
    QTRY_VERIFY(ben->answers.contains(seq));
    const protocol::Correction &refused = ben->answers[seq].corrections.front();
    QCOMPARE(refused.code, Code::ReadOnly);
    QCOMPARE(refused.row.text(model::item::kName), u"Milk"_s);
    ana->push({ milk(groceries, 5) });
    QTRY_COMPARE(ben->cursor(groceries), 4);
    QVERIFY(agrees(*ben, groceries) && agrees(*ana, groceries));
}

void GatewayTest::aForgedTokenIsRefused()
{
    begin();
    list(1);
    protocol::Hello hello = SocketClient::helloOf(kAna);
    hello.token = u"forged"_s;
    const auto mallory = client(hello);
    QTRY_VERIFY(mallory->isClosed());
    QCOMPARE(mallory->closeCode(), int(protocol::closeCode(Code::Unauthenticated)));
    QCOMPARE(mallory->denials.size(), 1U);
    QCOMPARE(mallory->messages, 1);
}

void GatewayTest::aNewMemberGetsTheWholeList()
{
    begin();
    const SpaceId groceries = list(1);
    fill(groceries, 600);
    const auto ben = client(kBen);
    QTRY_VERIFY(ben->isWelcome());
    m_house->setMember(user(kAna), groceries, user(kBen), Role::Viewer);
    QTRY_COMPARE(ben->cursor(groceries), m_house->version(groceries));
    QCOMPARE(ben->roles[groceries], Role::Viewer);
    QVERIFY(agrees(*ben, groceries));
    m_house->setMember(user(kAna), groceries, user(kBen), Role::Editor);
    QTRY_COMPARE(ben->roles[groceries], Role::Editor);
    QTRY_COMPARE(ben->cursor(groceries), m_house->version(groceries));
    QCOMPARE(ben->gaps + ben->repeats + ben->strays, 0);
}

void GatewayTest::aRevokedMemberGetsNoFurtherByte()
{
    begin();
    const SpaceId groceries = list(1);
    SystemRandom random;
    const auto ben = client(kBen);
    QTRY_VERIFY(ben->isWelcome());
    for (int round = 0; round < 500; ++round) {
        if (round % 10 == 0) {
            ben->send(protocol::Ping { round });
        }
        ben->drops.clear();
        ben->rowVersions.clear();
        m_house->setMember(user(kAna), groceries, user(kBen), Role::Editor);
        // Sometimes he is still catching up when he is revoked, sometimes live for long.
        const bool settled = random.below(2) == 0;
        if (settled) {
            QVERIFY(ben->waitFor([&] { return ben->cursor(groceries) == m_house->version(groceries); }));
        }
        for (quint64 i = random.below(4); i > 0; --i) {
            m_house->push(user(kAna), { milk(groceries, random.below(50)) });
        }
        const qint64 revoked = m_house->removeMember(user(kAna), groceries, user(kBen));
        for (quint64 i = random.below(4); i > 0; --i) {
            m_house->push(user(kAna), { milk(groceries, random.below(50)) });
        }
        if (settled) {
            QVERIFY(ben->waitFor([&] { return ben->drops.contains(groceries); }));
            QCOMPARE(ben->drops[groceries], protocol::DropReason::Revoked);
        }
        for (const auto &[space, version] : ben->rowVersions) {
            QVERIFY2(version < revoked,
                qPrintable(
                    u"round %1: got version %2, revoked with %3"_s.arg(round).arg(version).arg(revoked)));
        }
        QCOMPARE(ben->strays, 0);
    }
    // And long after the last round there is nothing either: an own list ends the wait.
    ben->push({ listWrite(space(2), tick(), { { model::list::kName, u"Mine"_s } }) });
    QTRY_COMPARE(ben->cursor(space(2)), 1);
    QVERIFY(!ben->has(groceries));
    QCOMPARE(ben->gaps, 0);
}

void GatewayTest::aDeletedListIsDropped()
{
    begin();
    const SpaceId groceries = list(1);
    const auto ana = client(kAna);
    QTRY_COMPARE(ana->cursor(groceries), 1);
    m_house->deleteSpace(user(kAna), groceries);
    QTRY_VERIFY(ana->drops.contains(groceries));
    QCOMPARE(ana->drops[groceries], protocol::DropReason::Deleted);
}

void GatewayTest::whatTheFeedLostIsReadAfterItResumed()
{
    begin();
    const SpaceId groceries = list(1);
    const SpaceId hardware = list(2);
    const auto ana = client(kAna);
    QTRY_VERIFY(ana->cursor(groceries) == 1 && ana->cursor(hardware) == 1);
    if (kDialectUnderTest == storage::Dialect::Sqlite) {
        m_house->pushUntold(user(kAna), { milk(groceries, 1), milk(hardware, 1) });
        m_house->pushUntold(
            user(kAna), { listWrite(space(3), tick(), { { model::list::kName, u"New"_s } }) });
        m_house->interruptFeed();
    } else {
        m_house->interruptFeed();
        m_house->push(user(kAna), { milk(groceries, 1), milk(hardware, 1) });
        m_house->push(user(kAna), { listWrite(space(3), tick(), { { model::list::kName, u"New"_s } }) });
    }
    QTRY_VERIFY(ana->cursor(groceries) == 2 && ana->cursor(hardware) == 2 && ana->cursor(space(3)) == 1);
    QVERIFY(agrees(*ana, groceries) && agrees(*ana, hardware) && agrees(*ana, space(3)));
    ana->push({ milk(groceries, 2) });
    QTRY_COMPARE(ana->cursor(groceries), 3);
    QCOMPARE(ana->strays, 0);
}

void GatewayTest::twoHundredClientsGetEveryChangeOnce()
{
    begin();
    const SpaceId groceries = list(1);
    std::vector<std::unique_ptr<SocketClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(client(kAna));
    }
    QTRY_VERIFY(std::ranges::all_of(clients, [&](const auto &each) { return each->cursor(groceries) == 1; }));
    constexpr int kChanges = 100;
    for (quint64 i = 0; i < kChanges; ++i) {
        m_house->push(user(kAna), { milk(groceries, i % 20) });
    }
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(clients,
                                 [&](const auto &each) { return each->cursor(groceries) == 1 + kChanges; }),
        20'000);
    for (const auto &each : clients) {
        QCOMPARE(each->gaps + each->repeats + each->strays, 0);
        QVERIFY(agrees(*each, groceries));
    }
}

void GatewayTest::whoJoinsInTheMidstOfWritesGetsEverythingOnceAndInOrder()
{
    begin();
    const SpaceId groceries = list(1);
    std::vector<std::unique_ptr<SocketClient>> clients;
    for (int round = 0; round < 30; ++round) {
        clients.push_back(client(kAna));
        fill(groceries, round % 3 == 0 ? limits::kWritesPerPush : 7, u"Round %1"_s.arg(round));
        QCoreApplication::sendPostedEvents();
    }
    const qint64 newest = m_house->version(groceries);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(clients, [&](const auto &each) { return each->cursor(groceries) == newest; }),
        20'000);
    for (const auto &each : clients) {
        QCOMPARE(each->gaps + each->repeats + each->strays, 0);
        QVERIFY(agrees(*each, groceries));
    }
}

QTEST_GUILESS_MAIN(GatewayTest)
#include "gateway_test.moc"
