#include "app/viewmodels/price_history.h"

#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::PriceHistory;
using model::Kind;
using test::AppHome;
namespace purchase = model::purchase;

class PriceHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
        m_prices = std::make_unique<PriceHistory>(*m_home->client, *this);
        new QAbstractItemModelTester(
            m_prices.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_prices.get());
    }
    void cleanup()
    {
        m_prices.reset();
        m_home->settle();
        m_home.reset();
    }

    void pricesOfAThingAreShownNewestFirst();
    void theSameThingInOtherWordsIsTheSame();
    void anotherCurrencyIsNotCompared();
    void otherListsOfTheHouseholdCount();
    void whatWasTakenBackWasNotPaid();
    void theLineFollowsThePriceOfOneUnit();
    void amountsThatCantBeConvertedAreComparedAsPaid();
    void aPriceThatNeverChangedIsALevelLine();
    void onlyTheNewestAreKept();
    void aShopIsSaidByName();
    void theLastPriceOfEveryShopIsKnown();

private:
    model::RecordId buy(const QString &name, qint64 price, qint64 quantity = 0, const QString &unit = {},
        const QString &currency = u"EUR"_s, model::SpaceId list = {})
    {
        m_home->pass(24h);
        std::vector<replica::ReplicaClient::Field> fields { { purchase::kName, name },
            { purchase::kPrice, price }, { purchase::kCurrency, currency },
            { purchase::kItem, QByteArray(16, 'i') },
            { purchase::kBought, qint64(m_home->clock.now().count()) } };
        if (quantity > 0) {
            fields.push_back({ purchase::kQuantity, quantity });
            fields.push_back({ purchase::kUnit, unit });
        }
        return m_home->client->create(list.isNull() ? m_list : list, Kind::Purchase, fields).value();
    }
    QString at(int row, int role) { return m_prices->data(m_prices->index(row), role).toString(); }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
    std::unique_ptr<PriceHistory> m_prices;
};

void PriceHistoryTest::pricesOfAThingAreShownNewestFirst()
{
    buy(u"Milk"_s, 119);
    buy(u"Bread"_s, 300);
    buy(u"Milk"_s, 149, 2'000, u"l"_s);
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->count(), 2);
    QVERIFY(at(0, PriceHistory::PriceRole).contains(u"1.49"_s));
    QVERIFY(at(1, PriceHistory::PriceRole).contains(u"1.19"_s));
    QCOMPARE(at(0, PriceHistory::PlainPriceRole), u"1.49"_s);
    QVERIFY(at(0, PriceHistory::DetailsRole).endsWith(u"2\u00A0l"_s));
    QVERIFY(at(0, PriceHistory::DetailsRole) != at(1, PriceHistory::DetailsRole));
    QVERIFY2(m_prices->summary().contains(u"1.19"_s) && m_prices->summary().contains(u"1.49"_s),
        qPrintable(m_prices->summary()));
    m_prices->show({}, u"EUR"_s);
    QCOMPARE(m_prices->count(), 0);
    QCOMPARE(m_prices->summary(), QString());
}

void PriceHistoryTest::theSameThingInOtherWordsIsTheSame()
{
    buy(u"Tomatoes"_s, 200);
    buy(u"Crème fraîche"_s, 90);
    m_prices->show(u"tomato"_s, u"EUR"_s);
    QCOMPARE(m_prices->count(), 1);
    m_prices->show(u"CREME FRAICHE"_s, u"EUR"_s);
    QCOMPARE(m_prices->count(), 1);
}

void PriceHistoryTest::anotherCurrencyIsNotCompared()
{
    buy(u"Milk"_s, 119);
    buy(u"Milk"_s, 150, 0, {}, u"CHF"_s);
    m_prices->show(u"Milk"_s, u"CHF"_s);
    QCOMPARE(m_prices->count(), 1);
    QVERIFY(at(0, PriceHistory::PriceRole).contains(u"1.50"_s));
}

