// The device's own copy of everything, in SQLite.
//
// A local write puts the merged row and its outbox entry on disk in one transaction; what the server sends is
// merged in one transaction with the cursor that it moves. So after kill -9 at any moment, every write that
// was shown as saved is either in the outbox or acknowledged, and no cursor is ahead of its rows.
//
// Lives on the replica thread, where SyncClient calls it directly; the UI reaches it through ReplicaClient.
#pragma once

#include "core/clock.h"
#include "core/model/merge.h"
#include "core/protocol/messages.h"
#include "core/replica/applied.h"
#include "core/replica/local_write.h"
#include "core/replica/notices.h"
#include "core/replica/open_report.h"
#include "core/replica/queued_write.h"
#include "core/replica/rows_changed.h"
#include "core/replica/space.h"
#include "core/result.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace larder::replica {

struct Context;
struct Effects;
struct Tables;

class Replica : public QObject {
    Q_OBJECT

public:
    // SchemaTooNew when a newer major version wrote the file (it is left as it is), Unavailable while another
    // process has it open, Storage when the disk refuses. A damaged file is set aside and refilled from the
    // server. `stamps` is shared with the UI thread.
    static Result<std::unique_ptr<Replica>> open(
        const QString &path, const Clock &clock, model::StampClock &stamps);
    ~Replica() override;

    const OpenReport &openReport() const;

    // ---- local writes

    // Stamped by the caller. One transaction: rows and outbox. InvalidValue and the like keep nothing.
    Result<void> write(const protocol::Write &write);
    // Several that came together, in one transaction; one that is invalid does not hinder the others. An
    // answer for each; rowsChanged is emitted once.
    std::vector<Result<void>> writeAll(std::span<const LocalWrite> writes);

    // ---- reading

    Result<std::vector<model::Record>> records(model::SpaceId space, model::Kind kind);
    Result<std::vector<model::Record>> recordsOf(model::SpaceId space); // of every kind, lists first
    Result<std::optional<model::Record>> record(const model::RecordKey &key);
    Result<std::vector<model::Record>> allRecords(); // for digests; kinds we don't know included
    std::vector<Space> spaces() const;
    Micros clockOffset() const;
    QueueState queueState() const;
    Result<std::vector<QueuedWrite>> outbox(int limit) const; // not yet acknowledged, oldest first
    Result<QueueListing> newestQueued(int most);
    Result<std::vector<RefusedWrite>> failures();
    Result<std::vector<Conflict>> conflicts();
    Result<void> dismissFailure(qint64 id);
    Result<void> dismissConflict(qint64 id);
    // Puts a refused write back into the outbox with a new stamp.
    Result<void> retryFailure(qint64 id);

    // ---- what the server says; called by SyncClient

    // Whose replica this is; empty before the first sign-in. Another user's sign-in is AlreadyExists: signing
    // out first clears the replica.
    model::UserId user() const;
    Result<void> setUser(model::UserId user);
    model::DeviceId device() const; // made once, kept
    QString epoch() const;

    // Takes a welcome: grants, roles, spaces that are gone, the clock's offset (stamps of queued writes that
    // were made with another offset are moved), and, when the epoch differs or a cursor is ahead, healing.
    Result<void> applyWelcome(const protocol::Welcome &welcome, Micros clockOffset);
    // Whether the message led on; a gap (from beyond the cursor, a part out of turn) is not applied and wants
    // a pull.
    using Applied = replica::Applied;
    Result<Applied> applyRows(const protocol::Rows &rows);
    Result<void> applyGrant(const protocol::Grant &grant);
    Result<void> applyDrop(const protocol::Drop &drop);
    Result<void> applyReset(const protocol::Reset &reset);

    // The next writes to push: at most `limit` and about `bytes` encoded, oldest first, none that is in
    // flight. They are marked in flight (in memory only) until acknowledged or releaseInFlight(). Writes to a
    // space that is missing at the server wait, and so do those to a space that heals, because they may stand
    // on what the server lost. What was queued before its writer became a viewer goes: the server refuses it,
    // so the person is told and the replica agrees with the others again.
    Result<std::vector<QueuedWrite>> takeQueued(int limit, int bytes);
    void releaseInFlight();
    // One transaction: the entries leave the outbox; a correction's row replaces the registers it names, what
    // is still queued on that record is replayed, and a refusal becomes a Failure. When rows had overtaken a
    // correction, its space is taken anew: the cursor goes back to 0.
    Result<void> acknowledge(std::span<const QueuedWrite> sent, const protocol::Pushed &answer);

    // Forgets user, spaces and rows. Queued writes are lost: the caller has asked.
    Result<void> signOut();

Q_SIGNALS:
    void rowsChanged(const larder::replica::RowsChanged &change);
    void spacesChanged(const std::vector<larder::replica::Space> &spaces);
    void queueChanged(const larder::replica::QueueState &state);
    void clockOffsetChanged(std::chrono::microseconds offset);
    // The file turned out to be damaged while in use and was replaced, as when it is found damaged at open().
    // All cursors are 0 again and nothing is in flight: a connection has to be begun anew.
    void recovered(const larder::replica::OpenReport &report);

private:
    struct Private;
    explicit Replica(std::unique_ptr<Private> state);
    Result<void> change(const std::function<Result<void>(Context &)> &work);
    template<typename T> Result<T> read(const std::function<Result<T>(Tables &)> &work);
    void tell(const Effects &effects);
    std::unique_ptr<Private> m_state;
};

} // namespace larder::replica
