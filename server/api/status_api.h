// /api/info, /health, /ready, /metrics: what this server is and how it is. Lives on the main thread.
#pragma once

#include "server/api/router.h"
#include "server/ops/health.h"
#include "server/ops/metrics.h"

namespace larder::server {

class StatusApi {
public:
    struct Options {
        QString publicSyncUrl; // empty: made of the Host header and the port
        quint16 syncPort = 0;
    };

    StatusApi(const Health &health, const Metrics &metrics, Options options);
    void addRoutes(Router &router);

private:
    Answer info(const Request &request) const;
    Answer ready() const;

    const Health &m_health;
    const Metrics &m_metrics;
    Options m_options;
};

} // namespace larder::server
