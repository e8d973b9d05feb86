#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ListViewModel;
using model::Kind;
using test::AppHome;

class ListViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }

    void theFirstItemMakesTheListThatIsAboutToBe();
    void aListOfAViewerStaysAsItIs();
    void clearingWhatIsCheckedIsOneStep();
    void theHeadCountsWhatIsLeft();
    void theBudgetIsThatOfTheListsCurrency();
    void anotherListShowsItsRowsAlone();
    void aListThatIsFullSaysSo();
    void whatIsNoItemOfItIsLeftAlone();
    void aNameThatCantBeKeptIsSaid();
    void whoSharesItIsNamedInOrder();
    void whatIsCheckedIsBoughtUntilItIsUnchecked();

private:
    ListViewModel &page() { return *m_home->app->list(); }
    QStringList bars()
    {
        app::UndoStack &undo = *m_home->app->undo();
        QStringList sentences;
        for (int row = 0; row < undo.rowCount(); ++row) {
            sentences += undo.data(undo.index(row), app::UndoStack::SentenceRole).toString();
        }
        return sentences;
    }
    void add(const QString &line)
    {
        m_home->app->entry()->add(line);
        m_home->settle();
    }
    void open(model::SpaceId space)
    {
        m_home->settle();
        m_home->app->openList(space.toString());
        m_home->settle();
    }

    std::unique_ptr<AppHome> m_home;
};

void ListViewModelTest::whatIsCheckedIsBoughtUntilItIsUnchecked()
{
    add(u"2 l milk, 1.29"_s);
    const QString milk = m_home->idOf(u"milk"_s);
    const auto bought = [this] {
        QStringList names;
        for (const model::Record *each : m_home->client->records(page().space(), Kind::Purchase)) {
            if (!each->isDeleted()) {
                names += u"%1 %2 %3"_s.arg(each->text(model::purchase::kName))
                             .arg(each->integer(model::purchase::kQuantity))
                             .arg(each->integer(model::purchase::kPrice));
            }
        }
        return names;
    };
    page().toggle(milk);
    QCOMPARE(bought(), QStringList { u"milk 2000 129"_s });
    page().toggle(milk);
    QCOMPARE(bought(), QStringList());
    page().toggle(milk);
    QCOMPARE(bought().size(), 1);
    QCOMPARE(bars(), QStringList { u"Checked 2 items"_s }); // as often as it was checked
    m_home->app->undo()->undo();
    QCOMPARE(bought(), QStringList());
    m_home->app->undo()->redo();
    QCOMPARE(bought().size(), 1);
    // It stays when the item goes.
    page().remove(milk);
    QCOMPARE(bought().size(), 1);
}

void ListViewModelTest::theFirstItemMakesTheListThatIsAboutToBe()
{
    QVERIFY(page().isStarting() && page().isEditable() && page().isLoaded());
    page().rename(u" Market "_s, u"🥕"_s, 4);
    QCOMPARE(page().name(), u"Market"_s);
    QCOMPARE(m_home->app->lists()->count(), 0);
    QSignalSpy started(&page(), &ListViewModel::started);
    add(u"milk"_s);
    add(u"bread"_s);
    QCOMPARE(started.count(), 1);
    QVERIFY(!page().isStarting());
    QCOMPARE(m_home->app->lists()->count(), 1);
    QCOMPARE(page().name(), u"Market"_s);
    QCOMPARE(page().icon(), u"🥕"_s);
    QCOMPARE(page().openCount(), 2);
}

void ListViewModelTest::aListOfAViewerStaysAsItIs()
{
    open(m_home->receiveList(3, model::Role::Viewer));
    QVERIFY(!page().isEditable());
    const QString id = m_home->idOf(u"Item 1"_s);
    page().toggle(id);
    page().remove(id);
    page().bulk()->clearChecked();
    add(u"milk"_s);
    QCOMPARE(page().openCount(), 3);
    QCOMPARE(page().checkedCount(), 0);
    QCOMPARE(m_home->client->queueState().queued, 0);
    QVERIFY(!m_home->app->undo()->canUndo());
}

void ListViewModelTest::clearingWhatIsCheckedIsOneStep()
{
    m_home->openEmpty();
    for (const auto &item : { u"milk"_s, u"bread"_s, u"tea"_s }) {
        add(item);
    }
    page().toggle(m_home->idOf(u"milk"_s));
    page().toggle(m_home->idOf(u"tea"_s));
    page().bulk()->clearChecked();
    QCOMPARE(page().checkedCount(), 0);
    QCOMPARE(page().openCount(), 1);
    page().bulk()->clearChecked(); // of nothing is no step
    m_home->app->undo()->undo();
    QCOMPARE(page().checkedCount(), 2);
    m_home->app->undo()->redo();
    QCOMPARE(page().checkedCount(), 0);
}

