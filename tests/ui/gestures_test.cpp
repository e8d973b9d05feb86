// What a hand does to a list, and the keyboard in its place: swipes, drags within a list and to another one,
// clicks that select.
#include "tests/support/app_window.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
namespace item = model::item;

class GesturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QVERIFY2(m_window->warnings().isEmpty(), qPrintable(m_window->warnings().join(u'\n')));
        m_home->settle();
        m_window.reset();
        m_home.reset();
    }

    void aSwipeDeletesAndUndoBringsItBack();
    void aSwipeTheOtherWayOpens();
    void aShortSwipeDoesNothing();
    void aRowIsDraggedToItsPlace();
    void aRowIsDraggedToAnotherList();
    void theKeyboardMovesARow();
    void clicksWithControlAndShiftSelect();
    void aLongPressSelects();
    void anotherOrderBeginsAtItsTop();
    void theItemUnderTheKeyboardKeepsItInAnotherOrder();
    void theKeyboardsPlaceIsShownToThoseWhoUseKeys();
    void theWayThroughAShopIsDragged();
    void theWayThroughAShopIsMovedByKeyboard();

private:
    void open(QSize size)
    {
        m_home = std::make_unique<test::AppHome>(test::AppHome::Time::Real);
        m_home->preferences->setReducedMotion(true);
        m_party = m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2);
        m_list = m_home->openEmpty();
        for (const QString &line : { u"apples #produce"_s, u"pears #produce"_s, u"milk #dairy"_s }) {
            m_home->app->entry()->add(line);
        }
        m_home->settle();
        m_window.emplace(*m_home, size);
        m_window->window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
        QTRY_COMPARE(
            names(), (QStringList { u"[Produce]"_s, u"apples"_s, u"pears"_s, u"[Dairy]"_s, u"milk"_s }));
        m_window->render();
    }
    QStringList names() { return m_home->names(); }
    // The accessible name of a row begins so.
    QString row(const QString &name)
    {
        app::ItemRows &rows = *m_home->app->list()->rows();
        return rows.data(rows.index(rows.rowOf(m_home->item(name))), app::ItemRows::SpokenRole).toString();
    }
    QStringList inParty()
    {
        QStringList found;
        const auto party = *model::SpaceId::fromString(m_party);
        for (const Record *record : m_home->client->records(party, Kind::Item)) {
            if (!record->isDeleted()) {
                found.append(record->text(item::kName));
            }
        }
        found.sort();
        return found;
    }
    static constexpr QSize kPhone { 390, 844 };
    static constexpr QSize kDesktop { 1280, 800 };

    std::unique_ptr<test::AppHome> m_home;
    std::optional<test::AppWindow> m_window;
    model::SpaceId m_list;
    QString m_party;
};

void GesturesTest::aSwipeDeletesAndUndoBringsItBack()
{
    open(kPhone);
    QVERIFY(m_window->swipe(row(u"pears"_s), -180));
    QTRY_COMPARE(names(), (QStringList { u"[Produce]"_s, u"apples"_s, u"[Dairy]"_s, u"milk"_s }));
    QVERIFY(m_window->tap(u"Undo: Deleted pears"_s));
    QTRY_COMPARE(names().size(), 5);
}

void GesturesTest::aSwipeTheOtherWayOpens()
{
    open(kPhone);
    QVERIFY(m_window->swipe(row(u"pears"_s), 180));
    QTRY_VERIFY(m_home->app->item()->isShown());
    QCOMPARE(m_home->app->item()->name(), u"pears"_s);
    QCOMPARE(names().size(), 5);
}

void GesturesTest::aShortSwipeDoesNothing()
{
    open(kPhone);
    QVERIFY(m_window->swipe(row(u"pears"_s), -60));
    QVERIFY(m_window->swipe(row(u"pears"_s), 60));
    QCOMPARE(names().size(), 5);
    QVERIFY(!m_home->app->item()->isShown());
    QCOMPARE(m_home->app->list()->checkedCount(), 0);
}

