#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;
using test::AppHome;

class AppViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }

    void aFirstStartShowsAListThatIsAboutToBe();
    void itOpensOnTheListThatWasOpenLast();
    void aListThatGoesMakesPlaceForAnother();
    void backGoesWhereOneCameFrom();
    void whatIsBeingWrittenIsKeptWhenOneGoes();
    void anItemIsClosedWithItsList();
    void aListThatIsNotThereIsNotOpened();
    void theScreenStaysAwakeWhileSomebodyShops();
    void whoClosesTheWindowShopsNoMore();

private:
    AppViewModel &app() { return *m_home->app; }
    QString make(const QString &name)
    {
        const QString list = app().lists()->create(name, u"🧺"_s, 4);
        m_home->settle();
        return list;
    }

    std::unique_ptr<AppHome> m_home;
};

void AppViewModelTest::aFirstStartShowsAListThatIsAboutToBe()
{
    QVERIFY(app().list()->isStarting());
    QVERIFY(!app().list()->name().isEmpty());
    QCOMPARE(app().place(), AppViewModel::List);
    QCOMPARE(app().lists()->count(), 0);
}

void AppViewModelTest::itOpensOnTheListThatWasOpenLast()
{
    make(u"Attic"_s);
    const QString party = make(u"Party"_s);
    app().openList(party);
    m_home->app = std::make_unique<AppViewModel>(*m_home->client, *m_home->preferences, m_home->timers,
        m_home->clock, u"http://localhost:3001"_s, m_home->photos);
    m_home->settle();
    QCOMPARE(app().list()->listId(), party);
}

void AppViewModelTest::aListThatGoesMakesPlaceForAnother()
{
    const QString attic = make(u"Attic"_s);
    const QString party = make(u"Party"_s);
    app().openList(party);
    app().lists()->remove(party);
    QTRY_COMPARE(app().list()->listId(), attic);
    app().lists()->remove(attic);
    QTRY_VERIFY(app().list()->isStarting());
}

void AppViewModelTest::backGoesWhereOneCameFrom()
{
    m_home->openDemo();
    app().openItem(m_home->idOf(u"Milk"_s));
    QCOMPARE(app().place(), AppViewModel::Item);
    app().back();
    QCOMPARE(app().place(), AppViewModel::List);
    QVERIFY(!app().item()->isShown());
    for (const auto place : { AppViewModel::Sync, AppViewModel::Account }) {
        app().go(place);
        app().back();
        QCOMPARE(app().place(), AppViewModel::List);
    }
    app().back();
    app().back();
    QCOMPARE(app().place(), AppViewModel::Lists);
}

void AppViewModelTest::whatIsBeingWrittenIsKeptWhenOneGoes()
{
    m_home->openDemo();
    app().openItem(m_home->idOf(u"Milk"_s));
    // As the page does, whose fields hold what is being written.
    connect(app().item(), &app::ItemViewModel::leaving, this, [this] { app().item()->setNote(u"fresh"_s); });
    app().go(AppViewModel::Sync);
    QCOMPARE(app().item()->note(), u"fresh"_s);
    app().item()->setNote({});
    app().leave();
    QCOMPARE(app().item()->note(), u"fresh"_s);
}

void AppViewModelTest::anItemIsClosedWithItsList()
{
    m_home->openDemo();
    const QString other = make(u"Attic"_s);
    app().openItem(m_home->idOf(u"Milk"_s));
    app().openList(other);
    QVERIFY(!app().item()->isShown());
    QCOMPARE(app().place(), AppViewModel::List);
}

void AppViewModelTest::aListThatIsNotThereIsNotOpened()
{
    const QString attic = make(u"Attic"_s);
    app().openList(attic);
    app().openList(u"nonsense"_s);
    app().openList(model::Uuid { { 7 } }.toString());
    app().openItem(u"nonsense"_s);
    QCOMPARE(app().list()->listId(), attic);
    QCOMPARE(app().place(), AppViewModel::List);
}

void AppViewModelTest::theScreenStaysAwakeWhileSomebodyShops()
{
    m_home->openDemo();
    QSignalSpy told(&app(), &AppViewModel::screenAwakeChanged);
    app().commands()->run(app::CommandRows::Shopping);
    QVERIFY(app().isScreenAwake());
    app().commands()->run(app::CommandRows::SortByName); // is no end of it
    QVERIFY(app().isScreenAwake());
    app().commands()->run(app::CommandRows::Shopping);
    QVERIFY(!app().isScreenAwake());
    app().commands()->run(app::CommandRows::Shopping);
    app().openList(make(u"Party"_s));
    QVERIFY(!app().isScreenAwake());
    QCOMPARE(told, QList<QVariantList>({ { true }, { false }, { true }, { false } }));
}

void AppViewModelTest::whoClosesTheWindowShopsNoMore()
{
    m_home->openDemo();
    app().list()->arrangement()->setShopping(true);
    app().leave();
    QVERIFY(!app().list()->arrangement()->isShopping());
    QVERIFY(!app().isScreenAwake());
}

QTEST_GUILESS_MAIN(AppViewModelTest)
#include "app_view_model_test.moc"
