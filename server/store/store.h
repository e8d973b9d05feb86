// The server's truth: spaces, members, records and accounts, in PostgreSQL or in one SQLite file.
//
// A push is one transaction for the whole batch: lock the spaces in the order of their ids, read the rows it
// touches, merge, write them back, move each space's version by one. The lock is held until commit, so within
// a space version order is commit order, without gaps, and every row carries the version that last changed
// it.
//
// A Store is one connection and lives on the thread that opened it; StorePool has several.
#pragma once

#include "core/clock.h"
#include "core/model/merge.h"
#include "core/protocol/messages.h"
#include "core/result.h"
#include "core/storage/database.h"

#include <functional>
#include <memory>
#include <vector>

namespace larder::server {

// The answer to a push. `rows` are the rows it changed, as they are now; an in-process feed tells them on.
struct PushOutcome {
    std::vector<protocol::Cursor> versions;
    std::vector<protocol::Correction> corrections;
    std::vector<model::Record> rows;
};

// A place between rows in the order (version, kind, id): after this one.
struct PagePosition {
    qint64 version = 0;
    model::Kind kind = model::Kind::List;
    model::RecordId id;

    friend bool operator==(const PagePosition &, const PagePosition &) = default;
};

// One page of a catch-up: what leads from `from` to `to`, or a part of it (see protocol::Rows). A part that
// is not the last is followed by a request with the same `since`, the next `part` and this page's
// `resumeAfter`; the last part, when there is more, by one with `since` = `to`.
struct Page {
    qint64 from = 0;
    qint64 to = 0;
    int part = 0;
    bool last = true;
    bool more = false;
    std::vector<model::Record> rows;
    std::optional<PagePosition> resumeAfter; // when not `last`: the version `to` does not fit this page
    bool reset = false; // `since` is older than the gravestones kept: nothing else is set, begin again at 0
    qint64 horizon = 0; // the newest version of what went for good
};

struct PageRequest {
    model::SpaceId space;
    qint64 since = 0;
    int part = 0;
    std::optional<PagePosition> resumeAfter;
    // That of the page before, for who goes on from it: what went before then was never on this way, so a way
    // that began at 0 is not sent back although it is still behind the horizon.
    qint64 horizon = 0;
};

// A page that several readers get. `readers` are those of the ones asked for who have a role in that very
// snapshot.
struct SharedPage {
    Page page;
    std::vector<model::UserId> readers;
};

struct Member {
    model::UserId user;
    model::Role role = model::Role::None;
    QString name;
};

// Where a turn of the purge begins.
struct PurgeTurn {
    model::RecordKey after { {}, model::Kind::List, {} };
    std::function<void(model::SpaceId)> spaceGone = {}; // called after the commit of each
};

struct PurgeStep {
    int records = 0;
    int spaces = 0;
    std::optional<model::RecordKey> next; // where the next turn begins, unless this was the last
    bool elsewhere = false; // another node is at it: this was the last turn
};

enum class Gravestones : quint8 { Without, With };

class Dialect;

class Store {
public:
    // Runs the migrations. Unavailable, Storage, Corrupt or SchemaTooNew.
    //
    // A connection that is lost fails the call that notices with Unavailable, and the next call opens
    // another. A write that failed so may have been committed all the same: nobody can know whose answer was
    // lost. Writing it again is harmless, because a merge of what is already there changes nothing.
    static Result<std::unique_ptr<Store>> open(const storage::Options &options, const Clock &clock);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    // For accounts, which keep their own tables beside; and the connection itself. Both valid until the next
    // call of the store.
    Dialect &dialect();
    storage::Database &database();
    // Opens the connection again if it was lost.
    Result<void> reconnect();
    // The connection is of no more use: the next call opens another.
    void markLost();

    // Changes when the database was restored, or promoted from a standby; clients then offer what they hold.
    Result<QString> epoch();
    // Takes another epoch, for a database that may lack what it had.
    Result<void> beginAnew();
    // Of all spaces that are or were: grows with every push. Of SQLite only, for high_water.h; else 0.
    Result<qint64> sumOfVersions();

    // ---- the socket

    Result<std::vector<protocol::SpaceGrant>> spacesOf(model::UserId user);
    // Of many users with one statement: a list for each, in their order.
    Result<std::vector<std::vector<protocol::SpaceGrant>>> spacesOf(std::span<const model::UserId> users);
    // One space with the user's role in it; NotAMember when there is none. The version names the state of all
    // that is in the space, so what was made from its records is good until it moves.
    Result<protocol::SpaceGrant> access(model::UserId user, model::SpaceId space);
    // What became of a space that `user` has no role in. Unknown also where others do: to who never was a
    // member, a space that is and one that is not look alike.
    Result<protocol::DropReason> whyNot(model::UserId user, model::SpaceId space);
    // Of many, in their order: one statement for each kStrangersPerStatement of them.
    static constexpr std::size_t kStrangersPerStatement = 5'000; // more than the cursors of one hello
    struct Stranger {
        model::UserId user;
        model::SpaceId space;
    };
    Result<std::vector<protocol::DropReason>> whyNot(std::span<const Stranger> strangers);
    // A write of kind List whose id is that of an unknown space makes the space, with the author as its
    // owner. Refused writes are in the outcome; an error means that nothing was kept. Cancelled when the
    // database has another epoch than the author's device believes: what is here can't be told from what was
    // lost.
    Result<PushOutcome> push(
        model::UserId author, std::span<const protocol::Write> writes, const QString &epoch = {});
    // NotAMember unless `reader` has a role, looked up in the same snapshot as the rows.
    Result<Page> page(model::UserId reader, const PageRequest &request);
    // The same for several readers at once; NotAMember when none of them has a role.
    Result<SharedPage> page(std::span<const model::UserId> readers, const PageRequest &request);
    Result<qint64> version(model::SpaceId space); // 0 when there is none

    // ---- REST and administration

    // By id.
    Result<std::vector<model::Record>> records(model::UserId reader, model::SpaceId space, model::Kind kind,
        Gravestones gravestones = Gravestones::Without);
    // One of them, deleted or not; nothing when it never was.
    Result<std::optional<model::Record>> record(model::UserId reader, const model::RecordKey &key);
    Result<std::vector<Member>> members(model::SpaceId space);
    // Server-authored changes; each moves the version and returns what it changed. `actor` must be an owner
    // (else NotAMember, or ReadOnly for other members), or be the user who leaves. The last owner can't go:
    // InvalidValue. A user takes part in at most kSpacesPerUser: SpaceFull.
    Result<PushOutcome> setMember(model::UserId actor, model::SpaceId space, const Member &member);
    Result<PushOutcome> removeMember(model::UserId actor, model::SpaceId space, model::UserId user);
    Result<void> deleteSpace(model::UserId actor, model::SpaceId space);
    // Deleted items that nobody has written since `before` go for good, and the horizon of their space moves;
    // so do whole spaces whose list was deleted then. It is done in turns of kPurgeRows, by one node at a
    // time.
    Result<PurgeStep> purge(Micros before, const PurgeTurn &turn = {});

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> state);
    std::unique_ptr<Private> m_state;
};

} // namespace larder::server
