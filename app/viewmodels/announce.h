// Says of a view model, and of all that it leads to by its properties, that every value may be another: for a
// change of what no value of theirs tells, such as the language. Lives on the UI thread.
#pragma once

class QObject;

namespace larder::app {

// Emits each property's signal once, and dataChanged for every row of a model.
void announceAll(QObject &viewModel);

} // namespace larder::app
