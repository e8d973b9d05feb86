// Which spaces this device has, and how far it holds each.
//
// A cursor moves in the transaction that applies the rows leading to it, so it is never ahead of them. Parts
// of one step are counted in memory only: after a crash between two parts the step is taken again,
// harmlessly. A change is in memory at once and on disk with the caller's transaction; after a rollback
// load() again. Replica thread.
#pragma once

#include "core/protocol/messages.h"
#include "core/replica/space.h"
#include "core/storage/database.h"

#include <map>

namespace larder::replica {

// A space that is being taken anew from version 0, and what for.
enum class Renewal : quint8 {
    None = 0,
    Healing = 1, // the server may have lost what we hold: offer it
    Reset = 2, // we may hold what the server has forgotten: what it does not send goes
    Kept = 3, // healing is due, but this user may not write: what the server did not send is kept
};

class Cursors {
public:
    struct Entry {
        protocol::SpaceGrant grant;
        qint64 cursor = 0;
        Renewal renewal = Renewal::None;
        bool local = false;
        bool missing = false; // in memory only: not in this session's welcome, so writes wait
    };
    enum class Place : quint8 { Next, Old, Gap };

    explicit Cursors(storage::Database &database);
    Q_DISABLE_COPY_MOVE(Cursors)

    Result<void> load();

    const std::map<model::SpaceId, Entry> &all() const { return m_entries; }
    const Entry *find(model::SpaceId space) const;
    Result<void> put(const Entry &entry);
    Result<void> remove(model::SpaceId space);
    Result<void> clear();
    std::vector<Space> spaces() const;

    // Where a message stands on the way of its space, which must be known.
    Place placeOf(const protocol::Rows &rows) const;
    // After a part that was Next; true when it was the last one, so that the cursor moves.
    bool passPart(const protocol::Rows &rows);
    // A new connection starts its steps anew.
    void forgetParts() { m_parts.clear(); }

private:
    struct Part {
        qint64 from = 0;
        qint64 to = 0;
        int next = 0;
    };

    storage::Database &m_database;
    std::map<model::SpaceId, Entry> m_entries;
    std::map<model::SpaceId, Part> m_parts;
};

} // namespace larder::replica
