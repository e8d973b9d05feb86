// Larder on the desktop, outside its pages: the tray, the window that may stay there, and starting with the
// session.
//
// Whether there is a tray is told from outside, and so is whether the window is shown; what is chosen of the
// tray is in the preferences. Starting with the session is no preference of ours but an entry of the
// system's, so the system is asked each time. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/platform/preferences.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace larder::app {

class DesktopViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(bool trayAvailable READ isTrayAvailable NOTIFY trayChanged)
    Q_PROPERTY(bool closesToTray READ closesToTray NOTIFY trayChanged)
    Q_PROPERTY(bool windowShown READ isWindowShown WRITE setWindowShown NOTIFY windowShownChanged)
    Q_PROPERTY(bool canAutostart READ canAutostart CONSTANT)
    Q_PROPERTY(bool autostart READ isAutostart WRITE setAutostart NOTIFY autostartChanged)
    Q_PROPERTY(QString error READ error NOTIFY autostartChanged)

public:
    explicit DesktopViewModel(Preferences &preferences, QObject *parent = nullptr);

    bool isTrayAvailable() const { return m_trayAvailable; }
    void setTrayAvailable(bool available);
    // Larder's icon is there.
    bool isInTray() const { return m_trayAvailable && m_preferences.hasTray(); }
    // The window that is closed stays in the tray: the icon is there, and this was asked for.
    bool closesToTray() const { return isInTray() && m_preferences.closesToTray(); }

    bool isWindowShown() const { return m_windowShown; }
    void setWindowShown(bool shown);
    void askForWindow() { Q_EMIT windowAsked(); }
    void askToHide() { Q_EMIT hideAsked(); }

    bool canAutostart() const;
    bool isAutostart() const;
    void setAutostart(bool on);
    // Why the last choice could not be kept; empty when it was.
    QString error() const { return m_error; }

Q_SIGNALS:
    void trayChanged();
    void windowShownChanged();
    void windowAsked(); // to come to the front
    void hideAsked();
    void autostartChanged();

private:
    void onPreferencesChanged();

    Preferences &m_preferences;
    QString m_error;
    bool m_trayAvailable = false;
    bool m_tray; // as it was chosen last
    bool m_closeToTray;
    bool m_windowShown = false;
};

} // namespace larder::app
