#include "core/grocery/purchase.h"

#include "core/model/validate.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace larder;
using namespace larder::model;

class PurchaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // As docs/protocol.md has it.
    void itsIdFollowsFromTheItemAndTheDay()
    {
        const auto item = *RecordId::fromString(u"018bcfe5-6880-7001-8000-0000000000b2");
        QCOMPARE(grocery::purchaseIdOf(item, QDate(2026, 11, 23)).toString(),
            u"feef65fa-f57d-8b9d-aaa6-1a186080fd4a"_s);
        QVERIFY(grocery::purchaseIdOf(item, QDate(2026, 11, 24))
            != grocery::purchaseIdOf(item, QDate(2026, 11, 23)));
    }

    void itIsAWholeRecord()
    {
        Record item { { SpaceId {}, Kind::Item,
                          *RecordId::fromString(u"018bcfe5-6880-7001-8000-0000000000b2") },
            {}, 0, {} };
        item.set(item::kName, u"Milk"_s, Stamp { 1 });
        item.set(item::kPrice, qint64(129), Stamp { 1 });
        item.set(item::kBarcode, u"4006381333931"_s, Stamp { 1 });
        for (const RecordId shop : { RecordId {}, item.key.id }) {
            Record purchase { { SpaceId {}, Kind::Purchase, item.key.id }, {}, 0, {} };
            for (const auto &[field, value] :
                grocery::purchaseOf(item, shop, std::chrono::hours(24 * 365 * 56))) {
                purchase.set(field, value, Stamp { 2 });
            }
            const KindInfo &kind = *findKind(Kind::Purchase);
            QVERIFY(validate(kind, purchase.registers));
            QVERIFY(checkComplete(kind, purchase));
            QCOMPARE(purchase.registers.size(), kind.fields.size());
            QCOMPARE(purchase.text(purchase::kBarcode), u"4006381333931"_s);
            QCOMPARE(purchase.text(purchase::kName), u"Milk"_s);
            QCOMPARE(purchase.integer(purchase::kPrice), 129);
        }
    }

    // A server of version 2 would refuse the whole purchase for it.
    void whatNeverHadABarcodeSaysNothingOfOne()
    {
        Record item { { SpaceId {}, Kind::Item,
                          *RecordId::fromString(u"018bcfe5-6880-7001-8000-0000000000b2") },
            {}, 0, {} };
        item.set(item::kName, u"Milk"_s, Stamp { 1 });
        const auto saysBarcode = [&item] {
            const auto fields = grocery::purchaseOf(item, {}, std::chrono::hours(24 * 365 * 56));
            return std::any_of(fields.begin(), fields.end(),
                [](const auto &field) { return field.first == purchase::kBarcode; });
        };
        QVERIFY(!saysBarcode());
        item.set(item::kBarcode, {}, Stamp { 2 });
        QVERIFY(saysBarcode()); // as null: it was taken off
    }
};

QTEST_GUILESS_MAIN(PurchaseTest)
#include "purchase_test.moc"
