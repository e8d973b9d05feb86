// The replica's tables and what is kept of them in memory, over one database; and what an operation on them
// has to tell once it is committed.
#pragma once

#include "core/replica/conflict_journal.h"
#include "core/replica/cursors.h"
#include "core/replica/failure_table.h"
#include "core/replica/meta.h"
#include "core/replica/outbox.h"
#include "core/replica/record_table.h"
#include "core/replica/rows_changed.h"

#include <memory>

namespace larder::replica {

struct Tables {
    explicit Tables(std::unique_ptr<storage::Database> opened);
    Q_DISABLE_COPY_MOVE(Tables)

    // Reads what is kept in memory: at the beginning, and after a rollback.
    Result<void> load();
    QueueState queueState() const;

    std::unique_ptr<storage::Database> database;
    Meta meta;
    Cursors cursors;
    RecordTable records;
    Outbox outbox;
    FailureTable failures;
    ConflictJournal conflicts;
};

// Told after the commit, never before.
struct Effects {
    std::vector<RowsChanged> rows;
    bool spaces = false;
    bool clockOffset = false;
    // The stamp clock ran ahead with a wrong device clock; nothing newer than this is in use.
    std::optional<model::Stamp> stampsBackTo;

    // Adds a row to the last change when that is of the same sort, else begins another.
    void add(RowsChanged::How how, bool remote, model::Record row);
    // The record is gone.
    void addGone(const model::RecordKey &key) { add(RowsChanged::How::Replace, true, { key, {}, 0, {} }); }
};

} // namespace larder::replica
