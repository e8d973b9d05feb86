// Rows that the server sends, merged into what is held, together with the cursor that they move.
#pragma once

#include "core/replica/applied.h"
#include "core/replica/context.h"

namespace larder::replica {

// In the caller's transaction. Malformed when the message contradicts itself.
Result<Applied> applyRows(Context &context, const protocol::Rows &rows);

} // namespace larder::replica
