// What a SessionState wants done. The actions of one call are carried out in their order.
#pragma once

#include "core/protocol/messages.h"
#include "server/gateway/parcel.h"

#include <variant>
#include <vector>

namespace larder::server {

struct Send {
    protocol::Down message;
};

// Rows that others get as well.
struct SendParcel {
    SharedParcel parcel;
};

// Say why if there is something to say (an action before it did), then close; nothing follows.
struct CloseSession {
    Code code = Code::Internal;
};

// From now on the session is told of the space's deliveries, or not any more. Whoever carries it out tells it
// first what it knows of the space already: SessionState::announced, and memberChanged for each late change
// of its user.
struct Subscribe {
    model::SpaceId space;
};
struct Unsubscribe {
    model::SpaceId space;
};

// Read the user's spaces, and what became of those asked for that are not among them. The feed may be ahead
// of what the store shows: PostgreSQL's log has a commit a moment before other transactions see it, and
// longer while a synchronous standby is waited for. `awaited` are spaces with the version that must have
// become visible.
struct ReadSpaces {
    model::UserId user;
    std::vector<model::SpaceId> asked;
    std::vector<protocol::Cursor> awaited;
};
struct SpacesRead {
    QString epoch;
    std::vector<protocol::SpaceGrant> spaces;
    std::vector<protocol::Drop> absent;
    bool behind = false; // an awaited version is not visible yet
};

// Read what follows `position` in the space: deliveries that are still at hand, if the reader is `whole`,
// else a page of the store. A delivery lacks the cells that a direct write left as they were, which only who
// has the whole state at `position` knows. With `resumeAfter`, part `position.part` of a version that one
// page did not hold.
struct ReadPage {
    quint32 ticket = 0;
    model::UserId reader;
    model::SpaceId space;
    Position position;
    std::optional<PagePosition> resumeAfter;
    bool whole = false;
    qint64 horizon = 0; // of the page before, see PageRequest
};
struct PageRead {
    enum class Source : quint8 { Recent, Store };

    quint32 ticket = 0;
    Source source = Source::Store;
    bool reset = false; // the position is older than the gravestones; no parcels
    std::vector<SharedParcel> parcels;
    qint64 horizon = 0; // of the store's page
};

// Call SessionState::woken after that time.
struct WakeLater {
    std::chrono::milliseconds delay {};
};

struct RunPush {
    model::UserId author;
    protocol::Push push;
    QString epoch; // that the client was welcomed with
};

using Action = std::variant<Send, SendParcel, CloseSession, Subscribe, Unsubscribe, ReadSpaces, ReadPage,
    WakeLater, RunPush>;
using Actions = std::vector<Action>;

} // namespace larder::server
