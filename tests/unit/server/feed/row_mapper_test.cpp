#include "server/feed/row_mapper.h"

#include "tests/support/pgoutput_bytes.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::model;
using namespace larder::server;
using namespace Qt::StringLiterals;
using Bytes = larder::test::PgoutputBytes;
using Cells = QList<Bytes::Value>;

static const QByteArray kSpace = "018f3c5e-0000-7000-8000-0000000000aa";
static const QByteArray kId = "018F3C5E-0000-7000-8000-0000000000BB";
static const QByteArray kUser = "018f3c5e-0000-7000-8000-0000000000cc";

static RowMapper mapperOf(const QByteArray &table, const QList<QByteArray> &columns)
{
    RowMapper mapper;
    const QByteArray bytes = Bytes::relation(1, table, columns);
    mapper.learn(std::get<pgoutput::Relation>(*pgoutput::decode(bytes)));
    return mapper;
}

// The views of the tuple outlive the call because the bytes do.
class ItemRow {
public:
    explicit ItemRow(const Cells &values) : m_bytes(Bytes::insert(1, values)) { }
    pgoutput::Tuple tuple() const { return std::get<pgoutput::Insert>(*pgoutput::decode(m_bytes)).row; }

private:
    QByteArray m_bytes;
};

// In another order than the field table, with a column that it does not have.
static const QList<QByteArray> kColumns = { "checked", "version", "id", "space", "author", "stamps", "from_the_future",
    "name", "note", "quantity", "assignee" };

static Cells milk()
{
    return { Bytes::text("t"), Bytes::text("12"), Bytes::text(kId), Bytes::text(kSpace), Bytes::text(kUser),
        Bytes::text("{NULL,101,102,0,NULL,105,NULL,NULL,108,NULL,110}"), Bytes::text("?"), Bytes::text("M\xC3\xBCsli"),
        Bytes::unchanged(), Bytes::null(), Bytes::text(kUser) };
}

class RowMapperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesARecordOfARow()
    {
        const RowMapper mapper = mapperOf("item", kColumns);
        const auto record = mapper.record(1, ItemRow(milk()).tuple());
        QVERIFY(record);
        QCOMPARE(record->key.kind, Kind::Item);
        QCOMPARE(record->key.space.toString(), QString::fromLatin1(kSpace));
        QCOMPARE(record->key.id.toString(), QString::fromLatin1(kId.toLower()));
        QCOMPARE(record->author.toString(), QString::fromLatin1(kUser));
        QCOMPARE(record->version, 12);
        const std::vector<Register> expected { { item::kName, Stamp { 101 }, u"Müsli"_s },
            { item::kQuantity, Stamp { 102 }, Null() }, { item::kChecked, Stamp { 108 }, true },
            { item::kAssignee, Stamp { 110 }, UserId::fromString(QString::fromLatin1(kUser))->toBytes() } };
        QCOMPARE(record->registers, expected);
    }

    void tellsAnUnchangedValueFromNull()
    {
        const auto record = mapperOf("item", kColumns).record(1, ItemRow(milk()).tuple());
        QVERIFY(!record->find(item::kNote)); // unchanged: not spoken of
        QVERIFY(record->find(item::kQuantity)); // null: written, and empty
        QVERIFY(isNull(record->value(item::kQuantity)));
    }

    void refusesARowWhoseStampsWereNotSent()
    {
        auto values = milk();
        values[5] = Bytes::unchanged();
        const RowMapper mapper = mapperOf("item", kColumns);
        const ItemRow row(values);
        QVERIFY(!mapper.record(1, row.tuple()));
        QCOMPARE(mapper.place(1, row.tuple())->version, 12);
    }

    void refusesValuesThatAreNotOfTheirType_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("truth") << 0 << QByteArray("yes");
        QTest::newRow("version") << 1 << QByteArray("12x");
        QTest::newRow("no version") << 1 << QByteArray("0");
        QTest::newRow("id") << 2 << QByteArray("018f3c5e-0000-7000-8000-0000000000zz");
        QTest::newRow("space") << 3 << QByteArray("018f3c5e00007000800000000000000aabbcc");
        QTest::newRow("author") << 4 << QByteArray();
        QTest::newRow("stamps") << 5 << QByteArray("{1,");
        QTest::newRow("quantity") << 9 << QByteArray("99999999999999999999");
        QTest::newRow("assignee") << 10 << QByteArray("nobody");
    }

    void refusesValuesThatAreNotOfTheirType()
    {
        QFETCH(int, column);
        QFETCH(QByteArray, text);
        auto values = milk();
        values[5] = Bytes::text("{1,1,1,1,1,1,1,1,1,1,1,1}");
        values[column] = Bytes::text(text);
        QVERIFY(!mapperOf("item", kColumns).record(1, ItemRow(values).tuple()));
    }

    void readsArraysOfIntegers()
    {
        QCOMPARE(*parseIntegers("{}"), std::vector<qint64> {});
        QCOMPARE(*parseIntegers("{NULL}"), std::vector<qint64> { 0 });
        QCOMPARE(*parseIntegers("{-3,NULL,9007199254740991}"), (std::vector<qint64> { -3, 0, 9007199254740991 }));
        for (const char *text : { "", "{", "}", "{,}", "{1,}", "{1 2}", "{1}x", "{NUL}", "{NULL NULL}", "{99999999999999999999}", "[0:1]={1,2}" }) {
            QVERIFY2(!parseIntegers(text), text);
        }
    }

    void doesNotTakeOtherTablesForOurs()
    {
        QCOMPARE(mapperOf("audit", { "space", "id" }).tableOf(1), RowMapper::Table::Other);
        QCOMPARE(mapperOf("tombstone", { "id" }).tableOf(1), RowMapper::Table::Tombstone);
        QCOMPARE(mapperOf("member", { "space", "id" }).tableOf(1), RowMapper::Table::Records);
        QCOMPARE(RowMapper().tableOf(1), RowMapper::Table::Other);
    }

    void survivesARowWithFewerColumnsThanItsTable()
    {
        const RowMapper mapper = mapperOf("item", kColumns);
        for (qsizetype count = 0; count < milk().size(); ++count) {
            (void)mapper.record(1, ItemRow(milk().first(count)).tuple());
        }
        QVERIFY(!mapper.record(1, ItemRow(Cells {}).tuple()));
    }
};

QTEST_GUILESS_MAIN(RowMapperTest)
#include "row_mapper_test.moc"
