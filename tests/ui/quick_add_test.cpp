// The small window of one line, beside the large one and without it.
#include "tests/support/app_window.h"

#include <QtCore/QTimer>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::CommandRows;
using test::AppWindow;

class QuickAddTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsWrittenThereIsOnTheListAndTheWindowGone();
    void escapeGoesAndNothingIsAdded();
    void anotherListIsChosenByHand();
    void itGrowsWithWhatIsOffered();
    void closedByTheDesktopItComesAgain();
    void itGoesWithTheLargeWindow();

private:
    static QQuickWindow *small() { return AppWindow::other(u"Quick add"_s); }
    static constexpr int kGoesOn = 7;

    void ask();
    static int endsWith(QQuickWindow *closed);
    static void type(const QString &text)
    {
        for (const QChar letter : text) {
            QTest::keyClick(small(), letter.toLatin1());
        }
    }

    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<AppWindow> m_window;
};

void QuickAddTest::init()
{
    m_home = std::make_unique<test::AppHome>(test::AppHome::Time::Real);
    m_home->preferences->setReducedMotion(true);
    m_home->openDemo();
    m_window = std::make_unique<AppWindow>(*m_home, QSize(1280, 800));
    QVERIFY(!small());
}

void QuickAddTest::cleanup()
{
    if (m_window) {
        const QStringList warnings = m_window->warnings();
        m_window.reset();
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    }
    m_home.reset();
}

void QuickAddTest::ask()
{
    m_home->app->commands()->run(CommandRows::QuickAdd);
    QVERIFY(small());
    QVERIFY(QTest::qWaitForWindowActive(small()));
}

void QuickAddTest::whatIsWrittenThereIsOnTheListAndTheWindowGone()
{
    m_window->window().hide(); // as in the tray
    ask();
    QVERIFY(!m_window->window().isVisible());
    type(u"3 kg capers"_s);
    QTest::keyClick(small(), Qt::Key_Return);
    QTRY_VERIFY(m_home->names().contains(u"capers"_s));
    QTRY_VERIFY(!small()->isVisible());
    ask(); // and the next one finds an empty line
    type(u"salt"_s);
    QTest::keyClick(small(), Qt::Key_Return);
    QTRY_VERIFY(m_home->names().contains(u"salt"_s));
}

void QuickAddTest::escapeGoesAndNothingIsAdded()
{
    const auto before = m_home->app->list()->items().size();
    ask();
    type(u"capers"_s);
    QTest::keyClick(small(), Qt::Key_Escape);
    QTRY_VERIFY(!small()->isVisible());
    QCOMPARE(m_home->app->quickAdd()->entry()->text(), QString());
    QCOMPARE(m_home->app->list()->items().size(), before);
}

void QuickAddTest::anotherListIsChosenByHand()
{
    const auto before = m_home->app->list()->items().size();
    ask();
    type(u"capers"_s);
    app::QuickAddViewModel &quick = *m_home->app->quickAdd();
    const int other = quick.chosen() == 0 ? 1 : 0;
    for (int step = 0; step <= other; ++step) { // the line comes last, and then again the first
        QTest::keyClick(small(), Qt::Key_Tab);
    }
    QTest::keyClick(small(), Qt::Key_Space);
    QTRY_COMPARE(quick.chosen(), other);
    QTest::keyClick(small(), Qt::Key_Return); // the line has the keyboard again
    QTRY_VERIFY(!small()->isVisible());
    QCOMPARE(m_home->app->list()->items().size(), before);
    m_home->app->openList(m_home->app->lists()->idsBut({}).at(other));
    QTRY_VERIFY(m_home->names().contains(u"capers"_s));
}

void QuickAddTest::itGrowsWithWhatIsOffered()
{
    ask();
    const int bare = small()->height();
    type(u"mil"_s);
    QVERIFY(m_home->app->quickAdd()->entry()->suggestions()->count() > 0);
    QTRY_VERIFY(small()->height() > bare + 52);
    for (int letter = 0; letter < 3; ++letter) {
        QTest::keyClick(small(), Qt::Key_Backspace);
    }
    QTRY_COMPARE(small()->height(), bare);
}

// Closes a window in the program's own event loop, which ends with the last window; what it then ends with.
int QuickAddTest::endsWith(QQuickWindow *closed)
{
    QTimer turns; // an end that was asked for comes within two
    int turn = 0;
    connect(&turns, &QTimer::timeout, closed, [&] {
        if (++turn == 1) {
            closed->close();
        } else if (turn == 5) {
            QCoreApplication::exit(kGoesOn);
        }
    });
    turns.start(0);
    return QGuiApplication::exec();
}

void QuickAddTest::closedByTheDesktopItComesAgain()
{
    ask();
    type(u"capers"_s);
    QCOMPARE(endsWith(small()), kGoesOn);
    QVERIFY(!small()->isVisible());
    ask();
    QVERIFY(small()->isVisible());
    type(u"salt"_s);
    QTest::keyClick(small(), Qt::Key_Return);
    QTRY_VERIFY(m_home->names().contains(u"salt"_s));
}

void QuickAddTest::itGoesWithTheLargeWindow()
{
    ask();
    QCOMPARE(endsWith(&m_window->window()), 0);
    QVERIFY(!small()->isVisible());
}

QTEST_MAIN(QuickAddTest)
#include "quick_add_test.moc"
