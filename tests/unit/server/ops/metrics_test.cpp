#include "server/ops/metrics.h"

#include <QtTest/QTest>

#include <thread>

using namespace larder::server;

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePageShowsWhatWasCounted()
    {
        Metrics metrics;
        metrics.counter("larder_a_total", "Help.", { { "route", "/x\"y\\z\n" } }).add(3);
        metrics.measured("larder_b", "Help.", Metrics::Shown::Gauge, [] { return -4.0; });
        metrics.measured("larder_c_total", "Help.", Metrics::Shown::Counter, [] { return 2.5; });
        const QByteArray page = metrics.text();
        QVERIFY(page.contains("# HELP larder_a_total Help.\n# TYPE larder_a_total "
                              "counter\nlarder_a_total{route=\"/x\\\"y\\\\z\\n\"} 3\n"));
        QVERIFY(page.contains("# TYPE larder_b gauge\nlarder_b -4\n"));
        QVERIFY(page.contains("# TYPE larder_c_total counter\nlarder_c_total 2.5\n"));
    }

    void aHistogramsBucketsCountUp()
    {
        Metrics metrics;
        auto &histogram = metrics.histogram("larder_d_seconds", "Help.");
        for (const double seconds : { 0.0001, 0.0005, 0.003, 2.0, 60.0 }) {
            histogram.observe(seconds);
        }
        const QByteArray page = metrics.text();
        QVERIFY(page.contains("larder_d_seconds_bucket{le=\"0.0005\"} 2\n"));
        QVERIFY(page.contains("larder_d_seconds_bucket{le=\"0.005\"} 3\n"));
        QVERIFY(page.contains("larder_d_seconds_bucket{le=\"10\"} 4\n"));
        QVERIFY(page.contains("larder_d_seconds_bucket{le=\"+Inf\"} 5\n"));
        QVERIFY(page.contains("larder_d_seconds_count 5\n"));
    }

    void aDistributionOfAnotherRoomIsShownAsAHistogram()
    {
        Metrics metrics;
        metrics.measured("larder_e_seconds", "Help.", [] {
            return Metrics::Distribution { { { 0.1, 1 }, { 1, 4 } }, 5, 7.5 };
        });
        const QByteArray page = metrics.text();
        QVERIFY(page.contains("# TYPE larder_e_seconds histogram\n"));
        QVERIFY(
            page.contains("larder_e_seconds_bucket{le=\"1\"} 4\nlarder_e_seconds_bucket{le=\"+Inf\"} 5\n"));
        QVERIFY(page.contains("larder_e_seconds_sum 7.5\n"));
    }

    void threadsCountTogether()
    {
        Metrics metrics;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&metrics] {
                for (int n = 0; n < 10'000; ++n) {
                    metrics.counter("larder_f_total", "Help.").add();
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QVERIFY(metrics.text().contains("larder_f_total 40000\n"));
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics_test.moc"
