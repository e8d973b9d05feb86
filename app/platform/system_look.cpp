#include "app/platform/system_look.h"

namespace larder::app {

SystemLook::SystemLook(QObject *parent)
    : QObject(parent)
{
}

SystemLook::~SystemLook() = default;

void SystemLook::set(const Look &look)
{
    if (look != m_look) {
        m_look = look;
        Q_EMIT changed(m_look);
    }
}

} // namespace larder::app
