// Loads the window's QML over its view model: for main.cpp, the self-test and the tests that look at pages.
#pragma once

class QQmlApplicationEngine;
class QQuickWindow;

namespace larder::app {

class AppViewModel;

// Before anything is loaded: the import path, the icons.
void prepareEngine(QQmlApplicationEngine &engine);
// Null when the QML can't be loaded; the engine has said why. The engine owns the window.
QQuickWindow *loadMainWindow(QQmlApplicationEngine &engine, AppViewModel &viewModel);

} // namespace larder::app
