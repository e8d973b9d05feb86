// /api/lists/:list/photos/:hash: what an item's `photo` names. Whoever writes in a list puts photos there,
// and all its members get them; under a name there is one photo for ever, so it may be kept for ever.
//
// A photo is whatever bytes somebody chose, so it is taken only when it begins like a picture and has the
// name it says, and is given as an attachment that a browser neither runs nor takes for anything else.
// Lives on the main thread; the bytes are hashed on a pool thread.
#pragma once

#include "server/api/router.h"
#include "server/api/space_door.h"

namespace larder::server {

class PhotosApi {
public:
    PhotosApi(SpaceDoor &door, const Clock &clock);
    void addRoutes(Router &router);

private:
    Reply put(const Request &request);
    Reply get(const Request &request);

    SpaceDoor &m_door;
    const Clock &m_clock;
};

} // namespace larder::server
