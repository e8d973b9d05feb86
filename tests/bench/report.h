// The figures, as they are told: one JSON line each on standard output, and every raw run in a file beside.
//
//     {"figure": "rest.get_list", "value": 12034, "unit": "1/s", "goal": ">= 10000", "reached": true}
//
// A value is the median of its runs. A raw line also has the time and the machine's load, because a figure
// from a busy machine says little. Lives on the main thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QList>

#include <vector>

namespace larder::bench {

struct Goal {
    enum class Side : quint8 { AtMost, AtLeast, None };
    Side side = Side::None; // None: no goal of its own, but a number that explains another
    double value = 0;

    static Goal atMost(double value) { return { Side::AtMost, value }; }
    static Goal atLeast(double value) { return { Side::AtLeast, value }; }
};

struct Figure {
    QByteArray name;
    QByteArray unit;
    Goal goal;
};

// Whether its name holds one of the parts, or there are none.
bool isWanted(const QByteArray &figure, const QList<QByteArray> &parts);

double median(std::vector<double> values);
double percentile(std::vector<double> values, double percent);

class Report {
public:
    // `wanted`: parts of the names of the figures to tell; none tells all.
    Report(const QString &rawFile, QList<QByteArray> wanted);

    // Nothing, when it is not wanted.
    void add(const Figure &figure, const std::vector<double> &runs);
    // What stood in the way of a figure.
    void fail(const QByteArray &figure, const QByteArray &reason);
    int missed() const { return m_missed; }

private:
    QFile m_raw;
    QList<QByteArray> m_wanted;
    int m_missed = 0;
};

} // namespace larder::bench
