#include "app/selftest/self_test.h"

#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickWindow>

#include <array>
#include <cstdio>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kFramesPerStep = 3; // bindings, polish and what these asked for

SelfTest::SelfTest(QQmlEngine &engine)
{
    connect(&engine, &QQmlEngine::warnings, this,
        [this](const QList<QQmlError> &warnings) { m_warnings += warnings; });
}

void SelfTest::begin(QQuickWindow &window, AppViewModel &app)
{
    m_window = &window;
    plan(window, app);
    connect(&window, &QQuickWindow::frameSwapped, this, &SelfTest::frameShown, Qt::QueuedConnection);
    window.update();
}

void SelfTest::plan(QQuickWindow &window, AppViewModel &app)
{
    static constexpr std::array kSizes = { QSize(390, 844), QSize(820, 1180), QSize(1280, 800) };
    const auto firstItem = [&app] {
        ItemRows &rows = *app.list()->rows();
        return rows.data(rows.index(1), ItemRows::ItemIdRole).toString();
    };
    for (const QSize &size : kSizes) {
        for (const int mode : { 1, 2 }) {
            m_steps.push_back([=, &window, &app] {
                window.resize(size);
                app.preferences()->setThemeMode(mode);
            });
            m_steps.push_back([&app] { app.go(AppViewModel::List); });
            m_steps.push_back([&app] { app.entry()->setText(u"2 kg apples #produce"_s); });
            m_steps.push_back([&app] { app.entry()->submit(); });
            m_steps.push_back([&app, firstItem] { app.list()->toggle(firstItem()); });
            m_steps.push_back([&app] { app.list()->setCheckedShown(!app.list()->isCheckedShown()); });
            m_steps.push_back([&app, firstItem] { app.openItem(firstItem()); });
            m_steps.push_back([&app] { app.list()->remove(app.item()->itemId()); });
            m_steps.push_back([&app] { app.undo()->undo(); });
            m_steps.push_back([&app] { app.go(AppViewModel::Lists); });
            m_steps.push_back([&window] { QMetaObject::invokeMethod(&window, "askNewList"); });
            m_steps.push_back([&app] { app.go(AppViewModel::Sync); });
            m_steps.push_back([&app] { app.account()->submit(); });
            m_steps.push_back([&app] { app.go(AppViewModel::Account); });
            m_steps.push_back([&app] { app.back(); });
        }
    }
}

void SelfTest::frameShown()
{
    if (!m_warnings.isEmpty()) {
        for (const QQmlError &warning : m_warnings) {
            std::fprintf(stderr, "larder: %s\n", qPrintable(warning.toString()));
        }
        Q_EMIT finished(1);
        return;
    }
    if (++m_frames < kFramesPerStep) {
        m_window->update();
        return;
    }
    m_frames = 0;
    if (m_next == m_steps.size()) {
        std::printf("larder: %zu steps, no warning\n", m_steps.size());
        Q_EMIT finished(0);
        return;
    }
    m_steps[m_next++]();
    m_window->update();
}

} // namespace larder::app
