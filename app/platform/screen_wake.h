// Keeps the screen from going dark while somebody shops with the list in sight.
//
// Asked for is remembered, so that a screen saver that starts later, or anew, is asked too. Where the system
// has nothing to ask, nothing happens. The system lets go by itself when the program ends. Lives on the UI
// thread; made by main.cpp, driven by AppViewModel::screenAwakeChanged.
#pragma once

#include <QtCore/QObject>

#include <memory>

namespace larder::app {

class ScreenWake final : public QObject {
    Q_OBJECT

public:
    explicit ScreenWake(QObject *parent = nullptr);
    ~ScreenWake() override;

    bool isAwake() const { return m_awake; } // as asked for
    void setAwake(bool awake);

private:
    class System; // one for each, in the system's own .cpp

    std::unique_ptr<System> m_system; // made when it is first needed
    bool m_awake = false;
};

} // namespace larder::app
