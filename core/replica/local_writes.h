// A person's write: checked, merged into its row and put into the outbox, all in the caller's transaction.
#pragma once

#include "core/replica/context.h"
#include "core/replica/local_write.h"

namespace larder::replica {

// UnknownKind, ServerAuthored, UnknownField, InvalidValue, Incomplete, NotAMember or ReadOnly change nothing.
// A write of a list record into a space that is not there yet makes a local space.
Result<void> applyLocalWrite(Context &context, const LocalWrite &local);

} // namespace larder::replica
