// The figures that the server shows at /metrics, as plain counters: any room may count without knowing how
// they are shown. Names follow Prometheus' conventions (larder_…_total, …_seconds, …_bytes), help is a
// sentence.
//
// Thread-safe. Asking for a figure takes a lock, so ask once and keep the reference, which stays good as long
// as the Metrics; counting is one relaxed atomic addition.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMutex>

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace larder::server {

class Metrics {
public:
    class Counter {
    public:
        void add(quint64 count = 1) { m_value.fetch_add(count, std::memory_order_relaxed); }
        quint64 value() const { return m_value.load(std::memory_order_relaxed); }

    private:
        std::atomic<quint64> m_value = 0;
    };

    // Of durations, in buckets from half a millisecond to ten seconds.
    class Histogram {
    public:
        static constexpr std::array<double, 14> kBounds { 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
            0.1, 0.25, 0.5, 1, 2.5, 5, 10 };

        void observe(double seconds);
        quint64 count(size_t bucket) const { return m_counts[bucket].load(std::memory_order_relaxed); }
        double sum() const { return double(m_micros.load(std::memory_order_relaxed)) / 1e6; }

    private:
        std::array<std::atomic<quint64>, kBounds.size() + 1> m_counts {};
        std::atomic<quint64> m_micros = 0;
    };

    using Labels = std::vector<std::pair<QByteArray, QByteArray>>;

    Metrics() = default;
    Q_DISABLE_COPY_MOVE(Metrics)

    // The same figure for the same name and labels.
    Counter &counter(const QByteArray &name, const QByteArray &help, const Labels &labels = {});
    Histogram &histogram(const QByteArray &name, const QByteArray &help, const Labels &labels = {});
    // What another room counts by itself: asked when the page is made, on the thread that makes it.
    enum class Shown : quint8 { Counter, Gauge };
    void measured(const QByteArray &name, const QByteArray &help, Shown as, std::function<double()> measure);
    struct Distribution {
        std::vector<std::pair<double, quint64>> within; // upper bound, how many up to it; ascending
        quint64 count = 0;
        double sum = 0;
    };
    void measured(const QByteArray &name, const QByteArray &help, std::function<Distribution()> measure);

    // The page, in the Prometheus text format 0.0.4.
    QByteArray text() const;

private:
    struct Family {
        QByteArray help;
        std::map<Labels, std::unique_ptr<Counter>> counters;
        std::map<Labels, std::unique_ptr<Histogram>> histograms;
        Shown as = Shown::Gauge;
        std::function<double()> measure;
        std::function<Distribution()> measureDistribution;
    };

    mutable QMutex m_mutex;
    std::map<QByteArray, Family> m_families;
};

} // namespace larder::server
