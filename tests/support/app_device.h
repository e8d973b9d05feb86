// The client without a window as main.cpp builds it, with its threads and real time, over files of its own;
// started by whoever made it, after connecting what they need.
#pragma once

#include "app/platform/sync_thread.h"
#include "app/viewmodels/app_view_model.h"

#include <QtCore/QTemporaryDir>

namespace larder::test {

struct AppDevice {
    explicit AppDevice(const QString &server = {})
        : thread({ folder.filePath(QStringLiteral("larder.sqlite")),
                     folder.filePath(QStringLiteral("account")), folder.filePath(QStringLiteral("photos")) },
            clock, random, stamps)
    {
        if (const auto opened = thread.open(); !opened) {
            qFatal("no replica: %s", qPrintable(opened.error().detail));
        }
        replica.emplace(thread.replica(), stamps, clock, random);
        preferences.emplace(folder.filePath(QStringLiteral("preferences.ini")));
        app.emplace(*replica, *preferences, timers, clock, server, photos);
    }

    QTemporaryDir folder;
    app::PhotoFiles photos { folder.filePath(QStringLiteral("photos")) };
    SystemClock clock;
    SystemRandom random;
    EventLoopTimers timers;
    model::StampClock stamps;
    app::SyncThread thread;
    std::optional<replica::ReplicaClient> replica;
    std::optional<app::Preferences> preferences;
    std::optional<app::AppViewModel> app;
};

} // namespace larder::test
