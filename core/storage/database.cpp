#include "core/storage/database.h"

#include "core/assert.h"
#include "core/storage/statements.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QThread>
#include <QtCore/QUuid>
#include <QtCore/QVariant>
#include <QtSql/QSqlError>

namespace larder::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSqliteCorrupt = 11;
constexpr int kSqliteNotADatabase = 26;
constexpr int kBusyTimeoutMs = 10'000;

struct Pragma {
    QLatin1StringView name;
    QString value;
    QString readBack;
};

// PostgreSQL puts values into its messages ("Key (email)=(…) already exists"), so only what can't hold one is
// taken: the SQLSTATE, the name of a violated constraint, and the text of errors in the statement itself.
QString postgresDetail(const QString &state, const QString &message)
{
    if (state.isEmpty() || state.startsWith("42"_L1)) {
        return message.section(u'\n', 0, 0).trimmed();
    }
    static const QRegularExpression constraint(u"constraint \"([A-Za-z0-9_]+)\""_s);
    const auto match = constraint.match(message);
    return match.hasMatch() ? u"SQLSTATE %1, constraint %2"_s.arg(state, match.captured(1))
                            : u"SQLSTATE %1"_s.arg(state);
}

bool isLostConnection(const QString &state)
{
    // Without a SQLSTATE the answer did not come from the server; 08 is a connection's, 57P0x a shutdown's.
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P0"_L1);
}

} // namespace

Error Database::errorOf(const QSqlError &error)
{
    const QString native = error.nativeErrorCode();
    if (error.driverText().startsWith("QPSQL"_L1)) {
        // A statement that can't be bound never left this process, and is no loss of the connection.
        const bool lost = error.type() == QSqlError::ConnectionError
            || (isLostConnection(native) && error.type() != QSqlError::NoError
                && !error.databaseText().isEmpty());
        return { lost ? Code::Unavailable : Code::Storage,
            u"%1: %2"_s.arg(error.driverText(), postgresDetail(native, error.databaseText())) };
    }
    const int code = native.toInt() & 0xff; // the rest of an extended code says more about the same
    const bool corrupt = code == kSqliteCorrupt || code == kSqliteNotADatabase;
    return { corrupt ? Code::Corrupt : Code::Storage,
        u"SQLite %1: %2: %3"_s.arg(native, error.driverText(), error.databaseText()) };
}

Error Database::errorOfPostgres(const QString &state, const QString &message)
{
    return { isLostConnection(state) ? Code::Unavailable : Code::Storage,
        u"PostgreSQL: "_s + postgresDetail(state, message) };
}

Database::Database(Dialect dialect, QSqlDatabase connection)
    : m_dialect(dialect)
    , m_connection(std::move(connection))
    , m_thread(QThread::currentThread())
{
}

Database::~Database()
{
    LARDER_ASSERT(QThread::currentThread() == m_thread);
    m_cached.clear();
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Database>> Database::open(const Options &options)
{
    const bool sqlite = options.dialect == Dialect::Sqlite;
    std::unique_ptr<Database> database(new Database(options.dialect,
        QSqlDatabase::addDatabase(
            sqlite ? u"QSQLITE"_s : u"QPSQL"_s, QUuid::createUuid().toString(QUuid::WithoutBraces))));
    QSqlDatabase &connection = database->m_connection;
    if (!connection.isValid()) {
        return Failure(Code::Configuration, u"Qt has no driver %1"_s.arg(connection.driverName()));
    }
    connection.setDatabaseName(options.name);
    if (sqlite) {
        const QString timeout = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs);
        connection.setConnectOptions(
            options.connectOptions.isEmpty() ? timeout : QString(timeout % u';' % options.connectOptions));
    } else {
        connection.setHostName(options.host);
        connection.setPort(options.port > 0 ? options.port : -1);
        connection.setUserName(options.user);
        connection.setPassword(options.password);
        connection.setConnectOptions(options.connectOptions);
    }
    if (!connection.open()) {
        const Error error = errorOf(connection.lastError());
        return Failure(sqlite ? error : Error { Code::Unavailable, error.detail });
    }
    if (sqlite) {
        if (auto set = database->preparePragmas(options); !set) {
            return Failure(set.error());
        }
    }
    return database;
}

Result<void> Database::preparePragmas(const Options &options)
{
    // A database in memory has no WAL.
    const bool memory = options.name == ":memory:"_L1 || options.name.isEmpty();
    const Pragma pragmas[] = {
        { "journal_mode"_L1, u"WAL"_s, memory ? u"memory"_s : u"wal"_s },
        { "synchronous"_L1, u"FULL"_s, u"2"_s },
        { "foreign_keys"_L1, u"ON"_s, u"1"_s },
        { "busy_timeout"_L1, QString::number(kBusyTimeoutMs), QString::number(kBusyTimeoutMs) },
    };
    for (const Pragma &pragma : pragmas) {
        if (auto set = execute(u"PRAGMA %1 = %2"_s.arg(pragma.name, pragma.value)); !set) {
            return Failure(set.error());
        }
        const auto is = scalar(u"PRAGMA %1"_s.arg(pragma.name));
        if (!is) {
            return Failure(is.error());
        }
        if (is->toString() != pragma.readBack) {
            return Failure(Code::Storage,
                u"PRAGMA %1 is %2, not %3"_s.arg(pragma.name, is->toString(), pragma.readBack));
        }
    }
    return {};
}

Result<void> Database::execute(const QString &sql)
{
    LARDER_ASSERT(QThread::currentThread() == m_thread);
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return Failure(errorOf(query.lastError()));
    }
    return {};
}

Result<QVariant> Database::scalar(const QString &sql)
{
    LARDER_ASSERT(QThread::currentThread() == m_thread);
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return Failure(errorOf(query.lastError()));
    }
    const auto row = step(query);
    if (!row) {
        return Failure(row.error());
    }
    return *row ? query.value(0) : QVariant();
}

Result<QSqlQuery> Database::prepare(const QString &sql)
{
    LARDER_ASSERT(QThread::currentThread() == m_thread);
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return Failure(errorOf(query.lastError()));
    }
    return query;
}

Result<QSqlQuery *> Database::cached(const QString &sql)
{
    LARDER_ASSERT(QThread::currentThread() == m_thread);
    auto at = m_cached.find(sql);
    if (at == m_cached.end()) {
        auto query = prepare(sql);
        if (!query) {
            return Failure(query.error());
        }
        at = m_cached.emplace(sql, std::move(*query)).first;
    }
    return &at->second;
}

Result<void> run(QSqlQuery &query)
{
    if (!query.exec()) {
        return Failure(Database::errorOf(query.lastError()));
    }
    return {};
}

Result<bool> step(QSqlQuery &query)
{
    if (query.next()) {
        return true;
    }
    if (query.lastError().isValid()) {
        return Failure(Database::errorOf(query.lastError()));
    }
    return false;
}

} // namespace larder::storage
