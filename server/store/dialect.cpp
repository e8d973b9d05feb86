#include "server/store/dialect.h"

#include "server/store/postgres_dialect.h"
#include "server/store/sqlite_dialect.h"
#include "server/store/statements.h"

namespace larder::server {

Result<std::unique_ptr<Dialect>> Dialect::of(storage::Database &database, std::chrono::milliseconds silence)
{
    return database.dialect() == storage::Dialect::Sqlite ? SqliteDialect::of(database)
                                                          : PostgresDialect::of(database, silence);
}

Result<void> Dialect::run(
    const Statement &statement, CellRow values, std::function<bool(const RowReader &)> each)
{
    Call call { .statement = &statement, .rows = {}, .each = std::move(each) };
    if (statement.shape != Shape::Plain) {
        call.rows.push_back(std::move(values));
    }
    return run({ &call, 1 });
}

WriteTransaction::~WriteTransaction()
{
    if (m_open) {
        // It fails when the connection is lost; nothing is kept either way.
        (void)m_dialect.run(std::vector<Call> { { .statement = &sql::kRollback } });
    }
}

Result<void> WriteTransaction::begin(std::vector<Call> first)
{
    m_open = true; // a failed message may have begun it
    first.insert(
        first.begin(), { { .statement = &sql::kBeginWrite }, { .statement = &sql::kAnnounceStore } });
    return m_dialect.run(first);
}

Result<void> WriteTransaction::commit(std::vector<Call> rest)
{
    rest.push_back({ .statement = &sql::kCommit });
    auto done = m_dialect.run(rest);
    m_open = !done;
    return done;
}

} // namespace larder::server
