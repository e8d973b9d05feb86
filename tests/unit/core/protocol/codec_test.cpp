#include "core/protocol/codec.h"

#include "tests/support/properties.h"
#include "tests/unit/core/protocol/message_generators.h"

#include <QtCore/QCborArray>
#include <QtCore/QCborMap>

using namespace larder;
using namespace larder::protocol;
using namespace larder::test;
using namespace Qt::StringLiterals;

// Whether the decoded message is `message`, which is an Up or a Down.
template<typename Any, typename Message>
static bool holdsSame(const Result<Any> &decoded, const Message &message)
{
    return decoded
        && std::visit(
            [&](const auto &each) {
                const auto *got = std::get_if<std::decay_t<decltype(each)>>(&*decoded);
                return got && *got == each;
            },
            message);
}

template<typename T> static Code codeOf(const Result<T> &result)
{
    return result ? Code::NotFound : result.error().code;
}

static QByteArray cbor(const QCborMap &map)
{
    return map.toCborValue().toCbor();
}

static const QCborValue kId = QByteArray(16, 'i');

// The bytes with an unknown key, at a place that `choices` says, whose value nests as deep as may be.
static QByteArray withUnknownKeys(const QByteArray &message, Choices &choices)
{
    const QCborMap known = QCborValue::fromCbor(message).toMap();
    QCborMap wider;
    qsizetype place = choices.below(quint32(known.size()) + 1);
    const auto add = [&] {
        wider[u"zz unknown"_s] = QCborArray { 1.5, QCborMap { { 7, QCborArray { u"x"_s } } }, QByteArray("y"),
            QCborValue(QCborTag(1), 12), QCborValue(QCborSimpleType(99)), QCborValue(QCborValue::Undefined) };
    };
    for (auto it = known.cbegin(); it != known.cend(); ++it, --place) {
        if (place == 0) {
            add();
        }
        wider[it.key()] = it.value();
    }
    add();
    return cbor(wider);
}

