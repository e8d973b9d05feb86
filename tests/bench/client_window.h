// The client in this process, on its own thread and files, with its window or without.
#pragma once

#include "tests/support/app_device.h"

#include <QtQml/QQmlApplicationEngine>

#include <functional>

class QQuickWindow;

namespace larder::bench {

// Lets the event loop turn; ends the program when it never comes.
void turnUntil(const std::function<bool()> &done);

struct Client : test::AppDevice {
    Client();
    void open(model::SpaceId list);
    // A list of that many groceries, written here and saved.
    model::SpaceId makeList(int items, std::vector<model::RecordId> *made = nullptr);
    // Until what is shown stands still and what was written is on the disk.
    void settle();
    int rows() { return app->list()->openCount() + app->list()->checkedCount(); }
};

// Shown, at the size of a desktop's; goes before the client.
class ClientWindow {
public:
    explicit ClientWindow(Client &client);

    QQuickWindow &window() { return *m_window; }

private:
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace larder::bench
