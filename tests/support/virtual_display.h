// An X display of a test's own, without a window manager, and hands at it.
#pragma once

#include <QtCore/QProcess>

namespace larder::test {

class VirtualDisplay {
public:
    VirtualDisplay();
    ~VirtualDisplay();
    Q_DISABLE_COPY_MOVE(VirtualDisplay)

    const QString &name() const { return m_name; }
    // What xdotool says; its exit code is not asked.
    QByteArray tell(const QStringList &command) const;
    bool hasWindow() const;
    // Gives the window the keyboard, as a window manager would.
    void focusWindow() const;

private:
    QProcess m_server;
    QString m_name;
};

} // namespace larder::test
