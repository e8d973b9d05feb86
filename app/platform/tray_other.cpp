// Windows and macOS, which would want Qt Widgets for a tray, and phones, which have none: nothing of a tray
// is shown there.
#include "app/platform/tray.h"

namespace larder::app {

class Tray::System { };

Tray::Tray(QObject *parent)
    : QObject(parent)
{
}

Tray::~Tray() = default;

bool Tray::isAvailable() const
{
    return false;
}

void Tray::show(const TrayContent &) { }

void Tray::hide() { }

} // namespace larder::app
