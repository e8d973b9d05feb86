// The one place that turns codes into sentences: what happened, what was kept, what to do.
#pragma once

#include "core/error_code.h"

#include <QtCore/QString>

namespace larder::app {

// For something that a person just asked for and that did not happen.
QString errorSentence(Code code);
// For a list that the disk does not give.
QString unreadableSentence();
// Why the program does not start at all.
QString startSentence(Code code);
// Why a change that was made on this device was not kept by the server.
QString refusalSentence(Code code);
// Why nothing is being synchronised; what was changed meanwhile is kept, which the sentence says where it
// matters.
QString syncReason(Code code);

} // namespace larder::app
