// Batches to SQLite over QSQLITE: prepared queries, one after the other.
#pragma once

#include "server/store/dialect.h"

#include <map>

namespace larder::server {

class SqliteDialect final : public Dialect {
public:
    static Result<std::unique_ptr<Dialect>> of(storage::Database &database);

    using Dialect::run;
    Result<void> run(std::span<const Call> calls) override;

private:
    explicit SqliteDialect(storage::Database &database)
        : m_database(database)
    {
    }

    Result<QSqlQuery *> prepared(const Call &call);
    Result<void> runOnce(QSqlQuery &query, const Call &call, const CellRow &values);

    storage::Database &m_database;
    std::map<std::pair<const void *, const void *>, QSqlQuery> m_prepared;
};

} // namespace larder::server
