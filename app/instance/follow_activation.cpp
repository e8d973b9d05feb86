#include "app/instance/follow_activation.h"

#include "app/viewmodels/app_view_model.h"

#include <QtCore/QCoreApplication>
#include <QtQuick/QQuickWindow>

namespace larder::app {

struct ActivationText {
    Q_DECLARE_TR_FUNCTIONS(ActivationText)
};

static bool showList(AppViewModel &app, const replica::ReplicaClient &replica, model::SpaceId list)
{
    if (!replica.space(list)) {
        app.undo()->say(ActivationText::tr("The list of this link isn't on this device."));
        return false;
    }
    app.openList(list.toString());
    return true;
}

static void follow(const Activation &activation, AppViewModel &app, const replica::ReplicaClient &replica)
{
    switch (activation.kind) {
    case Activation::Kind::Raise:
        break;
    case Activation::Kind::OpenList:
        showList(app, replica, activation.list);
        break;
    case Activation::Kind::Prefill:
        if (activation.list.isNull() || showList(app, replica, activation.list)) {
            app.go(AppViewModel::List);
            app.entry()->setText(activation.text);
        }
        break;
    case Activation::Kind::Invite:
        app.undo()->say(ActivationText::tr(
            "This Larder can't open invitations yet. Ask whoever sent it to share the list with "
            "your e-mail address."));
        break;
    case Activation::Kind::OpenFile:
        app.go(AppViewModel::List);
        app.importing()->readFile(activation.text);
        break;
    }
}

void followActivation(const Activation &activation, AppViewModel &app, const replica::ReplicaClient &replica)
{
    if (replica.isStarted()) {
        follow(activation, app, replica);
        return;
    }
    auto *once = new QObject(&app);
    QObject::connect(
        &replica, &replica::ReplicaClient::started, once,
        [once, activation, &app, &replica] {
            follow(activation, app, replica);
            once->deleteLater();
        },
        Qt::QueuedConnection); // after the view models have heard of it
}

void raise(QQuickWindow &window)
{
    if (window.windowStates() & Qt::WindowMinimized) {
        window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    }
    window.show();
    window.raise();
    window.requestActivate();
}

} // namespace larder::app
