// What was deleted long ago goes for good. A device that has not heard of the deletion would bring such a
// record back, so the horizon of its space moves: whoever was last there before it begins anew.
#pragma once

#include "core/clock.h"
#include "server/store/dialect.h"
#include "server/store/store.h"

namespace larder::server {

// A transaction for each space; see Store::purge.
Result<PurgeStep> purge(Dialect &dialect, Micros before, const PurgeTurn &turn);

} // namespace larder::server
