#include "core/backoff.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace larder;
using namespace std::chrono_literals;

namespace {

// Evenly spread, so that a test sees the whole span with certainty.
class SpreadRandom final : public Random {
public:
    quint64 next() override { return m_next++ * 61; }

private:
    quint64 m_next = 0;
};

std::pair<qint64, qint64> spanOf(const Backoff &backoff, int attempt)
{
    SpreadRandom random;
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = 0;
    for (int draw = 0; draw < 200'000; ++draw) {
        const qint64 wait = backoff.wait(attempt, random).count();
        least = std::min(least, wait);
        most = std::max(most, wait);
    }
    return { least, most };
}

} // namespace

class BackoffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsFromTheWholeSpan()
    {
        QCOMPARE(spanOf({ 250ms, 60s }, 1), (std::pair<qint64, qint64>(0, 250)));
        QCOMPARE(spanOf({ 100ms, 5s }, 1), (std::pair<qint64, qint64>(0, 100)));
    }

    void doublesUntilTheLongestWait()
    {
        QCOMPARE(spanOf({ 250ms, 60s }, 2).second, 500);
        QCOMPARE(spanOf({ 250ms, 60s }, 3).second, 1'000);
        QCOMPARE(spanOf({ 250ms, 60s }, 40), (std::pair<qint64, qint64>(0, 60'000)));
        QCOMPARE(spanOf({ 100ms, 5s }, 7), (std::pair<qint64, qint64>(0, 5'000)));
    }

    void takesAnyAttempt()
    {
        SpreadRandom random;
        for (const int attempt : { -1, 0, 1, 1000, std::numeric_limits<int>::max() }) {
            const auto wait = Backoff { 250ms, 60s }.wait(attempt, random);
            QVERIFY(wait >= 0ms && wait <= 60s);
        }
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "backoff_test.moc"
