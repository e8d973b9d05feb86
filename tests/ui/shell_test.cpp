// What surrounds the lists, in the real window: the palette, the page of shortcuts, and that each of the keys
// there does what the page says.
#include "tests/support/app_window.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;
using app::CommandRows;

class ShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thePaletteIsUsedByKeyboard_data() { widths(); }
    void thePaletteIsUsedByKeyboard();
    void thePaletteIsUsedByHand();
    void thePaletteGivesTheKeyboardToWhatItOpens();
    void panesStandSideBySideInBothDirections();
    void everyShortcutOfThePageWorks();
    void theShortcutsPageIsFoundAndLeft_data() { widths(); }
    void theShortcutsPageIsFoundAndLeft();
    void theWindowFollowsTheSystemWhileItIsOpen();

private:
    static void widths();
    void begin(QSize size);
    void openPalette()
    {
        m_window->press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(m_window->focused(), u"Find an action, a list or an item"_s);
    }

    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<test::AppWindow> m_window;
};

void ShellTest::init()
{
    m_home = std::make_unique<test::AppHome>(test::AppHome::Time::Real);
    m_home->preferences->setReducedMotion(true);
    m_home->preferences->setThemeMode(1);
    m_home->openDemo();
}

void ShellTest::cleanup()
{
    if (m_window) {
        const QStringList warnings = m_window->warnings();
        m_window.reset();
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    }
    m_home.reset();
}

void ShellTest::widths()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(390, 844);
    QTest::newRow("tablet") << QSize(820, 1180);
    QTest::newRow("desktop") << QSize(1280, 800);
}

void ShellTest::begin(QSize size)
{
    m_window = std::make_unique<test::AppWindow>(*m_home, size);
    m_window->render();
}

void ShellTest::thePaletteIsUsedByKeyboard()
{
    QFETCH(QSize, size);
    begin(size);
    openPalette();
    m_window->type(u"drk"_s);
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(m_home->preferences->themeMode(), 2);
    QTRY_VERIFY(!m_window->findStarting(u"What was found"_s));

    openPalette();
    m_window->type(u"colours"_s);
    m_window->press(Qt::Key_Down);
    QTRY_VERIFY(m_window->focused().endsWith(u"colours"_s));
    const QString second = m_window->focused();
    m_window->press(Qt::Key_Up);
    QTRY_VERIFY(m_window->focused() != second && m_window->focused().endsWith(u"colours"_s));
    m_window->press(Qt::Key_Up);
    QTRY_COMPARE(m_window->focused(), u"Find an action, a list or an item"_s);
    m_window->press(Qt::Key_Down);
    QTRY_COMPARE(m_window->focused(), second);
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(m_home->preferences->themeMode() != 2);

    openPalette();
    QVERIFY(m_window->find(u"Find an action, a list or an item"_s)->property("text").toString().isEmpty());
    m_window->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findStarting(u"What was found"_s));
}

void ShellTest::thePaletteIsUsedByHand()
{
    begin(QSize(390, 844));
    const QString milk = m_home->idOf(u"Milk"_s);
    openPalette();
    m_window->type(u"milk"_s);
    QVERIFY(m_window->tap(u"Milk, "_s + m_home->app->list()->name()));
    QTRY_COMPARE(m_home->app->item()->itemId(), milk);
    QTRY_VERIFY(!m_window->findStarting(u"What was found"_s));
}

void ShellTest::thePaletteGivesTheKeyboardToWhatItOpens()
{
    begin(QSize(1280, 800));
    m_home->app->go(AppViewModel::Sync);
    openPalette();
    m_window->type(u"add something"_s);
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(m_window->focused(), u"Add something"_s);
    QTRY_VERIFY(!m_window->findStarting(u"What was found"_s));
    m_window->type(u"capers"_s);
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(m_home->names().contains(u"capers"_s));
    openPalette();
    m_window->type(u"new list"_s);
    m_window->press(Qt::Key_Return);
    QTRY_COMPARE(m_window->focused(), u"Name"_s);
    m_window->press(Qt::Key_Escape);
}

// The first of that component.
static QQuickItem *ofType(QQuickItem &within, const char *type)
{
    if (QByteArrayView(within.metaObject()->className()).startsWith(type)) {
        return &within;
    }
    for (QQuickItem *child : within.childItems()) {
        if (QQuickItem *found = ofType(*child, type)) {
            return found;
        }
    }
    return nullptr;
}

