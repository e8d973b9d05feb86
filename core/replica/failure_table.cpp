#include "core/replica/failure_table.h"

#include "core/limits.h"
#include "core/replica/parcel.h"
#include "core/replica/statements.h"

#include <QtCore/QVariant>

namespace larder::replica {

namespace {

Result<RefusedWrite> failureOf(const QSqlQuery &row)
{
    auto parcel = unpack(row.value(1).toByteArray());
    if (!parcel) {
        return Failure(Code::Corrupt, parcel.error().detail);
    }
    return RefusedWrite { row.value(0).toLongLong(), std::move(parcel->write),
        codeFromWireName(row.value(2).toString()).value_or(Code::Internal), row.value(3).toString(),
        Micros(row.value(4).toLongLong()) };
}

} // namespace

FailureTable::FailureTable(storage::Database &database)
    : m_database(database)
{
}

Result<void> FailureTable::load()
{
    const auto count = m_database.scalar(sql::kCountFailures);
    if (!count) {
        return Failure(count.error());
    }
    const auto older = m_database.scalar(sql::kOlderFailures);
    if (!older) {
        return Failure(older.error());
    }
    m_kept = count->toInt();
    m_older = older->toInt();
    return {};
}

Result<void> FailureTable::setOlder(int count)
{
    if (count == m_older) {
        return {};
    }
    auto query = m_database.cached(sql::kPutMeta);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, QStringLiteral("older_failures"));
    (*query)->bindValue(1, count);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_older = count;
    return {};
}

Result<void> FailureTable::add(const RefusedWrite &failure)
{
    auto query = m_database.cached(sql::kAddFailure);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, pack({ failure.write, {}, Parcel::Origin::Written }));
    (*query)->bindValue(1, QString(wireName(failure.code)));
    (*query)->bindValue(2, failure.message.isNull() ? QStringLiteral("") : failure.message);
    (*query)->bindValue(3, qint64(failure.at.count()));
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    ++m_kept;
    if (m_kept <= limits::kFailuresKept) {
        return {};
    }
    auto trim = m_database.cached(sql::kTrimFailures);
    if (!trim) {
        return Failure(trim.error());
    }
    (*trim)->bindValue(0, limits::kFailuresKept);
    if (auto done = storage::run(**trim); !done) {
        return done;
    }
    const int gone = (*trim)->numRowsAffected();
    m_kept -= gone;
    return setOlder(m_older + gone);
}

Result<std::vector<RefusedWrite>> FailureTable::all()
{
    auto query = m_database.cached(sql::kFailures);
    if (!query) {
        return Failure(query.error());
    }
    std::vector<RefusedWrite> failures;
    const auto read = storage::forEach(**query, [&](const QSqlQuery &row) -> Result<void> {
        auto failure = failureOf(row);
        if (!failure) {
            return Failure(failure.error());
        }
        failures.push_back(std::move(*failure));
        return {};
    });
    return read ? Result<std::vector<RefusedWrite>>(std::move(failures)) : Failure(read.error());
}

Result<std::optional<RefusedWrite>> FailureTable::find(qint64 id)
{
    auto query = m_database.cached(sql::kFailure);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, id);
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    const auto row = storage::step(**query);
    if (!row) {
        return Failure(row.error());
    }
    if (!*row) {
        return std::optional<RefusedWrite>();
    }
    auto failure = failureOf(**query);
    (*query)->finish();
    if (!failure) {
        return Failure(failure.error());
    }
    return std::optional(std::move(*failure));
}

Result<void> FailureTable::remove(qint64 id)
{
    auto query = m_database.cached(sql::kDeleteFailure);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, id);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_kept -= (*query)->numRowsAffected();
    return m_kept == 0 ? setOlder(0) : Result<void>();
}

Result<void> FailureTable::clear()
{
    if (auto done = m_database.execute(sql::kDeleteFailures); !done) {
        return done;
    }
    m_kept = 0;
    return setOlder(0);
}

} // namespace larder::replica
