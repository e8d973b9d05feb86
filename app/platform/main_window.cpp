#include "app/platform/main_window.h"

#include "app/photos/photo_images.h"
#include "app/platform/icon_images.h"
#include "app/platform/language.h"
#include "app/viewmodels/app_view_model.h"

#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>

namespace larder::app {

using namespace Qt::StringLiterals;

void prepareEngine(QQmlApplicationEngine &engine, const PhotoFiles &photos)
{
    // Text alone would take an emoji from whatever font has it first, often one without colours.
    QFont::insertSubstitutions(u"Larder Emoji"_s,
        { u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, u"Twemoji"_s });
    engine.addImportPath(u"qrc:/qt/qml"_s); // no default before Qt 6.5
    engine.addImageProvider(u"icons"_s, new IconImages); // the engine's
    engine.addImageProvider(u"photos"_s, new PhotoImages(photos)); // likewise
}

void followLanguage(QQmlApplicationEngine &engine, AppViewModel &viewModel, const Language &language)
{
    QObject::connect(&language, &Language::changed, &engine, [&engine, &viewModel] {
        engine.retranslate();
        viewModel.retranslate();
    });
}

QQuickWindow *loadMainWindow(QQmlApplicationEngine &engine, AppViewModel &viewModel)
{
    QGuiApplication::setQuitOnLastWindowClosed(
        false); // which may stay in the tray; its pages end the program
    engine.setInitialProperties({ { u"viewModel"_s, QVariant::fromValue(&viewModel) } });
    engine.load(QUrl(u"qrc:/qt/qml/Larder/Main.qml"_s));
    return engine.rootObjects().isEmpty() ? nullptr
                                          : qobject_cast<QQuickWindow *>(engine.rootObjects().front());
}

} // namespace larder::app