void GesturesTest::aRowIsDraggedToItsPlace()
{
    open(kDesktop);
    QVERIFY(m_window->hover(row(u"milk"_s)));
    QVERIFY(m_window->drag(u"Move milk"_s, row(u"apples"_s)));
    QTRY_COMPARE(names().first(3), (QStringList { u"[Produce]"_s, u"milk"_s, u"apples"_s }));
    const Record &milk = *m_home->client->record({ m_list, Kind::Item, m_home->item(u"milk"_s) });
    QCOMPARE(milk.text(item::kCategory), u"produce"_s);
    m_home->app->undo()->undo();
    QTRY_COMPARE(names().last(), u"milk"_s);
}

void GesturesTest::aRowIsDraggedToAnotherList()
{
    open(kDesktop);
    QVERIFY(m_window->hover(row(u"pears"_s)));
    QVERIFY(m_window->drag(u"Move pears"_s, u"Party, Empty"_s));
    QTRY_COMPARE(inParty(), QStringList { u"pears"_s });
    QVERIFY(!names().contains(u"pears"_s));
    m_home->app->undo()->undo();
    QTRY_VERIFY(names().contains(u"pears"_s));
    QTRY_COMPARE(inParty(), QStringList());
}

void GesturesTest::theKeyboardMovesARow()
{
    open(kDesktop);
    QVERIFY(m_window->tap(u"Add something"_s));
    m_window->press(Qt::Key_Down);
    m_window->press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(names().first(3), (QStringList { u"[Produce]"_s, u"pears"_s, u"apples"_s }));
    m_window->press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(names().first(3), (QStringList { u"[Produce]"_s, u"apples"_s, u"pears"_s }));
}

void GesturesTest::clicksWithControlAndShiftSelect()
{
    open(kDesktop);
    QVERIFY(m_window->click(row(u"apples"_s), Qt::ControlModifier));
    QTRY_COMPARE(m_home->app->list()->bulk()->count(), 1);
    QVERIFY(m_window->click(row(u"milk"_s), Qt::ShiftModifier));
    QTRY_COMPARE(m_home->app->list()->bulk()->count(), 3);
    m_window->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_home->app->list()->bulk()->isSelecting());
    QCOMPARE(m_home->app->list()->checkedCount(), 0);
}

void GesturesTest::aLongPressSelects()
{
    open(kPhone);
    QQuickItem *milk = m_window->find(row(u"milk"_s));
    QVERIFY(milk);
    const QPoint middle = milk->mapToScene(QPointF(milk->width() / 2, milk->height() / 2)).toPoint();
    QTest::mousePress(&m_window->window(), Qt::LeftButton, {}, middle);
    QTRY_COMPARE(m_home->app->list()->bulk()->count(), 1);
    QTest::mouseRelease(&m_window->window(), Qt::LeftButton, {}, middle);
    QCOMPARE(m_home->app->list()->checkedCount(), 0);
    QVERIFY(m_window->tap(row(u"apples"_s)));
    QTRY_COMPARE(m_home->app->list()->bulk()->count(), 2);
}

void GesturesTest::anotherOrderBeginsAtItsTop()
{
    open(kPhone);
    const QQuickItem *apples = m_window->find(row(u"apples"_s));
    QVERIFY(apples);
    QQuickItem *list = apples->parentItem()->parentItem();
    for (int at = 0; at < 60; ++at) {
        m_home->app->entry()->add(u"z%1 #pantry"_s.arg(at, 2, 10, QChar(u'0')));
    }
    m_home->settle();
    app::ArrangementViewModel &arrangement = *m_home->app->list()->arrangement();
    const auto inSight = [&](const QString &name) {
        m_window->render();
        const QQuickItem *line = m_window->find(row(name));
        return line && list->contains(line->mapToItem(list, line->boundingRect().center()));
    };
    QMetaObject::invokeMethod(list, "positionViewAtEnd");
    QVERIFY(inSight(u"milk"_s) || inSight(u"z59"_s));

    arrangement.setSort(app::ArrangementViewModel::Name);
    QVERIFY(inSight(u"apples"_s));
    QVERIFY(inSight(u"milk"_s));
    QVERIFY(inSight(u"pears"_s));
    QVERIFY(inSight(u"z00"_s));
    QVERIFY(m_window->shows(u"Dairy"_s)); // beside the milk, no longer over it

    QMetaObject::invokeMethod(list, "positionViewAtEnd");
    QVERIFY(inSight(u"z59"_s));
    arrangement.setText(u"z3"_s); // what was in sight is gone
    for (int at = 30; at < 40; ++at) {
        QVERIFY(inSight(u"z%1"_s.arg(at)));
    }
    QVERIFY(!m_window->shows(u"milk"_s));
    QCOMPARE(list->property("count").toInt(), 10);

    arrangement.setText(u"nothing like it"_s);
    QCOMPARE(list->property("count").toInt(), 0);
    arrangement.setText({});
    QVERIFY(inSight(u"apples"_s));
    QVERIFY(inSight(u"z04"_s));
    arrangement.setSort(app::ArrangementViewModel::Shop);
    QVERIFY(inSight(u"apples"_s));
    QVERIFY(m_window->shows(u"Produce"_s));
}

