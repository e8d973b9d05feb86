// Where Qt is asked, and on Windows the system for what Qt doesn't know.
#include "app/platform/system_look.h"

#include <QtCore/QtGlobal>
#include <QtGui/QGuiApplication>
#include <QtGui/QStyleHints>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace larder::app {

static SystemLook::Look currentLook()
{
    SystemLook::Look look;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        look.dark = scheme == Qt::ColorScheme::Dark;
    }
#endif
#ifdef Q_OS_WIN
    HIGHCONTRASTW contrast = {};
    contrast.cbSize = sizeof(contrast);
    if (SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0)) {
        look.highContrast = (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
    }
    BOOL animated = TRUE;
    if (SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animated, 0)) {
        look.reducedMotion = !animated;
    }
#endif
    return look;
}

void SystemLook::listen()
{
    set(currentLook());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
        [this] { set(currentLook()); });
#endif
    // The rest has no signal of its own; who changed it comes back from the system's settings.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this] { set(currentLook()); });
}

} // namespace larder::app
