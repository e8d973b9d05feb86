#include "core/model/quantity.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder;
using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

static constexpr qint64 kMost = std::numeric_limits<qint64>::max();
static constexpr qint64 kLeast = std::numeric_limits<qint64>::min();

class QuantityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQuantityComesBackFromItsText()
    {
        const auto any = built([](Choices &choices) { return qint64(choices.number()); }, 5);
        holds("quantity", [&] {
            const Thousandths quantity { *any };
            const auto back = Thousandths::parse(quantity.format());
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == quantity);
        });
    }

    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("shortest");
        QTest::newRow("whole") << u"2"_s << qint64(2'000) << u"2"_s;
        QTest::newRow("half") << u"0.5"_s << qint64(500) << u"0.5"_s;
        QTest::newRow("zeros") << u"1.250"_s << qint64(1'250) << u"1.25"_s;
        QTest::newRow("smallest") << u"0.001"_s << qint64(1) << u"0.001"_s;
        QTest::newRow("negative") << u"-1.5"_s << qint64(-1'500) << u"-1.5"_s;
        QTest::newRow("nothing") << u"0.000"_s << qint64(0) << u"0"_s;
        QTest::newRow("leading zeros") << u"007"_s << qint64(7'000) << u"7"_s;
        QTest::newRow("most") << u"9223372036854775.807"_s << kMost << u"9223372036854775.807"_s;
        QTest::newRow("least") << u"-9223372036854775.808"_s << kLeast << u"-9223372036854775.808"_s;
    }

    void readsAndWrites()
    {
        QFETCH(QString, text);
        QFETCH(qint64, count);
        const auto parsed = Thousandths::parse(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->count, count);
        QTEST(parsed->format(), "shortest");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &each : { u""_s, u"-"_s, u"."_s, u".5"_s, u"5."_s, u"1.2345"_s, u"1,5"_s,
                 u"1 000"_s, u"+1"_s, u"--1"_s, u"1.2.3"_s, u"٣"_s, u"9223372036854775.808"_s,
                 u"-9223372036854775.809"_s, u"99999999999999999999"_s, u"1e3"_s }) {
            QTest::newRow(qPrintable(QString(each) + u'|')) << QString(each);
        }
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto parsed = Thousandths::parse(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, Code::InvalidValue);
    }

    void addsExactlyOrNotAtAll()
    {
        const auto any = built(
            [](Choices &choices) { return std::pair(qint64(choices.number()), qint64(choices.number())); },
            8);
        holds("sum", [&] {
            const auto [a, b] = *any;
            const auto sum = Thousandths { a }.plus({ b });
            const bool fits = b >= 0 ? a <= kMost - b : a >= kLeast - b;
            RC_ASSERT(sum.has_value() == fits);
            if (sum) {
                RC_ASSERT(sum->count == a + b);
            } else {
                RC_ASSERT(sum.error().code == Code::InvalidValue);
            }
        });
    }
};

QTEST_GUILESS_MAIN(QuantityTest)
#include "quantity_test.moc"
