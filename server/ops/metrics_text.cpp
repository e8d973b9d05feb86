// The only file that knows prometheus-cpp, and therefore built with exceptions: its serializer writes through
// std::ostream and its containers may throw. Nothing leaves it but an empty page.
#include "server/ops/metrics.h"

#include <prometheus/text_serializer.h>

namespace larder::server {

static std::vector<prometheus::ClientMetric::Label> labelsOf(const Metrics::Labels &labels)
{
    std::vector<prometheus::ClientMetric::Label> result;
    for (const auto &[name, value] : labels) {
        result.push_back({ name.toStdString(), value.toStdString() });
    }
    return result;
}

static prometheus::ClientMetric metricOf(const Metrics::Labels &labels, const Metrics::Histogram &histogram)
{
    prometheus::ClientMetric metric;
    metric.label = labelsOf(labels);
    quint64 total = 0;
    for (size_t i = 0; i <= Metrics::Histogram::kBounds.size(); ++i) {
        total += histogram.count(i);
        const double bound
            = i < Metrics::Histogram::kBounds.size() ? Metrics::Histogram::kBounds[i] : HUGE_VAL;
        metric.histogram.bucket.push_back({ total, bound });
    }
    metric.histogram.sample_count = total;
    metric.histogram.sample_sum = histogram.sum();
    return metric;
}

static prometheus::ClientMetric metricOf(const Metrics::Distribution &distribution)
{
    prometheus::ClientMetric metric;
    for (const auto &[bound, count] : distribution.within) {
        metric.histogram.bucket.push_back({ count, bound });
    }
    metric.histogram.bucket.push_back({ distribution.count, HUGE_VAL });
    metric.histogram.sample_count = distribution.count;
    metric.histogram.sample_sum = distribution.sum;
    return metric;
}

static prometheus::ClientMetric valueOf(const Metrics::Labels &labels, Metrics::Shown as, double value)
{
    prometheus::ClientMetric metric;
    metric.label = labelsOf(labels);
    (as == Metrics::Shown::Counter ? metric.counter.value : metric.gauge.value) = value;
    return metric;
}

QByteArray Metrics::text() const
{
    const QMutexLocker lock(&m_mutex);
    try {
        std::vector<prometheus::MetricFamily> families;
        for (const auto &[name, family] : m_families) {
            const bool counted = !family.counters.empty() || (family.measure && family.as == Shown::Counter);
            const bool spread = !family.histograms.empty() || family.measureDistribution;
            prometheus::MetricFamily shown { name.toStdString(), family.help.toStdString(),
                spread        ? prometheus::MetricType::Histogram
                    : counted ? prometheus::MetricType::Counter
                              : prometheus::MetricType::Gauge,
                {} };
            for (const auto &[labels, counter] : family.counters) {
                shown.metric.push_back(valueOf(labels, Shown::Counter, double(counter->value())));
            }
            for (const auto &[labels, histogram] : family.histograms) {
                shown.metric.push_back(metricOf(labels, *histogram));
            }
            if (family.measure) {
                shown.metric.push_back(valueOf({}, family.as, family.measure()));
            }
            if (family.measureDistribution) {
                shown.metric.push_back(metricOf(family.measureDistribution()));
            }
            families.push_back(std::move(shown));
        }
        return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
    } catch (...) {
        return {};
    }
}

} // namespace larder::server
