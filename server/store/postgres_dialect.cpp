#include "server/store/postgres_dialect.h"

#include "core/assert.h"
#include "core/logging.h"
#include "server/store/postgres_values.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <QtSql/QSqlDriver>

#include <algorithm>
#include <cerrno>
#include <poll.h>

namespace larder::server {

using namespace Qt::StringLiterals;

namespace {

struct ClearResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
using AnyResult = std::unique_ptr<PGresult, ClearResult>;

bool isOneRow(const Call &call)
{
    return call.rows.size() == 1 && !call.statement->postgresOne.isEmpty();
}

QLatin1StringView textOf(const Call &call)
{
    return isOneRow(call) ? call.statement->postgresOne : call.statement->postgres;
}

void addArguments(PostgresParameters &parameters, const Call &call)
{
    if (call.statement->shape == Shape::Plain) {
        return;
    }
    LARDER_ASSERT(!call.rows.empty());
    if (call.statement->shape == Shape::Single || isOneRow(call)) {
        LARDER_ASSERT(call.rows.size() == 1);
        for (const Cell &cell : call.rows.front()) {
            parameters.add(cell);
        }
        return;
    }
    for (std::size_t column = 0; column < call.rows.front().size(); ++column) {
        // unnest() fills a shorter array up with nulls, so a column of nothing else need not be sent.
        const Cell &first = call.rows.front()[column];
        const bool same
            = std::ranges::all_of(call.rows, [&](const CellRow &row) { return row[column] == first; });
        if (same && column > 0 && std::holds_alternative<model::Null>(first)) {
            parameters.addNull();
            continue;
        }
        parameters.addColumn(
            call.rows, column, same && column < call.statement->foldable ? 1 : call.rows.size());
    }
}

// The states of PostgreSQL that say: somebody else ran at the same time.
bool isConflict(const QString &state)
{
    return state == "40001"_L1 /* serialization_failure */ || state == "40P01"_L1 /* deadlock_detected */
        || state == "23505"_L1 /* unique_violation: two made the same space or member */;
}

// The states that another try, on another connection and perhaps to another server, may not meet.
bool isElsewhere(const QString &state)
{
    return state == "55P03"_L1 /* lock_not_available */ || state == "57014"_L1 /* query_canceled */
        || state == "25006"_L1 /* read_only_sql_transaction: a standby, or a primary that became one */
        || state == "55000"_L1 /* object_not_in_prerequisite_state: recovery is in progress */;
}

} // namespace

Result<std::unique_ptr<Dialect>> PostgresDialect::of(
    storage::Database &database, std::chrono::milliseconds silence)
{
    if (auto set = database.execute(sql::kSession); !set) {
        return Failure(set.error());
    }
    if (const auto durability = database.scalar(sql::kDurability);
        durability && durability->toString() == "off"_L1) {
        qCWarning(lcStore,
            "PostgreSQL has synchronous_commit off: it may lose acknowledged writes when it crashes");
    }
    const QVariant handle = database.connection().driver()->handle();
    const QByteArrayView type(handle.typeName()); // a type or its alias, as the compiler names it
    if (type != "PGconn*" && type != "pg_conn*") {
        return Failure(Code::Internal, u"Qt's PostgreSQL driver shows no connection"_s);
    }
    return std::unique_ptr<Dialect>(
        new PostgresDialect(*static_cast<PGconn *const *>(handle.constData()), silence));
}

// Of a failed statement, or of the connection when there is no result.
Result<void> PostgresDialect::fail(const PGresult *result)
{
    if (!result) {
        m_lost = true;
        const QString said = QString::fromUtf8(PQerrorMessage(m_connection)).simplified();
        return Failure(Code::Unavailable,
            m_deadline.hasExpired() ? u"PostgreSQL has not answered in time"_s
                : said.isEmpty()    ? u"the connection to PostgreSQL was lost"_s
                                    : said);
    }
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    m_mayRetry = isConflict(state);
    Error error = storage::Database::errorOfPostgres(state, QString::fromUtf8(PQresultErrorMessage(result)));
    if (isElsewhere(state)) {
        error.code = Code::Unavailable;
    }
    return Failure(std::move(error));
}

// From here to end() nothing blocks but awaitAnswer(), which keeps the deadline.
bool PostgresDialect::begin()
{
    m_deadline.setRemainingTime(m_silence);
    if (m_lost || PQstatus(m_connection) != CONNECTION_OK || PQsetnonblocking(m_connection, 1) != 0) {
        return false;
    }
    // A forward-only QSqlQuery that was not read to its end leaves the rest of its rows on the connection.
    do {
        if (!awaitAnswer()) {
            return false;
        }
    } while (AnyResult(PQgetResult(m_connection)));
    return PQenterPipelineMode(m_connection) == 1;
}

// Until PQgetResult() has something to say at once; false when the connection is lost or the time is over.
bool PostgresDialect::awaitAnswer()
{
    while (true) {
        const int unsent = PQflush(m_connection);
        if (unsent < 0) {
            return false;
        }
        if (unsent == 0 && PQisBusy(m_connection) == 0) {
            return true;
        }
        pollfd socket { PQsocket(m_connection), short(unsent > 0 ? POLLIN | POLLOUT : POLLIN), 0 };
        const int ready = ::poll(&socket, 1, int(m_deadline.remainingTime()));
        if (ready == 0 || (ready < 0 && errno != EINTR)) {
            return false;
        }
        if (ready > 0 && (socket.revents & ~POLLOUT) != 0 && PQconsumeInput(m_connection) != 1) {
            return false;
        }
    }
}

// The results of one statement; fails when it failed.
Result<void> PostgresDialect::receive(const std::function<void(const PGresult *)> &take)
{
    Result<void> outcome;
    while (true) {
        if (!awaitAnswer()) {
            return fail(nullptr);
        }
        const AnyResult result(PQgetResult(m_connection));
        if (!result) {
            return outcome;
        }
        if (PQresultStatus(result.get())
            == PGRES_FATAL_ERROR) { // what follows in the pipeline is told to be aborted
            outcome = fail(result.get());
        } else {
            take(result.get());
        }
    }
}

Result<void> PostgresDialect::end()
{
    if (!awaitAnswer()) {
        return fail(nullptr);
    }
    const AnyResult synced(PQgetResult(m_connection));
    const bool done = PQresultStatus(synced.get()) == PGRES_PIPELINE_SYNC
        && PQexitPipelineMode(m_connection) == 1 && PQsetnonblocking(m_connection, 0) == 0;
    return done ? Result<void>() : fail(nullptr);
}

Result<const PostgresDialect::Prepared *> PostgresDialect::prepared(const Call &call)
{
    const QLatin1StringView text = textOf(call);
    const std::pair<const void *, const void *> key(text.data(), call.kind);
    if (const auto at = m_prepared.find(key); at != m_prepared.end()) {
        return &at->second;
    }
    Prepared made { .name = "larder_" + QByteArray::number(m_prepared.size()), .types = {} };
    if (!begin()
        || PQsendPrepare(m_connection, made.name.constData(), expanded(text, call.kind).toUtf8().constData(),
               0, nullptr)
            != 1
        || PQsendDescribePrepared(m_connection, made.name.constData()) != 1
        || PQpipelineSync(m_connection) != 1) {
        return Failure(fail(nullptr).error());
    }
    const auto parsed = receive([](const PGresult *) {});
    const auto described = receive([&](const PGresult *result) {
        for (int i = 0; i < PQnparams(result); ++i) {
            made.types.push_back(PQparamtype(result, i));
        }
    });
    if (const auto ended = end(); !parsed || !described || !ended) {
        return Failure(!parsed ? parsed.error() : !described ? described.error() : ended.error());
    }
    return &m_prepared.emplace(key, std::move(made)).first->second;
}

bool PostgresDialect::send(const Call &call, const Prepared &prepared)
{
    PostgresParameters parameters(prepared.types);
    addArguments(parameters, call);
    LARDER_ASSERT(std::size_t(parameters.count()) == prepared.types.size());
    return PQsendQueryPrepared(m_connection, prepared.name.constData(), parameters.count(),
               parameters.values(), parameters.lengths(), parameters.formats(), 1)
        == 1;
}

Result<void> PostgresDialect::run(std::span<const Call> calls)
{
    if (calls.front().statement != &sql::kRollback) { // which follows the failure that is asked about
        m_mayRetry = false;
    }
    // All are prepared first: a pipeline is no place to wait for an answer.
    std::vector<std::pair<const Call *, const Prepared *>> sent;
    for (const Call &call : calls) {
        if (call.statement->postgres.isEmpty()) {
            continue;
        }
        const auto known = prepared(call);
        if (!known) {
            return Failure(known.error());
        }
        sent.emplace_back(&call, *known);
    }
    bool open = begin();
    for (const auto &[call, prepared] : sent) {
        open = open && send(*call, *prepared);
    }
    if (!open || PQpipelineSync(m_connection) != 1) {
        return fail(nullptr);
    }
    Result<void> outcome;
    for (const auto &[call, prepared] : sent) {
        auto received = receive([&each = call->each](const PGresult *result) {
            const int rows = each ? PQntuples(result) : 0;
            for (int row = 0; row < rows && each(PostgresRow(result, row)); ++row) { }
        });
        if (!received && outcome) {
            outcome = std::move(received);
        }
        if (m_lost) {
            return outcome;
        }
    }
    auto ended = end();
    return outcome ? ended : outcome;
}

} // namespace larder::server
