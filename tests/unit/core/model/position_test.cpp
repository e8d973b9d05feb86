#include "core/model/position.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <algorithm>

using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

static constexpr int kInsertions = 10'000;

// A list whose items move as place() says.
struct Order {
    std::vector<QString> positions;
    qsizetype moved = 0;
    qsizetype longest = 0;

    qsizetype insert(qsizetype index)
    {
        const Placement placement = place(positions, index);
        for (const auto &move : placement.moved) {
            positions[std::size_t(move.index)] = move.position;
            longest = std::max(longest, move.position.size());
        }
        moved += qsizetype(placement.moved.size());
        longest = std::max(longest, placement.position.size());
        positions.insert(positions.begin() + index, placement.position);
        return index;
    }
    bool isStrictlyAscending() const
    {
        return std::adjacent_find(positions.begin(), positions.end(), std::greater_equal<>())
            == positions.end();
    }
    qsizetype size() const { return qsizetype(positions.size()); }
};

class PositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsStrictlyBetweenItsNeighbours()
    {
        // Neighbours of any shape are made by inserting at arbitrary places of a small list.
        const auto any = built([](Choices &choices) {
            std::vector<quint32> places(1 + choices.below(30));
            for (quint32 &each : places) {
                each = choices.below(1000);
            }
            return places;
        });
        holds("between", [&] {
            const auto places = *any;
            std::vector<QString> order;
            for (const quint32 each : places) {
                const auto index = std::size_t(each % (order.size() + 1));
                const QString before = index > 0 ? order[index - 1] : QString();
                const QString after = index < order.size() ? order[index] : QString();
                const auto position = positionBetween(before, after);
                RC_ASSERT(position.has_value());
                RC_ASSERT(!position->isEmpty());
                RC_ASSERT(*position > before);
                RC_ASSERT((after.isEmpty() || *position < after));
                RC_ASSERT(position->toUtf8() > before.toUtf8());
                order.insert(order.begin() + std::ptrdiff_t(index), *position);
            }
        });
    }

    void staysShortAtTheEnd()
    {
        Order order;
        for (int i = 0; i < kInsertions; ++i) {
            order.insert(order.size());
        }
        QVERIFY(order.isStrictlyAscending());
        QCOMPARE(order.moved, 0);
        QVERIFY2(order.longest <= 5, qPrintable(QString::number(order.longest)));
    }

    void staysShortAtTheFront()
    {
        Order order;
        for (int i = 0; i < kInsertions; ++i) {
            order.insert(0);
        }
        QVERIFY(order.isStrictlyAscending());
        QCOMPARE(order.moved, 0);
        QVERIFY2(order.longest <= 5, qPrintable(QString::number(order.longest)));
    }

    void staysShortBeforeTheLast()
    {
        Order order;
        order.insert(0);
        order.insert(1);
        for (int i = 0; i < kInsertions; ++i) {
            order.insert(order.size() - 1);
        }
        QVERIFY(order.isStrictlyAscending());
        QCOMPARE(order.moved, 0);
        QVERIFY2(order.longest <= 12, qPrintable(QString::number(order.longest)));
    }

    void staysShortBehindTheFirst()
    {
        Order order;
        order.insert(0);
        order.insert(1);
        for (int i = 0; i < kInsertions; ++i) {
            order.insert(1);
        }
        QVERIFY(order.isStrictlyAscending());
        QCOMPARE(order.moved, 0);
        QVERIFY2(order.longest <= 12, qPrintable(QString::number(order.longest)));
    }

    // The worst there is: it halves the gap every time, so without moving others it would need 1,680
    // characters.
    void staysShortBetweenTheTwoNewest()
    {
        Order order;
        order.insert(0);
        qsizetype newest = order.insert(1);
        bool behind = false;
        for (int i = 0; i < kInsertions; ++i, behind = !behind) {
            newest = order.insert(behind ? newest + 1 : newest);
        }
        QVERIFY(order.isStrictlyAscending());
        QVERIFY2(order.longest <= kComfortablePosition, qPrintable(QString::number(order.longest)));
        // Nor does an insertion move more than a few others, all in all.
        QVERIFY2(order.moved <= 10 * kInsertions, qPrintable(QString::number(order.moved)));
    }

    void staysShortAtRandomPlaces()
    {
        const auto any = built([](Choices &choices) { return choices.number(); }, 3);
        holds(
            "random places",
            [&] {
                rc::Random random(*any);
                Order order;
                for (int i = 0; i < kInsertions; ++i) {
                    order.insert(qsizetype(random.next() % quint64(order.size() + 1)));
                }
                RC_ASSERT(order.isStrictlyAscending());
                RC_ASSERT(order.longest <= kComfortablePosition);
                RC_ASSERT(order.moved <= kInsertions / 100);
            },
            5);
    }

    void neighboursThatCanNotHaveOneBetweenAreMoved()
    {
        const auto any = built(
            [](Choices &choices) {
                std::vector<QString> order;
                for (quint32 left = choices.below(30); left > 0; --left) {
                    const auto strange = [&] { return choices.coin() ? text(choices) : u"zzz"_s; };
                    order.push_back(choices.below(3) == 0 ? strange() : choices.coin() ? u"a8"_s : QString());
                }
                std::sort(order.begin(), order.end());
                return std::pair(order, choices.below(quint32(order.size()) + 1));
            },
            200);
        holds("strange neighbours", [&] {
            const auto [order, index] = *any;
            const Placement placement = place(order, index);
            std::vector<QString> after = order;
            for (const auto &move : placement.moved) {
                RC_ASSERT(move.position != order[std::size_t(move.index)]);
                after[std::size_t(move.index)] = move.position;
            }
            RC_ASSERT((index == 0 || after[index - 1] < placement.position));
            RC_ASSERT((index == after.size() || placement.position < after[index]));
            // What was in order stays so.
            RC_ASSERT(std::is_sorted(after.begin(), after.end()));
        });
    }

    void outOfOrderNeighboursHaveNothingBetween()
    {
        QVERIFY(!positionBetween(u"a8", u"a0"));
        QVERIFY(!positionBetween(u"a8", u"a8"));
    }

    void strangeNeighboursHaveNothingBetween_data()
    {
        QTest::addColumn<QString>("strange");
        for (const QString &each :
            { u"a"_s, u"a8 "_s, u"1"_s, u"zzz"_s, u"äö"_s, u"a8Z"_s, u"b0"_s, u"a-"_s, u"🥛"_s, u"[0"_s }) {
            QTest::newRow(qPrintable(each)) << each;
        }
    }

    void strangeNeighboursHaveNothingBetween()
    {
        QFETCH(QString, strange);
        QVERIFY(!positionBetween(strange, {}));
        QVERIFY(!positionBetween({}, strange));
    }

    void aPositionThatWouldNotFitTheFieldIsNone()
    {
        const QString deep = u"a0"_s.repeated(127);
        QVERIFY(positionBetween(deep, {}));
        QVERIFY(!positionBetween(deep, QString(u"a0"_s.repeated(126) + u"a1"_s)));
    }

    void theExamplesOfTheHeaderAreSo()
    {
        QCOMPARE(positionBetween(u"a0", {}), u"b02"_s);
        const std::vector<QString> ascending { u"a0"_s, u"a0Zy"_s, u"a0Zz"_s, u"a0a0"_s, u"a1"_s, u"az"_s,
            u"b00"_s };
        QVERIFY(std::is_sorted(ascending.begin(), ascending.end()));
        for (std::size_t i = 1; i < ascending.size(); ++i) {
            const auto between = positionBetween(ascending[i - 1], ascending[i]);
            QVERIFY(between && ascending[i - 1] < *between && *between < ascending[i]);
        }
    }

    void theEndOfTheIntegersIsNone()
    {
        QVERIFY(!positionBetween(u"hzzzzzzzz", {}));
        QVERIFY(!positionBetween({}, u"S00000000"));
        // place() then moves the one that stands there.
        const std::vector<QString> order { u"hzzzzzzzz"_s };
        QCOMPARE(place(order, 1).moved.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(PositionTest)
#include "position_test.moc"
