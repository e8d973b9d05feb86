// Two devices of one person, each with its real window, replica thread and socket, and one real larderd.
#include "tests/support/larderd.h"
#include "tests/support/window_device.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using test::kPatienceMs;

class TwoWindowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOneTapsShowsOnTheOtherAndAnOutageLosesNothing();
};

void TwoWindowsTest::whatOneTapsShowsOnTheOtherAndAnOutageLosesNothing()
{
    const QTemporaryDir folder;
    auto larderd = std::make_unique<test::Larderd>(QStringList(), folder.path());
    const quint16 http = larderd->httpPort();
    const quint16 socket = larderd->syncPort();
    const QUrl server(u"http://127.0.0.1:%1"_s.arg(http));
    test::WindowDevice phone(server, QSize(390, 844));
    test::WindowDevice desktop(server, QSize(1280, 800));
    phone.signIn(true);
    phone.add(u"2 kg apples"_s);
    phone.add(u"milk 1.5 l"_s);
    QTRY_COMPARE_WITH_TIMEOUT(phone.app->sync()->badge(), app::SyncViewModel::Done, kPatienceMs);
    QVERIFY(phone.window->find(u"Sync: Up to date"_s));

    desktop.signIn(false);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.replica->space(phone.app->list()->space()), kPatienceMs);
    desktop.app->openList(phone.app->list()->space().toString());
    QTRY_VERIFY_WITH_TIMEOUT(
        desktop.window->shows(u"apples"_s) && desktop.window->shows(u"1.5 l"_s), kPatienceMs);

    QVERIFY(desktop.window->tap(u"apples, 2 kg, not checked, Produce"_s));
    QTRY_VERIFY_WITH_TIMEOUT(phone.item(u"apples"_s)->truth(model::item::kChecked), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(phone.window->shows(u"Checked (1)"_s), kPatienceMs);

    larderd->kill();
    QTRY_VERIFY_WITH_TIMEOUT(phone.window->find(u"Sync: Offline"_s), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window->find(u"Sync: Offline"_s), kPatienceMs);
    phone.add(u"6x eggs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(phone.window->findStarting(u"Sync: Offline, 1 waiting"_s)
            || phone.window->findStarting(u"Sync: Connecting, 1 waiting"_s),
        kPatienceMs);
    QVERIFY(phone.app->sync()->waiting() > 0);
    QVERIFY(desktop.item(u"milk"_s));
    desktop.app->list()->toggle(desktop.item(u"milk"_s)->key.id.toString());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.app->sync()->waiting(), 1, kPatienceMs);

    larderd = std::make_unique<test::Larderd>(
        QStringList { u"--http-port"_s, QString::number(http), u"--sync-port"_s, QString::number(socket) },
        folder.path());
    QCOMPARE(larderd->httpPort(), http);
    for (test::WindowDevice *device : { &phone, &desktop }) {
        device->app->sync()->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(device->app->sync()->badge(), app::SyncViewModel::Done, kPatienceMs);
        QCOMPARE(device->app->sync()->waiting(), 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window->shows(u"eggs"_s), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(phone.item(u"milk"_s)->truth(model::item::kChecked), kPatienceMs);
    QCOMPARE(phone.window->warnings(), QStringList());
    QCOMPARE(desktop.window->warnings(), QStringList());
}

QTEST_MAIN(TwoWindowsTest)
#include "two_windows_test.moc"
