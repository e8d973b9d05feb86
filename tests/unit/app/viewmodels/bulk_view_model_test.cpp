#include "app/viewmodels/bulk_view_model.h"

#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using test::AppHome;
namespace item = model::item;

class BulkViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
        for (const QString &line : { u"milk 1.29"_s, u"bread"_s, u"2 kg apples"_s, u"soap"_s }) {
            m_home->app->entry()->setText(line);
            m_home->app->entry()->submit();
        }
        m_home->settle();
    }
    void cleanup() { m_home.reset(); }

    void whatIsDoneToManyIsOneStep();
    void withNothingSelectedAllAreMeant();
    void nothingIsRemovedUnlessItIsSelected();
    void shiftSelectsFromTheLastOneToHere();
    void aCategoryIsSetByItsTitle();
    void itemsMoveToAnotherListWithTheirWords();
    void itemsAreCopiedAndTheOriginalsStay();
    void oneItemMovesWhateverIsSelected();
    void nothingMovesToAListThatOneMayOnlyRead();
    void aViewerSelectsNothing();
    void checkedOnesAreClearedWhateverIsSelected();
    void anItemThatSomebodyRemovesIsNotSelected();

private:
    app::BulkViewModel &bulk() { return *m_home->app->list()->bulk(); }
    QString idOf(const QString &name) { return m_home->idOf(name); }
    QStringList openIn(model::SpaceId list)
    {
        QStringList names;
        for (const Record *record : m_home->client->records(list, Kind::Item)) {
            if (!record->isDeleted() && !record->truth(item::kChecked)) {
                names.append(record->text(item::kName));
            }
        }
        names.sort();
        return names;
    }
    QStringList open() { return openIn(m_list); }
    void undo()
    {
        m_home->app->undo()->undo();
        m_home->settle();
    }
    model::SpaceId anotherList()
    {
        const QString id = m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2);
        m_home->settle();
        return *model::SpaceId::fromString(id);
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
};

void BulkViewModelTest::whatIsDoneToManyIsOneStep()
{
    bulk().toggle(idOf(u"milk"_s));
    bulk().toggle(idOf(u"soap"_s));
    QCOMPARE(bulk().count(), 2);
    bulk().setChecked(true);
    QVERIFY(!bulk().isSelecting());
    QCOMPARE(open(), (QStringList { u"apples"_s, u"bread"_s }));
    undo();
    QCOMPARE(open().size(), 4);
    m_home->app->undo()->redo();
    QCOMPARE(open().size(), 2);
}

void BulkViewModelTest::withNothingSelectedAllAreMeant()
{
    bulk().setChecked(true);
    QCOMPARE(open(), QStringList());
    bulk().setChecked(false);
    QCOMPARE(open().size(), 4);
    undo();
    QCOMPARE(open(), QStringList());
    undo();
    QCOMPARE(open().size(), 4);
}

void BulkViewModelTest::nothingIsRemovedUnlessItIsSelected()
{
    bulk().remove();
    QCOMPARE(open().size(), 4);
    bulk().toggle(idOf(u"bread"_s));
    bulk().remove();
    QCOMPARE(open(), (QStringList { u"apples"_s, u"milk"_s, u"soap"_s }));
    undo();
    QCOMPARE(open().size(), 4);
}

void BulkViewModelTest::shiftSelectsFromTheLastOneToHere()
{
    const QStringList rows = m_home->names().filter(QRegularExpression(u"^[^\\[]"_s));
    QCOMPARE(rows.size(), 4);
    bulk().toggle(idOf(rows[3]));
    bulk().selectTo(idOf(rows[1]));
    QCOMPARE(bulk().count(), 3);
    bulk().remove();
    QCOMPARE(open(), QStringList { rows[0] });
}

void BulkViewModelTest::aCategoryIsSetByItsTitle()
{
    bulk().toggle(idOf(u"milk"_s));
    bulk().toggle(idOf(u"soap"_s));
    QVERIFY(bulk().categoryChoices().contains(u"Bakery"_s));
    bulk().setCategory(u" Bakery "_s);
    for (const QString &name : { u"milk"_s, u"soap"_s }) {
        QCOMPARE(m_home->client->record({ m_list, Kind::Item, m_home->item(name) })->text(item::kCategory),
            u"bakery"_s);
    }
    undo();
    QCOMPARE(m_home->client->record({ m_list, Kind::Item, m_home->item(u"milk"_s) })->text(item::kCategory),
        u"dairy"_s);
}

