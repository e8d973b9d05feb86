// Exports against docs/schema/larder-export-1.schema.json, which is what we promise to others. The checking
// is done by somebody else's hand: Python's jsonschema, of the system's own Python.
#include "core/exchange/export_writer.h"

#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;
using larder::model::Currency;
using larder::model::Money;
using larder::model::Thousandths;

namespace {

constexpr char kCheck[] = R"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(json.load(sys.stdin), schema, cls=jsonschema.Draft202012Validator)
)";

// Empty when it is valid.
QByteArray objection(const QByteArray &json)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(QStringLiteral(LARDER_SYSTEM_PYTHON),
        { u"-c"_s, QString::fromLatin1(kCheck),
            QStringLiteral(LARDER_SOURCE_DIR "/docs/schema/larder-export-1.schema.json") });
    python.write(json);
    python.closeWriteChannel();
    if (!python.waitForFinished(60'000)) {
        return "Python did not run: " + python.errorString().toUtf8();
    }
    const QByteArray said = python.readAll();
    return python.exitCode() == 0 ? QByteArray() : "invalid: " + said.right(2'000);
}

// Every field, at its bounds, with all that has to be escaped.
ExportedList edge()
{
    ExportedList list;
    list.details.name = u"🛒 \"Wöchentlich\" \\ قائمة\u2028"_s;
    list.details.icon = QString(16, u'x');
    list.details.color = 11;
    list.details.currency = *Currency::fromCode(u"KWD");
    list.details.budget = 9'999'999'999;
    list.details.shops = { { u"Corner"_s, { u"dairy"_s, u"a \"b\""_s } }, { u"Empty"_s, {} } };
    ExportedItem most;
    most.name = u"🥛"_s.repeated(255);
    most.quantity = Thousandths { 999'999'000 };
    most.unit = QString(32, u'u');
    most.category = u"ö"_s.repeated(64);
    most.price = Money { 99'999'999, *Currency::fromCode(u"JPY") };
    most.note = u"line one\nline \"two\"\r\n\ttabbed \u0001 'x'"_s + QString(3'960, u'n');
    most.checked = true;
    ExportedItem least;
    least.name = u"تفاح"_s;
    least.quantity = Thousandths { 1 };
    least.price = Money { 0, {} };
    list.items = { most, least };
    return list;
}

} // namespace

class ExportSchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsWhatTheSchemaSays_data();
    void whatIsWrittenIsWhatTheSchemaSays();
    void theSchemaTellsWhatIsWrong_data();
    void theSchemaTellsWhatIsWrong();
};

void ExportSchemaTest::whatIsWrittenIsWhatTheSchemaSays_data()
{
    QTest::addColumn<QByteArray>("json");

    ExportedList plain;
    plain.details.name = u"Weekly"_s;
    plain.items.resize(2);
    plain.items[0].name = u"Milk"_s;
    plain.items[0].quantity = Thousandths { 1'500 };
    plain.items[0].unit = u"l"_s;
    plain.items[1].name = u"Bread"_s;
    ExportedList euros = plain;
    euros.details.currency = *Currency::fromCode(u"EUR");
    euros.details.budget = 0;
    euros.items[0].price = Money { 129, {} };
    QTest::newRow("no list") << writeJson({});
    QTest::newRow("an empty list") << writeJson(std::vector<ExportedList> { { plain.details, {} } });
    QTest::newRow("two lists") << writeJson(std::vector { plain, euros });
    QTest::newRow("every field at its bound") << writeJson(std::vector { edge(), plain });
}

void ExportSchemaTest::whatIsWrittenIsWhatTheSchemaSays()
{
    QFETCH(QByteArray, json);
    QCOMPARE(objection(json), QByteArray());
}

void ExportSchemaTest::theSchemaTellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("a number where a text is") << QByteArray("\"999999\"") << QByteArray("999999");
    QTest::newRow("a finer quantity") << QByteArray("\"0.001\"") << QByteArray("\"0.0001\"");
    QTest::newRow("an unknown member") << QByteArray("\"unit\"") << QByteArray("\"units\"");
    QTest::newRow("another version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2");
}

void ExportSchemaTest::theSchemaTellsWhatIsWrong()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray json = writeJson(std::vector { edge() });
    QVERIFY(json.contains(before));
    json.replace(before, after);
    QVERIFY(objection(json).startsWith("invalid: "));
}

QTEST_GUILESS_MAIN(ExportSchemaTest)
#include "export_schema_test.moc"
