// Batches to PostgreSQL, each as one pipeline of prepared statements over the connection that QPSQL opened.
//
// Qt SQL sends one statement at a time and spells every value out as text; libpq's pipeline mode (libpq,
// "Pipeline Mode") sends all of a batch before it waits for the first answer, with values in their binary
// format. Each statement is prepared once a connection, when it is first needed. A server that falls silent,
// whatever the reason, costs `silence` and then the connection.
#pragma once

#include "server/store/dialect.h"

#include <QtCore/QDeadlineTimer>

#include <map>

struct pg_conn;
struct pg_result;

namespace larder::server {

class PostgresDialect final : public Dialect {
public:
    static Result<std::unique_ptr<Dialect>> of(
        storage::Database &database, std::chrono::milliseconds silence);

    using Dialect::run;
    Result<void> run(std::span<const Call> calls) override;

private:
    struct Prepared {
        QByteArray name;
        std::vector<unsigned> types; // of the parameters, as PostgreSQL numbers them
    };

    PostgresDialect(pg_conn *connection, std::chrono::milliseconds silence)
        : m_connection(connection)
        , m_silence(silence)
    {
    }

    Result<const Prepared *> prepared(const Call &call);
    bool begin();
    bool send(const Call &call, const Prepared &prepared);
    bool awaitAnswer();
    Result<void> receive(const std::function<void(const pg_result *)> &take);
    Result<void> end();
    Result<void> fail(const pg_result *result);

    pg_conn *m_connection; // the database's
    std::chrono::milliseconds m_silence;
    QDeadlineTimer m_deadline; // of what is under way
    bool m_lost = false;
    std::map<std::pair<const void *, const void *>, Prepared> m_prepared;
};

} // namespace larder::server
