// What a write does, in a person's words: for the queue of what is not sent, and for what was refused.
#pragma once

#include "core/protocol/messages.h"

namespace larder::app {

// Whether the server had the record before.
enum class WriteTo : quint8 { New, Known };

// Such as "Added" or "quantity: 3, note: ripe ones".
QString writeSentence(const protocol::Write &write, WriteTo to);
// What the write calls its record; empty when it says nothing of that.
QString writtenName(const protocol::Write &write);
// All that it says, a line a field, the name first: to be kept elsewhere.
QString writeAsText(const protocol::Write &write, const QString &name);

} // namespace larder::app
