#include "server/api/record_json.h"

#include "core/assert.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace larder::model;
using namespace Qt::StringLiterals;

namespace {

const Stamp kStamp { 1'000 };

ParsedFields parse(
    const QByteArray &json, Kind kind = Kind::Item, Completeness completeness = Completeness::SomeFields)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    LARDER_ASSERT(document.isObject());
    return parseFields(*findKind(kind), document.object(), kStamp, completeness);
}

// A value that the field takes, as JSON.
QJsonValue someValue(const Field &field)
{
    switch (field.type) {
    case FieldType::Bool:
        return true;
    case FieldType::Integer:
        return field.max;
    case FieldType::Text:
        return QString(field.max, u'x');
    case FieldType::Id:
        return u"0190a0b0-c0d0-7000-8000-000000000001"_s;
    }
    return {};
}

} // namespace

class RecordJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfTheTableComesBackAsItWent()
    {
        for (const KindInfo &kind : kinds()) {
            QJsonObject object;
            for (const Field &field : kind.fields.subspan(1)) {
                object.insert(field.name, someValue(field));
            }
            const ParsedFields parsed = parseFields(kind, object, kStamp, Completeness::WholeRecord);
            QVERIFY(parsed.faults.empty());
            Record record;
            record.key.kind = kind.kind;
            for (const Register &reg : parsed.registers) {
                record.set(reg.field, reg.value, reg.stamp);
            }
            QJsonObject back = toJson(record);
            back.remove(u"id"_s);
            back.remove(u"version"_s);
            QCOMPARE(back, object);
        }
    }

    void quantitiesAreThousandths()
    {
        const ParsedFields parsed = parse(R"({"quantity": 1500})");
        QCOMPARE(parsed.registers, (std::vector { Register { item::kQuantity, kStamp, qint64(1500) } }));
    }

    void largeIntegersStayExact()
    {
        const ParsedFields parsed = parse(R"({"budget": 9999999999})", Kind::List);
        QCOMPARE(parsed.registers.at(0).value, Value(qint64(9'999'999'999)));
    }

    void textIsTrimmed()
    {
        QCOMPARE(parse(R"({"name": "  Milk \n"})").registers.at(0).value, Value(u"Milk"_s));
    }

    void nullTakesAValueAway()
    {
        QCOMPARE(
            parse(R"({"unit": null})").registers, (std::vector { Register { item::kUnit, kStamp, Null() } }));
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const QByteArray &json, const QStringList &fields) {
            QTest::newRow(name) << json << fields;
        };
        row("unknown", R"({"colour": 1})", { u"colour"_s });
        row("not for writing", R"({"version": 1, "id": "x", "deleted": true})",
            { u"deleted"_s, u"id"_s, u"version"_s });
        row("text for a number", R"({"quantity": "1"})", { u"quantity"_s });
        row("a fraction", R"({"quantity": 1.5})", { u"quantity"_s });
        row("beyond 64 bits", R"({"quantity": 1e300})", { u"quantity"_s });
        row("below the least", R"({"quantity": 0})", { u"quantity"_s });
        row("above the most", R"({"quantity": 999999001})", { u"quantity"_s });
        row("a number for text", R"({"name": 1})", { u"name"_s });
        row("blank name", R"({"name": "  "})", { u"name"_s });
        row("no name", R"({"name": null})", { u"name"_s });
        row("long name", R"({"name": ")" + QByteArray(256, 'x') + R"("})", { u"name"_s });
        row("a number for a truth", R"({"checked": 1})", { u"checked"_s });
        row("no id", R"({"assignee": "ana"})", { u"assignee"_s });
        row("an array", R"({"note": []})", { u"note"_s });
        row("half a surrogate", "{\"name\": \"\\ud800\"}", { u"name"_s });
        row("a null character", "{\"name\": \"a\\u0000b\"}", { u"name"_s });
        row("several at once", R"({"checked": 1, "name": "", "quantity": -1, "unit": "kg"})",
            { u"checked"_s, u"name"_s, u"quantity"_s });
    }

    void faults()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, fields);
        QStringList found;
        for (const FieldFault &fault : parse(json).faults) {
            found.append(fault.field);
            QVERIFY(fault.detail.endsWith(u'.'));
        }
        QCOMPARE(found, fields);
    }

    void aWholeRecordMustHaveItsRequiredFields()
    {
        const ParsedFields parsed = parse(R"({"quantity": 1})", Kind::Item, Completeness::WholeRecord);
        QCOMPARE(parsed.faults.size(), size_t(1));
        QCOMPARE(parsed.faults.at(0).field, u"name"_s);
    }

    void rolesHaveNames()
    {
        for (const Role role : { Role::Viewer, Role::Editor, Role::Owner }) {
            QCOMPARE(roleFromName(roleName(role)), std::optional(role));
        }
        QVERIFY(!roleFromName(u"none"_s));
        QVERIFY(!roleFromName(u"OWNER"_s));
    }
};

QTEST_GUILESS_MAIN(RecordJsonTest)
#include "record_json_test.moc"
