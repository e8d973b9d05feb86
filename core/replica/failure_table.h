// Refused writes on disk, until the person has seen them: each is something that somebody did, so none goes
// unsaid. Above limits::kFailuresKept the oldest are only counted, until the last that is kept is dismissed.
// Called within the caller's transaction; after a rollback load() again. Replica thread.
#pragma once

#include "core/replica/notices.h"
#include "core/storage/database.h"

#include <optional>

namespace larder::replica {

class FailureTable {
public:
    explicit FailureTable(storage::Database &database);
    Q_DISABLE_COPY_MOVE(FailureTable)

    Result<void> load();
    int count() const { return m_kept + m_older; } // also those that are kept no more
    int older() const { return m_older; } // those
    Result<void> add(const RefusedWrite &failure);
    // Some that were only counted in the file that this one replaces.
    Result<void> addOlder(int count) { return setOlder(m_older + count); }
    Result<std::vector<RefusedWrite>> all();
    Result<std::optional<RefusedWrite>> find(qint64 id);
    Result<void> remove(qint64 id);
    Result<void> clear();

private:
    Result<void> setOlder(int count);

    storage::Database &m_database;
    int m_kept = 0;
    int m_older = 0;
};

} // namespace larder::replica
