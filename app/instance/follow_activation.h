// What the window does when it is given something to open: comes to the front, shows the list, puts the text
// into the entry line, shows what is in a file. Nothing is written: a link may come from anywhere, and only a
// person adds.
#pragma once

#include "app/instance/activation.h"
#include "core/replica/replica_client.h"

class QQuickWindow;

namespace larder::app {

class AppViewModel;

// On the UI thread. What needs the lists waits for them; `replica` is the one behind `app`.
void followActivation(const Activation &activation, AppViewModel &app, const replica::ReplicaClient &replica);
void raise(QQuickWindow &window);

} // namespace larder::app
