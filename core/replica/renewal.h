// Taking a space anew from version 0: to heal a server that lost something, or because it has forgotten
// deletions that this device missed.
//
// It begins by marking every row of the space with version 0. A row that the server sends gets a version
// again, so what is left at the end is what the server did not send. Marks, cursor and purpose are on disk,
// so that it goes on after a crash. All in the caller's transaction.
#pragma once

#include "core/replica/context.h"

#include <span>

namespace larder::replica {

// Server-authored kinds are never offered; of a kind that we don't know the server decides.
bool isOffered(model::Kind kind);

Result<void> startHealing(Context &context, Cursors::Entry space);
Result<void> startReset(Context &context, Cursors::Entry space);
// Everything up to the server's newest version is held: settles what it did not send, and puts the entry.
Result<void> finishRenewal(Context &context, Cursors::Entry space);
// After a row came in: queues the registers of `merged` that the server, which sent `incoming`, does not
// hold, but for those that are `pending` anyway.
Result<void> offerNewer(Context &context, const model::Record &merged, const model::Record &incoming,
    std::span<const model::Register> pending);
// The server has no such space and this user owned it: queues all of it, so that the push makes it again.
Result<void> offerSpace(Context &context, Cursors::Entry space);

} // namespace larder::replica
