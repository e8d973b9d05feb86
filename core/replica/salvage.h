// Reads what is left of a damaged replica file, page by page, without SQLite.
//
// SQLite gives up where a tree is broken; this takes every page as it comes, from the file and from its -wal,
// and knows a queued write by its checksum. Reads only; any thread.
#pragma once

#include "core/replica/replica_file.h"

namespace larder::replica {

Salvage salvageFrom(const QString &path);

} // namespace larder::replica
