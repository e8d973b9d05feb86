#include "app/viewmodels/desktop_view_model.h"

#include "app/platform/autostart.h"
#include "core/logging.h"

namespace larder::app {

DesktopViewModel::DesktopViewModel(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_tray(preferences.hasTray())
    , m_closeToTray(preferences.closesToTray())
{
    connect(&preferences, &Preferences::changed, this, &DesktopViewModel::onPreferencesChanged);
}

// They also change while somebody drags the edge of a pane.
void DesktopViewModel::onPreferencesChanged()
{
    const bool tray = std::exchange(m_tray, m_preferences.hasTray());
    const bool closeToTray = std::exchange(m_closeToTray, m_preferences.closesToTray());
    if (tray != m_tray || closeToTray != m_closeToTray) {
        Q_EMIT trayChanged();
    }
}

void DesktopViewModel::setTrayAvailable(bool available)
{
    if (available != m_trayAvailable) {
        m_trayAvailable = available;
        Q_EMIT trayChanged();
    }
}

void DesktopViewModel::setWindowShown(bool shown)
{
    if (shown != m_windowShown) {
        m_windowShown = shown;
        Q_EMIT windowShownChanged();
    }
}

bool DesktopViewModel::canAutostart() const
{
    return canStartWithSession();
}

bool DesktopViewModel::isAutostart() const
{
    return canStartWithSession() && startsWithSession();
}

void DesktopViewModel::setAutostart(bool on)
{
    const auto kept = setStartsWithSession(on);
    if (!kept) {
        qCWarning(lcApp, "starting with the session: %s", qPrintable(kept.error().detail));
    }
    m_error = kept ? QString() : tr("The system's settings can't be written. Nothing was changed.");
    Q_EMIT autostartChanged();
}

} // namespace larder::app
