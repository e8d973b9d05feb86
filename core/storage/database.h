// One SQL database and one thread's connection to it, for the replica and for the server's store.
//
// The one place that opens a database: it sets WAL, synchronous=FULL, foreign_keys=ON and a busy timeout on
// SQLite and reads them back. A connection lives on the thread that opened it, as Qt Sql demands.
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>
#include <unordered_map>
#include <utility>

class QThread;

namespace larder::storage {

enum class Dialect : quint8 { Sqlite, Postgres };

struct Options {
    Dialect dialect = Dialect::Sqlite;
    QString name {}; // SQLite: the file's path, or ":memory:"; PostgreSQL: the database's name
    QString host {}; // PostgreSQL only: a host name or the directory of a socket
    int port = 0;
    QString user {};
    QString password {};
    QString connectOptions {}; // as QSqlDatabase::setConnectOptions takes them
    std::chrono::milliseconds silence
        = limits::kStoreSilence; // of PostgreSQL, before a connection is given up
};

class Database {
public:
    // Unavailable when the server can't be reached, Corrupt when the file is no database, Storage otherwise.
    static Result<std::unique_ptr<Database>> open(const Options &options);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    Dialect dialect() const { return m_dialect; }
    QSqlDatabase connection() const { return m_connection; }

    // Runs one statement without results. For pragmas and transactions; statements with values are prepared.
    Result<void> execute(const QString &sql);
    // The first column of the first row; an invalid variant when there is no row.
    Result<QVariant> scalar(const QString &sql);
    // A prepared, forward-only query.
    Result<QSqlQuery> prepare(const QString &sql);
    // The same, prepared at its first use and kept as long as the database. Whoever reads from it reads to
    // the end or calls finish(): an unfinished query keeps SQLite's snapshot.
    Result<QSqlQuery *> cached(const QString &sql);

    // The error of a failed query, as ours: Corrupt, Unavailable or Storage, without bound values.
    static Error errorOf(const QSqlError &error);
    // The same of a failure that libpq told: its SQLSTATE, empty when the server did not answer, and its
    // message.
    static Error errorOfPostgres(const QString &state, const QString &message);

private:
    Database(Dialect dialect, QSqlDatabase connection);

    Result<void> preparePragmas(const Options &options);

    Dialect m_dialect;
    QSqlDatabase m_connection;
    QThread *m_thread;
    std::unordered_map<QString, QSqlQuery> m_cached;
};

// Executes a prepared query whose values are bound.
Result<void> run(QSqlQuery &query);
// Steps to the next row: false at the end, and an error where QSqlQuery::next() would only say false.
Result<bool> step(QSqlQuery &query);
// Executes it and gives each row to `take`, which returns a Result<void>. A refused row or an error ends the
// reading; in no case does the query keep its snapshot.
template<typename Take> Result<void> forEach(QSqlQuery &query, Take &&take)
{
    Result<void> done = run(query);
    for (bool more = done.has_value(); more;) {
        const Result<bool> row = step(query);
        done = !row ? Failure(row.error()) : *row ? take(std::as_const(query)) : Result<void>();
        more = done && *row;
    }
    if (!done) {
        query.finish();
    }
    return done;
}

} // namespace larder::storage
