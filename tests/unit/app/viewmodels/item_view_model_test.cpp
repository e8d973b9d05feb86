#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ItemViewModel;
using model::Kind;
using test::AppHome;

class ItemViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }

    void aFieldIsWrittenWhenItChanged();
    void whatCantBeKeptIsSaidBesideItsField_data();
    void whatCantBeKeptIsSaidBesideItsField();
    void oneFieldDoesNotTakeAnothersErrorAway();
    void anEmptyFieldTakesTheValueAway();
    void stepsAreOfASensibleSize();
    void theChosenCategoryAgainTakesItAway();
    void aCategoryOfOnesOwnCanBeChosen();
    void whatOthersChangeShowsAtOnce();
    void anItemThatSomebodyElseRemovesIsClosed();
    void everyEditCanBeTakenBack();

private:
    using Setter = void (ItemViewModel::*)(const QString &);
    using Reader = QString (ItemViewModel::*)() const;

    ItemViewModel &page() { return *m_home->app->item(); }
    int queued()
    {
        m_home->settle();
        return m_home->client->queueState().queued;
    }
    void othersWrite(model::FieldNumber field, const model::Value &value);

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_space;
};

void ItemViewModelTest::init()
{
    m_home = std::make_unique<AppHome>();
    m_space = m_home->receiveList(5);
    m_home->settle();
    m_home->app->openList(m_space.toString());
    m_home->settle();
    m_home->app->openItem(m_home->idOf(u"Item 0"_s)); // 1, of Produce
    QVERIFY(page().isShown() && page().isEditable());
}

void ItemViewModelTest::othersWrite(model::FieldNumber field, const model::Value &value)
{
    m_home->settle();
    model::Record row = *m_home->client->record({ m_space, Kind::Item, m_home->item(u"Item 0"_s) });
    row.version = 2;
    row.set(field, value, m_home->stamps.tick(m_home->clock.now()));
    QVERIFY(m_home->replica->applyRows({ m_space, 1, 2, 0, true, false, { row } }));
    m_home->settle();
}

void ItemViewModelTest::aFieldIsWrittenWhenItChanged()
{
    page().setName(u"Item 0"_s);
    page().setName(u"  Item 0  "_s);
    page().setQuantity(u"1.0"_s);
    page().setUnit({});
    page().setNote(u"  "_s);
    page().setPrice({});
    QCOMPARE(queued(), 0);
    QVERIFY(!m_home->app->undo()->canUndo());
    page().setUnit(u" kg "_s);
    QCOMPARE(page().unit(), u"kg"_s);
    QCOMPARE(queued(), 1);
}

