// What a person does on the first day, by hand and by keyboard alone, in the real window over a real replica.
#include "tests/support/app_window.h"

#include "core/model/uuid7.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;

class FirstDayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aHandDoesTheShopping_data() { widths(); }
    void aHandDoesTheShopping();
    void theKeyboardAloneIsEnough_data() { widths(); }
    void theKeyboardAloneIsEnough();
    void theKeyboardPassesTheHeaders();
    void theKeyboardStandsAtNoHeaderAfterADeletion();
    void aNetworkThatComesAndGoesDisturbsNothing();
    void focusCanBeSeenWhereverTabGoes_data() { widths(); }
    void focusCanBeSeenWhereverTabGoes();
    void signingInTellsWhatIsWrong();
    void signingOutAsksOnlyWhenSomethingWouldBeLost();
    void aDamagedFileIsToldOfUntilItIsRead();
    void whatOthersAddLeavesTheViewWhereItIs();
    void aCheckLeavesTheViewWhereItIs();

private:
    // The row of the list that is shown so far below its upper edge.
    static QQuickItem *lineAt(QQuickItem *rows, qreal y)
    {
        QQuickItem *line = nullptr;
        QMetaObject::invokeMethod(rows, "itemAt", Q_RETURN_ARG(QQuickItem *, line), Q_ARG(qreal, 20),
            Q_ARG(qreal, rows->property("contentY").toReal() + y));
        return line;
    }
    void widths();
    void begin(QSize size);
    QStringList names() const { return m_home->names(); }
    const model::Record *item(const QString &name) const;
    void add(const QString &line);

    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<test::AppWindow> m_window;
};

void FirstDayTest::init()
{
    m_home = std::make_unique<test::AppHome>(test::AppHome::Time::Real);
    m_home->preferences->setReducedMotion(true);
}

void FirstDayTest::cleanup()
{
    if (m_window) {
        const QStringList warnings = m_window->warnings();
        m_window.reset();
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    }
    m_home.reset();
}

void FirstDayTest::widths()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(390, 844);
    QTest::newRow("tablet") << QSize(820, 1180);
    QTest::newRow("desktop") << QSize(1280, 800);
}

void FirstDayTest::begin(QSize size)
{
    m_window = std::make_unique<test::AppWindow>(*m_home, size);
    m_window->render();
}

const model::Record *FirstDayTest::item(const QString &name) const
{
    return m_home->client->record({ m_home->app->list()->space(), model::Kind::Item, m_home->item(name) });
}

void FirstDayTest::add(const QString &line)
{
    m_window->type(line);
    m_window->press(Qt::Key_Return);
    m_home->settle();
}

