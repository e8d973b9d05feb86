// A list as it is in the store, read at one version and encoded for the cache. Runs on a pool thread.
#pragma once

#include "server/api/list_cache.h"
#include "server/store/store.h"

namespace larder::server {

// NotAMember, also for what does not exist.
Result<EncodedList> readList(Store &store, model::UserId reader, model::SpaceId space);

} // namespace larder::server
