// What the tray shows of the lists: how much is left on the open one, and a menu to get there.
//
// Follows the lists at most a few times a second, because others may change thousands of items at once. A
// window that stays in the tray comes back when there has been no tray for a while, so that the program is
// never out of reach. Lives on the UI thread; made by main.cpp after the view models.
#pragma once

#include "app/platform/tray.h"
#include "core/clock.h"

#include <QtCore/QStringList>

namespace larder::app {

class AppViewModel;

class TrayPresence final : public QObject {
    Q_OBJECT

public:
    TrayPresence(AppViewModel &app, Timers &timers);
    ~TrayPresence() override;

private:
    void follow();
    void look();
    void lookSoon();
    void watchOver();
    void run(int entry);
    TrayContent content();
    int entryOf(const QString &listId);

    AppViewModel &m_app;
    Timers &m_timers;
    Tray m_tray;
    QStringList m_lists; // ids of those that were in the menu, each known to it by its place
    Timers::Id m_pause = 0;
    Timers::Id m_grace = 0;
};

} // namespace larder::app