void GesturesTest::theItemUnderTheKeyboardKeepsItInAnotherOrder()
{
    open(kDesktop);
    QVERIFY(m_window->tap(u"Add something"_s));
    m_window->press(Qt::Key_Down);
    m_window->press(Qt::Key_Down);
    m_window->press(Qt::Key_Down);
    const QQuickItem *apples = m_window->find(row(u"apples"_s));
    QVERIFY(apples);
    QQuickItem *list = apples->parentItem()->parentItem();
    const auto current = [&] {
        const auto *line = list->property("currentItem").value<QQuickItem *>();
        return line ? line->property("name").toString() : QString();
    };
    QCOMPARE(current(), u"milk"_s);
    app::ArrangementViewModel &arrangement = *m_home->app->list()->arrangement();
    arrangement.setSort(app::ArrangementViewModel::Name);
    QCOMPARE(current(), u"milk"_s);
    arrangement.setText(u"mil"_s);
    QCOMPARE(current(), u"milk"_s);
    arrangement.setText(u"pears"_s);
    QCOMPARE(current(), QString());
    m_window->press(Qt::Key_Down); // and comes back to the first
    QCOMPARE(current(), u"pears"_s);
}

void GesturesTest::theKeyboardsPlaceIsShownToThoseWhoUseKeys()
{
    open(kPhone);
    const auto ringed = [&] {
        QStringList names;
        for (const QString &name : { u"apples"_s, u"pears"_s, u"milk"_s }) {
            if (m_window->find(row(name))->property("ringed").toBool()) {
                names.append(name);
            }
        }
        return names;
    };
    QCOMPARE(ringed(), QStringList());
    QVERIFY(m_window->tap(row(u"pears"_s)));
    QCOMPARE(ringed(), QStringList());
    QVERIFY(m_window->tap(u"Add something"_s));
    m_window->press(Qt::Key_Down);
    QTRY_COMPARE(ringed().size(), 1);
    m_window->press(Qt::Key_Tab);
    QTRY_COMPARE(ringed(), QStringList()); // the keyboard is elsewhere
    m_window->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_COMPARE(ringed().size(), 1);
    QVERIFY(m_window->tap(row(u"apples"_s)));
    QCOMPARE(ringed(), QStringList());
}

void GesturesTest::theWayThroughAShopIsDragged()
{
    open(kDesktop);
    m_home->app->list()->shops()->create(u"Market"_s);
    QVERIFY(m_window->tap(u"Start shopping"_s));
    QVERIFY(m_window->tap(u"Shop: Market"_s));
    QTRY_VERIFY(m_window->findStarting(u"The way through Market"_s));
    const QStringList way = m_home->app->list()->shops()->wayTitles();
    QVERIFY(m_window->drag(u"Move %1"_s.arg(way[2]), u"Move %1"_s.arg(way[0])));
    QTRY_COMPARE(m_home->app->list()->shops()->wayTitles().front(), way[2]);
}

void GesturesTest::theWayThroughAShopIsMovedByKeyboard()
{
    open(kDesktop);
    m_home->app->list()->shops()->create(u"Market"_s);
    QVERIFY(m_window->tap(u"Start shopping"_s));
    QVERIFY(m_window->tap(u"Shop: Market"_s));
    QTRY_VERIFY(m_window->findStarting(u"The way through Market"_s));
    m_window->findStarting(u"The way through Market"_s)->forceActiveFocus(Qt::TabFocusReason);
    const QStringList way = m_home->app->list()->shops()->wayTitles();
    m_window->press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(m_home->app->list()->shops()->wayTitles().first(2), (QStringList { way[1], way[0] }));
}

QTEST_MAIN(GesturesTest)
#include "gestures_test.moc"
