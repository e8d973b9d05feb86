#include "server/feed/pgoutput_decoder.h"

#include "tests/support/pgoutput_bytes.h"

#include <QtTest/QTest>

#include <list>

using namespace larder;
using namespace larder::server;
using namespace larder::server::pgoutput;
using Bytes = larder::test::PgoutputBytes;

// What decode() makes of bytes that are a message of this type; the test ends when they are not. The bytes
// are kept, because what comes out are views into them.
template<typename Type> static Type read(const QByteArray &bytes)
{
    static std::list<QByteArray> kept;
    kept.push_back(bytes);
    const auto message = decode(kept.back());
    if (!message || !std::holds_alternative<Type>(*message)) {
        qFatal("not the message that was written");
    }
    return std::get<Type>(*message);
}

static bool reads(const QByteArray &bytes)
{
    return decode(bytes).has_value();
}

static const QByteArray kExample
    = QByteArray::fromHex("49 00004001 4e 0004  62 00000008 0000000000000007  6e  62 00000004 4d696c6b  75");

static QList<QByteArray> everyMessage()
{
    return { kExample, Bytes::begin(7), Bytes::commit(),
        "O" + Bytes::big<quint64>(5) + Bytes::string("elsewhere"),
        Bytes::relation(1, "item", { "space", "id" }),
        "Y" + Bytes::big<quint32>(9) + Bytes::string("public") + Bytes::string("mood"),
        Bytes::update(1, { Bytes::text("a"), Bytes::unchanged() }),
        "U" + Bytes::big<quint32>(1) + "K" + Bytes::tuple({ Bytes::text("a") }) + "N"
            + Bytes::tuple({ Bytes::text("b") }),
        Bytes::remove(1, { Bytes::text("a") }), Bytes::truncate({ 1, 2 }),
        Bytes::message("larder", "hello") };
}

class PgoutputDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheHeader()
    {
        const auto insert = read<Insert>(kExample);
        QCOMPARE(insert.relation, Oid(0x4001));
        QCOMPARE(insert.row.size(), 4);
        QCOMPARE(insert.row[0].bytes.toByteArray(), Bytes::big<qint64>(7));
        QCOMPARE(insert.row[1].state, Cell::State::Null);
        QCOMPARE(insert.row[2].bytes.toByteArray(), QByteArray("Milk"));
        QCOMPARE(insert.row[3].state, Cell::State::Unchanged);
    }

    void readsTheBoundsOfATransaction()
    {
        const auto begin = read<Begin>(Bytes::begin(0xFFFFFFF0U, 42));
        QCOMPARE(begin.xid, 0xFFFFFFF0U);
        QCOMPARE(begin.commitTime, 42);
        const auto commit = read<Commit>(Bytes::commit(0x1'0000'0001, 43));
        QCOMPARE(commit.endLsn, Lsn(0x1'0000'0001));
        QCOMPARE(commit.commitTime, 43);
    }

    void readsTheColumnsOfARelation()
    {
        const auto relation = read<Relation>(Bytes::relation(3, "item", { "space", "id", "note" }));
        QCOMPARE(relation.id, Oid(3));
        QCOMPARE(relation.table.toByteArray(), QByteArray("item"));
        QCOMPARE(relation.columns.size(), std::size_t(3));
        QCOMPARE(relation.columns[2].name.toByteArray(), QByteArray("note"));
    }

    void readsAnUpdateWithAndWithoutTheRowBefore()
    {
        QVERIFY(!read<Update>(Bytes::update(1, { Bytes::text("x") })).before);
        const auto update = read<Update>(everyMessage()[7]);
        QCOMPARE(update.before->front().bytes.toByteArray(), QByteArray("a"));
        QCOMPARE(update.row.front().bytes.toByteArray(), QByteArray("b"));
    }

    void readsDeleteTruncateAndMessage()
    {
        QCOMPARE(read<Delete>(Bytes::remove(4, { Bytes::text("k") })).relation, Oid(4));
        QCOMPARE(read<Truncate>(Bytes::truncate({ 8, 9 })).relations, (std::vector<Oid> { 8, 9 }));
        const auto message = read<LogicalMessage>(Bytes::message("larder.member", "7 x", true));
        QVERIFY(message.transactional);
        QCOMPARE(message.prefix.toByteArray(), QByteArray("larder.member"));
        QCOMPARE(message.content.toByteArray(), QByteArray("7 x"));
    }

    void readsOriginAndType()
    {
        QCOMPARE(read<Origin>(everyMessage()[3]).name.toByteArray(), QByteArray("elsewhere"));
        QCOMPARE(read<Type>(everyMessage()[5]).name.toByteArray(), QByteArray("mood"));
    }

    void refusesEveryMessageThatIsCutOffOrTooLong()
    {
        for (const QByteArray &whole : everyMessage()) {
            QVERIFY(reads(whole));
            for (qsizetype length = 0; length < whole.size(); ++length) {
                QVERIFY2(!reads(whole.first(length)), whole.first(length).toHex().constData());
            }
            QVERIFY(!reads(whole + 'x'));
        }
    }

    void refusesWhatItDoesNotKnow()
    {
        QVERIFY(!reads({}));
        QVERIFY(!reads("?"));
        QVERIFY(!reads("I" + Bytes::big<quint32>(1) + "K" + Bytes::tuple({})));
        QVERIFY(!reads("U" + Bytes::big<quint32>(1) + "D" + Bytes::tuple({})));
        QVERIFY(!reads("D" + Bytes::big<quint32>(1) + "N" + Bytes::tuple({})));
        QVERIFY(!reads(Bytes::insert(1, { { 't', "text" } })));
    }

    void refusesLengthsThatReachOutOfTheMessage()
    {
        const QByteArray head = "I" + Bytes::big<quint32>(1) + "N";
        QVERIFY(!reads(head + Bytes::big<qint16>(-1)));
        QVERIFY(!reads(head + Bytes::big<qint16>(32'767)));
        for (const qint32 length : { -1, 2, 0x7FFFFFFF, std::numeric_limits<qint32>::min() }) {
            QVERIFY(!reads(head + Bytes::big<qint16>(1) + "b" + Bytes::big(length) + "x"));
        }
        QVERIFY(!reads("T" + Bytes::big<quint32>(0xFFFFFFFFU) + QByteArray(5, '\0')));
        QVERIFY(!reads("R" + Bytes::big<quint32>(1) + QByteArray("no zero byte")));
    }
};

QTEST_GUILESS_MAIN(PgoutputDecoderTest)
#include "pgoutput_decoder_test.moc"