void BulkViewModelTest::itemsMoveToAnotherListWithTheirWords()
{
    const model::SpaceId party = anotherList();
    bulk().toggle(idOf(u"milk"_s));
    bulk().toggle(idOf(u"apples"_s));
    bulk().moveTo(party.toString());
    QCOMPARE(open(), (QStringList { u"bread"_s, u"soap"_s }));
    QCOMPARE(openIn(party), (QStringList { u"apples"_s, u"milk"_s }));
    for (const Record *record : m_home->client->records(party, Kind::Item)) {
        const bool milk = record->text(item::kName) == u"milk"_s;
        QCOMPARE(record->integer(item::kPrice), milk ? 129 : 0);
        QCOMPARE(record->integer(item::kQuantity), milk ? 0 : 2'000);
    }
    undo();
    QCOMPARE(open().size(), 4);
    QCOMPARE(openIn(party), QStringList());
}

void BulkViewModelTest::itemsAreCopiedAndTheOriginalsStay()
{
    const model::SpaceId party = anotherList();
    bulk().selectAll();
    bulk().copyTo(party.toString());
    QCOMPARE(open().size(), 4);
    QCOMPARE(openIn(party).size(), 4);
    undo();
    QCOMPARE(open().size(), 4);
    QCOMPARE(openIn(party), QStringList());
}

void BulkViewModelTest::oneItemMovesWhateverIsSelected()
{
    const model::SpaceId party = anotherList();
    bulk().moveItemTo(idOf(u"soap"_s), m_list.toString()); // where it is
    QCOMPARE(open().size(), 4);
    bulk().toggle(idOf(u"milk"_s));
    bulk().moveItemTo(idOf(u"soap"_s), party.toString());
    QCOMPARE(openIn(party), QStringList { u"soap"_s });
    QCOMPARE(open().size(), 3);
    bulk().toggle(idOf(u"bread"_s));
    bulk().toggle(idOf(u"apples"_s));
    bulk().moveItemTo(idOf(u"bread"_s), party.toString()); // which takes along what is selected with it
    QCOMPARE(open(), QStringList { u"milk"_s });
}

void BulkViewModelTest::nothingMovesToAListThatOneMayOnlyRead()
{
    const model::SpaceId theirs = m_home->receiveList(1, model::Role::Viewer);
    m_home->settle();
    bulk().selectAll();
    bulk().moveTo(theirs.toString());
    QCOMPARE(open().size(), 4);
    QVERIFY(m_home->app->undo()->rowCount() > 0); // which says why
}

void BulkViewModelTest::aViewerSelectsNothing()
{
    const model::SpaceId theirs = m_home->receiveList(3, model::Role::Viewer);
    m_home->settle();
    m_home->app->openList(theirs.toString());
    m_home->settle();
    bulk().toggle(idOf(u"Item 0"_s));
    bulk().selectTo(idOf(u"Item 1"_s));
    bulk().selectAll();
    QCOMPARE(bulk().count(), 0);
    bulk().setChecked(true);
    QCOMPARE(openIn(theirs).size(), 3);
}

void BulkViewModelTest::checkedOnesAreClearedWhateverIsSelected()
{
    m_home->app->list()->toggle(idOf(u"bread"_s));
    bulk().toggle(idOf(u"milk"_s));
    bulk().clearChecked();
    QCOMPARE(open(), (QStringList { u"apples"_s, u"milk"_s, u"soap"_s }));
    QCOMPARE(m_home->app->list()->checkedCount(), 0);
}

void BulkViewModelTest::anItemThatSomebodyRemovesIsNotSelected()
{
    bulk().toggle(idOf(u"milk"_s));
    m_home->app->list()->remove(idOf(u"milk"_s));
    QVERIFY(!bulk().isSelecting());
}

QTEST_MAIN(BulkViewModelTest)
#include "bulk_view_model_test.moc"
