// Whether registers may stand in a record: type, limits, required fields, and stamps that are stamps.
//
// The client calls it before it queues a write, the server before it keeps one, with the same answer.
#pragma once

#include "core/model/record.h"
#include "core/result.h"

namespace larder::model {

// UnknownField or InvalidValue, with the field's name in the detail. Text must be trimmed and keepable, see
// text.h.
Result<void> validate(const KindInfo &kind, std::span<const Register> registers);

// Incomplete when a required field was never written.
Result<void> checkComplete(const KindInfo &kind, const Record &record);

} // namespace larder::model