void ShellTest::panesStandSideBySideInBothDirections()
{
    begin(QSize(1280, 800));
    m_home->app->openItem(m_home->idOf(u"Milk"_s));
    for (const QString &language : { u"en"_s, u"ar"_s, u"en"_s }) {
        m_home->preferences->setLanguage(language);
        m_window->render();
        QQuickItem &all = *m_window->window().contentItem();
        std::vector<QRectF> panes;
        for (const char *type : { "SidePane_", "ListPage_", "ItemPage_" }) {
            QQuickItem *pane = ofType(all, type);
            QVERIFY2(pane, type);
            panes.push_back(pane->mapRectToScene(pane->boundingRect()));
        }
        if (language == u"ar"_s) {
            std::ranges::reverse(panes);
        }
        QCOMPARE(panes.front().left(), 0);
        QVERIFY(panes[0].right() <= panes[1].left());
        QVERIFY(panes[1].right() <= panes[2].left());
        QCOMPARE(panes.back().right(), 1280);
    }
}

// Pressed as they are listed; what each did is asked of the pages.
void ShellTest::everyShortcutOfThePageWorks()
{
    begin(QSize(1280, 800));
    AppViewModel &app = *m_home->app;
    const auto press = [&](CommandRows::Command command, int which = 0) {
        const QString keys = app.commands()->keysOf(command).split(u", "_s).value(which);
        QTest::keySequence(&m_window->window(), QKeySequence(keys, QKeySequence::NativeText));
    };
    press(CommandRows::GoToSync);
    QTRY_COMPARE(app.place(), AppViewModel::Sync);
    press(CommandRows::GoToYou);
    QTRY_COMPARE(app.place(), AppViewModel::Account);
    press(CommandRows::GoToLists);
    QTRY_COMPARE(app.place(), AppViewModel::Lists);
    press(CommandRows::Shortcuts);
    QTRY_COMPARE(app.place(), AppViewModel::Shortcuts);
    press(CommandRows::GoBack);
    QTRY_COMPARE(app.place(), AppViewModel::List);
    QTRY_COMPARE(m_window->focused(), u"Add something"_s);
    m_window->press(Qt::Key_Down); // out of the entry line, whose own Ctrl+Z is about its text
    QTRY_VERIFY(m_window->focused() != u"Add something"_s);
    const QString milk = m_home->idOf(u"Milk"_s);
    app.list()->remove(milk);
    press(CommandRows::Undo);
    QTRY_VERIFY(m_home->names().contains(u"Milk"_s));
    press(CommandRows::Redo, 1);
    QTRY_VERIFY(!m_home->names().contains(u"Milk"_s));
    press(CommandRows::Undo);
    QTRY_VERIFY(app.list()->checkedCount() > 0);
    press(CommandRows::ClearChecked);
    QTRY_COMPARE(app.list()->checkedCount(), 0);
    press(CommandRows::NewItem);
    QTRY_COMPARE(m_window->focused(), u"Add something"_s);
    press(CommandRows::NewList);
    QTRY_COMPARE(m_window->focused(), u"Name"_s);
    m_window->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_window->find(u"Create"_s));
    press(CommandRows::QuickAdd);
    QTRY_VERIFY(test::AppWindow::other(u"Quick add"_s));
    QVERIFY(test::AppWindow::other(u"Quick add"_s)->isVisible());
    m_window->window().requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    press(CommandRows::Quit);
    QTRY_VERIFY(!m_window->window().isVisible());
}

void ShellTest::theShortcutsPageIsFoundAndLeft()
{
    QFETCH(QSize, size);
    begin(size);
    m_window->press(Qt::Key_F1);
    QTRY_VERIFY(m_window->shows(u"Ctrl+Shift+Z, Ctrl+Y"_s));
    for (int step = 0; step < 4; ++step) {
        m_window->press(Qt::Key_Down);
    }
    QTRY_COMPARE(m_window->focused(), u"Redo"_s);
    m_window->press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_home->app->place(), AppViewModel::List);
}

void ShellTest::theWindowFollowsTheSystemWhileItIsOpen()
{
    m_home->preferences->setThemeMode(0);
    begin(QSize(1280, 800));
    const auto paper = [&] { return m_window->window().color().name(); };
    m_home->preferences->setSystemLook({ true, {}, {}, {} });
    QTRY_COMPARE(paper(), u"#141714"_s);
    m_home->preferences->setSystemLook({ false, {}, {}, {} });
    QTRY_COMPARE(paper(), u"#fbf9f4"_s);
    m_home->preferences->setSystemLook({ true, true, {}, {} });
    QTRY_COMPARE(paper(), u"#000000"_s);
    m_home->preferences->setThemeMode(1);
    QTRY_COMPARE(paper(), u"#ffffff"_s);
    m_home->preferences->setContrastMode(app::Preferences::Off);
    QTRY_COMPARE(paper(), u"#fbf9f4"_s);
    const QQuickItem *title = m_window->find(m_home->app->list()->name());
    QVERIFY(title);
    const qreal height = title->height();
    m_home->preferences->setSystemLook({ true, true, {}, 1.6 });
    QTRY_VERIFY(title->height() > height);
}

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
