// What an import says of a line that it can't read, and of the file, in sentences.
#pragma once

#include "core/exchange/import_reader.h"

namespace larder::app {

// "Line 3: a name has at most 255 characters."
QString unreadableText(const exchange::Unreadable &unreadable);
// "a Larder export", "a list of Bring!"
QString formatText(exchange::ImportFormat format);

} // namespace larder::app
