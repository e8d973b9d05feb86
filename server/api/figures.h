// What the other rooms count, under the names that /metrics shows it by.
#pragma once

#include "server/feed/feed_status.h"
#include "server/gateway/gateway_stats.h"
#include "server/ops/metrics.h"

namespace larder::server {

// All three must outlive the page's last making.
void showGateway(Metrics &metrics, const GatewayStats &stats);
void showFeed(Metrics &metrics, const FeedStatus &status);
void showProcess(Metrics &metrics);

} // namespace larder::server
