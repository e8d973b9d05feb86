// A register in words: what its field is called and what its value says. For notices about conflicts.
#pragma once

#include "core/model/record.h"

namespace larder::app {

// In the middle of a sentence: "name", "quantity".
QString fieldTitle(model::Kind kind, model::FieldNumber field);
QString fieldText(model::Kind kind, model::FieldNumber field, const model::Value &value);

} // namespace larder::app