void FirstDayTest::aHandDoesTheShopping()
{
    QFETCH(QSize, size);
    begin(size);
    const bool phone = size.width() < 600;
    QVERIFY(m_window->find(u"Sync: On this device only"_s));

    if (phone) {
        QVERIFY(m_window->tap(u"Lists"_s));
    }
    QVERIFY(m_window->tap(phone ? u"Start a list"_s : u"New list"_s));
    QTRY_VERIFY(m_window->find(u"Create"_s));
    QTRY_COMPARE(m_window->focused(), u"Name"_s);
    m_window->type(u"Market"_s);
    QVERIFY(m_window->tap(u"Create"_s));
    QTRY_COMPARE(m_home->app->list()->name(), u"Market"_s);
    QTRY_VERIFY(!m_window->find(u"Create"_s));

    QVERIFY(m_window->tap(u"Add something"_s));
    add(u"2 kg apples"_s);
    add(u"milk 1.5 l"_s);
    add(u"6x eggs"_s);
    QCOMPARE(m_home->app->list()->openCount(), 3);
    QCOMPARE(item(u"apples"_s)->integer(model::item::kQuantity), 2'000);
    QCOMPARE(item(u"apples"_s)->text(model::item::kUnit), u"kg"_s);
    QCOMPARE(item(u"milk"_s)->integer(model::item::kQuantity), 1'500);
    QCOMPARE(item(u"milk"_s)->text(model::item::kUnit), u"l"_s);
    QCOMPARE(item(u"eggs"_s)->integer(model::item::kQuantity), 6'000);
    QVERIFY(m_window->shows(u"2 kg"_s));
    QVERIFY(m_window->shows(u"1.5 l"_s));

    QVERIFY(m_window->tap(u"eggs, 6, not checked, Dairy"_s));
    QTRY_COMPARE(m_home->app->list()->checkedCount(), 1);
    QTRY_VERIFY(m_home->app->list()->rows()->isIdle());
    QVERIFY(m_window->shows(u"Checked (1)"_s));

    QVERIFY(m_window->tap(u"Details of apples"_s));
    QVERIFY(m_window->tap(u"Quantity"_s));
    m_window->press(Qt::Key_A, Qt::ControlModifier);
    m_window->type(u"3.5"_s);
    QVERIFY(m_window->tap(u"Note"_s));
    m_window->type(u"the red ones"_s);
    QVERIFY(m_window->tap(phone ? u"Back"_s : u"Close"_s));
    m_home->settle();
    QCOMPARE(item(u"apples"_s)->integer(model::item::kQuantity), 3'500);
    QCOMPARE(item(u"apples"_s)->text(model::item::kNote), u"the red ones"_s);
    QTRY_VERIFY(m_window->shows(u"3.5 kg"_s));
    QVERIFY(m_window->shows(u"the red ones"_s));

    QVERIFY(m_window->tap(u"Details of apples"_s));
    QVERIFY(m_window->tap(u"Delete apples"_s));
    QTRY_VERIFY(!names().contains(u"apples"_s));
    QVERIFY(m_window->tap(u"Undo: Deleted apples"_s));
    QTRY_VERIFY(names().contains(u"apples"_s));
    QTRY_VERIFY(m_window->shows(u"the red ones"_s));

    QVERIFY(m_window->tap(phone ? u"You"_s : u"Sync: On this device only"_s));
    if (!phone) {
        QVERIFY(m_window->tap(u"Sign in"_s));
    }
    QTRY_VERIFY(m_window->find(u"E-mail"_s));
    QVERIFY(m_window->find(u"Sync: On this device only"_s));
}

void FirstDayTest::theKeyboardAloneIsEnough()
{
    QFETCH(QSize, size);
    begin(size);
    m_window->press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->focused(), u"Add something"_s);
    add(u"2 kg apples"_s);
    add(u"milk 1.5 l"_s);
    add(u"6x eggs"_s);
    QCOMPARE(m_home->app->list()->openCount(), 3);

    m_window->press(Qt::Key_Down);
    QVERIFY2(m_window->focused().startsWith(u"Items of "_s), qPrintable(m_window->focused()));
    const QStringList before = names(); // a header's first: the keyboard stands on the item after it
    const int eggs = int(before.indexOf(u"eggs"_s));
    QCOMPARE(before.indexOf(u"apples"_s), 1);
    for (int row = 1; row < eggs; ++row) {
        m_window->press(Qt::Key_Down);
    }
    m_window->press(Qt::Key_Space);
    QTRY_COMPARE(m_home->app->list()->checkedCount(), 1);
    QVERIFY(item(u"eggs"_s)->truth(model::item::kChecked));
    QTRY_VERIFY(m_home->app->list()->rows()->isIdle());

    m_window->press(Qt::Key_F2); // the row that came under the keyboard
    QTRY_VERIFY(m_home->app->item()->isShown());
    const QString opened = m_home->app->item()->name();
    QVERIFY(opened == u"apples"_s || opened == u"milk"_s);
    // A phone opens it with no field written in, so that its keyboard stays away.
    for (int step = 0; step < 5 && m_window->focused() != u"Quantity"_s; ++step) {
        m_window->press(Qt::Key_Tab);
    }
    QCOMPARE(m_window->focused(), u"Quantity"_s);
    m_window->press(Qt::Key_A, Qt::ControlModifier);
    m_window->type(u"7"_s);
    m_window->press(Qt::Key_Tab);
    QCOMPARE(m_window->focused(), u"Unit"_s);
    QTRY_COMPARE(item(opened)->integer(model::item::kQuantity), 7'000);
    m_window->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_home->app->item()->isShown());
    QTRY_VERIFY2(m_window->focused().startsWith(u"Items of "_s), qPrintable(m_window->focused()));

    m_window->press(Qt::Key_Delete);
    QTRY_COMPARE(m_home->app->list()->openCount(), 1);
    m_window->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_home->app->list()->openCount(), 2);
    m_window->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_home->app->list()->openCount(), 1);
}

// At a category's header there is nothing to do, and nothing showed that the keyboard stood there.
void FirstDayTest::theKeyboardPassesTheHeaders()
{
    begin(QSize(1280, 800));
    m_window->press(Qt::Key_N, Qt::ControlModifier);
    add(u"bread #bakery"_s);
    add(u"milk #dairy"_s);
    add(u"salt #pantry"_s);
    m_window->press(Qt::Key_Down);
    for (const QString &name : { u"bread"_s, u"milk"_s, u"salt"_s }) {
        m_window->press(Qt::Key_Space);
        QTRY_VERIFY2(item(name)->truth(model::item::kChecked), qPrintable(name));
        QTRY_VERIFY(m_home->app->list()->rows()->isIdle());
    }
    QCOMPARE(m_home->app->list()->checkedCount(), 3);
}

// Neither does it stand there when what it stood at is deleted, whatever else there is.
void FirstDayTest::theKeyboardStandsAtNoHeaderAfterADeletion()
{
    begin(QSize(1280, 800));
    m_window->press(Qt::Key_N, Qt::ControlModifier);
    add(u"bread #bakery"_s);
    add(u"salt #pantry"_s);
    m_window->press(Qt::Key_Down);
    m_window->press(Qt::Key_Space);
    QTRY_COMPARE(m_home->app->list()->checkedCount(), 1);
    QTRY_VERIFY(m_home->app->list()->rows()->isIdle());
    m_window->press(
        Qt::Key_Delete); // salt, the last that is open; only the header of what is checked remains
    QTRY_COMPARE(m_home->app->list()->openCount(), 0);
    QTRY_VERIFY(m_home->app->list()->rows()->isIdle());
    m_window->press(Qt::Key_Space); // which unfolds it
    QTRY_VERIFY(m_home->app->list()->isCheckedShown());
    m_window->press(Qt::Key_Down);
    m_window->press(Qt::Key_Delete);
    QTRY_COMPARE(m_home->app->list()->checkedCount(), 0);
}

// A known trap: where the network comes and goes, the list stays as it is and takes each tick; it can be told
// to leave it.
void FirstDayTest::aNetworkThatComesAndGoesDisturbsNothing()
{
    begin(QSize(390, 844));
    QVERIFY(m_window->tap(u"Lists"_s));
    QVERIFY(m_window->tap(u"Start a list"_s));
    QTRY_COMPARE(m_window->focused(), u"Name"_s);
    m_window->type(u"Market"_s);
    QVERIFY(m_window->tap(u"Create"_s));
    QTRY_VERIFY(m_window->find(u"Add something"_s));
    QVERIFY(m_window->tap(u"Add something"_s));
    add(u"bread"_s);
    app::SyncViewModel &sync = *m_home->app->sync();
    bool checked = false;
    for (int round = 0; round < 5; ++round) {
        for (const sync::Phase phase :
            { sync::Phase::Connecting, sync::Phase::CatchingUp, sync::Phase::Live, sync::Phase::Offline }) {
            sync::SyncStatus status;
            status.phase = phase;
            status.reason = phase == sync::Phase::Offline ? std::optional(Code::Network) : std::nullopt;
            sync.setStatus(status);
            m_window->render();
            QVERIFY(m_window->tap(checked ? u"bread, checked, Bakery"_s : u"bread, not checked, Bakery"_s));
            checked = !checked;
            QTRY_COMPARE(item(u"bread"_s)->truth(model::item::kChecked), checked);
            QTRY_VERIFY(m_home->app->list()->rows()->isIdle());
            m_window->render();
            if (checked) {
                QVERIFY(m_window->shows(u"Checked (1)"_s));
                m_home->app->list()->setCheckedShown(true);
                m_window->render();
            }
        }
    }
    QSignalSpy asked(&sync, &app::SyncViewModel::manualOfflineAsked);
    m_home->app->go(AppViewModel::Sync);
    m_window->render();
    QVERIFY(m_window->tap(u"Stay offline"_s));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toBool(), true);
}

