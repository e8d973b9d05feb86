#include "core/storage/transaction.h"

#include "core/storage/statements.h"

namespace larder::storage {

Transaction::Transaction(Database &database)
    : m_database(database)
{
}

Transaction::~Transaction()
{
    if (m_open) {
        // It fails when the connection is lost or SQLite rolled back by itself; nothing is kept either way.
        (void)m_database.execute(sql::kRollback);
    }
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Database &database)
{
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    if (auto begun = database.execute(sqlite ? sql::kBeginSqlite : sql::kBeginPostgres); !begun) {
        return Failure(begun.error());
    }
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Result<void> Transaction::commit()
{
    auto done = m_database.execute(sql::kCommit);
    if (!done) {
        (void)m_database.execute(sql::kRollback);
    }
    m_open = false;
    return done;
}

} // namespace larder::storage
