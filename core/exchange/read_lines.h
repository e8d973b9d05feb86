// Lists that are written in lines: Markdown, and text that somebody typed or that an app shared.
//
// Each line is read by the entry parser, without its bullet and its box. A heading of the first level is a
// list, and so is a line with a row of "=" below it; headings below it, and a line that ends with a colon,
// are categories. A line alone above a text of nothing but bullets and boxes is a list as well, as notes apps
// and AnyList share it. What stands behind ">" below an item is its note.
#pragma once

#include "core/exchange/import_builder.h"

namespace larder::exchange {

void readLines(QStringView text, const QString &fileEnding, ImportBuilder &builder);

} // namespace larder::exchange
