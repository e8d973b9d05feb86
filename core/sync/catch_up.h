// Which spaces lag behind the server, and what has to be asked for.
//
// After a welcome or a grant the server sends by itself what is missing; after a gap it has to be pulled. One
// question per space is open at a time. An answer that brought nothing new ends the asking, because the
// server then has no more than we do. Values in, values out; SyncClient owns it.
#pragma once

#include "core/clock.h"
#include "core/protocol/messages.h"
#include "core/replica/replica.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace larder::sync {

class CatchUp {
public:
    void clear() { m_behind.clear(); }
    // The server is at `wanted` and will send what follows `since` by itself.
    void await(const protocol::Cursor &since, qint64 wanted, Micros now);
    // It will not, so it is asked.
    void want(const protocol::Cursor &since, qint64 wanted, Micros now);
    void forget(model::SpaceId space) { m_behind.erase(space); }

    // Rows were given to the replica; `cursor` is where the space is now.
    void took(const protocol::Rows &rows, replica::Replica::Applied applied, qint64 cursor, Micros now);
    bool follows(model::SpaceId space) const { return m_behind.contains(space); }

    // Pulls that were not sent yet.
    std::vector<protocol::Pull> due() const;
    void sent(const protocol::Pull &pull, Micros now);

    bool isDone() const { return m_behind.empty(); }
    // When the question that is open for longest was asked, or last led on.
    std::optional<Micros> waitingSince() const;

private:
    struct Behind {
        qint64 wanted = 0;
        qint64 since = 0; // where the open question starts
        bool due = false; // it must be asked yet
        Micros progressAt {}; // monotonic
    };
    std::unordered_map<model::SpaceId, Behind> m_behind;
};

} // namespace larder::sync
