// The icon of the tray as an object of the session bus: org.kde.StatusNotifierItem, which Plasma, GNOME's
// extension, Xfce and the panels of Wayland show.
//
// Only what the bus calls is here; a click is handed on as the tray's signal. Lives on the UI thread; made by
// the tray of Linux.
#pragma once

#include "app/platform/tray.h"

#include <QtDBus/QDBusAbstractAdaptor>
#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>

namespace larder::app {

struct TrayPixels {
    int width = 0;
    int height = 0;
    QByteArray argb; // of the network's byte order
};
using TrayPixelsList = QList<TrayPixels>;
struct TrayHint {
    QString icon;
    TrayPixelsList pixels;
    QString title;
    QString text;
};

QDBusArgument &operator<<(QDBusArgument &to, const TrayPixels &pixels);
const QDBusArgument &operator>>(const QDBusArgument &from, TrayPixels &pixels);
QDBusArgument &operator<<(QDBusArgument &to, const TrayHint &hint);
const QDBusArgument &operator>>(const QDBusArgument &from, TrayHint &hint);

class StatusNotifierItem final : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierItem")
    Q_PROPERTY(QString Category READ category)
    Q_PROPERTY(QString Id READ itemId)
    Q_PROPERTY(QString Title READ title)
    Q_PROPERTY(QString Status READ status)
    Q_PROPERTY(int WindowId READ windowId)
    Q_PROPERTY(QString IconName READ noName)
    Q_PROPERTY(larder::app::TrayPixelsList IconPixmap READ pixels)
    Q_PROPERTY(QString OverlayIconName READ noName)
    Q_PROPERTY(QString AttentionIconName READ noName)
    Q_PROPERTY(larder::app::TrayHint ToolTip READ hint)
    Q_PROPERTY(bool ItemIsMenu READ isMenu)
    Q_PROPERTY(QDBusObjectPath Menu READ menu)

public:
    static constexpr const char *kMenuPath = "/TrayMenu"; // beside it on its connection

    StatusNotifierItem(QObject *parent, Tray &tray);

    void setContent(const TrayContent &content);

    QString category() const { return QStringLiteral("ApplicationStatus"); }
    QString itemId() const { return QStringLiteral("larder"); }
    QString title() const { return m_content.title; }
    QString status() const { return QStringLiteral("Active"); }
    int windowId() const { return 0; }
    QString noName() const { return {}; }
    TrayPixelsList pixels() const { return m_pixels; }
    TrayHint hint() const { return { {}, {}, m_content.title, m_content.hint }; }
    bool isMenu() const { return false; }
    QDBusObjectPath menu() const { return QDBusObjectPath(kMenuPath); }

public Q_SLOTS:
    void Activate(int x, int y);
    void SecondaryActivate(int x, int y);
    void ProvideXdgActivationToken(const QString &token);
    void ContextMenu(int x, int y);
    void Scroll(int delta, const QString &orientation);

Q_SIGNALS:
    void NewTitle();
    void NewIcon();
    void NewToolTip();

private:
    Tray &m_tray;
    TrayContent m_content;
    TrayPixelsList m_pixels;
};

} // namespace larder::app

Q_DECLARE_METATYPE(larder::app::TrayPixels)
Q_DECLARE_METATYPE(larder::app::TrayHint)
