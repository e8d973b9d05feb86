// Recipes on web pages: the description for machines that most of them carry (schema.org, as JSON-LD).
#pragma once

#include "core/exchange/import_builder.h"

namespace larder::exchange {

bool isPage(QStringView text, const QString &fileEnding);

void readPage(QStringView text, ImportBuilder &builder);

} // namespace larder::exchange