void ItemViewModelTest::whatCantBeKeptIsSaidBesideItsField_data()
{
    QTest::addColumn<Setter>("set");
    QTest::addColumn<Reader>("error");
    QTest::addColumn<Reader>("value");
    QTest::addColumn<QString>("text");
    using V = ItemViewModel;
    const auto row = [](const char *name, Setter set, Reader error, Reader value, const QString &text) {
        QTest::newRow(name) << set << error << value << text;
    };
    row("no name", &V::setName, &V::nameError, &V::name, u"  "_s);
    row("a long name", &V::setName, &V::nameError, &V::name, QString(256, u'x'));
    row("no number", &V::setQuantity, &V::quantityError, &V::quantity, u"many"_s);
    row("nothing of it", &V::setQuantity, &V::quantityError, &V::quantity, u"0"_s);
    row("too many", &V::setQuantity, &V::quantityError, &V::quantity, u"1000000"_s);
    row("a long unit", &V::setUnit, &V::unitError, &V::unit, QString(33, u'x'));
    row("a long note", &V::setNote, &V::noteError, &V::note, QString(4'001, u'x'));
    row("no price", &V::setPrice, &V::priceError, &V::price, u"cheap"_s);
    row("too dear", &V::setPrice, &V::priceError, &V::price, u"1000000"_s);
}

void ItemViewModelTest::whatCantBeKeptIsSaidBesideItsField()
{
    QFETCH(Setter, set);
    QFETCH(Reader, error);
    QFETCH(Reader, value);
    QFETCH(QString, text);
    const QString before = (page().*value)();
    (page().*set)(text);
    QVERIFY(!(page().*error)().isEmpty());
    QCOMPARE((page().*value)(), before);
    QCOMPARE(queued(), 0);
    (page().*set)(u"2"_s);
    QCOMPARE((page().*error)(), QString());
    QVERIFY((page().*value)() != before);
}

void ItemViewModelTest::oneFieldDoesNotTakeAnothersErrorAway()
{
    page().setQuantity(u"many"_s);
    page().setUnit(u"kg"_s);
    page().setNote(u"ripe"_s);
    QVERIFY(!page().quantityError().isEmpty());
    m_home->app->openItem(m_home->idOf(u"Item 1"_s));
    QCOMPARE(page().quantityError(), QString());
}

void ItemViewModelTest::anEmptyFieldTakesTheValueAway()
{
    page().setNote(u"ripe"_s);
    page().setPrice(u"3.49"_s);
    page().setNote({});
    page().setPrice({});
    page().setQuantity({});
    QCOMPARE(page().note() + page().price() + page().quantity(), QString());
}

void ItemViewModelTest::stepsAreOfASensibleSize()
{
    page().setQuantity({});
    QStringList up;
    for (int i = 0; i < 3; ++i) {
        page().step(1);
        up += page().quantity();
    }
    QCOMPARE(up, (QStringList { u"1"_s, u"2"_s, u"3"_s }));
    page().setQuantity(u"20"_s);
    page().step(1);
    QCOMPARE(page().quantity(), u"30"_s);
    page().step(-1);
    page().step(-1);
    QCOMPARE(page().quantity(), u"19"_s);
    page().setQuantity(u"200"_s);
    page().step(1);
    QCOMPARE(page().quantity(), u"250"_s);
    page().setQuantity(u"0.5"_s);
    page().step(-1);
    QCOMPARE(page().quantity(), QString());
    page().step(-1);
    QCOMPARE(page().quantity(), QString());
    page().setQuantity(u"999999"_s);
    page().step(1);
    QVERIFY(!page().quantityError().isEmpty());
}

void ItemViewModelTest::theChosenCategoryAgainTakesItAway()
{
    const int produce = page().category();
    QCOMPARE(page().categories().at(produce), u"Produce"_s);
    page().setCategory(produce);
    QCOMPARE(page().category(), -1);
    page().setCategory(produce + 1);
    QCOMPARE(page().category(), produce + 1);
}

void ItemViewModelTest::aCategoryOfOnesOwnCanBeChosen()
{
    const qsizetype known = page().categories().size();
    othersWrite(model::item::kCategory, u"hobby"_s);
    QCOMPARE(page().categories().size(), known + 1);
    QCOMPARE(page().category(), int(known));
    QCOMPARE(page().categories().last(), u"Hobby"_s);
}

void ItemViewModelTest::whatOthersChangeShowsAtOnce()
{
    QSignalSpy changed(&page(), &ItemViewModel::changed);
    othersWrite(model::item::kNote, u"the red ones"_s);
    QTRY_COMPARE(page().note(), u"the red ones"_s);
    QVERIFY(!changed.isEmpty());
}

void ItemViewModelTest::anItemThatSomebodyElseRemovesIsClosed()
{
    othersWrite(model::kDeleted, true);
    QTRY_VERIFY(!page().isShown());
    QCOMPARE(m_home->app->place(), app::AppViewModel::List);
    QCOMPARE(page().name(), QString());
    page().setNote(u"late"_s); // of a field that is being left
    QCOMPARE(queued(), 0);
}

void ItemViewModelTest::everyEditCanBeTakenBack()
{
    page().setName(u"Pears"_s);
    page().setNote(u"ripe"_s);
    page().setQuantity(u"3"_s);
    for (int i = 0; i < 3; ++i) {
        m_home->app->undo()->undo();
    }
    QCOMPARE(page().name(), u"Item 0"_s);
    QCOMPARE(page().note(), QString());
    QCOMPARE(page().quantity(), u"1"_s);
}

QTEST_GUILESS_MAIN(ItemViewModelTest)
#include "item_view_model_test.moc"
