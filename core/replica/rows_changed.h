// Rows as they are now on disk, for whoever shows them.
#pragma once

#include "core/model/record.h"

namespace larder::replica {

struct RowsChanged {
    // Merge: registers were merged and merging the rows into a copy gives the same. Replace: the rows were
    // rolled back to what the server holds plus what is still queued; a copy takes them as they are.
    enum class How : quint8 { Merge, Replace };
    How how = How::Merge;
    std::vector<model::Record> rows; // without registers: the row is gone
    bool remote = false; // somebody else's change
};

} // namespace larder::replica
