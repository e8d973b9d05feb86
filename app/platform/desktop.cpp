#include "app/platform/desktop.h"

#include "app/viewmodels/app_view_model.h"

namespace larder::app {

Desktop::Desktop(AppViewModel &app, Timers &timers, const Clock &clock)
    : m_paper(app, clock)
    , m_files(app)
    , m_tray(app, timers)
{
    QObject::connect(&m_look, &SystemLook::changed, app.preferences(), &Preferences::setSystemLook);
    QObject::connect(&app, &AppViewModel::screenAwakeChanged, &m_wake, &ScreenWake::setAwake);
    m_look.listen();
}

} // namespace larder::app
