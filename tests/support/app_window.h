// The real window over a device of the tests: pages are found as a screen reader finds them, by their
// accessible names, and used as a hand uses them, by taps and keys.
//
// Every warning of QML is kept; a test ends by asking for none.
#pragma once

#include "app/platform/language.h"
#include "tests/support/app_home.h"

#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>

namespace larder::test {

class AppWindow {
public:
    AppWindow(AppHome &home, QSize size)
        : AppWindow(*home.app, home.photos, size)
    {
    }
    AppWindow(app::AppViewModel &app, const app::PhotoFiles &photos, QSize size);
    ~AppWindow();

    QQuickWindow &window() { return *m_window; }
    // The other window with this title; null until it was made.
    static QQuickWindow *other(const QString &title);
    QStringList warnings() const { return m_warnings; }

    // The visible control with this accessible name, wholly or in its beginning; null when there is none.
    QQuickItem *find(const QString &name);
    QQuickItem *findStarting(const QString &beginning);
    // The accessible name of what has the keyboard; empty when it is nothing that has one.
    QString focused() const;
    // Whether some text that is shown contains this.
    bool shows(const QString &text);
    // Waits for what it taps. False when it never came.
    bool tap(const QString &name);
    // Presses in the middle of one thing, moves over it and then to the middle of the other, and lets go.
    // False when one of them never came.
    bool drag(const QString &from, const QString &to);
    // Moves the pointer over it, as before a press.
    bool hover(const QString &name);
    // Like a finger: along the row by so many pixels.
    bool swipe(const QString &name, int by);
    bool click(const QString &name, Qt::KeyboardModifiers modifiers);
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Bindings, layouts and the frame after them.
    void render();

private:
    std::optional<QPoint> middleOf(const QString &name);

    app::Language m_language;
    QStringList m_warnings;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace larder::test
