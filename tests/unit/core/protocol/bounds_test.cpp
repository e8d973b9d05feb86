// Each bound of core/limits.h that the codec keeps: just reached it is taken, passed by one it is refused.
#include "core/protocol/codec.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::protocol;
using namespace Qt::StringLiterals;

template<typename T> static Code codeOf(const Result<T> &result)
{
    return result ? Code::NotFound : result.error().code;
}

static SpaceId numbered(int number)
{
    SpaceId id;
    id.value.bytes[14] = quint8(number >> 8);
    id.value.bytes[15] = quint8(number);
    return id;
}

static std::vector<Register> registers(int count)
{
    std::vector<Register> result;
    for (int i = 0; i < count; ++i) {
        result.push_back({ model::FieldNumber(i), model::Stamp { 1 }, {} });
    }
    return result;
}

static Rows rowsOf(int count, int registersEach)
{
    Rows rows;
    rows.to = 1;
    rows.rows.resize(count);
    for (Record &row : rows.rows) {
        row.registers = registers(registersEach);
    }
    return rows;
}

// A ping with an unknown key that holds arrays of one element, `depth` of them, in the map.
static QByteArray nested(int depth)
{
    return QByteArray::fromHex("a3 6174 6470696e67 626964 01 6178") + QByteArray(depth, '\x81')
        + QByteArray(1, '\0');
}

class BoundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesPerPush()
    {
        Push push;
        push.writes.resize(limits::kWritesPerPush);
        QVERIFY(decodeUp(encode(push)));
        push.writes.emplace_back();
        QCOMPARE(codeOf(decodeUp(encode(push))), Code::TooLarge);
    }

    void cursorsPerHello()
    {
        Hello hello;
        Welcome welcome;
        for (int i = 0; i < limits::kCursorsPerHello; ++i) {
            hello.cursors.push_back({ numbered(i), 1 });
            welcome.spaces.push_back({ numbered(i), SpaceKind::List, Role::Editor, 1 });
        }
        QVERIFY(decodeUp(encode(hello)));
        QVERIFY(decodeDown(encode(welcome)));
        hello.cursors.push_back({ numbered(limits::kCursorsPerHello), 1 });
        welcome.spaces.push_back({ numbered(limits::kCursorsPerHello), SpaceKind::List, Role::Editor, 1 });
        QCOMPARE(codeOf(decodeUp(encode(hello))), Code::TooLarge);
        QCOMPARE(codeOf(decodeDown(encode(welcome))), Code::TooLarge);
    }

    void registersPerRecord()
    {
        const auto most = registers(limits::kRegistersPerRecord);
        const auto more = registers(limits::kRegistersPerRecord + 1);
        QVERIFY(decodeRegisters(encodeRegisters(most)));
        QCOMPARE(codeOf(decodeRegisters(encodeRegisters(more))), Code::TooLarge);
        QVERIFY(decodeUp(encode(Push { 1, { { {}, most } } })));
        QCOMPARE(codeOf(decodeUp(encode(Push { 1, { { {}, more } } }))), Code::TooLarge);
        QVERIFY(decodeDown(encode(rowsOf(1, limits::kRegistersPerRecord))));
        QCOMPARE(codeOf(decodeDown(encode(rowsOf(1, limits::kRegistersPerRecord + 1)))), Code::TooLarge);
    }

    void rowsPerPage()
    {
        QVERIFY(decodeDown(encode(rowsOf(limits::kPageRows, 1))));
        QCOMPARE(codeOf(decodeDown(encode(rowsOf(limits::kPageRows + 1, 1)))), Code::TooLarge);
    }

    void correctionsPerPush()
    {
        Pushed pushed;
        pushed.corrections.resize(limits::kCorrectionsPerPush);
        QVERIFY(decodeDown(encode(pushed)));
        pushed.corrections.emplace_back();
        QCOMPARE(codeOf(decodeDown(encode(pushed))), Code::TooLarge);
    }

    void spacesInAnAnswer()
    {
        Pushed pushed;
        for (int i = 0; i < limits::kWritesPerPush; ++i) {
            pushed.versions.push_back({ numbered(i), 1 });
        }
        QVERIFY(decodeDown(encode(pushed)));
        pushed.versions.push_back({ numbered(limits::kWritesPerPush), 1 });
        QCOMPARE(codeOf(decodeDown(encode(pushed))), Code::TooLarge);
    }

    void bytesOfAMessageUp()
    {
        const qsizetype around = encode(Up(Token { QString(70'000, u'x') })).size() - 70'000;
        const QByteArray most = encode(Up(Token { QString(limits::kUpMessageBytes - around, u'x') }));
        QCOMPARE(most.size(), qsizetype(limits::kUpMessageBytes));
        QVERIFY(decodeUp(most));
        QCOMPARE(codeOf(decodeUp(QByteArray(most + 'x'))), Code::TooLarge);
    }

    void bytesOfAMessageDown()
    {
        const qsizetype around
            = encode(Down(Denied { Code::Internal, QString(70'000, u'x'), -1 })).size() - 70'000;
        const QByteArray most
            = encode(Down(Denied { Code::Internal, QString(limits::kDownMessageBytes - around, u'x'), -1 }));
        QCOMPARE(most.size(), qsizetype(limits::kDownMessageBytes));
        QVERIFY(decodeDown(most));
        QVERIFY(decompress(compress(most)));
        QCOMPARE(codeOf(decodeDown(QByteArray(most + 'x'))), Code::TooLarge);
        QCOMPARE(codeOf(decompress(compress(QByteArray(most + 'x')))), Code::TooLarge);
    }

    void depthOfNesting()
    {
        // The message itself is the first level.
        QVERIFY(decodeUp(nested(limits::kCborDepth - 1)));
        QCOMPARE(codeOf(decodeUp(nested(limits::kCborDepth))), Code::Malformed);
        QCOMPARE(codeOf(decodeUp(nested(limits::kUpMessageBytes - 100))), Code::Malformed);
    }

    void lengthsThatTheBytesDoNotHaveAllocateNothing_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("map") << "bb 00000000 7fffffff"_ba;
        QTest::newRow("writes") << "a3 6174 6470757368 63736571 01 66777269746573 9a 7fffffff"_ba;
        QTest::newRow("unknown text") << "a2 6174 6470696e67 6178 7b 00000000 7fffffff"_ba;
        QTest::newRow("unknown bytes") << "a2 6174 6470696e67 6178 5b 00000000 7fffffff"_ba;
        QTest::newRow("unknown bytes, 2^63") << "a2 6174 6470696e67 6178 5b 80000000 00000000"_ba;
        QTest::newRow("unknown map, 2^64-1") << "a2 6174 6470696e67 6178 bb ffffffff ffffffff"_ba;
    }

    void lengthsThatTheBytesDoNotHaveAllocateNothing()
    {
        QFETCH(QByteArray, hex);
        QCOMPARE(codeOf(decodeUp(QByteArray::fromHex(hex))), Code::Malformed);
    }

    void aFrameThatClaimsTooMuchIsNotUnpacked()
    {
        // 64 MB of zeros in a few KB.
        const QByteArray bomb = compress(QByteArray(64 << 20, '\0'));
        QVERIFY(bomb.size() < 10'000);
        QCOMPARE(codeOf(decompress(bomb)), Code::TooLarge);
    }
};

QTEST_GUILESS_MAIN(BoundsTest)
#include "bounds_test.moc"
