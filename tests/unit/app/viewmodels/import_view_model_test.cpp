#include "app/viewmodels/import_view_model.h"

#include "tests/support/app_home.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ExportViewModel;
using app::ImportRows;
using app::ImportViewModel;
using model::Kind;
using model::Record;
using test::AppHome;
namespace item = model::item;

class ImportViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
        new QAbstractItemModelTester(
            page().rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
    }
    void cleanup()
    {
        m_home->settle();
        m_home.reset();
    }

    void pastedLinesAreAddedAfterAPreview();
    void whatIsOnTheListIsRaisedAndUndoneAtOnce();
    void whatIsCheckedIsToBuyAgain();
    void whatComesTwiceBecomesOne();
    void differentNotesStayApart();
    void aLineThatIsLeftOutIsNotAdded();
    void whatCantBeReadIsToldByItsLine();
    void aFileThatIsNoListIsRefusedInWords();
    void aFileThatIsNotThereIsRefusedInWords();
    void pastingManyLinesIntoTheEntryLineShowsThem();
    void oneLineIsPastedAsItWas();
    void anExportOfSeveralListsBecomesLists();
    void theTargetCanBeChosen();
    void whatHasACategoryKeepsItAndTheRestIsGuessed();
    void aListThatIsAboutToBeIsMade();
    void intoAListOfOthersNothingGoes();
    void aFullListTakesWhatItCan();
    void cancellingWritesNothing();
    void aLarderFileOpens();

