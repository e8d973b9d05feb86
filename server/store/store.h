// The server's truth: spaces, members, records and accounts, in PostgreSQL or in one SQLite file.
//
// A push is one transaction for the whole batch: lock the spaces in the order of their ids, read the rows it
// touches, merge, write them back, move each space's version by one. The lock is held until commit, so within a
// space version order is commit order, without gaps, and every row carries the version that last changed it.
//
// A Store is one connection and lives on the thread that opened it; StorePool has several.
#pragma once

#include "core/clock.h"
#include "core/model/merge.h"
#include "core/protocol/messages.h"
#include "core/result.h"
#include "core/storage/database.h"

#include <memory>
#include <vector>

namespace larder::server {

// The answer to a push. `rows` are the rows it changed, as they are now; an in-process feed tells them on.
struct PushOutcome {
    std::vector<protocol::Cursor> versions;
    std::vector<protocol::Correction> corrections;
    std::vector<model::Record> rows;
};

// One page of a catch-up: what leads from `from` to `to`, or a part of it (see protocol::Rows).
struct Page {
    qint64 from = 0;
    qint64 to = 0;
    int part = 0;
    bool last = true;
    bool more = false;
    std::vector<model::Record> rows;
    std::optional<model::RecordKey> resumeAfter; // within a version that does not fit one page
    bool reset = false; // `since` is older than the gravestones kept: nothing else is set, begin again at 0
};

struct PageRequest {
    model::SpaceId space;
    qint64 since = 0;
    int part = 0;
    std::optional<model::RecordKey> resumeAfter;
};

struct Member {
    model::UserId user;
    model::Role role = model::Role::None;
    QString name;
};

class Store {
public:
    // Runs the migrations. Unavailable, Storage, Corrupt or SchemaTooNew.
    static Result<std::unique_ptr<Store>> open(const storage::Options &options, const Clock &clock);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    storage::Database &database(); // for accounts, which keep their own tables beside

    // Changes when the database was restored; clients then offer what they hold.
    Result<QString> epoch();

    // ---- the socket

    Result<std::vector<protocol::SpaceGrant>> spacesOf(model::UserId user);
    // What became of a space that `user` has no role in.
    Result<protocol::DropReason> whyNot(model::SpaceId space);
    // A write of kind List whose id is that of an unknown space makes the space, with the author as its owner.
    // Refused writes are in the outcome; an error means that nothing was kept.
    Result<PushOutcome> push(model::UserId author, std::span<const protocol::Write> writes);
    // NotAMember unless `reader` has a role, looked up in the same snapshot as the rows.
    Result<Page> page(model::UserId reader, const PageRequest &request);
    Result<qint64> version(model::SpaceId space); // 0 when there is none

    // ---- REST and administration

    Result<std::vector<model::Record>> records(model::UserId reader, model::SpaceId space, model::Kind kind);
    Result<std::vector<Member>> members(model::SpaceId space);
    // Server-authored changes; each moves the version and returns what it changed. `actor` must be an owner,
    // or be the user who leaves. The last owner can't go: InvalidValue.
    Result<PushOutcome> setMember(model::UserId actor, model::SpaceId space, const Member &member);
    Result<PushOutcome> removeMember(model::UserId actor, model::SpaceId space, model::UserId user);
    Result<void> deleteSpace(model::UserId actor, model::SpaceId space);
    // Deleted rows whose deletion is older than `before` go for good; the space's horizon moves.
    Result<int> purge(Micros before);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> state);
    std::unique_ptr<Private> m_state;
};

} // namespace larder::server
