#include "core/model/money.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder;
using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

static Currency currency(QStringView code)
{
    return Currency::fromCode(code).value();
}

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAmountComesBackFromItsText()
    {
        const auto any = built(
            [](Choices &choices) {
                return Money { qint64(choices.number()),
                    currencies()[choices.below(quint32(currencies().size()))] };
            },
            6);
        holds("money", [&] {
            const Money money = *any;
            const auto back = Money::parse(money.formatAmount(), money.currency);
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == money);
        });
    }

    void hasTheDigitsOfItsCurrency()
    {
        QCOMPARE((Money { 349, currency(u"EUR") }.formatAmount()), u"3.49"_s);
        QCOMPARE((Money { 350, currency(u"EUR") }.formatAmount()), u"3.50"_s);
        QCOMPARE((Money { 349, currency(u"JPY") }.formatAmount()), u"349"_s);
        QCOMPARE((Money { 349, currency(u"KWD") }.formatAmount()), u"0.349"_s);
        QCOMPARE((Money { -5, currency(u"EUR") }.formatAmount()), u"-0.05"_s);
        QCOMPARE(Money::parse(u"3.4", currency(u"EUR"))->minor, 340);
        QCOMPARE(Money::parse(u"3", currency(u"EUR"))->minor, 300);
        QVERIFY(!Money::parse(u"3.499", currency(u"EUR")));
        QVERIFY(!Money::parse(u"3.4", currency(u"JPY")));
        QVERIFY(Money::parse(u"3.499", currency(u"KWD")));
    }

    void twoCurrenciesAreNeverAdded()
    {
        const Money euros { 100, currency(u"EUR") };
        const Money francs { 100, currency(u"CHF") };
        QCOMPARE(euros.plus(francs).error().code, Code::InvalidValue);
        QCOMPARE(euros.plus(euros)->minor, 200);
    }

    void aSumThatIsTooLargeIsRefused()
    {
        const Money most { std::numeric_limits<qint64>::max(), currency(u"EUR") };
        QCOMPARE(most.plus({ 1, currency(u"EUR") }).error().code, Code::InvalidValue);
        QVERIFY(most.plus({ 0, currency(u"EUR") }));
    }

    void onlyCodesOfTheStandardAreCurrencies()
    {
        QCOMPARE(currencies().size(), std::size_t(156));
        for (const Currency &each : currencies()) {
            QCOMPARE(currency(each.code()), each);
        }
        for (const auto each : { u"", u"EU", u"eur", u"EURO", u"XTS", u"AAA", u"€" }) {
            QVERIFY(!Currency::fromCode(each));
        }
        QCOMPARE(Currency().code(), QString());
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "money_test.moc"
