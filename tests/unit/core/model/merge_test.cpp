#include "core/model/merge.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder::model;
using namespace larder::test;
using Registers = std::vector<Register>;

static Registers merged(Registers held, const Registers &incoming)
{
    merge(held, incoming);
    return held;
}

class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isCommutative()
    {
        holds("merge is commutative", [] {
            const auto a = *anyRegisters();
            const auto b = *anyRegisters();
            RC_ASSERT(merged(a, b) == merged(b, a));
        });
    }

    void isAssociative()
    {
        holds("merge is associative", [] {
            const auto a = *anyRegisters();
            const auto b = *anyRegisters();
            const auto c = *anyRegisters();
            RC_ASSERT(merged(merged(a, b), c) == merged(a, merged(b, c)));
        });
    }

    void isIdempotent()
    {
        holds("merge is idempotent", [] {
            const auto a = *anyRegisters();
            const auto b = *anyRegisters();
            RC_ASSERT(merged(merged(a, b), b) == merged(a, b));
            RC_ASSERT(merged(a, a) == a);
        });
    }

    void givesTheSameBytesInAnyOrderAnyNumberOfTimes()
    {
        struct Schedule {
            std::vector<Registers> writes;
            std::vector<std::size_t> order; // each write at least once
        };
        const auto anySchedule = built(
            [](Choices &choices) {
                Schedule schedule;
                for (quint32 left = 1 + choices.below(6); left > 0; --left) {
                    const auto at = choices.below(quint32(schedule.order.size()) + 1);
                    schedule.order.insert(schedule.order.begin() + at, schedule.writes.size());
                    schedule.writes.push_back(registers(choices));
                }
                for (quint32 repeats = choices.below(4); repeats > 0; --repeats) {
                    const auto at = choices.below(quint32(schedule.order.size()) + 1);
                    const std::size_t which = choices.below(quint32(schedule.writes.size()));
                    schedule.order.insert(schedule.order.begin() + at, which);
                }
                return schedule;
            },
            120);
        holds("any order, any repetition", [&] {
            const auto [writes, order] = *anySchedule;
            Registers straight;
            for (const auto &each : writes) {
                merge(straight, each);
            }
            Registers shuffled;
            for (const auto index : order) {
                merge(shuffled, writes[index]);
            }
            RC_LOG() << "writes " << rc::toString(writes) << " in order " << rc::toString(order);
            RC_ASSERT(straight == shuffled);
        });
    }

    void keepsTheLaterStamp()
    {
        Registers held { { item::kName, Stamp { 10 }, QStringLiteral("Milk") } };
        const auto older = merge(held, Registers { { item::kName, Stamp { 9 }, QStringLiteral("Bread") } });
        QVERIFY(!older.changed());
        const auto newer = merge(held, Registers { { item::kName, Stamp { 11 }, QStringLiteral("Bread") } });
        QCOMPARE(newer.taken, std::vector<FieldNumber> { item::kName });
        QCOMPARE(newer.lost.size(), std::size_t(1));
        QCOMPARE(std::get<QString>(newer.lost.front().value), QStringLiteral("Milk"));
    }

    void keepsEditsOfDifferentFields()
    {
        Registers held { { item::kName, Stamp { 10 }, QStringLiteral("Milk") } };
        merge(held, Registers { { item::kChecked, Stamp { 5 }, true } });
        merge(held, Registers { { item::kNote, Stamp { 7 }, QStringLiteral("oat") } });
        QCOMPARE(held.size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
