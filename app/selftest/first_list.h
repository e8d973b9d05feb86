// Tells when the first frame that shows the items of a list is on the screen, for the benchmark of the start.
// One line of JSON on the standard output: milliseconds since the program began to run, and its memory then.
// Lives on the UI thread.
#pragma once

#include "app/viewmodels/app_view_model.h"

class QQuickWindow;

namespace larder::app {

class FirstList final : public QObject {
    Q_OBJECT

public:
    // `begun`: by the monotonic clock.
    FirstList(QQuickWindow &window, AppViewModel &app, const Clock &clock, Micros begun);

Q_SIGNALS:
    void shown();

private:
    void tell();

    AppViewModel &m_app;
    const Clock &m_clock;
    Micros m_begun;
    bool m_synchronised = false; // a frame was prepared since the list had items
};

} // namespace larder::app
