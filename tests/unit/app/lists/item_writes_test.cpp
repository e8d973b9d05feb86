#include "app/lists/item_writes.h"

#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::ItemWrites;
using model::Kind;
using model::Record;
using test::AppHome;
namespace item = model::item;
namespace purchase = model::purchase;

class ItemWritesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
        m_writes = std::make_unique<ItemWrites>(*m_home->client, m_home->clock);
    }
    void cleanup()
    {
        m_home->settle();
        m_writes.reset();
        m_home.reset();
    }

    void checkingAnItemIsBuyingIt();
    void uncheckingOnTheSameDayTakesThePurchaseBack();
    void anotherDayIsAnotherPurchase();
    void aPriceWrittenAfterTheCheckIsWhatWasPaid();
    void theShopOfAPurchaseStaysWhenTheItemIsEdited();
    void whatWasBoughtOnAnotherDayStaysAsItWas();
    void editingWhatIsOpenTouchesNoPurchase();
    void aCopyHasTheWordsAndNotThePlace();
    void aCopyKeepsTheCurrencyOfItsPrice();
    void addingManyCountsTheListOnce();

private:
    model::RecordKey add(std::vector<replica::ReplicaClient::Field> fields)
    {
        return { m_list, Kind::Item, m_writes->add(m_list, std::move(fields)).value() };
    }
    std::vector<const Record *> bought()
    {
        std::vector<const Record *> purchases = m_home->client->records(m_list, Kind::Purchase);
        std::erase_if(purchases, [](const Record *record) { return record->isDeleted(); });
        return purchases;
    }

    std::unique_ptr<AppHome> m_home;
    std::unique_ptr<ItemWrites> m_writes;
    model::SpaceId m_list;
};

void ItemWritesTest::checkingAnItemIsBuyingIt()
{
    const auto milk = add({ { item::kName, u"Milk"_s }, { item::kPrice, qint64(129) } });
    const auto changes = m_writes->setChecked(milk, true);
    QCOMPARE(changes->size(), 2u);
    QCOMPARE(bought().size(), 1u);
    QCOMPARE(bought().front()->text(purchase::kName), u"Milk"_s);
    QCOMPARE(bought().front()->integer(purchase::kPrice), 129);
}

void ItemWritesTest::uncheckingOnTheSameDayTakesThePurchaseBack()
{
    const auto milk = add({ { item::kName, u"Milk"_s } });
    QVERIFY(m_writes->setChecked(milk, true));
    QVERIFY(m_writes->setChecked(milk, false));
    QVERIFY(bought().empty());
    QVERIFY(m_writes->setChecked(milk, true));
    QCOMPARE(bought().size(), 1u);
}

void ItemWritesTest::anotherDayIsAnotherPurchase()
{
    const auto milk = add({ { item::kName, u"Milk"_s } });
    QVERIFY(m_writes->setChecked(milk, true));
    m_home->pass(24h);
    QVERIFY(m_writes->setChecked(milk, false));
    QVERIFY(m_writes->setChecked(milk, true));
    QCOMPARE(bought().size(), 2u);
}

void ItemWritesTest::aPriceWrittenAfterTheCheckIsWhatWasPaid()
{
    const auto milk = add({ { item::kName, u"Milk"_s } });
    QVERIFY(m_writes->setChecked(milk, true));
    const auto changes = m_writes->edit(milk, { { item::kPrice, qint64(149) } });
    QCOMPARE(changes->size(), 2u);
    QCOMPARE(bought().front()->integer(purchase::kPrice), 149);
    QCOMPARE(m_writes->edit(milk, { { item::kNote, u"the blue one"_s } })->size(), 1u);
}

void ItemWritesTest::theShopOfAPurchaseStaysWhenTheItemIsEdited()
{
    const auto shop
        = m_home->client->create(m_list, Kind::Shop, { { model::shop::kName, u"Market"_s } }).value();
    const auto milk = add({ { item::kName, u"Milk"_s } });
    QVERIFY(m_writes->setChecked(milk, true, shop));
    const qint64 at = bought().front()->integer(purchase::kBought);
    m_home->pass(5min);
    QVERIFY(m_writes->edit(milk, { { item::kQuantity, qint64(2'000) } }));
    QCOMPARE(bought().front()->value(purchase::kShop), model::Value(shop.toBytes()));
    QCOMPARE(bought().front()->integer(purchase::kBought), at);
    QCOMPARE(bought().front()->integer(purchase::kQuantity), 2'000);
}

void ItemWritesTest::whatWasBoughtOnAnotherDayStaysAsItWas()
{
    const auto milk = add({ { item::kName, u"Milk"_s }, { item::kPrice, qint64(129) } });
    QVERIFY(m_writes->setChecked(milk, true));
    m_home->pass(24h);
    QCOMPARE(m_writes->edit(milk, { { item::kPrice, qint64(149) } })->size(), 1u);
    QCOMPARE(bought().front()->integer(purchase::kPrice), 129);
}

void ItemWritesTest::editingWhatIsOpenTouchesNoPurchase()
{
    const auto milk = add({ { item::kName, u"Milk"_s } });
    QCOMPARE(m_writes->edit(milk, { { item::kPrice, qint64(149) } })->size(), 1u);
    QVERIFY(m_home->client->records(m_list, Kind::Purchase).empty());
}

void ItemWritesTest::aCopyHasTheWordsAndNotThePlace()
{
    const auto party = *model::SpaceId::fromString(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2));
    m_home->settle();
    const auto milk = add({ { item::kName, u"Milk"_s }, { item::kNote, u"oat"_s },
        { item::kPosition, u"a0"_s }, { item::kAssignee, m_list.toBytes() } });
    QVERIFY(m_writes->copy(milk, party));
    const auto copies = m_home->client->records(party, Kind::Item);
    QCOMPARE(copies.size(), 1u);
    QCOMPARE(copies.front()->text(item::kNote), u"oat"_s);
    QVERIFY(!copies.front()->find(item::kPosition) && !copies.front()->find(item::kAssignee));
}

void ItemWritesTest::aCopyKeepsTheCurrencyOfItsPrice()
{
    const auto party = *model::SpaceId::fromString(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2));
    m_home->settle();
    QVERIFY(m_home->client->write(
        { m_list, Kind::List, { m_list.value } }, { { model::list::kCurrency, u"CHF"_s } }));
    QVERIFY(m_writes->copy(add({ { item::kName, u"Milk"_s }, { item::kPrice, qint64(150) } }), party));
    QCOMPARE(m_home->client->records(party, Kind::Item).front()->text(item::kCurrency), u"CHF"_s);
}

void ItemWritesTest::addingManyCountsTheListOnce()
{
    const auto full = m_home->receiveList(limits::kRecordsPerSpace - 2);
    m_home->settle();
    m_home->app->openList(full.toString());
    m_home->settle();
    const ItemWrites::Added added = m_writes->addAll(
        full, { { { item::kName, u"A"_s } }, { { item::kName, u"B"_s } }, { { item::kName, u"C"_s } } });
    QCOMPARE(added.items.size(), 2u);
    QVERIFY(added.stopped && added.stopped->code == Code::SpaceFull);
}

QTEST_MAIN(ItemWritesTest)
#include "item_writes_test.moc"
