// A device for tests of the client: a real replica in a folder of its own, its memory image, and the view
// models over them. The replica lives on this thread, so a test sees everything happen as it turns the event
// loop.
#pragma once

#include "app/platform/preferences.h"
#include "app/viewmodels/app_view_model.h"
#include "core/random.h"
#include "tests/support/manual_clock.h"

#include <QtCore/QTemporaryDir>

namespace larder::test {

class AppHome {
public:
    enum class Time : quint8 { Manual, Real };

    explicit AppHome(Time time = Time::Manual);
    ~AppHome();

    // Lets everything that was queued arrive, and the disk have what was written.
    void settle();
    // Turns the manual clock; what becomes due happens.
    void pass(std::chrono::milliseconds span);

    // A list with the groceries of the demonstration, opened; its items by name.
    model::SpaceId openDemo();
    model::SpaceId openEmpty();
    // The server has taken everything that was queued.
    void acknowledgeAll();
    // As many items in as many categories as a large household may have, in one batch from the server.
    model::SpaceId receiveList(int items, model::Role role = model::Role::Owner);
    model::RecordId item(const QString &name) const;
    QString idOf(const QString &name) const { return item(name).toString(); }
    QStringList names() const; // of the rows that are shown, headers in brackets

    VirtualTime time;
    ManualClock manualClock { time };
    ManualTimers manualTimers { time };
    SystemClock realClock;
    EventLoopTimers realTimers;
    SystemRandom random;
    model::StampClock stamps;
    QTemporaryDir dir;
    app::PhotoFiles photos { dir.filePath(QStringLiteral("photos")) };
    const Clock &clock;
    Timers &timers;
    std::unique_ptr<replica::Replica> replica;
    std::unique_ptr<replica::ReplicaClient> client;
    std::unique_ptr<app::Preferences> preferences;
    std::unique_ptr<app::AppViewModel> app;
};

} // namespace larder::test
