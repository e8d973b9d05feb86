#include "core/grocery/barcode.h"

#include "core/model/kinds.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace larder;
using namespace larder::grocery;

class BarcodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedBecomesOneForm_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("EAN-13") << u"4006381333931"_s << u"4006381333931"_s;
        QTest::newRow("EAN-8") << u"96385074"_s << u"96385074"_s;
        QTest::newRow("UPC-A") << u"036000291452"_s << u"0036000291452"_s;
        QTest::newRow("UPC-A as EAN-13") << u"0036000291452"_s << u"0036000291452"_s;
        QTest::newRow("UPC-A as GTIN-14") << u"00036000291452"_s << u"0036000291452"_s;
        QTest::newRow("GTIN-14 of a case") << u"10036000291459"_s << u"10036000291459"_s;
        QTest::newRow("UPC-E") << u"04252614"_s << u"0042100005264"_s;
        QTest::newRow("a wrong check digit") << u"4006381333932"_s << QString();
        QTest::newRow("two digits swapped") << u"4006381339331"_s << QString();
        QTest::newRow("too short") << u"4006381"_s << QString();
        QTest::newRow("no such length") << u"4006381333"_s << QString();
        QTest::newRow("too long") << u"004006381333931"_s << QString();
        QTest::newRow("a letter") << u"40063813339E1"_s << QString();
        QTest::newRow("digits of another script") << u"٤٠٠٦٣٨١٣٣٣٩٣١"_s << QString();
        QTest::newRow("nothing but zeros") << u"0000000000000"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void whatIsTypedBecomesOneForm()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QCOMPARE(tradeBarcode(typed).value_or(QString()), kept);
        if (!kept.isEmpty()) {
            QCOMPARE(tradeBarcode(kept), kept); // and stays so
        }
    }

    // One for each way to leave zeros out.
    void upcEIsTheUpcAThatItStandsFor()
    {
        const QStringList pairs[] = {
            { u"01278907"_s, u"0012000007897"_s },
            { u"01278916"_s, u"0012100007896"_s },
            { u"01278925"_s, u"0012200007895"_s },
            { u"01238935"_s, u"0012300000895"_s },
            { u"01248948"_s, u"0012480000098"_s },
            { u"01245356"_s, u"0012453000056"_s },
            { u"12345694"_s, u"0123456000094"_s },
        };
        for (const QStringList &pair : pairs) {
            QCOMPARE(upcEBarcode(pair[0]).value_or(QString()), pair[1]);
        }
        QVERIFY(!upcEBarcode(u"04252613"_s));
        QVERIFY(!upcEBarcode(u"24252614"_s)); // only 0 and 1 begin one
    }

    void anEanIsNotTakenForUpcEWhenItIsKnownToBeOne()
    {
        for (int number = 0; number < 2'000; ++number) {
            const QString digits = u"%1"_s.arg(number * 4'999, 8, 10, QChar(u'0'));
            if (const auto ean = eanBarcode(digits)) {
                QCOMPARE(*ean, digits);
            }
        }
    }

    void anotherCodeIsKeptAsItsText()
    {
        QCOMPARE(otherBarcode(u" LOT-7/a "_s), u"LOT-7/a"_s);
        QCOMPARE(otherBarcode(u"036000291452"_s), u"0036000291452"_s);
        QCOMPARE(otherBarcode(u"123456789013"_s), u"123456789013"_s); // no number of the trade
        const qsizetype longest
            = qsizetype(model::findKind(model::Kind::Item)->find(model::item::kBarcode)->max);
        QVERIFY(otherBarcode(QString(longest, u'x')));
        QVERIFY(!otherBarcode(QString(longest + 1, u'x')));
        QVERIFY(!otherBarcode(u"a\x1d"
                              "b"_s));
        QVERIFY(!otherBarcode(u"  "_s));
    }
};

QTEST_GUILESS_MAIN(BarcodeTest)
#include "barcode_test.moc"
