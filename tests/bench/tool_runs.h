// Runs of tools that others wrote, as yardsticks: pgbench for PostgreSQL, wrk for HTTP.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QString>

#include <chrono>

namespace larder::bench {

// Transactions per second of a script, with prepared statements.
double pgbenchTransactionsPerSecond(
    const storage::Options &database, const QString &script, int clients, std::chrono::seconds time);
// Aborts when any answer is not 2xx.
double wrkRequestsPerSecond(
    const QString &url, const QString &token, int connections, std::chrono::seconds time);

} // namespace larder::bench
