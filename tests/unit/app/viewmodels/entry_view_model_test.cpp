#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::EntryViewModel;
using model::Kind;
using model::Record;
using test::AppHome;
namespace item = model::item;

class EntryViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }

    void whatWasUnderstoodIsShownPartByPart();
    void aNameAloneIsNoPart();
    void aPartThatIsTakenBackIsPartOfTheName();
    void whatWasTakenBackStaysSoUntilTheLineIsEmpty();
    void whatCantBeKeptStaysInTheLine();
    void addingWhatIsListedLeavesTheOtherAsItIs();
    void amountsOfDifferentKindsStayApart();
    void aCategoryThatNobodySaidIsAbsent();
    void aCategoryIsGuessedFromTheNewestOfThatName();
    void sayingOtherMeansNoCategory();

private:
    EntryViewModel &entry() { return *m_home->app->entry(); }
    void add(const QString &line)
    {
        entry().setText(line);
        entry().submit();
        QCOMPARE(entry().text(), QString());
        m_home->settle();
    }
    const Record &named(const QString &name)
    {
        return *m_home->client->record({ m_home->app->list()->space(), Kind::Item, m_home->item(name) });
    }
    int itemCount() { return m_home->app->list()->openCount() + m_home->app->list()->checkedCount(); }

    std::unique_ptr<AppHome> m_home;
};

void EntryViewModelTest::whatWasUnderstoodIsShownPartByPart()
{
    m_home->openDemo();
    entry().setText(u"2 kg pears #produce 3.49 !ripe"_s);
    const QStringList parts = entry().parts();
    QCOMPARE(parts.size(), 5);
    QCOMPARE(parts.at(0), u"2\u00A0kg"_s);
    QCOMPARE(parts.at(1), u"pears"_s);
    QCOMPARE(parts.at(2), u"Produce"_s);
    QVERIFY2(parts.at(3).contains(u"3.49"_s), qPrintable(parts.at(3)));
    QCOMPARE(parts.at(4), u"ripe"_s);
    for (int part = 0; part < parts.size(); ++part) {
        QCOMPARE(entry().isRemovable(part), part != 1);
        QCOMPARE(entry().hueOf(part) >= 0, part == 2);
    }
    QVERIFY(!entry().isRemovable(-1) && !entry().isRemovable(5));
    entry().submit();
    QCOMPARE(named(u"pears"_s).integer(item::kPrice), 349);
    QCOMPARE(named(u"pears"_s).text(item::kTyped), u"2 kg pears #produce 3.49 !ripe"_s);
}

void EntryViewModelTest::aNameAloneIsNoPart()
{
    m_home->openEmpty();
    entry().setText(u"pears"_s);
    QCOMPARE(entry().parts(), QStringList());
}

// A known trap: "21 Seasoning Salute" is not 21 times "Seasoning Salute".
void EntryViewModelTest::aPartThatIsTakenBackIsPartOfTheName()
{
    m_home->openEmpty();
    entry().setText(u"21 Seasoning Salute"_s);
    QCOMPARE(entry().parts().size(), 2);
    entry().takeBack(0);
    QCOMPARE(entry().parts(), QStringList());
    entry().submit();
    QVERIFY(!named(u"21 Seasoning Salute"_s).find(item::kQuantity));
}

void EntryViewModelTest::whatWasTakenBackStaysSoUntilTheLineIsEmpty()
{
    m_home->openEmpty();
    entry().setText(u"7 Up"_s);
    entry().takeBack(0);
    entry().setText(u"7 Up light"_s);
    entry().submit();
    QVERIFY(!named(u"7 Up light"_s).find(item::kQuantity));
    add(u"7 eggs"_s);
    QCOMPARE(named(u"eggs"_s).integer(item::kQuantity), 7'000);
}

void EntryViewModelTest::whatCantBeKeptStaysInTheLine()
{
    const auto theirs = m_home->receiveList(1, model::Role::Viewer);
    m_home->settle();
    m_home->app->openList(theirs.toString());
    m_home->settle();
    entry().setText(u"milk"_s);
    entry().submit();
    QCOMPARE(entry().text(), u"milk"_s);
    QVERIFY(m_home->app->undo()->rowCount() > 0); // which says why
    entry().setText(u"   "_s);
    entry().submit();
    QCOMPARE(itemCount(), 1);
}

// A known trap: adding what is listed adds nothing, or overwrites what another member wrote there.
void EntryViewModelTest::addingWhatIsListedLeavesTheOtherAsItIs()
{
    m_home->openEmpty();
    add(u"milk 1.5 l #dairy !the one with the blue cap"_s);
    const Record before = named(u"milk"_s);
    add(u"Milk, 2 !lactose free"_s);
    QCOMPARE(itemCount(), 2);
    QCOMPARE(named(u"milk"_s), before);
    QCOMPARE(named(u"Milk"_s).integer(item::kQuantity), 2'000);
    QCOMPARE(named(u"Milk"_s).text(item::kNote), u"lactose free"_s);
}

// A known trap: 300 grams became 300 pieces.
void EntryViewModelTest::amountsOfDifferentKindsStayApart()
{
    m_home->openEmpty();
    add(u"300 g tomato"_s);
    add(u"2 Tomato"_s);
    QCOMPARE(named(u"tomato"_s).integer(item::kQuantity), 300'000);
    QCOMPARE(named(u"tomato"_s).text(item::kUnit), u"g"_s);
    QCOMPARE(named(u"Tomato"_s).integer(item::kQuantity), 2'000);
    QVERIFY(!named(u"Tomato"_s).find(item::kUnit));
}

// A known trap: a client that sends the category "other" where nobody said one ends all guessing.
void EntryViewModelTest::aCategoryThatNobodySaidIsAbsent()
{
    m_home->openEmpty();
    add(u"Tea"_s);
    for (const auto field : { item::kCategory, item::kQuantity, item::kUnit, item::kNote, item::kPrice,
             item::kCurrency, item::kAssignee }) {
        QVERIFY2(!named(u"Tea"_s).find(field), qPrintable(QString::number(field)));
    }
    add(u"tea #breakfast"_s);
    add(u"TEA"_s);
    QCOMPARE(named(u"TEA"_s).text(item::kCategory), u"breakfast"_s);
}

void EntryViewModelTest::aCategoryIsGuessedFromTheNewestOfThatName()
{
    m_home->openEmpty();
    add(u"cake #bakery"_s);
    add(u"Cake #frozen"_s);
    add(u"CAKE"_s);
    QCOMPARE(named(u"CAKE"_s).text(item::kCategory), u"frozen"_s);
    // Somebody takes it away: that is said, and the last word.
    m_home->app->openItem(m_home->idOf(u"Cake"_s));
    m_home->app->item()->setCategory(m_home->app->item()->category());
    m_home->settle();
    m_home->app->list()->remove(m_home->idOf(u"CAKE"_s));
    add(u"cAKE"_s);
    QVERIFY(!named(u"cAKE"_s).find(item::kCategory));
}

// Under the same title there would be two groups else: the one of that name, and what has none.
void EntryViewModelTest::sayingOtherMeansNoCategory()
{
    m_home->openEmpty();
    add(u"rope #hardware"_s);
    add(u"Rope #other"_s);
    add(u"string #Other"_s);
    QVERIFY(!named(u"Rope"_s).find(item::kCategory));
    QVERIFY(!named(u"string"_s).find(item::kCategory));
    QCOMPARE(m_home->names().count(u"[Other]"_s), 1);
}

QTEST_GUILESS_MAIN(EntryViewModelTest)
#include "entry_view_model_test.moc"
