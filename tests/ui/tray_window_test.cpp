// The real windows with a tray that the test plays: what closing the window does, and the way back to it.
#include "app/platform/tray_presence.h"
#include "tests/support/app_window.h"
#include "tests/support/larder_process.h"
#include "tests/support/private_bus.h"
#include "tests/support/tray_host.h"

#include <QtCore/QTimer>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using test::AppWindow;

class TrayWindowTest : public QObject {
    Q_OBJECT

public:
    explicit TrayWindowTest(const test::PrivateBus &bus)
        : m_bus(bus.connect(u"tray"_s))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void closingTheWindowEndsTheProgramUntilSomebodyAsksOtherwise();
    void aWindowThatStaysIsClosedToTheTrayAndComesBack();
    void quickAddNeedsNoWindow();
    void quitEndsTheProgramFromTheTray();
    void whereThereIsNoTrayNothingOfItIsOffered();
    void theChoicesAreMadeOnThePage();
    void theProgramItselfIsInTheTrayAndQuitFromThere();

private:
    static constexpr int kGoesOn = 7;

    void begin();
    // What the program ends with, in its own event loop, when this is done in it.
    int endsWith(const std::function<void()> &act);

    QDBusConnection m_bus;
    std::unique_ptr<test::TrayHost> m_host;
    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<app::TrayPresence> m_tray;
    std::unique_ptr<AppWindow> m_window;
};

void TrayWindowTest::init()
{
    m_host = std::make_unique<test::TrayHost>(m_bus);
    m_home = std::make_unique<test::AppHome>(test::AppHome::Time::Real);
    m_home->preferences->setReducedMotion(true);
    m_home->openDemo();
    m_tray = std::make_unique<app::TrayPresence>(*m_home->app, m_home->timers);
    m_window = std::make_unique<AppWindow>(*m_home, QSize(1280, 1800));
}

void TrayWindowTest::cleanup()
{
    const QStringList warnings = m_window->warnings();
    m_window.reset();
    m_tray.reset();
    m_home.reset();
    m_host.reset();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
}

void TrayWindowTest::begin()
{
    m_host->begin();
    QTRY_COMPARE(m_host->icons().size(), 1);
}

int TrayWindowTest::endsWith(const std::function<void()> &act)
{
    QTimer turns; // an end that was asked for comes within a few
    int turn = 0;
    connect(&turns, &QTimer::timeout, this, [&] {
        if (++turn == 1) {
            act();
        } else if (turn == 8) {
            QCoreApplication::exit(kGoesOn);
        }
    });
    turns.start(0);
    return QGuiApplication::exec();
}

void TrayWindowTest::closingTheWindowEndsTheProgramUntilSomebodyAsksOtherwise()
{
    begin();
    QCOMPARE(endsWith([this] { m_window->window().close(); }), 0);
}

void TrayWindowTest::aWindowThatStaysIsClosedToTheTrayAndComesBack()
{
    m_home->preferences->setCloseToTray(true);
    begin();
    m_home->app->list()->arrangement()->setShopping(true);
    QCOMPARE(endsWith([this] { m_window->window().close(); }), kGoesOn);
    QVERIFY(!m_window->window().isVisible());
    QVERIFY(!m_home->app->isScreenAwake());
    QVERIFY(m_host->menu().contains(u"Show the window"_s));
    m_host->click();
    QTRY_VERIFY(m_window->window().isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    m_window->render();
    QVERIFY(m_window->shows(m_home->app->list()->name()));
    QVERIFY(m_host->choose(u"Hide the window"_s));
    QTRY_VERIFY(!m_window->window().isVisible());
    QVERIFY(m_host->choose(u"Show the window"_s));
    QTRY_VERIFY(m_window->window().isVisible());
}

void TrayWindowTest::quickAddNeedsNoWindow()
{
    m_home->preferences->setCloseToTray(true);
    begin();
    QCOMPARE(endsWith([this] { m_window->window().close(); }), kGoesOn);
    QVERIFY(m_host->choose(u"Quick add…"_s));
    QTRY_VERIFY(AppWindow::other(u"Quick add"_s));
    QQuickWindow *small = AppWindow::other(u"Quick add"_s);
    QVERIFY(QTest::qWaitForWindowActive(small));
    for (const QChar letter : u"capers"_s) {
        QTest::keyClick(small, letter.toLatin1());
    }
    QTest::keyClick(small, Qt::Key_Return);
    QTRY_VERIFY(m_home->names().contains(u"capers"_s));
    QTRY_VERIFY(!small->isVisible());
    QVERIFY(m_host->choose(u"Quick add…"_s));
    QTRY_VERIFY(small->isVisible());
    QCOMPARE(endsWith([small] { small->close(); }), kGoesOn); // as a window manager may
    QVERIFY(!m_window->window().isVisible());
}

void TrayWindowTest::quitEndsTheProgramFromTheTray()
{
    m_home->preferences->setCloseToTray(true);
    begin();
    QCOMPARE(endsWith([this] { m_window->window().close(); }), kGoesOn);
    QCOMPARE(endsWith([this] { m_home->app->commands()->run(app::CommandRows::Quit); }), 0);
    m_home->app->desktop()->askForWindow();
    QTRY_VERIFY(m_window->window().isVisible());
    QCOMPARE(endsWith([this] { m_home->app->commands()->run(app::CommandRows::Quit); }), 0);
}

void TrayWindowTest::whereThereIsNoTrayNothingOfItIsOffered()
{
    m_home->preferences->setCloseToTray(true); // on another desktop
    m_home->app->go(app::AppViewModel::Account);
    m_window->render();
    QVERIFY(m_window->find(u"Start when I log in"_s));
    QVERIFY(!m_window->find(u"Icon in the tray"_s));
    QVERIFY(!m_window->find(u"Stay in the tray"_s));
    QCOMPARE(endsWith([this] { m_window->window().close(); }), 0);
}

void TrayWindowTest::theChoicesAreMadeOnThePage()
{
    begin();
    m_home->app->go(app::AppViewModel::Account);
    QVERIFY(m_window->tap(u"Stay in the tray"_s));
    QTRY_VERIFY(m_home->preferences->closesToTray());
    QVERIFY(m_window->tap(u"Icon in the tray"_s));
    QTRY_COMPARE(m_host->icons().size(), 0);
    m_window->render();
    QVERIFY(!m_window->find(u"Stay in the tray"_s));
    QVERIFY(m_window->tap(u"Icon in the tray"_s));
    QTRY_COMPARE(m_host->icons().size(), 1);
}

void TrayWindowTest::theProgramItselfIsInTheTrayAndQuitFromThere()
{
    m_tray.reset();
    m_host->begin();
    test::LarderHome home;
    const auto larder = home.startWindow();
    QTRY_COMPARE_WITH_TIMEOUT(m_host->icons().size(), 1, 60'000);
    QTRY_VERIFY(m_host->menu().contains(u"Hide the window"_s));
    QVERIFY(m_host->choose(u"Hide the window"_s));
    QTRY_VERIFY(m_host->menu().contains(u"Show the window"_s));
    QVERIFY(m_host->choose(u"Quit"_s));
    QCOMPARE(test::LarderHome::await(*larder).code, 0);
    QTRY_COMPARE(m_host->icons().size(), 0);
}

int main(int argc, char **argv)
{
    const test::PrivateBus bus;
    const QGuiApplication application(argc, argv);
    TrayWindowTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "tray_window_test.moc"
