// An icon in the desktop's tray, with a menu.
//
// Where the desktop has no tray, or one that nobody looks at, nothing shows, and isAvailable() says so; a
// tray that starts later gets it. On Linux this is the protocol StatusNotifierItem with its menu, spoken
// directly, so that the program needs no Qt Widgets. Lives on the UI thread; TrayPresence gives it what it
// shows.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <vector>

namespace larder::app {

struct TrayEntry {
    int id = 0; // above 0; stays that of its entry, because a menu may be open while it changes
    QString text; // empty: a line between entries

    friend bool operator==(const TrayEntry &, const TrayEntry &) = default;
};

struct TrayContent {
    QString title;
    QString hint; // for those who point at it
    int count = 0; // on the icon; none when 0
    std::vector<TrayEntry> entries;

    friend bool operator==(const TrayContent &, const TrayContent &) = default;
};

class Tray final : public QObject {
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    bool isAvailable() const;
    void show(const TrayContent &content);
    void hide();

Q_SIGNALS:
    void availableChanged(bool available);
    void activated();
    void chosen(int id);

private:
    class System; // one for each, in the system's own .cpp

    std::unique_ptr<System> m_system;
};

} // namespace larder::app
