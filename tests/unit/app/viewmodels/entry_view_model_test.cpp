#include "tests/support/app_home.h"

#include <QtCore/QDir>
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
    void whatIsListedIsRaisedRatherThanAdded();
    void whatIsCheckedIsToBuyAgainAndStaysBought();
    void whatIsListedCanBeAddedApart();
    void anotherNoteIsLikelierAnotherThing();
    void whatWasBoughtIsSuggestedBeforeTheCatalogue();
    void aSuggestionBringsItsCategoryAndUsualAmount();
    void whatIsTypedHoldsAgainstTheSuggestion();
    void everyLineOfTheCatalogueCanBeRead();
    void whoSignsOutTakesTheMemoryAlong();
    void amountsOfDifferentKindsStayApart();
    void aCategoryThatNobodySaidIsAbsent();
    void aCategoryIsGuessedFromTheNewestOfThatName();
    void sayingOtherMeansNoCategory();
    void anUnknownBarcodeAsksForTheNameAndIsKeptWithIt();
    void aKnownBarcodeIsItsProduct();
    void aScannerThatIsAKeyboardAddsWhatIsKnown();
    void aBarcodeOfWhatIsListedRaisesIt();

private:
    EntryViewModel &entry() { return *m_home->app->entry(); }
    void add(const QString &line)
    {
        entry().setText(line);
        entry().submit();
        QCOMPARE(entry().text(), QString());
        m_home->settle();
    }
    void addApart(const QString &line)
    {
        entry().setText(line);
        entry().suggestions()->setCurrent(-1);
        entry().submit();
        m_home->settle();
    }
    QStringList offered()
    {
        QStringList names;
        for (int row = 0; row < entry().suggestions()->count(); ++row) {
            names.append(entry().suggestions()->at(row)->name);
        }
        return names;
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
    entry().setText(u"zorbs"_s);
    QCOMPARE(entry().parts(), QStringList());
    entry().setText(u"pears"_s); // but for the category that everybody knows it by
    QCOMPARE(entry().parts(), (QStringList { u"pears"_s, u"Produce"_s }));
}

