// `larder --self-test`: opens every page on sample lists, in every width and in both themes, and fails on the
// first warning that QML has. Runs wherever the program was installed, with `-platform offscreen` too.
// Lives on the UI thread.
#pragma once

#include "app/viewmodels/app_view_model.h"

#include <QtQml/QQmlError>

#include <functional>
#include <vector>

class QQmlEngine;
class QQuickWindow;

namespace larder::app {

class SelfTest final : public QObject {
    Q_OBJECT

public:
    // Before anything is loaded, to hear all warnings.
    explicit SelfTest(QQmlEngine &engine);

    void begin(QQuickWindow &window, AppViewModel &app);

Q_SIGNALS:
    void finished(int exitCode);

private:
    using Step = std::function<void()>;

    void plan(QQuickWindow &window, AppViewModel &app);
    void frameShown();

    QList<QQmlError> m_warnings;
    std::vector<Step> m_steps;
    size_t m_next = 0;
    int m_frames = 0; // since the last step
    QQuickWindow *m_window = nullptr;
};

} // namespace larder::app
