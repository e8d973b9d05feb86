// What can be taken back, and that it never takes somebody else's work with it.
#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::UndoStack;
using app::UndoStep;
using test::AppHome;

class UndoStackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_space = m_home->receiveList(5, model::Role::Editor);
        m_home->settle();
        m_home->app->openList(m_space.toString());
        m_home->settle();
        m_item = { m_space, model::Kind::Item, m_home->item(u"Item 0"_s) };
        m_version = 1;
    }
    void cleanup() { m_home.reset(); }

    void takesBackAndBringsAgainAsOftenAsOneLikes();
    void leavesAloneWhatSomebodyElseWroteSince();
    void takesBackTheFieldsThatNobodyElseWrote();
    void anOlderStepDoesNotReachBehindSomebodyElsesEdit();
    void aNewStepEndsWhatCouldBeBroughtAgain();
    void nothingIsTakenBackAfterSigningOut();
    void aBarCountsThingsAndNotSteps();
    void theOldestStepGoesWhenThereAreTooMany();

private:
    UndoStack &undo() { return *m_home->app->undo(); }
    QString name() { return m_home->client->record(m_item)->text(model::item::kName); }
    QString note() { return m_home->client->record(m_item)->text(model::item::kNote); }
    void edit(std::vector<replica::ReplicaClient::Field> fields)
    {
        auto before = m_home->client->write(m_item, std::move(fields));
        QVERIFY(before);
        undo().push({ UndoStep::Kind::Edited, u"Milk"_s, { { m_item, std::move(*before) } } });
    }
    void rename(const QString &name) { edit({ { model::item::kName, name } }); }
    // Somebody else's write comes from the server.
    void othersRename(const QString &name)
    {
        m_home->settle();
        model::Record row { m_item, {}, m_version + 1, {} };
        row.set(model::item::kName, name, m_home->stamps.tick(m_home->clock.now()));
        QVERIFY(m_home->replica->applyRows({ m_space, m_version, m_version + 1, 0, true, false, { row } }));
        ++m_version;
        QTRY_COMPARE(this->name(), name);
    }
    QStringList bars()
    {
        QStringList sentences;
        for (int row = 0; row < undo().rowCount(); ++row) {
            sentences.append(undo().data(undo().index(row), UndoStack::SentenceRole).toString());
        }
        return sentences;
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_space;
    model::RecordKey m_item;
    qint64 m_version = 1;
};

void UndoStackTest::takesBackAndBringsAgainAsOftenAsOneLikes()
{
    rename(u"Milk"_s);
    rename(u"Oat milk"_s);
    for (int round = 0; round < 3; ++round) {
        undo().undo();
        QCOMPARE(name(), u"Milk"_s);
        undo().undo();
        QCOMPARE(name(), u"Item 0"_s);
        QVERIFY(!undo().canUndo());
        undo().redo();
        QCOMPARE(name(), u"Milk"_s);
        undo().redo();
        QCOMPARE(name(), u"Oat milk"_s);
        QVERIFY(!undo().canRedo());
    }
    QCOMPARE(bars(), QStringList());
}

void UndoStackTest::leavesAloneWhatSomebodyElseWroteSince()
{
    rename(u"Milk"_s);
    othersRename(u"Bread"_s);
    undo().undo();
    QCOMPARE(name(), u"Bread"_s);
    QVERIFY(!undo().canUndo() && !undo().canRedo());
    QCOMPARE(bars().size(), 1);
}

void UndoStackTest::takesBackTheFieldsThatNobodyElseWrote()
{
    edit({ { model::item::kName, u"Milk"_s }, { model::item::kNote, u"cold"_s } });
    othersRename(u"Bread"_s);
    undo().undo();
    QCOMPARE(name(), u"Bread"_s);
    QCOMPARE(note(), QString());
    undo().redo();
    QCOMPARE(name(), u"Bread"_s);
    QCOMPARE(note(), u"cold"_s);
}

void UndoStackTest::anOlderStepDoesNotReachBehindSomebodyElsesEdit()
{
    rename(u"Milk"_s);
    othersRename(u"Bread"_s);
    rename(u"Butter"_s);
    undo().undo();
    QCOMPARE(name(), u"Bread"_s);
    undo().undo();
    QCOMPARE(name(), u"Bread"_s);
}

void UndoStackTest::aNewStepEndsWhatCouldBeBroughtAgain()
{
    rename(u"Milk"_s);
    undo().undo();
    QVERIFY(undo().canRedo());
    rename(u"Bread"_s);
    QVERIFY(!undo().canRedo());
}

void UndoStackTest::nothingIsTakenBackAfterSigningOut()
{
    const QAbstractItemModelTester tester(&undo(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    rename(u"Milk"_s);
    m_home->app->list()->remove(m_item.id.toString());
    rename(u"Bread"_s);
    undo().undo();
    QVERIFY(undo().canUndo() && undo().canRedo() && undo().rowCount() == 1);
    m_home->app->account()->signOut();
    QVERIFY(!undo().canUndo() && !undo().canRedo());
    QCOMPARE(undo().rowCount(), 0);
}

void UndoStackTest::aBarCountsThingsAndNotSteps()
{
    for (const auto &item : { u"Item 1"_s, u"Item 2"_s }) {
        m_home->app->list()->toggle(m_home->idOf(item));
    }
    QCOMPARE(bars(), QStringList(u"Checked 2 items"_s));
    undo().undo();
    QCOMPARE(bars(), QStringList(u"Checked Item 1"_s));
    undo().closeBar(undo().data(undo().index(0), UndoStack::BarIdRole).toInt());

    // Two in one step, and one that joins their bar because there is no room for more bars.
    m_home->app->list()->toggle(m_home->idOf(u"Item 2"_s));
    m_home->app->list()->bulk()->clearChecked();
    const auto removed = [this](const QString &item) { m_home->app->list()->remove(m_home->idOf(item)); };
    removed(u"Item 3"_s);
    removed(u"Item 4"_s);
    QCOMPARE(bars().last(), u"Deleted 2 items"_s);
    undo().undo();
    QCOMPARE(bars().last(), u"Deleted Item 3"_s);
}

void UndoStackTest::theOldestStepGoesWhenThereAreTooMany()
{
    for (int i = 0; i <= limits::kUndoSteps; ++i) {
        undo().push({ UndoStep::Kind::Edited, u"Milk"_s, {} });
    }
    int steps = 0;
    for (; undo().canUndo(); ++steps) {
        undo().undo();
    }
    QCOMPARE(steps, limits::kUndoSteps);
}

QTEST_GUILESS_MAIN(UndoStackTest)
#include "undo_stack_test.moc"
