// The writes of this device that the server has not acknowledged, and those it has whose echo has not come
// yet.
//
// An entry is added in the transaction that writes its row, and leaves in one that applies what the server
// says. So after a crash at any moment every local write is either here or acknowledged. A write to a record
// with an entry that is not under way joins that entry, so the queue grows with what was touched, not with
// how often. Own echo is recognised by its stamp. All entries are also in memory; a change is there at once
// and on disk with the caller's transaction, so after a rollback load() again. Replica thread; only the
// replica's parts call it.
#pragma once

#include "core/replica/parcel.h"
#include "core/replica/queued_write.h"
#include "core/storage/database.h"

#include <QtCore/QHash>

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace larder::replica {

class Outbox {
public:
    // An acknowledged entry whose space did not move by it: its echo was before, or comes at an unknown
    // version.
    static constexpr qint64 kUnknownVersion = 0;
    static constexpr qint64 kEveryVersion = std::numeric_limits<qint64>::max();

    struct Entry {
        Parcel parcel;
        int bytes = 0; // packed
        // Set once the server has it: the version of the space at which its echo must have come.
        std::optional<qint64> acknowledged;
        bool echoed = false; // in memory only: came back before the acknowledgement
    };
    using Entries = std::map<qint64, Entry>;

    explicit Outbox(storage::Database &database);
    Q_DISABLE_COPY_MOVE(Outbox)

    Result<void> load();

    const Entries &entries() const { return m_entries; }
    int queued() const { return m_queued; } // not acknowledged
    int purchases() const { return m_purchases; } // of those
    // At most `most` of what is queued.
    QueueListing newest(int most) const;
    bool isInFlight(qint64 entry) const { return m_inFlight.contains(entry); }
    // The registers of all entries of a record, merged: what is mine and not yet seen back. Who has the
    // record as the server had it at version `known` leaves out what was acknowledged up to there: that is in
    // it, or was forgotten since.
    std::vector<model::Register> pending(const model::RecordKey &key, qint64 known = kUnknownVersion) const;
    bool has(const model::RecordKey &key) const { return m_byRecord.contains(key); }

    Result<void> append(const Parcel &parcel);
    // The same entry with other registers.
    Result<void> replace(qint64 entry, std::vector<model::Register> registers, Micros clockOffset);
    Result<void> remove(qint64 entry);
    Result<void> clear();

    // The next to push, oldest first, at most `limit` and about `bytes` (but one always), marked in flight.
    // A space that is `first` is made by its list record, which goes before whatever else is queued for it.
    // Offers of a record go before what was written to it.
    enum class Ready : quint8 { Yes, No, ListFirst };
    std::vector<QueuedWrite> take(int limit, int bytes, const std::function<Ready(model::SpaceId)> &ready);
    void releaseInFlight() { m_inFlight.clear(); }

    // The server has what was sent; registers that joined the entry since then stay queued.
    Result<void> acknowledge(qint64 entry, const protocol::Write &sent, qint64 version);
    // Entries that these rows, now held, show to have arrived.
    Result<void> settle(const model::Record &row);
    // Entries whose echo must have come with `cursor`.
    Result<void> settle(model::SpaceId space, qint64 cursor);
    // Acknowledged entries whose version is unknown: it can't be above this one.
    Result<void> boundUnknown(model::SpaceId space, qint64 version);
    // The server may have lost what it acknowledged above this version: queue it again.
    Result<void> reopen(model::SpaceId space, qint64 above);

private:
    Result<void> write(qint64 entry, const Entry &content);
    Result<void> setAcknowledged(qint64 entry, std::optional<qint64> version);
    // Counts an entry in, or out again before it changes or goes.
    enum class Count : quint8 { In, Out };
    void count(qint64 entry, const Entry &content, Count direction);
    // Of those acknowledged in a space, the ones at versions from `low` to `high`, both included.
    std::vector<qint64> acknowledged(model::SpaceId space, qint64 low, qint64 high) const;

    storage::Database &m_database;
    Entries m_entries;
    int m_queued = 0;
    int m_purchases = 0;
    std::map<model::SpaceId, std::set<std::pair<qint64, qint64>>> m_acknowledged; // version and entry
    QHash<model::RecordKey, std::vector<qint64>> m_byRecord;
    std::set<qint64> m_inFlight;
    qint64 m_next = 1; // never falls: an entry's number is not used twice in one run
};

} // namespace larder::replica
