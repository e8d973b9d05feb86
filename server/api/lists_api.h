// /api/lists and what is in them: lists, items, members, through the same Store as the socket.
//
// Who has no role in a list is told that it does not exist. Changes are stamped with the server's time, or
// just after what they replace: a request means "now", also where a device with a fast clock wrote before it.
// Lives on the main thread.
#pragma once

#include "core/clock.h"
#include "core/random.h"
#include "server/accounts/accounts.h"
#include "server/api/record_json.h"
#include "server/api/router.h"
#include "server/api/space_door.h"

namespace larder::server {

class ListsApi {
public:
    ListsApi(SpaceDoor &door, const Clock &clock, Random &random);
    void addRoutes(Router &router);

private:
    Reply allLists(const Request &request);
    Reply makeList(const Request &request);
    Reply list(const Request &request);
    Reply changeList(const Request &request);
    Reply deleteList(const Request &request);

    Reply items(const Request &request);
    Reply makeItem(const Request &request);
    Reply item(const Request &request);
    Reply changeItem(const Request &request);
    Reply deleteItem(const Request &request);

    // What is in the cache at once, else what the store has.
    using Show = std::function<Answer(const EncodedList &)>;
    Reply show(model::SpaceId space, model::UserId reader, Show answer);
    Reply make(const Request &request, const model::RecordKey &key);
    Reply change(const Request &request, const model::RecordKey &key);
    Reply write(const Request &request, const model::RecordKey &key, std::vector<model::Register> registers,
        bool mustExist);
    model::Stamp now() const { return { m_clock.now().count() }; }

    SpaceDoor &m_door;
    const Clock &m_clock;
    Random &m_random;
};

// Of a path's segment; nothing for what can't be an id, which therefore does not exist.
std::optional<model::SpaceId> spaceIn(const Request &request);
Answer notFound();

// What a correction means to somebody who asked for exactly that write.
Answer refusalOf(const protocol::Correction &correction);

} // namespace larder::server
