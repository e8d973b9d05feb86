// The UI thread's handle on the replica: a memory image of the spaces that are being shown, and writes that
// change it at once.
//
// A write is stamped here, merged into the image in the same call, and sent to the replica thread as a value;
// when the disk has it, `saved` says so. What the server sends comes back the same way, and is merged by the
// same merge, so an echo that is older than what a person did meanwhile changes nothing. A rollback (Replace)
// takes the replica's row and lays the writes that are not yet on disk over it. Lives on the UI thread. Never
// waits for the replica.
#pragma once

#include "core/clock.h"
#include "core/random.h"
#include "core/replica/replica.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace larder::replica {

class ReplicaClient : public QObject {
    Q_OBJECT

public:
    struct Field {
        model::FieldNumber number = 0;
        model::Value value;
    };

    // `replica` lives on its own thread and outlives this.
    ReplicaClient(Replica &replica, model::StampClock &stamps, const Clock &clock, Random &random,
        QObject *parent = nullptr);
    ~ReplicaClient() override;

    // ---- the image

    // Whether the replica has told what spaces there are; until then there seem to be none. `started`
    // follows.
    bool isStarted() const;
    const std::vector<Space> &spaces() const;
    const Space *space(model::SpaceId id) const;
    // Loads a space's records and keeps them current; `loaded` follows. Counted: as many unwatch() as
    // watch().
    void watch(model::SpaceId space);
    void unwatch(model::SpaceId space);
    bool isLoaded(model::SpaceId space) const;
    // Of a watched and loaded space; deleted records too. Valid until control returns to the event loop.
    std::vector<const model::Record *> records(model::SpaceId space, model::Kind kind) const;
    const model::Record *record(const model::RecordKey &key) const;
    QueueState queueState() const;
    int unsavedCount() const; // writes that are not yet on disk

    // ---- writes

    // Writes the fields with a new stamp; the image and rowsChanged follow before this returns. InvalidValue
    // and the like change nothing. Returns the registers that were there before, for undo (Null where none
    // was).
    Result<std::vector<model::Register>> write(const model::RecordKey &key, std::vector<Field> fields);
    // A new record with a new id.
    Result<model::RecordId> create(model::SpaceId space, model::Kind kind, std::vector<Field> fields);
    // A new list with its own space, usable at once, with or without an account.
    Result<model::SpaceId> createList(std::vector<Field> fields);

    // ---- the queue, failures and conflicts: answers come as signals

    void requestQueue(); // the newest kQueueShown
    void requestFailures();
    void requestConflicts();
    void dismissFailure(qint64 id);
    void retryFailure(qint64 id);
    void dismissConflict(qint64 id);

Q_SIGNALS:
    void started();
    void spacesChanged();
    void loaded(larder::model::SpaceId space);
    // The records as they are now in the image; `remote` when somebody else changed them.
    void rowsChanged(larder::model::SpaceId space, larder::model::Kind kind,
        const std::vector<larder::model::RecordId> &ids, bool remote);
    void saved(); // unsavedCount() went down
    void queueChanged(const larder::replica::QueueState &state);
    void queueListed(const larder::replica::QueueListing &listing);
    void failuresListed(const std::vector<larder::replica::RefusedWrite> &failures);
    void conflictsListed(const std::vector<larder::replica::Conflict> &conflicts);
    // The space could not be read, so it is not loaded; watch() tries again.
    void loadFailed(larder::model::SpaceId space, larder::Code code);
    // A failure or conflict could not be listed, dismissed or tried again.
    void requestFailed(larder::Code code);
    // The disk refused a write; the image was rolled back.
    void writeFailed(const larder::model::RecordKey &key, larder::Code code);

private:
    struct Private;
    struct Unsaved;

    Result<void> check(const model::RecordKey &key, std::span<const model::Register> registers) const;
    void submit(Unsaved unsaved);
    void endWrite(qint64 intent, std::optional<Code> refused);
    void tellLoaded(model::SpaceId space);
    void noteStarted();
    void takeSpaces(const std::vector<Space> &spaces);
    void takeQueue(const QueueState &state);
    void takeRows(const RowsChanged &change);
    void takePage(model::SpaceId space, qint64 watch, const std::vector<model::Record> &rows, bool last);

    std::unique_ptr<Private> m_state;
};

} // namespace larder::replica
