#include "tests/bench/report.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace larder::bench {

bool isWanted(const QByteArray &figure, const QList<QByteArray> &parts)
{
    return parts.isEmpty() || std::any_of(parts.begin(), parts.end(), [&](const QByteArray &part) {
        return figure.contains(part);
    });
}

double percentile(std::vector<double> values, double percent)
{
    if (values.empty()) {
        return std::nan("");
    }
    const auto rank = std::size_t(
        std::clamp(std::ceil(percent / 100 * double(values.size())) - 1, 0.0, double(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(rank), values.end());
    return values[rank];
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 50);
}

static QByteArray number(double value)
{
    return std::abs(value) >= 1'000 ? QByteArray::number(value, 'f', 0) : QByteArray::number(value, 'g', 4);
}

static QByteArray loadAverage()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').front() : "null";
}

Report::Report(const QString &rawFile, QList<QByteArray> wanted)
    : m_raw(rawFile)
    , m_wanted(std::move(wanted))
{
    if (!m_raw.open(QIODevice::WriteOnly | QIODevice::Append)) {
        qFatal("can't write %s", qPrintable(rawFile));
    }
}

void Report::add(const Figure &figure, const std::vector<double> &runs)
{
    if (!isWanted(figure.name, m_wanted)) {
        return;
    }
    QByteArray raw = "{\"at\": \"" + QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1()
        + "\", \"load\": " + loadAverage() + ", \"figure\": \"" + figure.name + "\", \"unit\": \""
        + figure.unit + "\", \"runs\": [";
    for (std::size_t i = 0; i < runs.size(); ++i) {
        raw += (i == 0 ? QByteArray() : QByteArray(", ")) + number(runs[i]);
    }
    m_raw.write(raw + "]}\n");
    m_raw.flush();

    const double value = median(runs);
    const bool most = figure.goal.side == Goal::Side::AtMost;
    const bool reached = figure.goal.side == Goal::Side::None
        || (most ? value <= figure.goal.value : value >= figure.goal.value);
    m_missed += !reached;
    const QByteArray goal = figure.goal.side == Goal::Side::None
        ? QByteArray("null")
        : (most ? "\"<= " : "\">= ") + number(figure.goal.value) + '"';
    std::printf("{\"figure\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"goal\": %s, \"reached\": %s}\n",
        figure.name.constData(), number(value).constData(), figure.unit.constData(), goal.constData(),
        reached ? "true" : "false");
    std::fflush(stdout);
}

void Report::fail(const QByteArray &figure, const QByteArray &reason)
{
    if (isWanted(figure, m_wanted)) {
        ++m_missed;
        std::printf("{\"figure\": \"%s\", \"value\": null, \"unit\": null, \"goal\": null, \"reached\": "
                    "false, \"why\": \"%s\"}\n",
            figure.constData(), QByteArray(reason).replace('"', '\'').constData());
        std::fflush(stdout);
    }
}

} // namespace larder::bench