void ListViewModelTest::theHeadCountsWhatIsLeft()
{
    m_home->openEmpty();
    QCOMPARE(page().summary(), QString());
    add(u"milk"_s);
    add(u"bread"_s);
    QCOMPARE(page().summary(), u"2 left"_s);
    page().toggle(m_home->idOf(u"milk"_s));
    QCOMPARE(page().summary(), u"1 left"_s);
    page().toggle(m_home->idOf(u"bread"_s));
    QCOMPARE(page().summary(), u"All done"_s);
    page().toggle(m_home->idOf(u"bread"_s));
    QCOMPARE(page().summary(), u"1 left"_s);
    page().remove(m_home->idOf(u"milk"_s));
    page().remove(m_home->idOf(u"bread"_s));
    QCOMPARE(page().summary(), QString());
}

void ListViewModelTest::theBudgetIsThatOfTheListsCurrency()
{
    m_home->openEmpty();
    QCOMPARE(page().budgetUsed(), -1.0);
    const model::RecordKey head { page().space(), Kind::List, { page().space().value } };
    QVERIFY(m_home->client->write(
        head, { { model::list::kCurrency, u"EUR"_s }, { model::list::kBudget, qint64(1000) } }));
    QCOMPARE(page().budgetUsed(), 0.0);
    add(u"milk 2.50"_s);
    add(u"bread 2.50 EUR"_s);
    add(u"tea 9.00 USD"_s); // apart: it is not known what it costs here
    QCOMPARE(page().budgetUsed(), 0.5);
}

void ListViewModelTest::anotherListShowsItsRowsAlone()
{
    const QString first = m_home->openEmpty().toString();
    add(u"milk"_s);
    m_home->openEmpty();
    QCOMPARE(m_home->names(), QStringList());
    add(u"bread"_s);
    QCOMPARE(page().openCount(), 1);
    m_home->app->openList(first);
    m_home->settle();
    QVERIFY(m_home->names().contains(u"milk"_s) && !m_home->names().contains(u"bread"_s));
    QCOMPARE(page().listId(), first);
}

void ListViewModelTest::aListThatIsFullSaysSo()
{
    open(m_home->receiveList(limits::kRecordsPerSpace - 1));
    QTRY_COMPARE(page().openCount(), limits::kRecordsPerSpace - 1);
    add(u"the last"_s);
    QCOMPARE(page().openCount(), limits::kRecordsPerSpace);
    add(u"one more"_s);
    QCOMPARE(page().openCount(), limits::kRecordsPerSpace);
    QVERIFY2(bars().join(u'\n').contains(u"This list is full"_s), qPrintable(bars().join(u'\n')));
}

void ListViewModelTest::whatIsNoItemOfItIsLeftAlone()
{
    m_home->openEmpty();
    add(u"milk"_s);
    const int queued = m_home->client->queueState().queued;
    for (const auto &id : { QString(), u"nonsense"_s, model::Uuid { { 7 } }.toString() }) {
        page().toggle(id);
        page().remove(id);
        QCOMPARE(page().rowOf(id), -1);
    }
    m_home->settle();
    QCOMPARE(m_home->client->queueState().queued, queued);
}

void ListViewModelTest::aNameThatCantBeKeptIsSaid()
{
    m_home->openEmpty();
    page().rename(QString(256, u'x'), u"🥕"_s, 4);
    QCOMPARE(page().name(), u"Weekly"_s);
    QVERIFY(!bars().isEmpty());
    page().rename(u"Monthly"_s, u"🥕"_s, 11);
    QCOMPARE(page().name(), u"Monthly"_s);
    QCOMPARE(page().hue(), 11);
    m_home->app->undo()->undo();
    QCOMPARE(page().name(), u"Weekly"_s);
}

void ListViewModelTest::whoSharesItIsNamedInOrder()
{
    const auto space = m_home->receiveList(1, model::Role::Editor);
    std::vector<model::Record> members;
    for (const auto &[number, name] :
        { std::pair(1, u"carla"_s), std::pair(2, u"Ana"_s), std::pair(3, u"Ben"_s) }) {
        model::Record member { { space, Kind::Member, { model::Uuid { { quint8(number) } } } }, {}, 2, {} };
        member.set(model::member::kRole, qint64(model::Role::Editor), model::Stamp { 1 });
        member.set(model::member::kName, name, model::Stamp { 1 });
        members.push_back(std::move(member));
    }
    QVERIFY(m_home->replica->applyRows({ space, 1, 2, 0, true, false, members }));
    open(space);
    QTRY_COMPARE(page().people(), (QStringList { u"Ana"_s, u"Ben"_s, u"carla"_s }));
}

QTEST_GUILESS_MAIN(ListViewModelTest)
#include "list_view_model_test.moc"