// Follows Tab until it comes back: everything that takes the keyboard has a name, and looks other than
// before.
void FirstDayTest::focusCanBeSeenWhereverTabGoes()
{
    QFETCH(QSize, size);
    m_home->openDemo();
    for (const auto place :
        { AppViewModel::List, AppViewModel::Lists, AppViewModel::Sync, AppViewModel::Account }) {
        if (!m_window) {
            begin(size);
        }
        m_home->app->go(place);
        m_window->render();
        QSet<QQuickItem *> met;
        QImage last = m_window->window().grabWindow();
        for (int step = 0; step < 60; ++step) {
            m_window->press(Qt::Key_Tab);
            QQuickItem *focus = m_window->window().activeFocusItem();
            if (met.contains(focus)) {
                break;
            }
            met.insert(focus);
            QVERIFY2(!m_window->focused().isEmpty(), focus->metaObject()->className());
            m_window->render();
            const QImage image = m_window->window().grabWindow();
            QVERIFY2(image != last, qPrintable(m_window->focused()));
            last = image;
        }
        QVERIFY2(met.size() > 3, qPrintable(QString::number(met.size())));
    }
}

void FirstDayTest::signingInTellsWhatIsWrong()
{
    begin(QSize(390, 844));
    QVERIFY(m_window->tap(u"You"_s));
    QVERIFY(m_window->tap(u"E-mail"_s));
    m_window->type(u"ana@"_s);
    m_window->press(Qt::Key_Return);
    QTRY_VERIFY(m_window->shows(u"An e-mail address, such as"_s));
    QVERIFY(m_window->shows(u"Your password is missing."_s));
    QSignalSpy asked(m_home->app->account(), &app::AccountViewModel::logInAsked);
    m_window->type(u"larder.example"_s);
    QVERIFY(m_window->tap(u"Password"_s));
    m_window->type(u"correct horse"_s);
    m_window->press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().value<sync::SignIn>().email, u"ana@larder.example"_s);
    QVERIFY(m_window->shows(u"One moment"_s));
    m_home->app->account()->setSignInFailed(Code::InvalidCredentials);
    QTRY_VERIFY(m_window->shows(u"This e-mail and password don't belong together."_s));
}

