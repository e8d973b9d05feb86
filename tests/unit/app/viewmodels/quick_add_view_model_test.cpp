#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::CommandRows;
using test::AppHome;

class QuickAddViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }

    void itAddsToTheListThatIsOpen();
    void anotherListIsChosenAndStaysChosen();
    void theFirstItemMakesTheFirstList();
    void aChosenListThatGoesMakesPlaceForAnother();
    void whatIsOnTheChosenListIsRaised();
    void onlyListsThatOneMayWriteToAreOffered();
    void itIsNotPossibleWhereNothingMayBeWritten();
    void whatWasNotAddedIsForgotten();

private:
    app::AppViewModel &app() { return *m_home->app; }
    app::QuickAddViewModel &quick() { return *app().quickAdd(); }
    QString make(const QString &name)
    {
        const QString list = app().lists()->create(name, u"🧺"_s, 4);
        m_home->settle();
        return list;
    }
    void add(const QString &line)
    {
        quick().entry()->setText(line);
        quick().entry()->submit();
        m_home->settle();
    }
    QStringList itemsOf(const QString &list)
    {
        app().openList(list);
        m_home->settle();
        QStringList names;
        for (const model::Record *item : app().list()->items()) {
            names.append(item->text(model::item::kName));
        }
        names.sort();
        return names;
    }

    std::unique_ptr<AppHome> m_home;
};

void QuickAddViewModelTest::itAddsToTheListThatIsOpen()
{
    make(u"Attic"_s);
    const QString party = make(u"Party"_s);
    app().openList(party);
    QSignalSpy added(&quick(), &app::QuickAddViewModel::added);
    quick().begin();
    QCOMPARE(quick().name(), u"Party"_s);
    add(u"2 kg apples"_s);
    QCOMPARE(added.count(), 1);
    QCOMPARE(quick().entry()->text(), QString());
    QCOMPARE(itemsOf(party), QStringList { u"apples"_s });
}

void QuickAddViewModelTest::anotherListIsChosenAndStaysChosen()
{
    const QString attic = make(u"Attic"_s);
    const QString party = make(u"Party"_s);
    app().openList(party);
    quick().begin();
    QCOMPARE(quick().lists(), QStringList({ u"🧺 Attic"_s, u"🧺 Party"_s }));
    QCOMPARE(quick().chosen(), 1);
    quick().choose(0);
    QCOMPARE(quick().name(), u"Attic"_s);
    add(u"Nails"_s);
    quick().end();
    QCOMPARE(app().list()->listId(), party); // the window shows what it showed
    quick().begin();
    QCOMPARE(quick().chosen(), 0);
    quick().choose(7); // which isn't there
    QCOMPARE(quick().chosen(), 0);
    QCOMPARE(itemsOf(attic), QStringList { u"Nails"_s });
    QCOMPARE(itemsOf(party), QStringList());
}

void QuickAddViewModelTest::theFirstItemMakesTheFirstList()
{
    QVERIFY(quick().isPossible());
    quick().begin();
    QCOMPARE(quick().chosen(), -1);
    QCOMPARE(quick().name(), app().list()->name());
    add(u"Milk"_s);
    QTRY_COMPARE(app().lists()->count(), 1);
    QTRY_VERIFY(!app().list()->isStarting()); // and the window shows it
    QCOMPARE(itemsOf(app().list()->listId()), QStringList { u"Milk"_s });
    QCOMPARE(quick().chosen(), 0);
}

void QuickAddViewModelTest::aChosenListThatGoesMakesPlaceForAnother()
{
    const QString attic = make(u"Attic"_s);
    app().openList(make(u"Party"_s));
    quick().begin();
    quick().choose(0);
    app().lists()->remove(attic);
    QTRY_COMPARE(quick().name(), u"Party"_s);
    QCOMPARE(quick().lists().size(), 1);
}

void QuickAddViewModelTest::whatIsOnTheChosenListIsRaised()
{
    const QString attic = make(u"Attic"_s);
    const QString party = make(u"Party"_s);
    app().openList(party);
    app().entry()->add(u"2 kg apples"_s);
    m_home->settle();
    quick().begin();
    m_home->settle();
    quick().choose(0);
    m_home->settle();
    quick().entry()->setText(u"1 kg apples"_s);
    QCOMPARE(quick().entry()->suggestions()->current(), -1); // nothing of it in the attic
    quick().choose(1);
    m_home->settle();
    QCOMPARE(quick().entry()->text(), u"1 kg apples"_s);
    QCOMPARE(quick().entry()->suggestions()->current(), 0);
    quick().entry()->submit();
    m_home->settle();
    QCOMPARE(itemsOf(party), QStringList { u"apples"_s });
    QCOMPARE(app().list()->items().front()->integer(model::item::kQuantity), 3000);
    QCOMPARE(itemsOf(attic), QStringList());
}

void QuickAddViewModelTest::onlyListsThatOneMayWriteToAreOffered()
{
    make(u"Attic"_s);
    const auto theirs = m_home->receiveList(3, model::Role::Viewer);
    m_home->settle();
    app().openList(theirs.toString());
    m_home->settle();
    quick().begin();
    QCOMPARE(quick().lists(), QStringList { u"🧺 Attic"_s });
    QCOMPARE(quick().name(), u"Attic"_s);
}

void QuickAddViewModelTest::itIsNotPossibleWhereNothingMayBeWritten()
{
    QSignalSpy asked(app().commands(), &CommandRows::quickAddAsked);
    const auto theirs = m_home->receiveList(3, model::Role::Viewer);
    m_home->settle();
    app().openList(theirs.toString());
    m_home->settle();
    QVERIFY(!app().commands()->can(CommandRows::QuickAdd));
    app().commands()->run(CommandRows::QuickAdd);
    QCOMPARE(asked.count(), 0);
    make(u"Attic"_s);
    QVERIFY(app().commands()->can(CommandRows::QuickAdd));
    app().commands()->run(CommandRows::QuickAdd);
    QCOMPARE(asked.count(), 1);
}

void QuickAddViewModelTest::whatWasNotAddedIsForgotten()
{
    make(u"Attic"_s);
    quick().begin();
    quick().entry()->setText(u"never mind"_s);
    quick().end();
    QCOMPARE(quick().entry()->text(), QString());
    QCOMPARE(quick().lists(), QStringList());
    quick().begin();
    QCOMPARE(quick().entry()->text(), QString());
}

QTEST_GUILESS_MAIN(QuickAddViewModelTest)
#include "quick_add_view_model_test.moc"
