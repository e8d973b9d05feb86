// Pages of a catch-up, in the order (version, kind, id), with the readers' permission looked up in the same
// snapshot as the rows. The cost grows with the rows of the page, not with those of the space.
#pragma once

#include "server/store/dialect.h"
#include "server/store/store.h"

namespace larder::server {

Result<SharedPage> readPage(
    Dialect &dialect, std::span<const model::UserId> readers, const PageRequest &request);

} // namespace larder::server