void FirstDayTest::signingOutAsksOnlyWhenSomethingWouldBeLost()
{
    m_home->openDemo();
    m_home->acknowledgeAll();
    m_home->app->account()->setAccount(
        sync::Account { QUrl(u"https://larder.example"_s), {}, u"ana@larder.example"_s, u"Ana"_s });
    sync::SyncStatus status;
    status.phase = sync::Phase::Offline;
    m_home->app->sync()->setStatus(status);
    begin(QSize(390, 844));
    QSignalSpy asked(m_home->app->account(), &app::AccountViewModel::signOutAsked);
    m_home->app->list()->toggle(m_home->idOf(u"Milk"_s));
    m_home->settle();
    QTRY_VERIFY(m_window->find(u"Sync: Offline, 1 waiting"_s));
    m_home->app->go(AppViewModel::Account);
    QVERIFY(m_window->tap(u"Sign out"_s));
    QTRY_VERIFY(m_window->shows(u"have not reached the server yet: 1"_s));
    QVERIFY(asked.isEmpty());
    QVERIFY(m_window->tap(u"Stay signed in"_s));
    QTRY_VERIFY(!m_window->find(u"Stay signed in"_s));
    QVERIFY(asked.isEmpty());
    m_home->acknowledgeAll();
    QTRY_VERIFY(m_window->find(u"Sync: Offline"_s));
    QVERIFY(m_window->tap(u"Sign out"_s));
    QTRY_COMPARE(asked.size(), 1);
}

