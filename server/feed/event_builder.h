// Makes feed events of pgoutput messages: the part of the feed that knows transactions, without any
// connection.
//
// Rows of a transaction become one stream of parts for each of its spaces. An ordinary transaction is handed
// out part by part while it is being read, because it may be as large as a table; each space's newest part
// waits until the next one or the end, so that `last` is true. What can't be told by rows becomes Skipped,
// and readers ask the store: rows of several versions, which no trigger of ours made, deletions by hand, rows
// that make no record.
//
// A transaction that touches membership is held back whole and its member rows come first, so that a revoked
// member gets nothing of the very commit. The trigger on `member` says so beforehand by a logical message
// outside the transaction ("larder.member", "<xid> <space>"), which the log has before the transaction's end.
// What a slot may not have heard, because the transaction is older than it, is held back as well. When it is
// too large to hold, its member rows stay, as long as they alone are not too many. Pure: no clock, no I/O.
// Takes any bytes. Lives on the feed thread.
#pragma once

#include "server/feed/feed.h"
#include "server/feed/parts.h"
#include "server/feed/row_mapper.h"

#include <unordered_map>
#include <unordered_set>

namespace larder::server {

class EventBuilder {
public:
    struct Bounds {
        PartSize part = {};
        qint64 heldBytes = limits::kFeedHeldBytes;
        int spaces = limits::kFeedSpacesPerTransaction;
        int marks = limits::kFeedMembershipMarks;
    };

    EventBuilder()
        : EventBuilder(Bounds {})
    {
    }
    explicit EventBuilder(Bounds bounds)
        : m_bounds(bounds)
    {
    }

    // A new slot: what came before is forgotten. `firstXid` is the first transaction that began after the
    // slot.
    void restart(quint32 firstXid);
    // Malformed: the stream can't be read on. What was made before stays good.
    Result<void> take(QByteArrayView message);

    // What became ready since the last call, in commit order.
    struct Output {
        std::vector<FeedEvent> events;
        qint64 bytes = 0; // of their rows in memory
        qint64 rows = 0;
        qint64 transactions = 0;
        std::vector<QByteArray> heard;
        bool rowsLost = false; // of unknown spaces: everything has to be compared with the store
    };
    Output takeOutput();
    qint64 readyBytes() const { return m_output.bytes; }

    bool isInTransaction() const { return m_transaction.open; }
    // More rows than that are nobody's push but somebody's hand, and then what counts is how fast they are
    // read.
    bool isInLongPush() const
    {
        return m_transaction.rows > limits::kFeedGatherRows && m_transaction.rows <= limits::kWritesPerPush;
    }
    pgoutput::Lsn lastEnd() const { return m_lastEnd; } // of the newest transaction that was read whole
    qint64 lastCommitTime() const { return m_lastCommitTime; } // its time, in microseconds since 2000-01-01
    qint64 waitingBytes() const { return m_transaction.waitingBytes; }

private:
    // One space's share of the transaction.
    struct Stream {
        model::SpaceId space;
        qint64 version = 0; // of its rows; 0 before the first
        int parts = 0; // handed out
        qint64 waitingBytes = 0;
        bool untold = false; // the rows can't be told; the version alone is
        bool membersLost = false; // these were too many as well
        bool deleted = false;
        std::vector<model::Record> waiting; // of untold ones only members
    };
    struct Transaction {
        bool open = false;
        bool held = false;
        bool rowsLost = false;
        qint64 rows = 0;
        qint64 waitingBytes = 0;
        std::vector<Stream> streams; // in the order in which the transaction touched them
        std::unordered_map<model::SpaceId, std::size_t> bySpace;
    };

    Result<void> on(const pgoutput::Begin &begin);
    Result<void> on(const pgoutput::Commit &commit);
    Result<void> on(const pgoutput::Origin &origin);
    Result<void> on(const pgoutput::Relation &relation);
    Result<void> on(const pgoutput::Type &type);
    Result<void> on(const pgoutput::Insert &insert);
    Result<void> on(const pgoutput::Update &update);
    Result<void> on(const pgoutput::Delete &gone);
    Result<void> on(const pgoutput::Truncate &truncate);
    Result<void> on(const pgoutput::LogicalMessage &message);

    Result<void> takeRow(pgoutput::Oid relation, const pgoutput::Tuple &tuple);
    void addRow(Stream &stream, model::Record row);
    void mark(QByteArrayView content);
    Stream *streamOf(model::SpaceId space); // nullptr: one space too many
    void giveUpRows(Stream &stream);
    void handOut(Stream &stream);
    void relieve();
    void giveUpMembers();
    void finish(Stream &stream);

    Bounds m_bounds;
    RowMapper m_mapper;
    Transaction m_transaction;
    std::unordered_set<quint32> m_marks;
    quint32 m_holdBelow = 0;
    pgoutput::Lsn m_lastEnd = 0;
    qint64 m_lastCommitTime = 0;
    Output m_output;
};

} // namespace larder::server
