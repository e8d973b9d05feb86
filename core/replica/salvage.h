// Reads what is left of a damaged replica file, page by page, without SQLite.
//
// SQLite gives up where a tree is broken; this takes every page as it comes, from the file and from its -wal,
// and knows a queued write by its checksum. Who may write in which space stands in pages of another sort,
// which are not read. Reads only; any thread.
#pragma once

#include "core/replica/replica_file.h"

namespace larder::replica {

Salvage salvageFrom(const QString &path);

} // namespace larder::replica
