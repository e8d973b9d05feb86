#include "core/model/record.h"

#include "core/model/merge.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

static std::vector<Record> records(Choices &choices)
{
    std::map<RecordKey, Record> all;
    for (quint32 left = choices.below(5); left > 0; --left) {
        Record record;
        record.key.kind = Kind(1 + choices.below(3));
        record.key.id.value.bytes[0] = quint8(choices.below(4));
        record.registers = registers(choices);
        all[record.key] = record;
    }
    std::vector<Record> result;
    for (const auto &[key, record] : all) {
        result.push_back(record);
    }
    return result;
}

class RecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDigestIsTheSameInAnyOrder()
    {
        const auto any = built(records, 100);
        holds("order", [&] {
            auto all = *any;
            const QByteArray before = digest(all);
            std::reverse(all.begin(), all.end());
            for (Record &each : all) {
                each.version += 7;
                each.author.value.bytes[3] = 9;
            }
            RC_ASSERT(digest(all) == before);
        });
    }

    void theDigestDiffersWhenAnythingElseDoes()
    {
        const auto any
            = built([](Choices &choices) { return std::pair(records(choices), records(choices)); }, 60);
        holds("difference", [&] {
            const auto [a, b] = *any;
            RC_ASSERT((digest(a) == digest(b)) == (a == b));
        });
    }

    void theDigestIsThatOfItsGrammar()
    {
        Record milk;
        milk.key.kind = Kind::Item;
        milk.key.id.value.bytes.fill(0x11);
        milk.set(item::kName, u"Milk"_s, { 1'000 });
        milk.set(kDeleted, true, { 24 });
        const QByteArray bytes = QByteArray::fromHex("83 02 50 11111111111111111111111111111111"
                                                     " a2 00 82 1818 f5 01 82 1903e8 644d696c6b");
        QCOMPARE(digest({ milk }), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    }

    void fieldsAreFoundAndDefaulted()
    {
        Record milk;
        milk.set(item::kChecked, true, { 5 });
        milk.set(item::kName, u"Milk"_s, { 5 });
        milk.set(item::kQuantity, qint64(2'000), { 5 });
        milk.set(item::kName, u"Oat milk"_s, { 4 });
        QCOMPARE(milk.text(item::kName), u"Oat milk"_s);
        QCOMPARE(milk.integer(item::kQuantity), 2'000);
        QCOMPARE(milk.integer(item::kPrice, -1), -1);
        QVERIFY(milk.truth(item::kChecked));
        QVERIFY(!milk.isDeleted());
        QVERIFY(isNull(milk.value(item::kNote)));
        // A value of another type than asked for is as good as none.
        QCOMPARE(milk.text(item::kQuantity), QString());
        QVERIFY(std::is_sorted(milk.registers.begin(), milk.registers.end(),
            [](const Register &a, const Register &b) { return a.field < b.field; }));
        QCOMPARE(milk.registers.size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(RecordTest)
#include "record_test.moc"