void PriceHistoryTest::otherListsOfTheHouseholdCount()
{
    const auto party
        = model::SpaceId::fromString(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2)).value();
    m_home->settle();
    buy(u"Milk"_s, 119, 0, {}, u"EUR"_s, party);
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->count(), 1);
}

void PriceHistoryTest::whatWasTakenBackWasNotPaid()
{
    const model::RecordId id = buy(u"Milk"_s, 119);
    QVERIFY(m_home->client->write({ m_list, Kind::Purchase, id }, { { model::kDeleted, true } }));
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->count(), 0);
}

void PriceHistoryTest::theLineFollowsThePriceOfOneUnit()
{
    buy(u"Flour"_s, 200, 2'000, u"kg"_s); // 1.00 a kilogram
    buy(u"Flour"_s, 100, 500'000, u"g"_s); // 2.00 a kilogram
    buy(u"Flour"_s, 150, 1'000, u"kg"_s); // 1.50 a kilogram
    m_prices->show(u"Flour"_s, u"EUR"_s);
    QCOMPARE(m_prices->line(), (QList<QPointF> { { 0, 0 }, { 0.5, 1 }, { 1, 0.5 } }));
}

void PriceHistoryTest::amountsThatCantBeConvertedAreComparedAsPaid()
{
    buy(u"Flour"_s, 200, 2'000, u"kg"_s);
    buy(u"Flour"_s, 100, 1'000, u"bag"_s);
    m_prices->show(u"Flour"_s, u"EUR"_s);
    QCOMPARE(m_prices->line(), (QList<QPointF> { { 0, 1 }, { 1, 0 } }));
}

void PriceHistoryTest::aPriceThatNeverChangedIsALevelLine()
{
    buy(u"Milk"_s, 119);
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QVERIFY(m_prices->line().isEmpty());
    buy(u"Milk"_s, 119);
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->line(), (QList<QPointF> { { 0, 0.5 }, { 1, 0.5 } }));
}

void PriceHistoryTest::onlyTheNewestAreKept()
{
    for (int i = 0; i <= limits::kPricesShown; ++i) {
        buy(u"Milk"_s, 100 + i);
    }
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->count(), limits::kPricesShown);
    QCOMPARE(at(limits::kPricesShown - 1, PriceHistory::PlainPriceRole), u"1.01"_s);
}

void PriceHistoryTest::aShopIsSaidByName()
{
    const auto shop
        = m_home->client->create(m_list, Kind::Shop, { { model::shop::kName, u"Corner shop"_s } }).value();
    const model::RecordId id = buy(u"Milk"_s, 119);
    QVERIFY(m_home->client->write({ m_list, Kind::Purchase, id }, { { purchase::kShop, shop.toBytes() } }));
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QVERIFY(at(0, PriceHistory::DetailsRole).endsWith(u" · Corner shop"_s));
}

void PriceHistoryTest::theLastPriceOfEveryShopIsKnown()
{
    const auto open = [&](const QString &name) {
        return m_home->client->create(m_list, Kind::Shop, { { model::shop::kName, name } }).value();
    };
    const auto buyAt = [&](model::RecordId shop, qint64 price) {
        const model::RecordId id = buy(u"Milk"_s, price);
        QVERIFY(
            m_home->client->write({ m_list, Kind::Purchase, id }, { { purchase::kShop, shop.toBytes() } }));
    };
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->byShop(), QString());
    const model::RecordId corner = open(u"Corner shop"_s);
    const model::RecordId market = open(u"Market"_s);
    buyAt(market, 99);
    buyAt(corner, 149);
    buyAt(market, 119); // what it costs there now
    buy(u"Milk"_s, 50); // nobody knows where
    m_prices->show(u"Milk"_s, u"EUR"_s);
    QCOMPARE(m_prices->byShop(), u"Market 1.19\u00A0€ · Corner shop 1.49\u00A0€"_s);
}

QTEST_MAIN(PriceHistoryTest)
#include "price_history_test.moc"
