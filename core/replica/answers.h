// What the server answers to a push: most writes leave the queue, some come back corrected.
#pragma once

#include "core/replica/context.h"

namespace larder::replica {

// In the caller's transaction. An entry is known by its number and its registers by their stamps, so an
// answer that comes twice, late or after the entry grew takes nothing from the queue that the server does not
// have.
Result<void> applyAnswer(Context &context, std::span<const QueuedWrite> sent, const protocol::Pushed &answer);

} // namespace larder::replica
