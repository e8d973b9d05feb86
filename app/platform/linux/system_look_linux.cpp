#include "app/platform/linux/portal_settings.h"
#include "app/platform/system_look.h"

#include <QtGui/QFont>
#include <QtGui/QGuiApplication>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kAppearance = u"org.freedesktop.appearance"_s;
static const QString kGnome = u"org.gnome.desktop.interface"_s;
static const QString kGnomeAccess = u"org.gnome.desktop.a11y.interface"_s;
static constexpr qreal kPlasmaPoints = 10; // the size of Plasma's text that nobody has changed

// Plasma knows no factor, but gives programs its font.
static std::optional<qreal> plasmaTextScale()
{
    if (!qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains(u"KDE"_s)) {
        return {};
    }
    const qreal points = QGuiApplication::font().pointSizeF();
    return points > 0 ? std::optional(points / kPlasmaPoints) : std::nullopt;
}

// What all desktops say comes first, then what GNOME said before there was that.
static SystemLook::Look lookOf(const PortalValues &values)
{
    SystemLook::Look look;
    const QVariantMap common = values.value(kAppearance);
    const QVariantMap gnome = values.value(kGnome);
    const uint scheme = common.value(u"color-scheme"_s).toUInt();
    if (scheme == 1 || scheme == 2) { // else no preference
        look.dark = scheme == 1;
    }
    const QVariant contrast = common.contains(u"contrast"_s)
        ? common.value(u"contrast"_s)
        : values.value(kGnomeAccess).value(u"high-contrast"_s);
    if (contrast.isValid()) {
        look.highContrast = contrast.toBool();
    }
    if (const QVariant less = common.value(u"reduced-motion"_s); less.isValid()) {
        look.reducedMotion = less.toBool();
    } else if (const QVariant animations = gnome.value(u"enable-animations"_s); animations.isValid()) {
        look.reducedMotion = !animations.toBool();
    }
    if (const qreal factor = gnome.value(u"text-scaling-factor"_s).toReal(); factor > 0) {
        look.textScale = factor;
    } else {
        look.textScale = plasmaTextScale();
    }
    return look;
}

void SystemLook::listen()
{
    set(lookOf({}));
    const auto *portal
        = new PortalSettings(QDBusConnection::sessionBus(), { kAppearance, kGnome, kGnomeAccess }, this);
    connect(
        portal, &PortalSettings::changed, this, [this](const PortalValues &values) { set(lookOf(values)); });
}

} // namespace larder::app
