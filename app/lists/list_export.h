// A list of the replica as it is handed to others. Lives on the UI thread.
#pragma once

#include "core/exchange/exported_list.h"
#include "core/replica/replica_client.h"

namespace larder::app {

// Its items as the list stands in the order of the shop, what is checked behind what is not. Of a loaded
// list.
exchange::ExportedList exportedList(const replica::ReplicaClient &replica, model::SpaceId list);

} // namespace larder::app
