// How the store talks to its database: batches of prepared statements in, rows out.
//
// PostgreSQL gets a whole batch before it answers the first of it, so a push costs two round trips however
// many writes it has; SQLite, which has no round trips, runs the statements one after the other. Nothing
// above this file knows which of the two it is. Lives on its Store's thread.
#pragma once

#include "core/model/kinds.h"
#include "core/model/uuid.h"
#include "core/model/value.h"
#include "core/result.h"
#include "core/storage/database.h"
#include "server/store/statement.h"

#include <functional>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace larder::server {

// By field number; 0: never written.
using Stamps = std::vector<qint64>;
using Cell = std::variant<model::Null, bool, qint64, QString, QByteArray, model::Uuid, Stamps>;
using CellRow = std::vector<Cell>;

// The row that a query stands on. What is null reads as false, 0, an empty text, no
// bytes, the null id and no stamps.
class RowReader {
public:
    virtual bool isNull(int column) const = 0;
    virtual bool truth(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
    virtual model::Uuid id(int column) const = 0;
    virtual Stamps stamps(int column) const = 0;

protected:
    RowReader() = default;
    ~RowReader() = default;
    Q_DISABLE_COPY_MOVE(RowReader)
};

struct Call {
    const Statement *statement = nullptr;
    const model::KindInfo *kind = nullptr; // of statements about records
    std::vector<CellRow> rows = {}; // as the statement's shape says
    std::function<bool(const RowReader &)> each = {}; // false: no more rows are wanted
};

class Dialect {
public:
    // A server that says nothing for `silence` is taken as lost.
    static Result<std::unique_ptr<Dialect>> of(
        storage::Database &database, std::chrono::milliseconds silence);
    virtual ~Dialect() = default;
    Q_DISABLE_COPY_MOVE(Dialect)

    // Runs the calls in order and stops at the first that fails.
    virtual Result<void> run(std::span<const Call> calls) = 0;
    // One statement of the shape Single, or Plain without values.
    Result<void> run(
        const Statement &statement, CellRow values, std::function<bool(const RowReader &)> each = {});
    // Whether the failure was the fault of whoever ran at the same time, so that the transaction may be tried
    // again.
    bool mayRetry() const { return m_mayRetry; }

protected:
    Dialect() = default;
    bool m_mayRetry = false;
};

// Rolls back unless commit() returned success.
class [[nodiscard]] WriteTransaction {
public:
    explicit WriteTransaction(Dialect &dialect)
        : m_dialect(dialect)
    {
    }
    ~WriteTransaction();
    Q_DISABLE_COPY_MOVE(WriteTransaction)

    // Begins, with what is to be asked first in the same message.
    Result<void> begin(std::vector<Call> first);
    Result<void> run(std::vector<Call> calls) { return m_dialect.run(calls); }
    // Runs what is left to do and commits, in the same message.
    Result<void> commit(std::vector<Call> rest);

private:
    Dialect &m_dialect;
    bool m_open = false;
};

} // namespace larder::server
