#include "app/platform/linux/status_notifier.h"

#include "app/platform/tray_icon.h"

#include <QtCore/QtEndian>
#include <QtDBus/QDBusMetaType>

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr std::array kSides = { 22, 32, 48 };

QDBusArgument &operator<<(QDBusArgument &to, const TrayPixels &pixels)
{
    to.beginStructure();
    to << pixels.width << pixels.height << pixels.argb;
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, TrayPixels &pixels)
{
    from.beginStructure();
    from >> pixels.width >> pixels.height >> pixels.argb;
    from.endStructure();
    return from;
}

QDBusArgument &operator<<(QDBusArgument &to, const TrayHint &hint)
{
    to.beginStructure();
    to << hint.icon << hint.pixels << hint.title << hint.text;
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, TrayHint &hint)
{
    from.beginStructure();
    from >> hint.icon >> hint.pixels >> hint.title >> hint.text;
    from.endStructure();
    return from;
}

static TrayPixels pixelsOf(const QImage &image)
{
    TrayPixels pixels { image.width(), image.height(), {} };
    pixels.argb.resize(4 * qsizetype(image.width()) * image.height());
    char *to = pixels.argb.data();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x, to += 4) {
            qToBigEndian<quint32>(image.pixel(x, y), to);
        }
    }
    return pixels;
}

StatusNotifierItem::StatusNotifierItem(QObject *parent, Tray &tray)
    : QDBusAbstractAdaptor(parent)
    , m_tray(tray)
{
    qDBusRegisterMetaType<TrayPixels>();
    qDBusRegisterMetaType<TrayPixelsList>();
    qDBusRegisterMetaType<TrayHint>();
}

void StatusNotifierItem::setContent(const TrayContent &content)
{
    const TrayContent before = std::exchange(m_content, content);
    if (m_pixels.isEmpty() || before.count != content.count) {
        m_pixels.clear();
        for (const int side : kSides) {
            m_pixels.append(pixelsOf(trayIcon(side, content.count)));
        }
        Q_EMIT NewIcon();
    }
    if (before.title != content.title) {
        Q_EMIT NewTitle();
    }
    if (before.title != content.title || before.hint != content.hint) {
        Q_EMIT NewToolTip();
    }
}

void StatusNotifierItem::Activate(int, int)
{
    Q_EMIT m_tray.activated();
}

void StatusNotifierItem::SecondaryActivate(int, int)
{
    Q_EMIT m_tray.activated();
}

// What lets the window come to the front on Wayland, where programs can't do so by themselves; the window
// takes it from there when it is raised.
void StatusNotifierItem::ProvideXdgActivationToken(const QString &token)
{
    qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

// The desktop shows the menu itself; and there is nothing to scroll through.
void StatusNotifierItem::ContextMenu(int, int) { }

void StatusNotifierItem::Scroll(int, const QString &) { }

} // namespace larder::app
