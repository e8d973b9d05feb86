// Two devices of one person, each with its real window, replica thread and socket, and one real larderd.
#include "app/platform/sync_wiring.h"
#include "tests/support/app_device.h"
#include "tests/support/app_window.h"
#include "tests/support/larderd.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;

namespace {

constexpr int kPatienceMs = 30'000;

struct Device : test::AppDevice {
    Device(const QUrl &server, QSize size)
        : AppDevice(server.toString())
    {
        preferences->setReducedMotion(true);
        app::connectSync(*app, thread);
        thread.start();
        window.emplace(*app, size);
    }
    // Through the form, as a person does it.
    void signIn(bool fresh)
    {
        app->go(AppViewModel::Account);
        if (fresh) {
            app->account()->setRegistering(true);
            app->account()->setName(u"Ana"_s);
        }
        app->account()->setEmail(u"ana@larder.example"_s);
        app->account()->setPassword(u"correct horse battery"_s);
        app->account()->submit();
        QTRY_VERIFY_WITH_TIMEOUT(app->account()->isSignedIn(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(app->sync()->badge(), app::SyncViewModel::Done, kPatienceMs);
        app->go(AppViewModel::List);
    }
    const model::Record *item(const QString &name)
    {
        for (const model::Record *record : replica->records(app->list()->space(), model::Kind::Item)) {
            if (record->text(model::item::kName) == name) {
                return record;
            }
        }
        return nullptr;
    }
    void add(const QString &line)
    {
        window->window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&window->window()));
        QVERIFY(window->tap(u"Add something"_s));
        window->type(line);
        window->press(Qt::Key_Return);
    }

    std::optional<test::AppWindow> window;
};

} // namespace

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
    Device phone(server, QSize(390, 844));
    Device desktop(server, QSize(1280, 800));
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
    for (Device *device : { &phone, &desktop }) {
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
