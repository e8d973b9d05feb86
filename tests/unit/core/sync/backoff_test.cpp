#include "core/sync/backoff.h"

#include "core/limits.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace larder;
using namespace larder::sync;

namespace {

// Evenly spread, so that a test sees the whole span with certainty.
class SpreadRandom final : public Random {
public:
    quint64 next() override { return m_next++ * 61; }

private:
    quint64 m_next = 0;
};

std::pair<qint64, qint64> spanOf(int attempt)
{
    SpreadRandom random;
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = 0;
    for (int draw = 0; draw < 200'000; ++draw) {
        const qint64 wait = backoff(attempt, random).count();
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
        QCOMPARE(spanOf(1), (std::pair<qint64, qint64>(0, limits::kBackoffFirst.count())));
    }

    void doublesUntilTheLongestWait()
    {
        QCOMPARE(spanOf(2).second, 2 * limits::kBackoffFirst.count());
        QCOMPARE(spanOf(3).second, 4 * limits::kBackoffFirst.count());
        QCOMPARE(spanOf(40), (std::pair<qint64, qint64>(0, limits::kBackoffMax.count())));
    }

    void takesAnyAttempt()
    {
        SpreadRandom random;
        for (const int attempt : { -1, 0, 1, 1000, std::numeric_limits<int>::max() }) {
            const auto wait = backoff(attempt, random);
            QVERIFY(wait.count() >= 0 && wait <= limits::kBackoffMax);
        }
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "backoff_test.moc"
