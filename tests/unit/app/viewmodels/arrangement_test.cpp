#include "app/viewmodels/arrangement.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::Arrangement;
using app::ItemFilter;
using app::ItemSort;
using model::Record;
namespace item = model::item;

class ArrangementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachWordIsLookedForEverywhere_data();
    void eachWordIsLookedForEverywhere();
    void aFilterShowsWhatMeetsAllOfIt();
    void aFilterIsKeptAsText();
    void whatIsNoFilterIsTheEmptyOne_data();
    void whatIsNoFilterIsTheEmptyOne();
    void theWayOrdersCategoriesAndOthersFollow();
    void sortedByCategoryTheOneOfNoneIsLast();
    void theNewestIsFirst();
    void moreIsBeforeLess();

private:
    static Record milk()
    {
        Record record { { {}, model::Kind::Item,
                            { model::Uuid::fromString(u"0190163d-8694-739b-aea5-966c26f8ad91"_s).value() } },
            {}, 1, {} };
        const model::Stamp stamp { 1'000 };
        record.set(item::kName, u"Crème brûlée"_s, stamp);
        record.set(item::kNote, u"the blue one"_s, stamp);
        record.set(item::kCategory, u"dairy"_s, stamp);
        record.set(item::kQuantity, qint64(2'000), stamp);
        record.set(item::kPrice, qint64(0), stamp);
        return record;
    }
    static bool shown(const ItemFilter &filter)
    {
        return Arrangement(ItemSort::Shop, {}, filter).shows(milk());
    }
};

void ArrangementTest::eachWordIsLookedForEverywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing") << u""_s << true;
    QTest::newRow("blanks") << u"  "_s << true;
    QTest::newRow("without accents") << u"creme"_s << true;
    QTest::newRow("in capitals") << u"BRÛLÉE"_s << true;
    QTest::newRow("a part") << u"rul"_s << true;
    QTest::newRow("name and note") << u"blue creme"_s << true;
    QTest::newRow("category") << u"dairy creme"_s << true;
    QTest::newRow("one is missing") << u"creme red"_s << false;
}

void ArrangementTest::eachWordIsLookedForEverywhere()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(shown({ .text = text }), found);
}

void ArrangementTest::aFilterShowsWhatMeetsAllOfIt()
{
    QVERIFY(shown({ .categories = { u"bakery"_s, u"dairy"_s } }));
    QVERIFY(!shown({ .categories = { u"bakery"_s } }));
    QVERIFY(shown({ .state = ItemFilter::State::Open }));
    QVERIFY(!shown({ .state = ItemFilter::State::Checked }));
    QVERIFY(shown({ .price = ItemFilter::Price::Priced })); // for nothing is a price as well
    QVERIFY(!shown({ .price = ItemFilter::Price::Unpriced }));
    QVERIFY(!shown({ .person = model::UserId { milk().key.id.value } }));
    QVERIFY(!shown({ .text = u"creme"_s, .state = ItemFilter::State::Checked }));
}

void ArrangementTest::aFilterIsKeptAsText()
{
    const ItemFilter filter { u"\"quoted\"\n"_s, { u"dairy"_s, u"my own, odd"_s }, ItemFilter::State::Checked,
        ItemFilter::Price::Priced, model::UserId { milk().key.id.value } };
    const QString text = app::filterToText(filter);
    QVERIFY(!text.contains(u'\n'));
    QCOMPARE(app::filterFromText(text), filter);
    QCOMPARE(app::filterFromText(app::filterToText({})), ItemFilter {});
}

void ArrangementTest::whatIsNoFilterIsTheEmptyOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"milk"_s;
    QTest::newRow("an array") << u"[1]"_s;
    QTest::newRow("values of other types")
        << uR"({"text":1,"categories":"x","state":"y","price":[],"person":4})"_s;
    QTest::newRow("out of range") << uR"({"state":17,"price":-3,"person":"me"})"_s;
}

void ArrangementTest::whatIsNoFilterIsTheEmptyOne()
{
    QFETCH(QString, text);
    QCOMPARE(app::filterFromText(text), ItemFilter {});
}

void ArrangementTest::theWayOrdersCategoriesAndOthersFollow()
{
    const Arrangement shop(ItemSort::Shop, { u"dairy"_s, u"my own"_s }, {});
    QVERIFY(shop.isGrouped());
    QVERIFY(shop.rankOf(u"dairy"_s) < shop.rankOf(u"my own"_s));
    QVERIFY(shop.rankOf(u"my own"_s) < shop.rankOf(u"produce"_s));
    QVERIFY(shop.rankOf(u"produce"_s) < shop.rankOf({}));
}

void ArrangementTest::sortedByCategoryTheOneOfNoneIsLast()
{
    const Arrangement sorted(ItemSort::Category, { u"dairy"_s }, {});
    QVERIFY(sorted.groupOf(u"bakery"_s) < sorted.groupOf(u"dairy"_s));
    QCOMPARE(sorted.rankOf(u"bakery"_s), sorted.rankOf(u"dairy"_s));
    QVERIFY(sorted.rankOf({}) > sorted.rankOf(u"dairy"_s));
}

void ArrangementTest::theNewestIsFirst()
{
    const Arrangement newest(ItemSort::Newest, {}, {});
    Record older = milk();
    older.key.id.value.bytes[0] = 0;
    QVERIFY(newest.numberOf(milk()) < newest.numberOf(older));
    Record foreign = milk(); // whose id tells no time
    foreign.key.id.value.bytes[6] = 0x40;
    QCOMPARE(newest.numberOf(foreign), -1);
}

void ArrangementTest::moreIsBeforeLess()
{
    const Arrangement sorted(ItemSort::Quantity, {}, {});
    Record less = milk();
    less.set(item::kQuantity, qint64(500), model::Stamp { 2'000 });
    QVERIFY(sorted.numberOf(milk()) < sorted.numberOf(less));
    QCOMPARE(sorted.textOf(less), u"creme brulee"_s);
}

QTEST_MAIN(ArrangementTest)
#include "arrangement_test.moc"
