#include "core/model/value.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

class ValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsThatOfTheCanonicalBytes()
    {
        const auto any = built([](Choices &choices) { return std::pair(value(choices), value(choices)); });
        holds("order", [&] {
            const auto [a, b] = *any;
            const QByteArray left = canonicalCbor(a);
            const QByteArray right = canonicalCbor(b);
            const auto order = compareCanonical(a, b);
            const int bytes
                = std::memcmp(left.data(), right.data(), size_t(std::min(left.size(), right.size())));
            const auto expected = bytes != 0 ? bytes <=> 0 : left.size() <=> right.size();
            RC_ASSERT(order == expected);
            RC_ASSERT((order == 0) == (a == b));
            RC_ASSERT(compareCanonical(b, a) == (0 <=> order));
        });
    }

    void canonicalBytesAreThoseOfTheStandard_data()
    {
        // RFC 8949, appendix A.
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char *name, const Value &value, const char *hex) {
            QTest::newRow(name) << canonicalCbor(value) << QByteArray(hex);
        };
        row("null", {}, "f6");
        row("false", false, "f4");
        row("true", true, "f5");
        row("0", qint64(0), "00");
        row("23", qint64(23), "17");
        row("24", qint64(24), "1818");
        row("1000000", qint64(1'000'000), "1a000f4240");
        row("1000000000000", qint64(1'000'000'000'000), "1b000000e8d4a51000");
        row("-1", qint64(-1), "20");
        row("-1000", qint64(-1'000), "3903e7");
        row("bytes", QByteArray("\1\2\3\4"), "4401020304");
        row("no bytes", QByteArray(), "40");
        row("text", u"IETF"_s, "6449455446");
        row("no text", QString(), "60");
        row("umlaut", u"ü"_s, "62c3bc");
        row("water", u"水"_s, "63e6b0b4");
        row("beyond the first plane", QString::fromUcs4(U"\U00010151", 1), "64f0908591");
    }

    void canonicalBytesAreThoseOfTheStandard()
    {
        QFETCH(QByteArray, bytes);
        QTEST(bytes.toHex(), "hex");
    }

    void typesSortAsTheirFirstByte()
    {
        const Value ascending[] = { qint64(5), qint64(-5), QByteArray("x"), u"x"_s, false, true, Null() };
        for (std::size_t i = 1; i < std::size(ascending); ++i) {
            QVERIFY(compareCanonical(ascending[i - 1], ascending[i]) < 0);
        }
    }
};

QTEST_GUILESS_MAIN(ValueTest)
#include "value_test.moc"
