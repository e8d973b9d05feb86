// /api/lists/:list/members: who may see and change a list. Owners name people by their id or e-mail address;
// everybody may leave. Lives on the main thread.
#pragma once

#include "server/api/router.h"
#include "server/api/space_door.h"

namespace larder::server {

class MembersApi {
public:
    explicit MembersApi(SpaceDoor &door);
    void addRoutes(Router &router);

private:
    Reply members(const Request &request);
    Reply setMember(const Request &request);
    Reply removeMember(const Request &request);

    SpaceDoor &m_door;
};

} // namespace larder::server
