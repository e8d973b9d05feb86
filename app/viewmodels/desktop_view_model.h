// What the You page offers of the desktop around the window: starting with the session.
//
// That is no preference of ours but an entry of the system's, so the system is asked each time. Lives on the
// UI thread; owned by AppViewModel.
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace larder::app {

class DesktopViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(bool canAutostart READ canAutostart CONSTANT)
    Q_PROPERTY(bool autostart READ isAutostart WRITE setAutostart NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    explicit DesktopViewModel(QObject *parent);

    bool canAutostart() const;
    bool isAutostart() const;
    void setAutostart(bool on);
    // Why the last choice could not be kept; empty when it was.
    QString error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    QString m_error;
};

} // namespace larder::app
