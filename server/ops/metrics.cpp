#include "server/ops/metrics.h"

#include <algorithm>

namespace larder::server {

void Metrics::Histogram::observe(double seconds)
{
    const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), seconds);
    m_counts[size_t(bucket - kBounds.begin())].fetch_add(1, std::memory_order_relaxed);
    m_micros.fetch_add(quint64(std::max(seconds, 0.0) * 1e6), std::memory_order_relaxed);
}

template<typename Figure>
static Figure &figure(
    std::map<Metrics::Labels, std::unique_ptr<Figure>> &figures, const Metrics::Labels &labels)
{
    std::unique_ptr<Figure> &place = figures[labels];
    if (!place) {
        place = std::make_unique<Figure>();
    }
    return *place;
}

Metrics::Counter &Metrics::counter(const QByteArray &name, const QByteArray &help, const Labels &labels)
{
    const QMutexLocker lock(&m_mutex);
    Family &family = m_families[name];
    family.help = help;
    return figure(family.counters, labels);
}

Metrics::Histogram &Metrics::histogram(const QByteArray &name, const QByteArray &help, const Labels &labels)
{
    const QMutexLocker lock(&m_mutex);
    Family &family = m_families[name];
    family.help = help;
    return figure(family.histograms, labels);
}

void Metrics::measured(
    const QByteArray &name, const QByteArray &help, Shown as, std::function<double()> measure)
{
    const QMutexLocker lock(&m_mutex);
    Family &family = m_families[name];
    family.help = help;
    family.as = as;
    family.measure = std::move(measure);
}

void Metrics::measured(const QByteArray &name, const QByteArray &help, std::function<Distribution()> measure)
{
    const QMutexLocker lock(&m_mutex);
    Family &family = m_families[name];
    family.help = help;
    family.measureDistribution = std::move(measure);
}

} // namespace larder::server
