#include "core/model/kinds.h"

#include "core/protocol/version.h"

#include <QtTest/QTest>

#include <set>

using namespace larder;
using namespace larder::model;
using namespace Qt::StringLiterals;

class KindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAndNamesAreUnique()
    {
        std::set<quint16> numbers;
        std::set<QString> names;
        for (const KindInfo &kind : kinds()) {
            QVERIFY(quint16(kind.kind) > 0);
            QVERIFY(numbers.insert(quint16(kind.kind)).second);
            QVERIFY(names.insert(kind.name).second);
            std::set<QString> fields;
            for (const Field &field : kind.fields) {
                QVERIFY(fields.insert(field.name).second);
            }
        }
    }

    void fieldsStandAtTheirNumbers()
    {
        for (const KindInfo &kind : kinds()) {
            for (std::size_t i = 0; i < kind.fields.size(); ++i) {
                QCOMPARE(std::size_t(kind.fields[i].number), i);
                QCOMPARE(kind.find(FieldNumber(i)), &kind.fields[i]);
                QCOMPARE(kind.find(QString(kind.fields[i].name)), &kind.fields[i]);
            }
            QVERIFY(!kind.find(FieldNumber(kind.fields.size())));
            QVERIFY(!kind.find(u"no such field"));
        }
    }

    void everyKindCanBeDeleted()
    {
        for (const KindInfo &kind : kinds()) {
            QCOMPARE(kind.fields[kDeleted].name, "deleted"_L1);
            QCOMPARE(kind.fields[kDeleted].type, FieldType::Bool);
            QCOMPARE(kind.fields[kDeleted].presence, Presence::Optional);
        }
    }

    // They become SQL tables, columns and JSON keys as they are.
    void namesAreSafeIdentifiers()
    {
        const QRegularExpression safe(u"^[a-z][a-z_]{0,30}$"_s);
        for (const KindInfo &kind : kinds()) {
            QVERIFY(safe.match(kind.name).hasMatch());
            for (const Field &field : kind.fields) {
                QVERIFY(safe.match(field.name).hasMatch());
            }
        }
    }

    void nothingIsOfALaterProtocolVersion()
    {
        for (const KindInfo &kind : kinds()) {
            QVERIFY(kind.since >= 1 && kind.since <= protocol::kVersion);
            for (const Field &field : kind.fields) {
                QVERIFY(field.since >= kind.since && field.since <= protocol::kVersion);
                QVERIFY(field.min <= field.max);
            }
        }
    }

    void kindsAreFound()
    {
        for (const KindInfo &kind : kinds()) {
            QCOMPARE(findKind(kind.kind), &kind);
            QCOMPARE(findKind(QString(kind.name)), &kind);
        }
        QVERIFY(!findKind(Kind(0)));
        QVERIFY(!findKind(Kind(65'535)));
        QVERIFY(!findKind(u"items"));
    }
};

QTEST_GUILESS_MAIN(KindsTest)
#include "kinds_test.moc"
