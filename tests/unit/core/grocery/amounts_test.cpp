#include "core/grocery/amounts.h"

#include "core/grocery/units.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder;
using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;
using larder::model::Thousandths;

namespace {

// "1.5 kg", "2", "kg" (some), "" (some of nothing in particular).
Amount amount(const char16_t *text)
{
    const QString all = QString::fromUtf16(text);
    const QString number = all.section(u' ', 0, 0);
    const auto quantity = Thousandths::parse(number);
    return quantity ? Amount { *quantity, all.section(u' ', 1) } : Amount { {}, all };
}

QString textOf(const std::optional<Amount> &amount)
{
    if (!amount) {
        return u"no"_s;
    }
    return amount->quantity ? QString(amount->quantity->format() + u' ' + amount->unit).trimmed()
                            : amount->unit;
}

QString sum(const char16_t *a, const char16_t *b)
{
    const QString one = textOf(sumOf(amount(a), amount(b)));
    const QString other = textOf(sumOf(amount(b), amount(a)));
    return one == other ? one : u"depends on the order"_s;
}

QString in(const char16_t *a, const char16_t *unit)
{
    return textOf(converted(amount(a), QStringView(unit)));
}

QString metric(const char16_t *a)
{
    return textOf(shown(amount(a), UnitPreference::Metric));
}

QString imperial(const char16_t *a)
{
    return textOf(shown(amount(a), UnitPreference::Imperial));
}

Amount anyAmount(Choices &choices)
{
    Amount amount;
    if (choices.below(8) != 0) {
        amount.quantity = Thousandths { 1 + qint64(choices.number() % 999'999'000) };
    }
    const auto all = units();
    const auto which = choices.below(quint32(all.size()) + 2);
    amount.unit = which < all.size() ? QString(all[which].id)
        : which == all.size()        ? QString()
                                     : u"strange"_s;
    return amount;
}

} // namespace

class AmountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumsAreExactInTheLargestUnitThatHoldsThem()
    {
        QCOMPARE(sum(u"1 kg", u"500 g"), u"1.5 kg"_s);
        QCOMPARE(sum(u"1 kg", u"1 g"), u"1.001 kg"_s);
        QCOMPARE(sum(u"1 kg", u"0.5 g"), u"1000.5 g"_s);
        QCOMPARE(sum(u"250 ml", u"1 l"), u"1.25 l"_s);
        QCOMPARE(sum(u"5 dl", u"20 cl"), u"7 dl"_s);
        QCOMPARE(sum(u"1 lb", u"8 oz"), u"1.5 lb"_s);
        QCOMPARE(sum(u"1 tbsp", u"3 tsp"), u"2 tbsp"_s);
        QCOMPARE(sum(u"1 tbsp", u"1 tsp"), u"4 tsp"_s);
        QCOMPARE(sum(u"1 gallon", u"1 quart"), u"1.25 gallon"_s);
        QCOMPARE(sum(u"2 cup", u"1 pint"), u"2 pint"_s);
        QCOMPARE(sum(u"1 m", u"50 cm"), u"1.5 m"_s);
    }

    void onlyWhatNoUnitHoldsIsRounded()
    {
        QCOMPARE(sum(u"1 kg", u"1 lb"), u"1.454 kg"_s);
        QCOMPARE(sum(u"1 l", u"1 cup"), u"1.237 l"_s);
    }

    void someIsLessThanAnyQuantity()
    {
        QCOMPARE(sum(u"", u"2 kg"), u"2 kg"_s);
        QCOMPARE(sum(u"", u""), QString());
        QCOMPARE(sum(u"bottle", u"bottle"), u"bottle"_s);
        QCOMPARE(sum(u"bottle", u""), QString());
        QCOMPARE(sum(u"", u"6"), u"6"_s);
    }

    void piecesAndBareNumbersAreTheSame()
    {
        QCOMPARE(sum(u"6", u"6"), u"12"_s);
        QCOMPARE(sum(u"6", u"12 pcs"), u"18 pcs"_s);
    }

    void aPackageIsOnlyItself()
    {
        QCOMPARE(sum(u"2 bottle", u"1 bottle"), u"3 bottle"_s);
        QCOMPARE(sum(u"2 bottle", u"1 can"), u"no"_s);
        QCOMPARE(sum(u"2 bottle", u"1 l"), u"no"_s);
        QCOMPARE(sum(u"2 bottle", u"1"), u"no"_s);
        QCOMPARE(sum(u"2 furlong", u"1 furlong"), u"3 furlong"_s);
        QCOMPARE(sum(u"2 furlong", u"1 m"), u"no"_s);
        QCOMPARE(sum(u"1 kg", u"1 l"), u"no"_s);
    }

    void aSumThatNoItemCanHaveIsNone()
    {
        QCOMPARE(sum(u"999999 pcs", u"0.001"), u"no"_s);
        QCOMPARE(sum(u"999998 pcs", u"1"), u"999999 pcs"_s);
        QCOMPARE(sum(u"999999 gallon", u"999999 tsp"), u"no"_s);
        QCOMPARE(sum(u"999999 g", u"999999 g"), u"no"_s);
        // In kilograms it is less.
        QCOMPARE(sum(u"999999 g", u"1 kg"), u"1000.999 kg"_s);
    }

    void unitsConvertByTheirDefinitions()
    {
        QCOMPARE(in(u"1 lb", u"g"), u"453.592 g"_s);
        QCOMPARE(in(u"1 oz", u"mg"), u"28349.523 mg"_s);
        QCOMPARE(in(u"1 gallon", u"l"), u"3.785 l"_s);
        QCOMPARE(in(u"1 gallon", u"ml"), u"3785.412 ml"_s);
        QCOMPARE(in(u"1 cup", u"ml"), u"236.588 ml"_s);
        QCOMPARE(in(u"1 gallon", u"tsp"), u"768 tsp"_s);
        QCOMPARE(in(u"1 quart", u"fl oz"), u"32 fl oz"_s);
        QCOMPARE(in(u"2.5 m", u"cm"), u"250 cm"_s);
        QCOMPARE(in(u"3", u"pcs"), u"3 pcs"_s);
        QCOMPARE(in(u"3 bottle", u"bottle"), u"3 bottle"_s);
        QCOMPARE(in(u"3 bottle", u"can"), u"no"_s);
        QCOMPARE(in(u"1 kg", u"l"), u"no"_s);
        QCOMPARE(in(u"999999 kg", u"mg"), u"no"_s);
    }

    void metricIsReadInGramsAndMillilitres()
    {
        QCOMPARE(metric(u"1500 g"), u"1.5 kg"_s);
        QCOMPARE(metric(u"999 g"), u"999 g"_s);
        QCOMPARE(metric(u"0.05 kg"), u"50 g"_s);
        QCOMPARE(metric(u"0.5 kg"), u"0.5 kg"_s);
        QCOMPARE(metric(u"2000 ml"), u"2 l"_s);
        QCOMPARE(metric(u"5 dl"), u"5 dl"_s);
        QCOMPARE(metric(u"1 lb"), u"454 g"_s);
        QCOMPARE(metric(u"5 lb"), u"2.27 kg"_s);
        QCOMPARE(metric(u"1 oz"), u"28 g"_s);
        QCOMPARE(metric(u"0.25 oz"), u"7 g"_s);
        QCOMPARE(metric(u"1 cup"), u"237 ml"_s);
        QCOMPARE(metric(u"1 tsp"), u"5 ml"_s);
        QCOMPARE(metric(u"1 tbsp"), u"15 ml"_s);
        QCOMPARE(metric(u"1 gallon"), u"3.79 l"_s);
    }

    void imperialIsReadInPoundsAndCups()
    {
        QCOMPARE(imperial(u"454 g"), u"1 lb"_s);
        QCOMPARE(imperial(u"1 kg"), u"2.2 lb"_s);
        QCOMPARE(imperial(u"100 g"), u"3.5 oz"_s);
        QCOMPARE(imperial(u"118 ml"), u"0.5 cup"_s);
        QCOMPARE(imperial(u"80 ml"), u"0.333 cup"_s);
        QCOMPARE(imperial(u"240 ml"), u"1 cup"_s);
        QCOMPARE(imperial(u"5 ml"), u"1 tsp"_s);
        QCOMPARE(imperial(u"15 ml"), u"1 tbsp"_s);
        QCOMPARE(imperial(u"330 ml"), u"11.2 fl oz"_s);
        QCOMPARE(imperial(u"1 l"), u"1.1 quart"_s);
        QCOMPARE(imperial(u"5 l"), u"1.3 gallon"_s);
        QCOMPARE(imperial(u"20 oz"), u"20 oz"_s);
    }

    void whatHasNoOtherSystemStaysAsItIs()
    {
        for (const char16_t *each : { u"3", u"3 pcs", u"2 bottle", u"1500 cm", u"kg", u"", u"2 furlong" }) {
            QCOMPARE(shown(amount(each), UnitPreference::Metric), amount(each));
            QCOMPARE(shown(amount(each), UnitPreference::Imperial), amount(each));
        }
        QCOMPARE(shown(amount(u"1500 g"), UnitPreference::AsWritten), amount(u"1500 g"));
    }

    void theOrderOfASumNeverMatters()
    {
        const auto any = built(
            [](Choices &choices) {
                std::vector<Amount> amounts;
                for (quint32 left = choices.below(5); left > 0; --left) {
                    amounts.push_back(anyAmount(choices));
                    // Mostly of one sort, so that there is something to add.
                    if (choices.below(4) != 0) {
                        amounts.back().unit = choices.oneOf({ u"kg"_s, u"g"_s, u"lb"_s, u"oz"_s });
                    }
                }
                return std::pair(amounts, choices.below(100));
            },
            40);
        holds("commutative", [&] {
            auto [amounts, turn] = *any;
            const auto before = sumOf(amounts);
            if (!amounts.empty()) {
                std::rotate(amounts.begin(), amounts.begin() + turn % amounts.size(), amounts.end());
            }
            RC_ASSERT(sumOf(amounts) == before);
            if (amounts.size() == 2) {
                RC_ASSERT(canAdd(amounts[0], amounts[1]) || !before);
            }
        });
    }

    void nothingOfASumOfOneSystemIsLost()
    {
        const auto any = built(
            [](Choices &choices) {
                const auto some = [&] { return qint64(1 + choices.below(100'000)); };
                return std::pair(some(), some());
            },
            4);
        holds("exact", [&] {
            const auto [kilos, grams] = *any;
            const auto all = sumOf({ Thousandths { kilos }, u"kg"_s }, { Thousandths { grams }, u"g"_s });
            const qint64 thousandGrams = kilos * 1'000 + grams;
            RC_ASSERT(all->quantity->count * (all->unit == u"kg"_s ? 1'000 : 1) == thousandGrams);
        });
    }

    void whateverIsShownIsAnAmount()
    {
        const auto any = built(anyAmount, 6);
        holds("shown", [&] {
            const Amount amount = *any;
            for (const auto preference :
                { UnitPreference::AsWritten, UnitPreference::Metric, UnitPreference::Imperial }) {
                const Amount other = shown(amount, preference);
                RC_ASSERT(other.quantity.has_value() == amount.quantity.has_value());
                RC_ASSERT(!other.quantity || other.quantity->count > 0);
                RC_ASSERT(canAdd(amount, other));
                // Shown again it is the same.
                RC_ASSERT(shown(other, preference) == other);
            }
        });
    }
};

QTEST_GUILESS_MAIN(AmountsTest)
#include "amounts_test.moc"
