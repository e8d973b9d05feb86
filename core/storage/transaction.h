// A transaction that rolls back unless commit() returned success. SQLite takes its write lock at once (BEGIN
// IMMEDIATE), so that a transaction that reads and then writes can't fail half-way with SQLITE_BUSY.
#pragma once

#include "core/storage/database.h"

namespace larder::storage {

class [[nodiscard]] Transaction {
public:
    static Result<std::unique_ptr<Transaction>> begin(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    // After a failure the transaction is rolled back.
    Result<void> commit();

private:
    explicit Transaction(Database &database);

    Database &m_database;
    bool m_open = true;
};

} // namespace larder::storage
