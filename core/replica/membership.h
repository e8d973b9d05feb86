// Which spaces the server says this user has: welcome, grant, drop and reset. All in the caller's
// transaction.
#pragma once

#include "core/replica/context.h"

namespace larder::replica {

// Spaces that are missing from the welcome are kept, and their writes wait, until a drop says what became of
// them.
Result<void> applyWelcome(Context &context, const protocol::Welcome &welcome, Micros clockOffset);
Result<void> applyGrant(Context &context, const protocol::SpaceGrant &grant);
Result<void> applyDrop(Context &context, const protocol::Drop &drop);
Result<void> applyReset(Context &context, const protocol::Reset &reset);

} // namespace larder::replica
