// A device with its window and everything below it, on a thread of its own, for tests with a real larderd:
// what a person does with it goes through its pages.
#pragma once

#include "app/platform/sync_wiring.h"
#include "tests/support/app_device.h"
#include "tests/support/app_window.h"

#include <QtTest/QtTest>

namespace larder::test {

inline constexpr int kPatienceMs = 30'000;

struct WindowDevice : AppDevice {
    WindowDevice(const QUrl &server, QSize size)
        : AppDevice(server.toString())
    {
        preferences->setReducedMotion(true);
        app::connectSync(*app, thread);
        thread.start();
        window.emplace(*app, photos, size);
    }
    // Through the form, as a person does it.
    void signIn(bool fresh)
    {
        app->go(app::AppViewModel::Account);
        if (fresh) {
            app->account()->setRegistering(true);
            app->account()->setName(QStringLiteral("Ana"));
        }
        app->account()->setEmail(QStringLiteral("ana@larder.example"));
        app->account()->setPassword(QStringLiteral("correct horse battery"));
        app->account()->submit();
        QTRY_VERIFY_WITH_TIMEOUT(app->account()->isSignedIn(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(app->sync()->badge(), app::SyncViewModel::Done, kPatienceMs);
        app->go(app::AppViewModel::List);
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
        QVERIFY(window->tap(QStringLiteral("Add something")));
        window->type(line);
        window->press(Qt::Key_Return);
    }

    std::optional<AppWindow> window;
};

} // namespace larder::test
