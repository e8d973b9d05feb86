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
    explicit ItemRow(const Cells &values)
        : m_bytes(Bytes::insert(1, values))
    {
    }
    pgoutput::Tuple tuple() const { return std::get<pgoutput::Insert>(*pgoutput::decode(m_bytes)).row; }

private:
    QByteArray m_bytes;
};

// In another order than the field table, with a column that it does not have.
static const QList<QByteArray> kColumns = { "checked", "version", "id", "space", "author", "stamps",
    "from_the_future", "name", "note", "quantity", "assignee" };

static Cells milk()
{
    return { Bytes::truth(true), Bytes::integer(12), Bytes::uuid(kId), Bytes::uuid(kSpace),
        Bytes::uuid(kUser), Bytes::integers({ {}, 101, 102, 0, {}, 105, {}, {}, 108, {}, 110 }),
        Bytes::text("?"), Bytes::text("M\xC3\xBCsli"), Bytes::unchanged(), Bytes::null(),
        Bytes::uuid(kUser) };
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
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("truth") << 0 << QByteArray("\2");
        QTest::newRow("long truth") << 0 << QByteArray("\0\1", 2);
        QTest::newRow("version") << 1 << Bytes::big<qint32>(12);
        QTest::newRow("no version") << 1 << Bytes::big<qint64>(0);
        QTest::newRow("id") << 2 << QByteArray(15, 'x');
        QTest::newRow("space") << 3 << QByteArray(17, 'x');
        QTest::newRow("author") << 4 << QByteArray();
        QTest::newRow("stamps") << 5 << Bytes::integers({ 1, 2 }).bytes.chopped(1);
        QTest::newRow("quantity") << 9 << QByteArray("2");
        QTest::newRow("assignee") << 10 << QByteArray("nobody");
    }

    void refusesValuesThatAreNotOfTheirType()
    {
        QFETCH(int, column);
        QFETCH(QByteArray, bytes);
        auto values = milk();
        values[5] = Bytes::integers({ 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 });
        values[9] = Bytes::integer(2000);
        QVERIFY(mapperOf("item", kColumns).record(1, ItemRow(values).tuple()));
        values[column] = Bytes::text(bytes);
        QVERIFY(!mapperOf("item", kColumns).record(1, ItemRow(values).tuple()));
    }

    void readsArraysOfIntegers()
    {
        using Numbers = std::vector<qint64>;
        const QByteArray empty
            = Bytes::big<qint32>(0) + Bytes::big<qint32>(0) + Bytes::big<qint32>(20); // as array_send has it
        QCOMPARE(*readIntegers(empty), Numbers {});
        QCOMPARE(*readIntegers(Bytes::integers({}).bytes), Numbers {});
        QCOMPARE(*readIntegers(Bytes::integers({ std::nullopt }).bytes), Numbers { 0 });
        QCOMPARE(*readIntegers(Bytes::integers({ -3, {}, 9007199254740991 }).bytes),
            (Numbers { -3, 0, 9007199254740991 }));
        const QByteArray good = Bytes::integers({ 1, {} }).bytes;
        for (qsizetype length = 0; length < good.size(); ++length) {
            QVERIFY(!readIntegers(good.first(length)));
        }
        QVERIFY(!readIntegers(QByteArray(good + 'x')));
        const auto with = [&good](qsizetype at, qint32 word) {
            return QByteArray(good).replace(at, 4, Bytes::big(word));
        };
        for (const QByteArray &odd : { with(0, 0), with(0, 2), with(12, -1), with(12, 0x7FFFFFFF),
                 with(12, 3), with(16, 0), with(20, 4), with(20, -2) }) {
            QVERIFY2(!readIntegers(odd), odd.toHex().constData());
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
