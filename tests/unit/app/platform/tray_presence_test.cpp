// What the lists look like in a tray that the test plays, on a session bus of its own.
#include "app/platform/tray_presence.h"
#include "tests/support/app_home.h"
#include "tests/support/private_bus.h"
#include "tests/support/tray_host.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::CommandRows;
using app::DesktopViewModel;

class TrayPresenceTest : public QObject {
    Q_OBJECT

public:
    explicit TrayPresenceTest(const test::PrivateBus &bus)
        : m_bus(bus.connect(u"tray"_s))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void theMenuHasTheListsAndWhatIsLeft();
    void aListIsOpenedInTheWindow();
    void aClickAsksForTheWindow();
    void theWindowIsHiddenAndShownAgain();
    void quickAddIsAskedFor();
    void itFollowsTheLists();
    void whoeverWantsNoIconHasNone();
    void theWindowStaysOnlyWhereItWasAskedTo();
    void aWindowWhoseTrayWentComesBack();
    void aTrayThatOnlyStartsAnewBringsNoWindow();

private:
    app::AppViewModel &app() { return *m_home->app; }
    DesktopViewModel &desktop() { return *app().desktop(); }
    QString make(const QString &name)
    {
        const QString list = app().lists()->create(name, u"🧺"_s, 4);
        m_home->settle();
        return list;
    }
    void begin();

    QDBusConnection m_bus;
    std::unique_ptr<test::TrayHost> m_host;
    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<app::TrayPresence> m_tray;
};

void TrayPresenceTest::init()
{
    m_host = std::make_unique<test::TrayHost>(m_bus);
    m_home = std::make_unique<test::AppHome>();
}

void TrayPresenceTest::cleanup()
{
    m_tray.reset();
    m_home.reset();
    m_host.reset();
}

void TrayPresenceTest::begin()
{
    m_host->begin();
    m_tray = std::make_unique<app::TrayPresence>(app(), m_home->timers);
    QTRY_COMPARE(m_host->icons().size(), 1);
    QVERIFY(desktop().isInTray());
}

void TrayPresenceTest::theMenuHasTheListsAndWhatIsLeft()
{
    make(u"Attic"_s);
    app().openList(make(u"Party"_s));
    app().entry()->add(u"Lemonade"_s);
    m_home->settle();
    begin();
    QCOMPARE(m_host->menu(),
        QStringList({ u"Show the window"_s, u"Quick add…"_s, u"-"_s, u"Attic"_s, u"Party (1)"_s, u"-"_s,
            u"Quit"_s }));
    QCOMPARE(m_host->hint(), u"Party: 1 left"_s);
}

void TrayPresenceTest::aListIsOpenedInTheWindow()
{
    const QString attic = make(u"Attic"_s);
    app().openList(make(u"Party"_s));
    app().go(app::AppViewModel::Sync);
    begin();
    QSignalSpy asked(&desktop(), &DesktopViewModel::windowAsked);
    QVERIFY(m_host->choose(u"Attic"_s));
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(app().list()->listId(), attic);
    QCOMPARE(app().place(), app::AppViewModel::List);
}

void TrayPresenceTest::aClickAsksForTheWindow()
{
    begin();
    QSignalSpy asked(&desktop(), &DesktopViewModel::windowAsked);
    m_host->click();
    QTRY_COMPARE(asked.count(), 1);
}

void TrayPresenceTest::theWindowIsHiddenAndShownAgain()
{
    begin();
    QSignalSpy asked(&desktop(), &DesktopViewModel::windowAsked);
    QSignalSpy hidden(&desktop(), &DesktopViewModel::hideAsked);
    desktop().setWindowShown(true);
    QVERIFY(m_host->choose(u"Hide the window"_s));
    QTRY_COMPARE(hidden.count(), 1);
    desktop().setWindowShown(false);
    QVERIFY(!m_host->choose(u"Hide the window"_s));
    QVERIFY(m_host->choose(u"Show the window"_s));
    QTRY_COMPARE(asked.count(), 1);
}

void TrayPresenceTest::quickAddIsAskedFor()
{
    begin();
    QSignalSpy quick(app().commands(), &CommandRows::quickAddAsked);
    QSignalSpy quit(app().commands(), &CommandRows::quitAsked);
    QVERIFY(m_host->choose(u"Quick add…"_s));
    QTRY_COMPARE(quick.count(), 1);
    QCOMPARE(quit.count(), 0);
    QVERIFY(m_host->choose(u"Quit"_s));
    QTRY_COMPARE(quit.count(), 1);
}

void TrayPresenceTest::itFollowsTheLists()
{
    begin();
    QVERIFY(!m_host->menu().contains(u"Party"_s));
    const QString party = make(u"Party"_s);
    m_home->pass(300ms);
    QVERIFY(m_host->menu().contains(u"Party"_s));
    app().openList(party);
    app().entry()->add(u"Lemonade"_s);
    app().entry()->add(u"Straws"_s);
    m_home->settle();
    m_home->pass(300ms);
    QVERIFY(m_host->menu().contains(u"Party (2)"_s));
    QCOMPARE(m_host->hint(), u"Party: 2 left"_s);
}

void TrayPresenceTest::whoeverWantsNoIconHasNone()
{
    begin();
    m_home->preferences->setTray(false);
    QTRY_COMPARE(m_host->icons().size(), 0);
    QVERIFY(desktop().isTrayAvailable());
    QVERIFY(!desktop().isInTray());
    m_home->preferences->setTray(true);
    QTRY_COMPARE(m_host->icons().size(), 1);
}

void TrayPresenceTest::theWindowStaysOnlyWhereItWasAskedTo()
{
    m_home->preferences->setCloseToTray(true);
    QVERIFY(!desktop().closesToTray()); // there is none
    m_home->preferences->setCloseToTray(false);
    begin();
    QVERIFY(!desktop().closesToTray()); // nobody asked
    m_home->preferences->setCloseToTray(true);
    QVERIFY(desktop().closesToTray());
    m_home->preferences->setTray(false);
    QVERIFY(!desktop().closesToTray());
}

void TrayPresenceTest::aWindowWhoseTrayWentComesBack()
{
    begin();
    desktop().setWindowShown(true);
    desktop().setWindowShown(false);
    QSignalSpy asked(&desktop(), &DesktopViewModel::windowAsked);
    m_host->end();
    QTRY_VERIFY(!desktop().isTrayAvailable());
    m_home->pass(9s);
    QCOMPARE(asked.count(), 0);
    m_home->pass(2s);
    QCOMPARE(asked.count(), 1);
}

void TrayPresenceTest::aTrayThatOnlyStartsAnewBringsNoWindow()
{
    begin();
    QSignalSpy asked(&desktop(), &DesktopViewModel::windowAsked);
    m_host->end();
    QTRY_VERIFY(!desktop().isTrayAvailable());
    m_home->pass(5s);
    m_host->begin();
    QTRY_VERIFY(desktop().isInTray());
    m_home->pass(1min);
    QCOMPARE(asked.count(), 0);
}

int main(int argc, char **argv)
{
    const test::PrivateBus bus;
    const QGuiApplication application(argc, argv);
    TrayPresenceTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "tray_presence_test.moc"