// A known trap: "21 Seasoning Salute" is not 21 times "Seasoning Salute".
void EntryViewModelTest::aPartThatIsTakenBackIsPartOfTheName()
{
    m_home->openEmpty();
    entry().setText(u"21 Seasoning Salute"_s);
    QCOMPARE(entry().parts().at(0), u"21"_s);
    entry().takeBack(0);
    QVERIFY(entry().parts().isEmpty() || entry().parts().at(0) == u"21 Seasoning Salute"_s);
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

void EntryViewModelTest::whatIsListedIsRaisedRatherThanAdded()
{
    m_home->openEmpty();
    add(u"500 g Flour"_s);
    entry().setText(u"1 kg flour"_s);
    QCOMPARE(entry().suggestions()->current(), 0);
    QCOMPARE(entry().suggestions()->at(0)->kind, app::Offer::Kind::Raise);
    entry().submit();
    m_home->settle();
    QCOMPARE(itemCount(), 1);
    QCOMPARE(named(u"Flour"_s).integer(item::kQuantity), 1'500);
    QCOMPARE(named(u"Flour"_s).text(item::kUnit), u"kg"_s);
    add(u"farine"_s); // the same in another language, and no more of it
    QCOMPARE(itemCount(), 1);
    QCOMPARE(named(u"Flour"_s).integer(item::kQuantity), 1'500);
    m_home->app->undo()->undo();
    m_home->settle();
    QCOMPARE(named(u"Flour"_s).integer(item::kQuantity), 500'000);
}

void EntryViewModelTest::whatIsCheckedIsToBuyAgainAndStaysBought()
{
    m_home->openEmpty();
    add(u"2 l Milk !the blue one"_s);
    const model::SpaceId list = m_home->app->list()->space();
    m_home->app->list()->toggle(m_home->idOf(u"Milk"_s));
    m_home->pass(std::chrono::seconds(1));
    m_home->app->list()->setCheckedShown(true);
    add(u"milk"_s);
    QCOMPARE(itemCount(), 1);
    QVERIFY(!named(u"Milk"_s).truth(item::kChecked));
    QCOMPARE(named(u"Milk"_s).integer(item::kQuantity), 2'000);
    QCOMPARE(named(u"Milk"_s).text(item::kNote), u"the blue one"_s);
    const auto purchases = m_home->client->records(list, Kind::Purchase);
    QCOMPARE(purchases.size(), size_t(1));
    QVERIFY(!purchases.front()->isDeleted());
}

void EntryViewModelTest::whatIsListedCanBeAddedApart()
{
    m_home->openEmpty();
    add(u"Milk"_s);
    entry().setText(u"milk"_s);
    QCOMPARE(entry().suggestions()->at(1)->kind, app::Offer::Kind::Apart);
    entry().take(1);
    m_home->settle();
    QCOMPARE(entry().text(), QString());
    QCOMPARE(itemCount(), 2);
}

// A known trap: what another member wrote there goes.
void EntryViewModelTest::anotherNoteIsLikelierAnotherThing()
{
    m_home->openEmpty();
    add(u"Milk !the blue one"_s);
    add(u"milk !lactose free"_s);
    QCOMPARE(itemCount(), 2);
    QCOMPARE(named(u"Milk"_s).text(item::kNote), u"the blue one"_s);
    entry().setText(u"milk !fresh"_s);
    entry().take(0); // which is asked for
    m_home->settle();
    QCOMPARE(itemCount(), 2);
    QCOMPARE(named(u"Milk"_s).text(item::kNote), u"the blue one, fresh"_s);
}

void EntryViewModelTest::whatWasBoughtIsSuggestedBeforeTheCatalogue()
{
    m_home->openEmpty();
    add(u"Mirabelle jam from Aunt Rosa"_s);
    m_home->app->list()->toggle(m_home->idOf(u"Mirabelle jam from Aunt Rosa"_s));
    m_home->pass(std::chrono::seconds(1));
    m_home->app->list()->bulk()->clearChecked();
    m_home->settle();
    entry().setText(u"mi"_s);
    QCOMPARE(offered().value(0), u"Mirabelle jam from Aunt Rosa"_s);
    QVERIFY2(offered().size() > 1, "the catalogue has nothing that begins with mi");
    entry().setText(u"mirrabele"_s);
    QVERIFY2(offered().contains(u"Mirabelle jam from Aunt Rosa"_s), qPrintable(offered().join(u'|')));
}

void EntryViewModelTest::aSuggestionBringsItsCategoryAndUsualAmount()
{
    m_home->openEmpty();
    add(u"750 g Rosa's muesli #breakfast"_s);
    m_home->app->list()->remove(m_home->idOf(u"Rosa's muesli"_s));
    m_home->settle();
    entry().setText(u"rosa"_s);
    QCOMPARE(offered().value(0), u"Rosa's muesli"_s);
    entry().suggestions()->setCurrent(0);
    entry().submit();
    m_home->settle();
    QCOMPARE(named(u"Rosa's muesli"_s).text(item::kCategory), u"breakfast"_s);
    QCOMPARE(named(u"Rosa's muesli"_s).integer(item::kQuantity), 750'000);
    QCOMPARE(named(u"Rosa's muesli"_s).text(item::kUnit), u"g"_s);
}

void EntryViewModelTest::whatIsTypedHoldsAgainstTheSuggestion()
{
    m_home->openEmpty();
    add(u"750 g Rosa's muesli #breakfast"_s);
    m_home->app->list()->remove(m_home->idOf(u"Rosa's muesli"_s));
    m_home->settle();
    entry().setText(u"2 kg rosa #pantry"_s);
    entry().take(0);
    m_home->settle();
    QCOMPARE(named(u"Rosa's muesli"_s).text(item::kCategory), u"pantry"_s);
    QCOMPARE(named(u"Rosa's muesli"_s).integer(item::kQuantity), 2'000);
    QCOMPARE(named(u"Rosa's muesli"_s).text(item::kUnit), u"kg"_s);
}

void EntryViewModelTest::everyLineOfTheCatalogueCanBeRead()
{
    const QDir folder(u":/larder/catalogue"_s);
    std::vector<grocery::CatalogueFile> files;
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        files.push_back({ name.chopped(4), file.readAll() });
    }
    QCOMPARE(files.size(), size_t(14));
    const auto reading = grocery::Catalogue::read(files);
    QVERIFY2(reading.unread.empty(),
        reading.unread.empty()
            ? ""
            : qPrintable(u"%1.tsv:%2"_s.arg(reading.unread[0].category).arg(reading.unread[0].line)));
    QVERIFY(reading.catalogue.size() >= 1'500);
}

void EntryViewModelTest::whoSignsOutTakesTheMemoryAlong()
{
    const auto list = m_home->receiveList(3);
    m_home->settle();
    m_home->app->openList(list.toString());
    m_home->settle();
    add(u"Secret sauce"_s);
    entry().setText(u"secr"_s);
    QCOMPARE(offered().value(0), u"Secret sauce"_s);
    entry().setText({});
    QVERIFY(m_home->replica->signOut());
    m_home->settle();
    entry().setText(u"secr"_s);
    QVERIFY(!offered().contains(u"Secret sauce"_s));
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
    add(u"Zorb"_s);
    for (const auto field : { item::kCategory, item::kQuantity, item::kUnit, item::kNote, item::kPrice,
             item::kCurrency, item::kAssignee }) {
        QVERIFY2(!named(u"Zorb"_s).find(field), qPrintable(QString::number(field)));
    }
    addApart(u"zorb #breakfast"_s);
    addApart(u"ZORB"_s);
    QCOMPARE(named(u"ZORB"_s).text(item::kCategory), u"breakfast"_s);
}

void EntryViewModelTest::aCategoryIsGuessedFromTheNewestOfThatName()
{
    m_home->openEmpty();
    add(u"cake #bakery"_s);
    addApart(u"Cake #frozen"_s);
    addApart(u"CAKE"_s);
    QCOMPARE(named(u"CAKE"_s).text(item::kCategory), u"frozen"_s);
    // Somebody takes it away: that is said, and the last word.
    m_home->app->openItem(m_home->idOf(u"Cake"_s));
    m_home->app->item()->setCategory(m_home->app->item()->category());
    m_home->settle();
    m_home->app->list()->remove(m_home->idOf(u"CAKE"_s));
    addApart(u"cAKE"_s);
    QVERIFY(!named(u"cAKE"_s).find(item::kCategory));
}

// Under the same title there would be two groups else: the one of that name, and what has none.
void EntryViewModelTest::sayingOtherMeansNoCategory()
{
    m_home->openEmpty();
    add(u"rope #hardware"_s);
    addApart(u"Rope #other"_s);
    add(u"string #Other"_s);
    QVERIFY(!named(u"Rope"_s).find(item::kCategory));
    QVERIFY(!named(u"string"_s).find(item::kCategory));
    QCOMPARE(m_home->names().count(u"[Other]"_s), 1);
}

void EntryViewModelTest::anUnknownBarcodeAsksForTheNameAndIsKeptWithIt()
{
    m_home->openEmpty();
    entry().scan(u"4006381333931"_s);
    QCOMPARE(entry().text(), QString());
    QCOMPARE(entry().parts(), QStringList({ u"4006381333931"_s }));
    entry().setText(u"2 pens"_s);
    QVERIFY(entry().parts().contains(u"4006381333931"_s));
    entry().submit();
    m_home->settle();
    QCOMPARE(named(u"pens"_s).text(item::kBarcode), u"4006381333931"_s);
    add(u"paper"_s); // the code was of the pens
    QVERIFY(!named(u"paper"_s).find(item::kBarcode));
    entry().scan(u"4006381333931"_s);
    entry().takeBack(int(entry().parts().indexOf(u"4006381333931"_s)));
    QVERIFY(!entry().parts().contains(u"4006381333931"_s));
}

void EntryViewModelTest::aKnownBarcodeIsItsProduct()
{
    m_home->openEmpty();
    entry().scan(u"4006381333931"_s);
    add(u"pens"_s);
    m_home->app->list()->remove(m_home->idOf(u"pens"_s));
    m_home->settle();
    entry().scan(u"4006381333931"_s);
    QCOMPARE(entry().text(), u"pens"_s);
    // The household calls it otherwise now.
    entry().setText(u"blue pens"_s);
    entry().submit();
    m_home->settle();
    entry().scan(u"4006381333931"_s);
    QCOMPARE(entry().text(), u"blue pens"_s);
}

void EntryViewModelTest::aScannerThatIsAKeyboardAddsWhatIsKnown()
{
    m_home->openEmpty();
    entry().setText(u"4006381333931"_s);
    entry().submit();
    QCOMPARE(entry().text(), QString());
    QCOMPARE(m_home->app->list()->openCount(), 0); // it wants a name first
    add(u"pens"_s);
    m_home->app->list()->toggle(m_home->idOf(u"pens"_s));
    m_home->settle();
    entry().setText(u"4006381333931"_s);
    entry().submit();
    QCOMPARE(entry().text(), QString());
    QVERIFY(!named(u"pens"_s).truth(item::kChecked)); // to buy again
    // A number that is no barcode is what somebody writes.
    add(u"12345678901"_s);
    QVERIFY(named(u"12345678901"_s).text(item::kBarcode).isEmpty());
}

void EntryViewModelTest::aBarcodeOfWhatIsListedRaisesIt()
{
    m_home->openEmpty();
    entry().scan(u"4006381333931"_s);
    add(u"2 pens"_s);
    entry().scan(u"4006381333931"_s);
    entry().submit();
    m_home->settle();
    QCOMPARE(m_home->app->list()->openCount(), 1);
    QCOMPARE(named(u"pens"_s).text(item::kBarcode), u"4006381333931"_s);
}

QTEST_GUILESS_MAIN(EntryViewModelTest)
#include "entry_view_model_test.moc"