private:
    ImportViewModel &page() { return *m_home->app->importing(); }
    void read(const QString &text)
    {
        page().readText(text);
        QTRY_COMPARE_WITH_TIMEOUT(page().stage(), ImportViewModel::Preview, 30'000);
    }
    void add(const QString &line)
    {
        m_home->app->entry()->add(line);
        m_home->settle();
    }
    const Record &named(const QString &name)
    {
        return *m_home->client->record({ m_home->app->list()->space(), Kind::Item, m_home->item(name) });
    }
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
    int rowNamed(const QString &name)
    {
        ImportRows &rows = *page().rows();
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (rows.data(rows.index(row), ImportRows::NameRole).toString() == name) {
                return row;
            }
        }
        return -1;
    }
    QString saved(int format, int scope)
    {
        const QString path = m_home->dir.filePath(u"export"_s);
        m_home->app->exporting()->exportAs(format, scope);
        m_home->app->exporting()->save(path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
};

void ImportViewModelTest::pastedLinesAreAddedAfterAPreview()
{
    read(u"2 kg apples\nmilk 1.5l\n\n- [ ] bread\n"_s);
    QCOMPARE(page().rows()->count(ImportRows::New), 3);
    QVERIFY2(page().summary().startsWith(u'3'), qPrintable(page().summary()));
    QCOMPARE(open(), QStringList());
    page().take();
    QCOMPARE(page().stage(), ImportViewModel::Closed);
    QCOMPARE(open(), (QStringList { u"apples"_s, u"bread"_s, u"milk"_s }));
    QCOMPARE(named(u"apples"_s).integer(item::kQuantity), 2'000);
    m_home->app->undo()->undo();
    QCOMPARE(open(), QStringList());
    m_home->app->undo()->redo();
    QCOMPARE(open().size(), 3);
}

void ImportViewModelTest::whatIsOnTheListIsRaisedAndUndoneAtOnce()
{
    add(u"1 l milk"_s);
    add(u"tomatoes"_s);
    read(u"500 ml Milk\ntomato\nbread"_s);
    QCOMPARE(page().rows()->count(ImportRows::Raise), 2);
    QCOMPARE(page().rows()->count(ImportRows::New), 1);
    page().take();
    QCOMPARE(open(), (QStringList { u"bread"_s, u"milk"_s, u"tomatoes"_s }));
    QCOMPARE(named(u"milk"_s).integer(item::kQuantity), 1'500);
    QCOMPARE(named(u"milk"_s).text(item::kUnit), u"l"_s);
    m_home->app->undo()->undo();
    QCOMPARE(open(), (QStringList { u"milk"_s, u"tomatoes"_s }));
    QCOMPARE(named(u"milk"_s).integer(item::kQuantity), 1'000);
}

void ImportViewModelTest::whatIsCheckedIsToBuyAgain()
{
    add(u"1 l milk"_s);
    add(u"bread"_s);
    m_home->app->list()->bulk()->setChecked(true);
    m_home->settle();
    read(u"2 l milk\nbread\n1 l milk"_s);
    QCOMPARE(page().rows()->count(ImportRows::Again), 3);
    page().take();
    QCOMPARE(open(), (QStringList { u"bread"_s, u"milk"_s }));
    QCOMPARE(named(u"milk"_s).integer(item::kQuantity), 3'000);
    QCOMPARE(m_home->app->list()->checkedCount(), 0);
}

void ImportViewModelTest::whatComesTwiceBecomesOne()
{
    read(u"2 eggs\nbread\n4 Eier\n6 eggs"_s);
    page().take();
    QCOMPARE(open().size(), 2);
    QCOMPARE(named(u"eggs"_s).integer(item::kQuantity), 12'000);
}

void ImportViewModelTest::differentNotesStayApart()
{
    add(u"milk !oat"_s);
    read(u"milk !soy\nmilk"_s);
    page().take();
    QCOMPARE(open(), (QStringList { u"milk"_s, u"milk"_s }));
}

void ImportViewModelTest::aLineThatIsLeftOutIsNotAdded()
{
    add(u"1 l milk"_s);
    read(u"1 l milk\nbread\n2 l milk"_s);
    page().rows()->toggle(rowNamed(u"milk"_s));
    page().rows()->toggle(rowNamed(u"bread"_s));
    page().rows()->toggle(rowNamed(u"On the list already"_s)); // a header
    page().rows()->toggle(-1);
    page().rows()->toggle(700);
    QVERIFY2(page().answer().contains(u'1'), qPrintable(page().answer()));
    page().take();
    QCOMPARE(open(), QStringList { u"milk"_s });
    QCOMPARE(named(u"milk"_s).integer(item::kQuantity), 3'000);

    read(u"soap"_s);
    page().rows()->chooseAll(false);
    QCOMPARE(page().answer(), QString());
    page().take();
    QCOMPARE(page().stage(), ImportViewModel::Preview);
}

void ImportViewModelTest::whatCantBeReadIsToldByItsLine()
{
    read(u"name,quantity\nmilk,2\nbread,lots\n%1,1\n"_s.arg(QString(300, u'x')));
    QCOMPARE(page().rows()->count(ImportRows::Unreadable), 2);
    ImportRows &rows = *page().rows();
    QVERIFY2(rows.data(rows.index(1), ImportRows::DetailRole).toString().startsWith(u"Line 3: "_s),
        qPrintable(rows.data(rows.index(1), ImportRows::DetailRole).toString()));
    page().take();
    QCOMPARE(open(), QStringList { u"milk"_s });
}

void ImportViewModelTest::aFileThatIsNoListIsRefusedInWords()
{
    QFile file(m_home->dir.filePath(u"picture.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\0", 12) + QByteArray(500, '\0'));
    file.close();
    page().readFile(file.fileName());
    QTRY_COMPARE(page().stage(), ImportViewModel::Preview);
    QCOMPARE(page().rows()->count(ImportRows::Unreadable), 1);
    QCOMPARE(page().answer(), QString());
}

void ImportViewModelTest::aFileThatIsNotThereIsRefusedInWords()
{
    page().readFile(m_home->dir.filePath(u"nowhere.csv"_s));
    QTRY_COMPARE(page().stage(), ImportViewModel::Asking);
    QVERIFY2(page().refusal().startsWith(u"nowhere.csv"_s), qPrintable(page().refusal()));
    page().readUrl(QUrl(u"https://larder.example/list.csv"_s));
    QVERIFY(page().refusal().contains(u"device"_s));
}

void ImportViewModelTest::pastingManyLinesIntoTheEntryLineShowsThem()
{
    QGuiApplication::clipboard()->setText(u"milk\nbread\n"_s);
    QVERIFY(m_home->app->entry()->pasteMany());
    QTRY_COMPARE(page().stage(), ImportViewModel::Preview);
    QCOMPARE(page().rows()->count(ImportRows::New), 2);
    page().cancel();
    m_home->app->entry()->setText(u"milk\u2028bre"_s); // as a line may hold it that was cut to its length
    QCOMPARE(m_home->app->entry()->text(), QString());
    QTRY_COMPARE(page().stage(), ImportViewModel::Preview);
    QVERIFY(rowNamed(u"bread"_s) > 0);
}

void ImportViewModelTest::oneLineIsPastedAsItWas()
{
    QGuiApplication::clipboard()->setText(u"\nmilk\n\n"_s);
    QVERIFY(!m_home->app->entry()->pasteMany());
    QGuiApplication::clipboard()->clear();
    QVERIFY(!m_home->app->entry()->pasteMany());
    page().paste();
    QVERIFY(!page().refusal().isEmpty());
}

void ImportViewModelTest::anExportOfSeveralListsBecomesLists()
{
    add(u"2 kg apples #produce 3.49 !red"_s);
    add(u"milk"_s);
    m_home->app->list()->toggle(m_home->idOf(u"milk"_s));
    m_home->app->list()->shops()->create(u"Market"_s);
    const QString party = m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2);
    m_home->settle();
    const QString before = saved(ExportViewModel::Json, ExportViewModel::AllLists);
    const int lists = m_home->app->lists()->count();
    read(before);
    QCOMPARE(page().target(), int(ImportViewModel::OwnLists));
    page().take();
    m_home->settle();
    QCOMPARE(m_home->app->lists()->count(), lists * 2);
    m_home->app->lists()->remove(party);
    m_home->app->lists()->remove(m_list.toString());
    m_home->settle();
    QCOMPARE(saved(ExportViewModel::Json, ExportViewModel::AllLists), before);
}

void ImportViewModelTest::theTargetCanBeChosen()
{
    add(u"milk"_s);
    read(u"milk\nbread"_s);
    QCOMPARE(page().targets().size(), 2);
    QCOMPARE(page().target(), int(ImportViewModel::ThisList));
    page().setTarget(ImportViewModel::OwnLists);
    QTRY_COMPARE(page().stage(), ImportViewModel::Preview);
    QCOMPARE(page().rows()->count(ImportRows::New), 2);
    page().take();
    QCOMPARE(open(), QStringList { u"milk"_s });
    QVERIFY(m_home->app->list()->space() != m_list); // which is shown
    QCOMPARE(openIn(m_home->app->list()->space()), (QStringList { u"bread"_s, u"milk"_s }));
}

void ImportViewModelTest::whatHasACategoryKeepsItAndTheRestIsGuessed()
{
    read(u"milk #bakery\napples"_s);
    page().take();
    QCOMPARE(named(u"milk"_s).text(item::kCategory), u"bakery"_s);
    QCOMPARE(named(u"apples"_s).text(item::kCategory), u"produce"_s);
}

void ImportViewModelTest::aListThatIsAboutToBeIsMade()
{
    AppHome fresh;
    QVERIFY(fresh.app->list()->isStarting());
    fresh.app->importing()->readText(u"milk\nbread"_s);
    QTRY_COMPARE(fresh.app->importing()->stage(), ImportViewModel::Preview);
    fresh.app->importing()->take();
    fresh.settle();
    QVERIFY(!fresh.app->list()->isStarting());
    QCOMPARE(fresh.app->list()->openCount(), 2);
}

void ImportViewModelTest::intoAListOfOthersNothingGoes()
{
    const model::SpaceId theirs = m_home->receiveList(2, model::Role::Viewer);
    m_home->settle();
    m_home->app->openList(theirs.toString());
    m_home->settle();
    read(u"milk\nbread"_s);
    QCOMPARE(page().targets().size(), 1);
    page().setTarget(ImportViewModel::ThisList);
    page().take();
    QCOMPARE(openIn(theirs).size(), 2);
    QCOMPARE(openIn(m_home->app->list()->space()).size(), 2);
    QVERIFY(m_home->app->list()->space() != theirs);
}

void ImportViewModelTest::aFullListTakesWhatItCan()
{
    const model::SpaceId full = m_home->receiveList(limits::kRecordsPerSpace - 1);
    m_home->settle();
    m_home->app->openList(full.toString());
    m_home->settle();
    read(u"milk\nbread"_s);
    page().take();
    QCOMPARE(openIn(full).size(), limits::kRecordsPerSpace);
    QVERIFY(m_home->app->undo()->rowCount() > 0); // which says why
}

void ImportViewModelTest::cancellingWritesNothing()
{
    read(u"milk\nbread"_s);
    page().cancel();
    QCOMPARE(page().stage(), ImportViewModel::Closed);
    QCOMPARE(open(), QStringList());
    page().readText(u"milk"_s);
    page().cancel(); // while it is read
    QTest::qWait(0);
    QCOMPARE(page().stage(), ImportViewModel::Closed);
}

void ImportViewModelTest::aLarderFileOpens()
{
    add(u"milk"_s);
    const QString path = m_home->dir.filePath(u"Weekly.larder"_s);
    m_home->app->exporting()->exportAs(ExportViewModel::Json, ExportViewModel::ThisList);
    m_home->app->exporting()->save(path);
    page().readFile(path);
    QTRY_COMPARE(page().stage(), ImportViewModel::Preview);
    QVERIFY2(page().source().startsWith(u"Weekly.larder"_s), qPrintable(page().source()));
    QCOMPARE(page().rows()->chosenCount(), 1);
}

QTEST_MAIN(ImportViewModelTest)
#include "import_view_model_test.moc"
