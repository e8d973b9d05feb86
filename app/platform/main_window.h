// Loads the window's QML over its view model: for main.cpp, the self-test and the tests that look at pages.
#pragma once

class QQmlApplicationEngine;
class QQuickWindow;

namespace larder::app {

class AppViewModel;
class Language;
class PhotoFiles;

// Before anything is loaded: the import path, the icons, the photos.
void prepareEngine(QQmlApplicationEngine &engine, const PhotoFiles &photos);
// From now on the pages and what they show follow the language.
void followLanguage(QQmlApplicationEngine &engine, AppViewModel &viewModel, const Language &language);
// Null when the QML can't be loaded; the engine has said why. The engine owns the window.
QQuickWindow *loadMainWindow(QQmlApplicationEngine &engine, AppViewModel &viewModel);

} // namespace larder::app
