// A real PostgreSQL for tests: its own folder, its own Unix socket, wal_level=logical, nothing shared with
// any other server on the machine, and never run as root.
//
// Tests that only need a database take one of shared(): under ctest that is the one server of the whole run
// (the fixture "postgres" starts it, without fsync), by hand it is one of this process. Tests that kill, stop
// or configure the server make their own. A server dies with the process that started it, however that ends.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

#include <memory>
#include <vector>

struct pg_conn;

namespace larder::test {

class PostgresServer {
public:
    enum class Durability : quint8 { Fast, Durable }; // without and with fsync

    // Starts one; aborts the test when that fails. `settings` are further lines of postgresql.conf.
    explicit PostgresServer(Durability durability = Durability::Fast, const QStringList &settings = {});
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    static const PostgresServer &shared();
    // A physical standby that follows `primary`, started; promote() makes it a primary of its own.
    static std::unique_ptr<PostgresServer> standbyOf(const PostgresServer &primary);
    void promote();

    // SIGKILL to the postmaster and every process of it, at the same moment.
    void kill();
    // An orderly, fast shutdown: clients are cut off, committed work is on disk.
    void stop();
    // After kill() or stop(); returns when connections are taken.
    void start();
    bool isRunning() const;

    // A new, empty database, dropped with the server. A database that nobody is connected to can be its
    // template.
    storage::Options createDatabase(const QString &templateName = {}) const;
    QString socketFolder() const { return m_folder; }
    QString superuser() const;

private:
    explicit PostgresServer(const QString &runningIn);
    struct Following {
        const PostgresServer &primary;
    };
    explicit PostgresServer(Following following);

    std::unique_ptr<QTemporaryDir> m_owned; // null: somebody else's server
    QString m_folder;
    QProcess m_process;
};

// The same connection as libpq's, and psql's, keyword=value string.
QByteArray conninfo(const storage::Options &options);

// A session as psql has one, which knows nothing of the Store. It aborts the test when a statement fails that
// was not expected to.
class PostgresSession {
public:
    using Rows = std::vector<QStringList>;

    explicit PostgresSession(const storage::Options &options);
    ~PostgresSession();
    Q_DISABLE_COPY_MOVE(PostgresSession)

    // The rows of the last statement in `sql`; null is an empty string.
    Rows run(const QString &sql);
    // Its first field.
    QString value(const QString &sql);
    // The SQLSTATE that `sql` fails with, empty when it does not fail.
    QString errorOf(const QString &sql);
    // Sends without waiting, so that another session can be made to wait for this one; take the answer with
    // finish().
    void send(const QString &sql);
    bool isBusy();
    // The SQLSTATE of what was sent, empty when it went well.
    QString finish();
    int backendPid() const;

private:
    pg_conn *m_connection;
};

// What the fixture "postgres" runs before and after the tests that share a server.
void startPostgresFor(const QString &folder);
void stopPostgresOf(const QString &folder);

} // namespace larder::test
