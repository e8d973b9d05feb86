// Takes what was planned of an import, through the same writes as everything else, as one thing that can be
// taken back. Lives on the UI thread.
#pragma once

#include "app/lists/import_plan.h"
#include "app/lists/item_writes.h"

#include <functional>

namespace larder::app {

// The category of a name that comes without one; empty for none.
using CategoryOf = std::function<QString(const QString &name)>;

struct Imported {
    Changes changes;
    int things = 0; // that were added, raised or are to buy again
    std::vector<model::SpaceId> lists; // that were made
    std::optional<Error> stopped; // what kept the others from being taken
};

// Into one list that is there. `import` is the one that was planned.
Imported importInto(model::SpaceId list, const exchange::Import &import, const ImportPlan &plan,
    replica::ReplicaClient &replica, ItemWrites &writes, const CategoryOf &categoryOf);
// Each list as one of its own.
Imported importApart(const exchange::Import &import, const ImportPlan &plan, replica::ReplicaClient &replica,
    ItemWrites &writes, const CategoryOf &categoryOf);

} // namespace larder::app
