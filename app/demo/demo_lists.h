// Lists of real groceries, for `larder --offline-demo`, `larder --self-test` and the screens that tests look
// at.
#pragma once

#include "core/replica/replica_client.h"

namespace larder::app {

// Writes them and returns the first, which has something of everything.
Result<model::SpaceId> makeDemoLists(replica::ReplicaClient &replica);

} // namespace larder::app