void FirstDayTest::aDamagedFileIsToldOfUntilItIsRead()
{
    begin(QSize(390, 844));
    m_home->app->sync()->tellSetAside({ u"/lists/larder.sqlite.damaged"_s, 3 });
    QTRY_VERIFY(m_window->shows(u"Sync tells what was saved."_s));
    QVERIFY(m_window->tap(u"Sync: On this device only, look here"_s));
    QTRY_VERIFY(m_window->shows(u"could not be read any more and was replaced"_s));
    QVERIFY(m_window->shows(u"saved: 3"_s));
    QVERIFY(m_window->shows(u"/lists/larder.sqlite.damaged"_s));
    QVERIFY(m_window->tap(u"All right"_s));
    QTRY_VERIFY(!m_window->shows(u"/lists/larder.sqlite.damaged"_s));
    QVERIFY(m_window->find(u"Sync: On this device only"_s));
}

// Five hundred rows, most of them above what is looked at: the row that was on top stays there.
void FirstDayTest::whatOthersAddLeavesTheViewWhereItIs()
{
    using namespace model;
    const SpaceId space = m_home->receiveList(10'000);
    const qint64 version = 10'000 / limits::kPageRows + 1;
    m_home->settle();
    m_home->app->openList(space.toString());
    QTRY_COMPARE(m_home->app->list()->openCount(), 10'000);
    begin(QSize(390, 844));
    QQuickItem *rows = m_window->find(u"Items of Everything"_s);
    QVERIFY(rows);
    QVERIFY(QMetaObject::invokeMethod(rows, "positionViewAtIndex", Q_ARG(int, 6'000), Q_ARG(int, 0)));
    m_window->render();
    const auto top = [&] { return lineAt(rows, 30); };
    QVERIFY(top());
    const QString id = top()->property("itemId").toString();
    const qreal y = top()->mapToScene({}).y();
    std::vector<Record> incoming;
    for (int i = 0; i < 500; ++i) {
        Record record { { space, Kind::Item, { makeUuid7(m_home->clock.now(), m_home->random) } }, {},
            version + 1, { space.value } };
        record.set(item::kName, u"Oat milk"_s, Stamp { m_home->clock.now().count() });
        record.set(
            item::kCategory, i % 5 == 0 ? u"pantry"_s : u"produce"_s, Stamp { m_home->clock.now().count() });
        incoming.push_back(std::move(record));
    }
    QVERIFY(m_home->replica->applyRows({ space, version, version + 1, 0, true, false, incoming }));
    QTRY_COMPARE(m_home->app->list()->openCount(), 10'500);
    m_window->render();
    QVERIFY(top());
    QCOMPARE(top()->property("itemId").toString(), id);
    QCOMPARE(top()->mapToScene({}).y(), y);
    QVERIFY(m_home->app->list()->rowOf(id) > 6'300); // they did come above
}

// A known trap: the list follows the checked row to where it goes.
void FirstDayTest::aCheckLeavesTheViewWhereItIs()
{
    const model::SpaceId space = m_home->receiveList(300);
    m_home->settle();
    m_home->app->openList(space.toString());
    QTRY_COMPARE(m_home->app->list()->openCount(), 300);
    m_home->app->list()->setCheckedShown(true);
    begin(QSize(390, 844));
    QQuickItem *rows = m_window->find(u"Items of Everything"_s);
    QVERIFY(rows);
    QVERIFY(QMetaObject::invokeMethod(rows, "positionViewAtIndex", Q_ARG(int, 150), Q_ARG(int, 0)));
    m_window->render();
    const QString first = lineAt(rows, 30)->property("itemId").toString();
    const qreal y = lineAt(rows, 30)->mapToScene({}).y();
    for (int tap = 1; tap <= 3; ++tap) {
        QQuickItem *line = lineAt(rows, 230);
        QVERIFY(line);
        const QString id = line->property("itemId").toString();
        QVERIFY(id != first);
        QTest::mouseClick(&m_window->window(), Qt::LeftButton, {},
            line->mapToScene({ line->width() / 2, line->height() / 2 }).toPoint());
        QTRY_COMPARE(m_home->app->list()->checkedCount(), tap);
        QTRY_VERIFY(m_home->app->list()->rows()->isIdle());
        m_window->render();
        QVERIFY(m_home->app->list()->rowOf(id) > 290); // it went to the end
        QCOMPARE(lineAt(rows, 30)->property("itemId").toString(), first);
        QCOMPARE(lineAt(rows, 30)->mapToScene({}).y(), y);
    }
}

QTEST_MAIN(FirstDayTest)
#include "first_day_test.moc"
