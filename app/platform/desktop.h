// What the window has of the system around it: its looks, a screen that stays awake, paper, files, the tray.
//
// Each of these works without the others and without a desktop that knows them. Lives on the UI thread; made
// by main.cpp beside the view models, which it outlives none of.
#pragma once

#include "app/files/file_work.h"
#include "app/paper/paper_work.h"
#include "app/platform/screen_wake.h"
#include "app/platform/system_look.h"
#include "app/platform/tray_presence.h"

namespace larder::app {

class AppViewModel;

class Desktop final {
public:
    // Begins to listen; nothing here waits for an answer.
    Desktop(AppViewModel &app, Timers &timers, const Clock &clock);
    Q_DISABLE_COPY_MOVE(Desktop)

private:
    SystemLook m_look;
    ScreenWake m_wake;
    PaperWork m_paper;
    FileWork m_files;
    TrayPresence m_tray;
};

} // namespace larder::app
