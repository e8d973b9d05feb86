#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ListsViewModel;
using model::Kind;
using test::AppHome;

class ListsViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &page(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_home.reset();
    }

    void cardsStandByNameWhateverTheOrderOfMaking();
    void aRenamedListMovesInOneStep();
    void aTapInAListTouchesItsCardAlone();
    void aCardTellsHowFarItsListHasGot();
    void aDeletedListLosesItsCardAndComesBackWithUndo();
    void anArchivedListHasNoCard();
    void aListThatIsTakenAwayLosesItsCard();
    void ofAListOfOthersNobodyIsTheOwner();
    void aNameThatCantBeKeptMakesNoListAndIsSaid();

private:
    ListsViewModel &page() { return *m_home->app->lists(); }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < page().count(); ++row) {
            names += at(row, ListsViewModel::NameRole).toString();
        }
        return names;
    }
    QVariant at(int row, int role) { return page().data(page().index(row), role); }
    QString make(const QString &name)
    {
        const QString list = page().create(name, u"🧺"_s, 4);
        m_home->settle();
        return list;
    }
    void writeHead(const QString &list, model::FieldNumber field, const model::Value &value)
    {
        const auto space = model::SpaceId::fromString(list);
        QVERIFY(m_home->client->write({ *space, Kind::List, { space->value } }, { { field, value } }));
        m_home->settle();
    }

    std::unique_ptr<AppHome> m_home;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void ListsViewModelTest::cardsStandByNameWhateverTheOrderOfMaking()
{
    for (const auto &name : { u"Weekly"_s, u"Attic"_s, u"Party"_s, u"attic"_s }) {
        make(name);
    }
    QStringList sorted = names();
    std::sort(sorted.begin(), sorted.end(),
        [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    QCOMPARE(names(), sorted);
    QCOMPARE(page().count(), 4);
    QCOMPARE(page().first().toString(), at(0, ListsViewModel::ListIdRole).toString());
}

void ListsViewModelTest::aRenamedListMovesInOneStep()
{
    make(u"Attic"_s);
    make(u"Party"_s);
    const QString moved = make(u"Weekly"_s);
    QSignalSpy moves(&page(), &QAbstractItemModel::rowsMoved);
    QSignalSpy resets(&page(), &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&page(), &QAbstractItemModel::rowsInserted);
    writeHead(moved, model::list::kName, u"Aardvark"_s);
    QCOMPARE(names(), (QStringList { u"Aardvark"_s, u"Attic"_s, u"Party"_s }));
    writeHead(moved, model::list::kName, u"Basement"_s);
    QCOMPARE(names(), (QStringList { u"Attic"_s, u"Basement"_s, u"Party"_s }));
    QCOMPARE(moves.count(), 2);
    QCOMPARE(inserts.count() + resets.count(), 0);
}

void ListsViewModelTest::aTapInAListTouchesItsCardAlone()
{
    const auto space = m_home->openDemo();
    QSignalSpy changes(&page(), &QAbstractItemModel::dataChanged);
    m_home->app->list()->toggle(m_home->idOf(u"Milk"_s));
    m_home->settle();
    QVERIFY(!changes.isEmpty());
    for (const auto &change : changes) {
        const int row = change[0].toModelIndex().row();
        QCOMPARE(change[1].toModelIndex().row(), row);
        QCOMPARE(at(row, ListsViewModel::ListIdRole).toString(), space.toString());
    }
}

void ListsViewModelTest::aCardTellsHowFarItsListHasGot()
{
    m_home->openEmpty();
    QCOMPARE(at(0, ListsViewModel::SecondLineRole).toString(), u"Empty"_s);
    QCOMPARE(at(0, ListsViewModel::ProgressRole).toDouble(), 0.0);
    for (const auto &item : { u"milk"_s, u"bread"_s, u"tea"_s, u"salt"_s }) {
        m_home->app->entry()->add(item);
    }
    m_home->app->list()->toggle(m_home->idOf(u"tea"_s));
    m_home->settle();
    QCOMPARE(at(0, ListsViewModel::LeftRole).toInt(), 3);
    QCOMPARE(at(0, ListsViewModel::ProgressRole).toDouble(), 0.25);
    m_home->app->list()->remove(m_home->idOf(u"tea"_s));
    m_home->settle();
    QCOMPARE(at(0, ListsViewModel::ProgressRole).toDouble(), 0.0);
    for (const auto &item : { u"milk"_s, u"bread"_s, u"salt"_s }) {
        m_home->app->list()->toggle(m_home->idOf(item));
    }
    m_home->settle();
    QCOMPARE(at(0, ListsViewModel::LeftRole).toInt(), 0);
    QCOMPARE(at(0, ListsViewModel::SecondLineRole).toString(), u"All done"_s);
}

void ListsViewModelTest::aDeletedListLosesItsCardAndComesBackWithUndo()
{
    make(u"Attic"_s);
    const QString party = make(u"Party"_s);
    page().remove(party);
    QCOMPARE(names(), QStringList { u"Attic"_s });
    QVERIFY(!page().contains(*model::SpaceId::fromString(party)));
    page().remove(party); // there is no card to press it on any more
    page().remove(u"nonsense"_s);
    m_home->app->undo()->undo();
    QCOMPARE(names(), (QStringList { u"Attic"_s, u"Party"_s }));
}

void ListsViewModelTest::anArchivedListHasNoCard()
{
    const QString attic = make(u"Attic"_s);
    writeHead(attic, model::list::kArchived, true);
    QCOMPARE(page().count(), 0);
    writeHead(attic, model::list::kArchived, false);
    QCOMPARE(names(), QStringList { u"Attic"_s });
}

void ListsViewModelTest::aListThatIsTakenAwayLosesItsCard()
{
    const auto space = m_home->receiveList(3, model::Role::Editor);
    m_home->settle();
    make(u"Mine"_s);
    QTRY_COMPARE(names(), (QStringList { u"Everything"_s, u"Mine"_s }));
    QCOMPARE(at(0, ListsViewModel::LeftRole).toInt(), 3);
    QVERIFY(m_home->replica->applyDrop({ space, protocol::DropReason::Revoked }));
    QTRY_COMPARE(names(), QStringList { u"Mine"_s });
}

void ListsViewModelTest::ofAListOfOthersNobodyIsTheOwner()
{
    m_home->receiveList(1, model::Role::Editor);
    make(u"Mine"_s);
    QTRY_COMPARE(page().count(), 2);
    QCOMPARE(at(0, ListsViewModel::OwnedRole).toBool(), false);
    QCOMPARE(at(1, ListsViewModel::OwnedRole).toBool(), true);
}

void ListsViewModelTest::aNameThatCantBeKeptMakesNoListAndIsSaid()
{
    QCOMPARE(make(QString(256, u'x')), QString());
    QCOMPARE(make(u"   "_s), QString());
    QCOMPARE(page().count(), 0);
    QVERIFY(m_home->app->undo()->rowCount() > 0);
}

QTEST_GUILESS_MAIN(ListsViewModelTest)
#include "lists_view_model_test.moc"
