// Refused writes on disk, until the person has seen them: each is something that somebody did, so none goes by
// itself. Called within the caller's transaction; after a rollback load() again. Replica thread.
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
    int count() const { return m_count; }
    Result<void> add(const RefusedWrite &failure);
    Result<std::vector<RefusedWrite>> all();
    Result<std::optional<RefusedWrite>> find(qint64 id);
    Result<void> remove(qint64 id);
    Result<void> clear();

private:
    storage::Database &m_database;
    int m_count = 0;
};

} // namespace larder::replica
