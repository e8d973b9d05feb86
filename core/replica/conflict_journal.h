// My registers that lost to somebody else's, on disk until the person has seen them. One conflict per
// register and stamp, however often its row comes; above limits::kConflictsKept the oldest go. Called within
// the caller's transaction; after a rollback load() again. Replica thread.
#pragma once

#include "core/replica/notices.h"
#include "core/storage/database.h"

#include <QtCore/QVariantList>

namespace larder::replica {

class ConflictJournal {
public:
    explicit ConflictJournal(storage::Database &database);
    Q_DISABLE_COPY_MOVE(ConflictJournal)

    Result<void> load();
    int count() const { return m_count; }
    Result<void> add(const Conflict &conflict);
    Result<std::vector<Conflict>> all();
    Result<void> remove(qint64 id);
    Result<void> clear();

private:
    storage::Database &m_database;
    int m_count = 0;
};

// A row of the journal, its columns in the order of the table; Corrupt when they are anything else.
Result<Conflict> conflictOf(const QVariantList &columns);

// What of `mine`, registers not yet seen back, a row that comes in beats; `held` is the record as it is here.
// Only what another author wrote counts: see conflict_journal.cpp for how far that can be told.
std::vector<Conflict> conflictsOf(std::span<const model::Register> mine, const model::Record &incoming,
    const model::Record &held, model::UserId user);

} // namespace larder::replica
