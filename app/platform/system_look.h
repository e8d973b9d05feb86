// How the person wants programs to look, as the system says it: dark or light, more contrast, less motion,
// larger text. It changes while the program runs.
//
// What the system doesn't say stays open, and the theme falls back to what it can see for itself (the colours
// of the palette). On Linux the desktop's portal is asked over the session bus, where nothing waits for the
// answer. Lives on the UI thread; made by main.cpp, read by the theme through AppViewModel's preferences.
#pragma once

#include <QtCore/QObject>

#include <optional>

namespace larder::app {

class SystemLook final : public QObject {
    Q_OBJECT

public:
    // What is not said is none.
    struct Look {
        std::optional<bool> dark;
        std::optional<bool> highContrast;
        std::optional<bool> reducedMotion;
        std::optional<qreal> textScale;

        friend bool operator==(const Look &, const Look &) = default;
    };

    explicit SystemLook(QObject *parent = nullptr);
    ~SystemLook() override;

    const Look &look() const { return m_look; }
    // Asks the system, and listens from then on.
    void listen();

Q_SIGNALS:
    void changed(const larder::app::SystemLook::Look &look);

private:
    void set(const Look &look);

    Look m_look;
};

} // namespace larder::app
