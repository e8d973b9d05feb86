// Batches to PostgreSQL over QPSQL, as one simple query of EXECUTEs.
//
// QPSQL itself turns a prepared query with its values into the text of an EXECUTE; doing the same here lets
// several go in one message. Each statement is prepared once a connection, when it is first needed.
#pragma once

#include "server/store/dialect.h"

#include <QtCore/QHash>

namespace larder::server {

class PostgresDialect final : public Dialect {
public:
    static Result<std::unique_ptr<Dialect>> of(storage::Database &database);

    Result<void> run(std::span<const Call> calls) override;

private:
    explicit PostgresDialect(storage::Database &database) : m_database(database) { }

    Result<QString> nameOf(const Call &call);
    Result<void> fail(const QSqlError &error);

    storage::Database &m_database;
    QHash<std::pair<const void *, const void *>, QString> m_prepared;
};

} // namespace larder::server
