#include "app/viewmodels/desktop_view_model.h"

#include "app/platform/autostart.h"
#include "core/logging.h"

namespace larder::app {

DesktopViewModel::DesktopViewModel(QObject *parent)
    : QObject(parent)
{
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
    Q_EMIT changed();
}

} // namespace larder::app
