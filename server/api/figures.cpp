#include "server/api/figures.h"

#include "server/ops/process.h"

namespace larder::server {

using Shown = Metrics::Shown;

static void show(Metrics &metrics, const char *name, const char *help, Shown as, const Counter &counter)
{
    metrics.measured(name, help, as, [&counter] { return double(counter.value()); });
}

static void show(Metrics &metrics, const char *name, const char *help, Shown as,
    const std::atomic<qint64> &number, double unit = 1)
{
    metrics.measured(
        name, help, as, [&number, unit] { return double(number.load(std::memory_order_relaxed)) * unit; });
}

void showGateway(Metrics &metrics, const GatewayStats &stats)
{
    show(metrics, "larder_gateway_connections", "Open sockets.", Shown::Gauge, stats.connections);
    show(metrics, "larder_gateway_clients", "Clients past the welcome.", Shown::Gauge, stats.open);
    show(metrics, "larder_gateway_parked_clients", "Clients that read too slowly at the moment.",
        Shown::Gauge, stats.parked);
    show(metrics, "larder_gateway_refused_connections_total", "Connections over a limit.", Shown::Counter,
        stats.refusedConnections);
    show(metrics, "larder_gateway_received_messages_total", "Messages of clients.", Shown::Counter,
        stats.received);
    show(metrics, "larder_gateway_delivered_messages_total", "Messages of rows to clients.", Shown::Counter,
        stats.deliveredMessages);
    show(metrics, "larder_gateway_delivered_rows_total", "Rows in those messages.", Shown::Counter,
        stats.deliveredRows);
    show(metrics, "larder_gateway_sent_bytes_total", "Bytes to clients.", Shown::Counter, stats.sentBytes);
    show(metrics, "larder_gateway_encoded_messages_total", "Messages encoded, each for many.", Shown::Counter,
        stats.encoded);
    show(metrics, "larder_gateway_pages_read_total", "Catch-up pages read from the store.", Shown::Counter,
        stats.pagesRead);
    show(metrics, "larder_gateway_cut_off_clients_total", "Clients that neither read nor went.",
        Shown::Counter, stats.cutOff);
    metrics.measured(
        "larder_gateway_push_duration_seconds", "From a push's arrival to its answer.", [&stats] {
            Metrics::Distribution pushes;
            for (size_t i = 0; i < GatewayStats::kPushBounds.size(); ++i) {
                pushes.within.emplace_back(
                    double(GatewayStats::kPushBounds[i]) / 1e6, quint64(stats.pushesWithin[i].value()));
            }
            pushes.count = quint64(stats.pushes.value());
            pushes.sum = double(stats.pushMicros.value()) / 1e6;
            return pushes;
        });
}

void showFeed(Metrics &metrics, const FeedStatus &status)
{
    metrics.measured("larder_feed_streaming", "1 while changes arrive from PostgreSQL.", Shown::Gauge,
        [&status] { return status.streaming.load(std::memory_order_relaxed) ? 1.0 : 0.0; });
    show(metrics, "larder_feed_lag_bytes", "Of PostgreSQL's log that is not handed on.", Shown::Gauge,
        status.lagBytes);
    show(metrics, "larder_feed_lag_seconds", "From the newest commit to its handing on.", Shown::Gauge,
        status.lagMicros, 1e-6);
    show(metrics, "larder_feed_transactions_total", "Transactions handed on.", Shown::Counter,
        status.transactions);
    show(metrics, "larder_feed_rows_total", "Rows handed on.", Shown::Counter, status.rows);
    show(metrics, "larder_feed_connects_total", "Streams begun.", Shown::Counter, status.connects);
    show(metrics, "larder_feed_connect_failures_total", "Attempts to begin a stream that failed.",
        Shown::Counter, status.failures);
}

void showProcess(Metrics &metrics)
{
    metrics.measured("process_resident_memory_bytes", "Memory of this process.", Shown::Gauge,
        [] { return double(residentBytes()); });
}

} // namespace larder::server
