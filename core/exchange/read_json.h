// The formats that are JSON, told apart by the members that they have.
#pragma once

#include "core/exchange/import_builder.h"
#include "core/exchange/json_tree.h"

namespace larder::exchange {

ImportFormat formatOf(JsonTree::Value root);

void readLarder(JsonTree::Value root, ImportBuilder &builder);

} // namespace larder::exchange
