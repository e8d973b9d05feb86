#include "core/model/uuid.h"
#include "core/model/uuid7.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

using namespace larder;
using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

class SeededRandom final : public Random {
public:
    quint64 next() override { return m_random.next(); }

private:
    rc::Random m_random { 7 };
};

Uuid uuid(Choices &choices)
{
    Uuid id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        id.bytes[i] = quint8(choices.below(256));
    }
    return id;
}

} // namespace

class UuidTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsTextAndBytes()
    {
        const auto any = built(uuid, 20);
        holds("uuid", [&] {
            const Uuid id = *any;
            RC_ASSERT(id.toString().size() == 36);
            RC_ASSERT(*Uuid::fromString(id.toString()) == id);
            RC_ASSERT(*Uuid::fromString(id.toString().toUpper()) == id);
            RC_ASSERT(*Uuid::fromBytes(id.toBytes()) == id);
        });
    }

    void sortsByItsBytes()
    {
        const auto any = built([](Choices &choices) { return std::pair(uuid(choices), uuid(choices)); }, 40);
        holds("order", [&] {
            const auto [a, b] = *any;
            RC_ASSERT((a < b) == (a.toBytes() < b.toBytes()));
            RC_ASSERT((a < b) == (a.toString() < b.toString()));
        });
    }

    void damagedTextIsMalformed()
    {
        const auto any = built(
            [](Choices &choices) {
                QString text = uuid(choices).toString();
                const auto at = qsizetype(choices.below(36));
                constexpr char16_t kOther[] = u" {}gGz+_\u0660";
                text[at] = QChar(kOther[choices.below(std::size(kOther) - 1)]);
                return text;
            },
            20);
        holds("damaged", [&] { RC_ASSERT(!Uuid::fromString(*any).has_value()); });
    }

    void otherFormsAreMalformed()
    {
        for (const auto each :
            { u"", u"0", u"{00112233-4455-6677-8899-aabbccddeeff}", u"00112233445566778899aabbccddeeff",
                u"00112233-4455-6677-8899-aabbccddeef", u"00112233-4455-6677-8899-aabbccddeeff0" }) {
            QVERIFY(!Uuid::fromString(each));
        }
        QVERIFY(!Uuid::fromBytes(QByteArray(15, 'x')));
        QVERIFY(!Uuid::fromBytes(QByteArray(17, 'x')));
    }

    void theNullIdIsAnId() { QVERIFY(Uuid::fromString(u"00000000-0000-0000-0000-000000000000")->isNull()); }

    void versionSevenCarriesTimeVersionAndVariant()
    {
        SeededRandom random;
        const auto id = makeUuid7(Micros(1'700'000'000'123'456), random);
        QCOMPARE(id.bytes[6] >> 4, 7);
        QCOMPARE(id.bytes[8] >> 6, 2);
        QCOMPARE(id.toString().left(13).remove(u'-'),
            QString::number(1'700'000'000'123, 16).rightJustified(12, u'0'));
    }

    void versionSevenSortsByMillisecondAndDoesNotRepeat()
    {
        SeededRandom random;
        std::set<Uuid> all;
        Uuid last;
        for (int i = 0; i < 10'000; ++i) {
            const Uuid id = makeUuid7(Micros(1'700'000'000'000'000 + i * 1'000), random);
            QVERIFY(last < id);
            last = id;
            all.insert(makeUuid7(Micros(1'700'000'000'000'000), random));
        }
        QCOMPARE(all.size(), std::size_t(10'000));
    }

    void versionSevenGoesUpWithinAMillisecond()
    {
        const auto any = built(
            [](Choices &choices) {
                return std::pair(Micros(1'700'000'000'000'000 + qint64(choices.below(1'000'000))),
                    2 + int(choices.below(200)));
            },
            2);
        SeededRandom random;
        holds("one millisecond", [&] {
            const auto [time, count] = *any;
            Uuid last = makeUuid7(time, random);
            for (int i = 1; i < count; ++i) {
                const Uuid id = makeUuid7(time, random);
                RC_ASSERT(last < id);
                RC_ASSERT((id.bytes[6] >> 4) == 7);
                RC_ASSERT((id.bytes[8] >> 6) == 2);
                last = id;
            }
        });
    }

    void versionSevenGoesUpOnEveryThread()
    {
        constexpr std::size_t kThreads = 4;
        std::vector<std::vector<Uuid>> made(kThreads);
        std::vector<std::thread> threads;
        for (std::vector<Uuid> &mine : made) {
            threads.emplace_back([&mine] {
                SeededRandom random; // the same on each: only the step keeps the ids apart
                for (int i = 0; i < 5'000; ++i) {
                    mine.push_back(makeUuid7(Micros(1'800'000'000'000'000), random));
                }
            });
        }
        std::set<Uuid> all;
        for (std::size_t i = 0; i < kThreads; ++i) {
            threads[i].join();
            QVERIFY(std::is_sorted(made[i].begin(), made[i].end()));
            all.insert(made[i].begin(), made[i].end());
        }
        QCOMPARE(all.size(), kThreads * 5'000);
    }
};

QTEST_GUILESS_MAIN(UuidTest)
#include "uuid_test.moc"
