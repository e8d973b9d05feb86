#include "app/viewmodels/amount_text.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace larder;
using namespace Qt::StringLiterals;

class AmountTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void moneyIsReadInTheGroupsOfItsLocale()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(app::moneyText(123'456'789, u"USD"_s), u"$1,234,567.89"_s);
        QCOMPARE(app::moneyText(5, {}), u"0.05"_s);
        QCOMPARE(app::moneyText(1'500, u"JPY"_s), u"¥1,500"_s);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(app::moneyText(10'001'289, u"EUR"_s), u"100.012,89\u00a0€"_s);
        QCOMPARE(app::moneyText(1'290, u"CHF"_s), u"12,90\u00a0CHF"_s);
    }

    // A point for thousands would come back as the one for cents.
    void whatIsEditedHasNoGroupsAndComesBackTheSame()
    {
        for (const QLocale::Language language :
            { QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Arabic }) {
            QLocale::setDefault(QLocale(language));
            const QString text = app::priceText(123'456'789, u"EUR"_s);
            const auto back = app::priceFromText(text, u"EUR"_s);
            QVERIFY2(back.has_value(), qPrintable(text));
            QCOMPARE(*back, qint64(123'456'789));
        }
    }

    void amountsAreWrittenInTheDigitsOfTheirLocaleAndReadInAny()
    {
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        QCOMPARE(app::quantityText({ 1'500 }), u"١٫٥"_s);
        QCOMPARE(app::quantityFromText(u"١٫٥"_s)->count, qint64(1'500));
        QCOMPARE(app::quantityFromText(u"1.5"_s)->count, qint64(1'500));
        QCOMPARE(app::moneyText(349, u"EUR"_s), u"٣٫٤٩\u00a0€"_s);
    }

    void aCurrencyIsNamedByItsSignOrItsCode()
    {
        QCOMPARE(app::signOf(u"EUR"_s), u"€"_s);
        QCOMPARE(app::signOf(u"CHF"_s), u"CHF"_s);
        QCOMPARE(app::signOf({}), QString());
    }
};

QTEST_GUILESS_MAIN(AmountTextTest)
#include "amount_text_test.moc"