static void damage(QByteArray &bytes, Choices &choices)
{
    for (quint32 left = 1 + choices.below(4); left > 0 && !bytes.isEmpty(); --left) {
        const auto at = qsizetype(choices.below(quint32(bytes.size())));
        switch (choices.below(4)) {
        case 0:
            bytes.truncate(at);
            break;
        case 1:
            bytes[at] = char(bytes[at] ^ (1 << choices.below(8)));
            break;
        case 2:
            bytes[at] = char(choices.below(256));
            break;
        default:
            bytes.insert(at, char(choices.below(256)));
        }
    }
}

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageUpComesBackAsItWas()
    {
        const auto any = built(up, 200);
        holds("up", [&] {
            const Up message = *any;
            const QByteArray bytes = encode(message);
            RC_LOG() << bytes.toHex().toStdString();
            RC_ASSERT(holdsSame(decodeUp(bytes), message));
        });
    }

    void everyMessageDownComesBackAsItWas()
    {
        const auto any = built(down, 200);
        holds("down", [&] {
            const Down message = *any;
            const QByteArray bytes = encode(message);
            RC_LOG() << bytes.toHex().toStdString();
            RC_ASSERT(holdsSame(decodeDown(bytes), message));
        });
    }

    void everyValueComesBackInItsCanonicalBytes()
    {
        const auto any = built(wideRegisters, 200);
        holds("registers", [&] {
            const auto registers = *any;
            const auto decoded = decodeRegisters(encodeRegisters(registers));
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(*decoded == registers);
            for (std::size_t i = 0; i < registers.size(); ++i) {
                RC_ASSERT(
                    model::canonicalCbor((*decoded)[i].value) == model::canonicalCbor(registers[i].value));
            }
        });
    }

    void encodedBytesAreDeterministicCbor()
    {
        // Another reader and writer of CBOR makes the same bytes of them: shortest integers, definite
        // lengths.
        const auto any = built(down, 200);
        holds("deterministic", [&] {
            const QByteArray bytes = encode(*any);
            QCborParserError error;
            const QCborValue parsed = QCborValue::fromCbor(bytes, &error);
            RC_ASSERT(error.error.c == QCborError::NoError);
            RC_ASSERT(parsed.toCbor().size() == bytes.size());
        });
    }

    void unknownKeysAreIgnored()
    {
        struct Case {
            Down message;
            QByteArray wider;
        };
        const auto any = built(
            [](Choices &choices) {
                Down message = down(choices);
                QByteArray wider = withUnknownKeys(encode(message), choices);
                return Case { std::move(message), std::move(wider) };
            },
            200);
        holds("unknown keys", [&] {
            const Case each = *any;
            RC_ASSERT(holdsSame(decodeDown(each.wider), each.message));
        });
    }

    void damagedBytesGiveAResult()
    {
        const auto any = built(
            [](Choices &choices) {
                QByteArray bytes = choices.coin() ? encode(up(choices)) : encode(down(choices));
                damage(bytes, choices);
                return bytes;
            },
            200);
        int refused = 0;
        holds(
            "damaged",
            [&] {
                const QByteArray bytes = *any;
                // Whatever is accepted is a message like any other: it comes back as it is.
                if (const auto decoded = decodeDown(bytes); !decoded) {
                    RC_ASSERT(decoded.error().code == Code::Malformed
                        || decoded.error().code == Code::TooLarge
                        || decoded.error().code == Code::InvalidValue);
                    ++refused;
                }
                if (const auto decoded = decodeUp(bytes); !decoded) {
                    RC_ASSERT(
                        decoded.error().code == Code::Malformed || decoded.error().code == Code::TooLarge);
                    ++refused;
                }
                (void)decodeRegisters(bytes);
                (void)decompress(bytes);
            },
            20'000);
        QVERIFY(refused > 1'000);
    }

    void noiseGivesAResult()
    {
        const auto any = built([](Choices &choices) { return bytes(choices, 40); }, 50);
        holds("noise", [&] {
            const QByteArray noise = *any;
            RC_ASSERT(!decodeUp(noise) || std::holds_alternative<UnknownMessage>(*decodeUp(noise)));
            RC_ASSERT(!decodeDown(noise) || std::holds_alternative<UnknownMessage>(*decodeDown(noise)));
            (void)decodeRegisters(noise);
        });
    }

    void everyTruncationIsMalformed()
    {
        Choices choices({});
        const QByteArray bytes = encode(Rows { .space = id<SpaceId>(choices),
            .from = 1,
            .to = 2,
            .rows = { Record { {}, { { 1, model::Stamp { 5 }, u"Milk"_s } }, 2, {} } } });
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            QCOMPARE(codeOf(decodeDown(bytes.first(length))), Code::Malformed);
        }
        QVERIFY(decodeDown(bytes));
        QCOMPARE(codeOf(decodeDown(QByteArray(bytes + '\0'))), Code::Malformed);
    }

    void aServersStampsOutOfRangeAreInvalid()
    {
        const auto codeWith = [](qint64 stamp) {
            Rows rows;
            rows.to = 1;
            rows.rows.push_back({ {}, { { 1, model::Stamp { stamp }, u"Milk"_s } }, 1, {} });
            return codeOf(decodeDown(encode(rows)));
        };
        QCOMPARE(codeWith(1), Code::NotFound);
        QCOMPARE(codeWith(model::Stamp::kMax), Code::NotFound);
        for (const qint64 stamp : { qint64(0), qint64(-1), model::Stamp::kMax + 1 }) {
            QCOMPARE(codeWith(stamp), Code::InvalidValue);
        }
    }

    void keysComeInAnyOrder()
    {
        const auto decoded = decodeUp(cbor({ { u"id"_s, 7 }, { u"t"_s, u"ping"_s } }));
        QVERIFY(decoded);
        QCOMPARE(std::get<Ping>(*decoded), Ping { 7 });
    }

    void unknownTypesAreToldAsSuch()
    {
        const auto decoded = decodeDown(cbor({ { u"t"_s, u"presence"_s }, { u"x"_s, QCborArray { 1, 2 } } }));
        QVERIFY(decoded);
        QCOMPARE(std::get<UnknownMessage>(*decoded).type, u"presence"_s);
        // What only the other side says is as unknown.
        const auto own = decodeUp(encode(Down(Pong { 1, 2 })));
        QVERIFY(own);
        QCOMPARE(std::get<UnknownMessage>(*own).type, u"pong"_s);
    }

    void unknownCodesAreInternal()
    {
        const auto decoded = decodeDown(cbor({ { u"t"_s, u"denied"_s }, { u"code"_s, u"from_tomorrow"_s } }));
        QVERIFY(decoded);
        QCOMPARE(std::get<Denied>(*decoded), (Denied { Code::Internal, {}, -1 }));
    }

    void longerArraysAreReadToWhatWeKnow()
    {
        const QCborMap rows { { u"t"_s, u"rows"_s }, { u"space"_s, kId }, { u"from"_s, 0 }, { u"to"_s, 1 },
            { u"rows"_s,
                QCborArray { QCborArray { 2, kId, 1, nullptr, QCborMap {}, u"later"_s, QCborMap {} } } } };
        const auto decoded = decodeDown(cbor(rows));
        QVERIFY(decoded);
        QCOMPARE(std::get<Rows>(*decoded).rows.size(), std::size_t(1));
    }

    void fieldsInAnyOrderAreSorted()
    {
        const auto decoded
            = decodeRegisters(cbor({ { 3, QCborArray { 1, 30 } }, { 1, QCborArray { 1, 10 } } }));
        QVERIFY(decoded);
        QCOMPARE(decoded->front().field, model::FieldNumber(1));
        QCOMPARE(decoded->back().field, model::FieldNumber(3));
    }

    void whatIsNotAsSpecifiedIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no map") << "81 01"_ba;
        QTest::newRow("no type") << "a0"_ba;
        QTest::newRow("type is a number") << "a1 61 74 01"_ba;
        QTest::newRow("key is a number") << "a2 01 02 61 74 64 70 69 6e 67"_ba;
        QTest::newRow("id is missing") << "a1 61 74 64 70 69 6e 67"_ba;
        QTest::newRow("id is a text") << "a2 61 74 64 70 69 6e 67 62 69 64 61 37"_ba;
        QTest::newRow("id is a float") << "a2 61 74 64 70 69 6e 67 62 69 64 f9 3c 00"_ba;
        QTest::newRow("id is above 2^63") << "a2 61 74 64 70 69 6e 67 62 69 64 1b 80 00 00 00 00 00 00 00"_ba;
        QTest::newRow("id is below -2^63")
            << "a2 61 74 64 70 69 6e 67 62 69 64 3b 80 00 00 00 00 00 00 00"_ba;
        QTest::newRow("id is -2^64") << "a2 61 74 64 70 69 6e 67 62 69 64 3b ff ff ff ff ff ff ff ff"_ba;
        QTest::newRow("id comes twice") << "a3 61 74 64 70 69 6e 67 62 69 64 01 62 69 64 01"_ba;
        QTest::newRow("type comes twice") << "a3 61 74 64 70 69 6e 67 61 74 64 70 69 6e 67 62 69 64 01"_ba;
        QTest::newRow("map of indefinite length") << "bf 61 74 64 70 69 6e 67 62 69 64 01 ff"_ba;
        QTest::newRow("text of indefinite length") << "a2 61 74 7f 64 70 69 6e 67 ff 62 69 64 01"_ba;
        QTest::newRow("type is not UTF-8") << "a2 61 74 64 70 69 6e ff 62 69 64 01"_ba;
        for (const char *bytes :
            { "63 ed a0 80", "63 ed b0 80", "62 c0 80", "64 f4 90 80 80", "62 e2 82", "61 80" }) {
            QTest::addRow("token of %s", bytes)
                << QByteArray("a2 61 74 65 74 6f 6b 65 6e 65 74 6f 6b 65 6e ") + bytes;
        }
        QTest::newRow("tagged map") << "d9 d9 f7 a2 61 74 64 70 69 6e 67 62 69 64 01"_ba;
        QTest::newRow("text longer than the bytes") << "a2 61 74 7b 7f ff ff ff ff ff ff ff 70"_ba;
        QTest::newRow("map longer than the bytes") << "bb 7f ff ff ff ff ff ff ff 61 74"_ba;
        QTest::newRow("space of 15 bytes")
            << "a3 61 74 64 70 75 6c 6c 65 73 70 61 63 65 4f 000102030405060708090a0b0c0d0e"
               " 65 73 69 6e 63 65 01"_ba;
        QTest::newRow("negative version")
            << "a3 61 74 64 70 75 6c 6c 65 73 70 61 63 65 50 000102030405060708090a0b0c0d0e0f"
               " 65 73 69 6e 63 65 20"_ba;
    }

    void whatIsNotAsSpecifiedIsMalformed()
    {
        QFETCH(QByteArray, hex);
        QCOMPARE(codeOf(decodeUp(QByteArray::fromHex(hex))), Code::Malformed);
    }

    void malformedRows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const QCborValue &element, int place) {
            QCborArray array { 2, kId, 1, nullptr, QCborMap { { 1, QCborArray { 5, u"Milk"_s } } } };
            if (place >= 0) {
                array[place] = element;
            }
            return cbor({ { u"t"_s, u"rows"_s }, { u"space"_s, kId }, { u"from"_s, 0 }, { u"to"_s, 1 },
                { u"rows"_s, QCborArray { array } } });
        };
        QVERIFY(decodeDown(row({}, -1)));
        QTest::newRow("kind 0") << row(0, 0);
        QTest::newRow("kind 65536") << row(65'536, 0);
        QTest::newRow("id is a text") << row(u"0123456789abcdef"_s, 1);
        QTest::newRow("author is an integer") << row(0, 3);
        QTest::newRow("registers are an array") << row(QCborArray {}, 4);
        QTest::newRow("field 65536") << row(QCborMap { { 65'536, QCborArray { 5, 1 } } }, 4);
        QTest::newRow("field -1") << row(QCborMap { { -1, QCborArray { 5, 1 } } }, 4);
        QTest::newRow("field is a text") << row(QCborMap { { u"name"_s, QCborArray { 5, 1 } } }, 4);
        QTest::newRow("register without stamp") << row(QCborMap { { 1, QCborArray { 5 } } }, 4);
        QTest::newRow("stamp is a float") << row(QCborMap { { 1, QCborArray { 5.5, 1 } } }, 4);
        QTest::newRow("value is a float") << row(QCborMap { { 1, QCborArray { 5, 1.5 } } }, 4);
        QTest::newRow("value is undefined")
            << row(QCborMap { { 1, QCborArray { 5, QCborValue::Undefined } } }, 4);
        QTest::newRow("value is an array") << row(QCborMap { { 1, QCborArray { 5, QCborArray {} } } }, 4);
        QTest::newRow("value is tagged")
            << row(QCborMap { { 1, QCborArray { 5, QCborValue(QCborTag(1), 1) } } }, 4);
        QTest::newRow("leads backwards") << cbor({ { u"t"_s, u"rows"_s }, { u"space"_s, kId },
            { u"from"_s, 2 }, { u"to"_s, 1 }, { u"rows"_s, QCborArray {} } });
    }

    void malformedRows()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(codeOf(decodeDown(bytes)), Code::Malformed);
    }

    void aFieldMayNotComeTwice()
    {
        QCOMPARE(codeOf(decodeRegisters(QByteArray::fromHex("a2 01 82 05 01 01 82 06 02"))), Code::Malformed);
        QCOMPARE(codeOf(decodeRegisters(QByteArray::fromHex("a3 01 82 05 01 02 82 05 01 01 82 06 02"))),
            Code::Malformed);
    }

    void aSpaceMayNotComeTwice()
    {
        const Cursor cursor { {}, 4 };
        QCOMPARE(
            codeOf(decodeUp(encode(Hello { 1, {}, {}, {}, { cursor, cursor }, false }))), Code::Malformed);
        QCOMPARE(codeOf(decodeDown(encode(Pushed { 1, { cursor, cursor }, {} }))), Code::Malformed);
    }

    void compressedBytesComeBack()
    {
        const auto any = built(
            [](Choices &choices) { return bytes(choices, 4'000).repeated(1 + choices.below(5)); }, 400);
        holds("zstd", [&] {
            const QByteArray bytes = *any;
            const QByteArray frame = compress(bytes);
            RC_ASSERT(isCompressed(frame));
            const auto back = decompress(frame);
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == bytes);
        });
    }

    void noMessageLooksCompressed()
    {
        QVERIFY(!isCompressed(encode(Up(Ping { 1 }))));
        QVERIFY(!isCompressed({}));
    }

    void aFrameIsAlone()
    {
        const QByteArray frame = compress("milk"_ba);
        QCOMPARE(codeOf(decompress(QByteArray(frame + frame))), Code::Malformed);
        QCOMPARE(codeOf(decompress(QByteArray(frame + '\0'))), Code::Malformed);
        QCOMPARE(codeOf(decompress(frame.chopped(1))), Code::Malformed);
        QCOMPARE(codeOf(decompress("milk")), Code::Malformed);
        QCOMPARE(codeOf(decompress({})), Code::Malformed);
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "codec_test.moc"
