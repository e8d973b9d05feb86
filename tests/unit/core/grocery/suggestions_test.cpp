#include "core/grocery/suggestions.h"

#include "core/grocery/purchase.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder;
using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using larder::model::Thousandths;

namespace {

const CatalogueFile kDairy { u"dairy"_s,
    "key\tunit\ten\tde\tfr\tes\n"
    "milk\tl\tMilk\tMilch\tLait\tLeche\n"
    "milk-whole\tl\tWhole milk|Full-fat milk\tVollmilch\tLait entier\tLeche entera\n"
    "milk-chocolate\tbar\tMilk chocolate\tVollmilchschokolade\tChocolat au lait\tChocolate con leche\n"
    "butter\tpack\tButter\tButter\tBeurre\tMantequilla\n" };

constexpr Micros kDay = 24h;
constexpr Micros kNow = 20'000 * kDay;

Bought bought(const QString &name, int daysAgo)
{
    return { name, {}, {}, {}, kNow - daysAgo * kDay };
}

QStringList namesOf(const std::vector<Suggestion> &suggestions)
{
    QStringList names;
    for (const Suggestion &each : suggestions) {
        names += each.name;
    }
    return names;
}

std::optional<Suggestion> ownOf(const Suggestions &suggestions, const QString &name)
{
    for (const Suggestion &each : suggestions.find(name, kNow, 8)) {
        if (each.source == Suggestion::Source::History && each.name == name) {
            return each;
        }
    }
    return std::nullopt;
}

} // namespace

class SuggestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = Catalogue::read(std::span(&kDairy, 1)).catalogue; }

    void whatTheHouseholdBuysComesBeforeTheCatalogue()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"Oat milk"_s, 1));
        QCOMPARE(namesOf(suggestions.find(u"mil", kNow, 8)),
            (QStringList { u"Oat milk"_s, u"Milk"_s, u"Milk chocolate"_s, u"Whole milk"_s }));
        QCOMPARE(suggestions.find(u"mil", kNow, 8)[0].source, Suggestion::Source::History);
        QCOMPARE(suggestions.find(u"mil", kNow, 8)[1].source, Suggestion::Source::Catalogue);
        QCOMPARE(suggestions.find(u"mil", kNow, 2).size(), 2u);
        QVERIFY(suggestions.find(u"mil", kNow, 0).empty());
        QVERIFY(suggestions.find(u"mil", kNow, -1).empty());
    }

    void whatIsBoughtEachWeekOvertakesWhatWasBoughtOftenLastYear()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        for (int day = 365; day > 300; day -= 2) {
            suggestions.learn(bought(u"Bratwurst"_s, day));
        }
        for (int day = 21; day > 0; day -= 7) {
            suggestions.learn(bought(u"Bread"_s, day));
        }
        QCOMPARE(namesOf(suggestions.find(u"br", kNow, 8)), (QStringList { u"Bread"_s, u"Bratwurst"_s }));
        QCOMPARE(namesOf(suggestions.find(u"", kNow, 8)), (QStringList { u"Bread"_s, u"Bratwurst"_s }));
        // In those days it was the other way round.
        Suggestions then(m_catalogue, Language::English);
        then.learn(bought(u"Bread"_s, 301));
        then.learn(bought(u"Bratwurst"_s, 303));
        then.learn(bought(u"Bratwurst"_s, 302));
        QCOMPARE(namesOf(then.find(u"br", kNow - 300 * kDay, 8))[0], u"Bratwurst"_s);
    }

    void aWrongClocksPurchaseOfTheFutureIsOneOfToday()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"Brie"_s, -10'000));
        suggestions.learn(bought(u"Bread"_s, 0));
        suggestions.learn(bought(u"Bread"_s, 1));
        QCOMPARE(namesOf(suggestions.find(u"br", kNow, 8)), (QStringList { u"Bread"_s, u"Brie"_s }));
    }

    void aWayOfWritingItComesOnlyOnce()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"butter"_s, 3));
        suggestions.learn(bought(u"BUTTER"_s, 1));
        suggestions.learn(bought(u"Bütter "_s, 2));
        QCOMPARE(suggestions.size(), 1);
        QCOMPARE(namesOf(suggestions.find(u"butt", kNow, 8)), QStringList { u"BUTTER"_s });
    }

    void whatHasAnOwnNameIsNotOfferedUnderTheCatalogues()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"Full fat milk"_s, 1));
        QCOMPARE(namesOf(suggestions.find(u"milk", kNow, 8)),
            (QStringList { u"Full fat milk"_s, u"Milk"_s, u"Milk chocolate"_s }));
    }

    void theCatalogueAnswersInTheReadersLanguage()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        QCOMPARE(namesOf(suggestions.find(u"leche", kNow, 8)),
            (QStringList { u"Milk"_s, u"Whole milk"_s, u"Milk chocolate"_s }));
        // A synonym that was typed is the word that this person uses.
        QCOMPARE(namesOf(suggestions.find(u"full", kNow, 8)), QStringList { u"Full-fat milk"_s });
        suggestions.setLanguage(Language::Spanish);
        const Suggestion milk { u"Leche"_s, u"dairy"_s, u"l"_s, {}, Suggestion::Source::Catalogue,
            MatchRank::Prefix };
        QCOMPARE(suggestions.find(u"milk", kNow, 1)[0], milk);
    }

    void whatThereAreManySortsOfComesBeforeAShorterName()
    {
        const CatalogueFile file { u"x"_s,
            "key\tunit\ten\tde\tfr\tes\n"
            "tomme\t-\tTomme\ta\tb\tc\n"
            "tomatoes\t-\tTomatoes\tTomaten\tTomates\tTomates\n"
            "soup\t-\tTomato soup\tTomatensuppe\tSoupe de tomates\tSopa de tomate\n" };
        const Catalogue catalogue = Catalogue::read(std::span(&file, 1)).catalogue;
        QCOMPARE(namesOf(Suggestions(catalogue, Language::English).find(u"tom", kNow, 8)),
            (QStringList { u"Tomatoes"_s, u"Tomme"_s, u"Tomato soup"_s }));
    }

    void theLastPartOfACompoundIsFound()
    {
        Suggestions suggestions(m_catalogue, Language::German);
        QCOMPARE(namesOf(suggestions.find(u"milch", kNow, 8)),
            (QStringList { u"Milch"_s, u"Vollmilch"_s, u"Vollmilchschokolade"_s }));
        suggestions.learn(bought(u"Vollmilch"_s, 1));
        QCOMPARE(namesOf(suggestions.find(u"milch", kNow, 8)),
            (QStringList { u"Vollmilch"_s, u"Milch"_s, u"Vollmilchschokolade"_s }));
    }

    void aTypoComesBehindWhatMatches()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"Silk scarf"_s, 1));
        suggestions.learn(bought(u"Butternut"_s, 1));
        QCOMPARE(namesOf(suggestions.find(u"milk", kNow, 8)).back(), u"Silk scarf"_s);
        QCOMPARE(namesOf(suggestions.find(u"bttuer", kNow, 8)), QStringList {});
        QCOMPARE(namesOf(suggestions.find(u"btter", kNow, 8)), (QStringList { u"Butternut"_s, u"Butter"_s }));
        QCOMPARE(suggestions.find(u"btter", kNow, 8)[0].rank, MatchRank::Typo);
    }

    void theUsualAmountIsTheOneThatIsBoughtMostOfLate()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        const auto buy = [&](qint64 thousandths, int daysAgo) {
            suggestions.learn(
                { u"Flour"_s, u"pantry"_s, u"kg"_s, Thousandths { thousandths }, kNow - daysAgo * kDay });
        };
        buy(1'000, 30);
        buy(2'000, 20);
        buy(1'000, 10);
        Suggestion flour { u"Flour"_s, u"pantry"_s, u"kg"_s, Thousandths { 1'000 },
            Suggestion::Source::History, MatchRank::Prefix };
        QCOMPARE(suggestions.find(u"flour", kNow, 1)[0], flour);
        for (const int day : { 9, 8, 7, 6 }) {
            buy(500, day);
        }
        flour.quantity = Thousandths { 500 };
        QCOMPARE(suggestions.find(u"flour", kNow, 1)[0], flour);
        // Without an amount nothing is said against it.
        suggestions.learn({ u"Flour"_s, u"baking"_s, {}, {}, kNow });
        flour.category = u"baking"_s;
        QCOMPARE(suggestions.find(u"flour", kNow, 1)[0], flour);
    }

    void whatIsForgottenIsNotOffered()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"Mlik"_s, 1));
        suggestions.forget(u"never bought");
        suggestions.forget(u"MLIK");
        QVERIFY(suggestions.find(u"mli", kNow, 8).empty());
        QVERIFY(suggestions.find(u"", kNow, 8).empty());
        suggestions.learn(bought(u"Mlik"_s, 1));
        QCOMPARE(suggestions.find(u"mli", kNow, 8).size(), 1u);
    }

    void aPurchaseSaysWhatWasBought()
    {
        model::Record item;
        item.registers
            = { { model::item::kName, { 1 }, u"Flour"_s }, { model::item::kQuantity, { 1 }, qint64(2'000) },
                  { model::item::kUnit, { 1 }, u"kg"_s }, { model::item::kCategory, { 1 }, u"pantry"_s } };
        model::Record purchase;
        const auto write = [&purchase](model::FieldNumber field, const model::Value &value) {
            std::erase_if(
                purchase.registers, [field](const model::Register &each) { return each.field == field; });
            purchase.registers.push_back({ field, { 1 }, value });
            std::sort(purchase.registers.begin(), purchase.registers.end(),
                [](const model::Register &a, const model::Register &b) { return a.field < b.field; });
        };
        for (const auto &[field, value] : purchaseOf(item, {}, kNow)) {
            write(field, value);
        }
        const auto bought = boughtOf(purchase);
        QCOMPARE(bought->name, u"Flour"_s);
        QCOMPARE(bought->category, u"pantry"_s);
        QCOMPARE(bought->unit, u"kg"_s);
        QCOMPARE(bought->quantity, Thousandths { 2'000 });
        QCOMPARE(bought->at, kNow);
        write(model::purchase::kQuantity, {});
        QVERIFY(!boughtOf(purchase)->quantity);
        write(model::kDeleted, true);
        QVERIFY(!boughtOf(purchase));
        QVERIFY(!boughtOf({}));
    }

    void blankNamesAreNotLearnt()
    {
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learn(bought(u"  "_s, 1));
        QCOMPARE(suggestions.size(), 0);
    }

    // A household's purchases arrive from several devices, in any order.
    void theOrderInWhichPurchasesArriveDoesNotMatter()
    {
        const auto any = built(
            [](Choices &choices) {
                std::vector<Bought> all;
                for (quint32 left = choices.below(20); left > 0; --left) {
                    const QString names[] = { u"milk"_s, u"milk tea"_s, u"mint"_s };
                    // No two of one name at one moment, of which either could be the last.
                    all.push_back({ names[choices.below(3)], {}, u"l"_s,
                        Thousandths { qint64(choices.below(3)) * 1'000 + 1 },
                        kNow - int(choices.below(40)) * kDay + Micros(left) });
                }
                return std::pair(all, choices.below(1'000));
            },
            120);
        holds(
            "order",
            [&] {
                auto [all, turn] = *any;
                Suggestions one(m_catalogue, Language::English);
                one.learnAll(all);
                if (!all.empty()) {
                    std::rotate(all.begin(), all.begin() + turn % all.size(), all.end());
                }
                Suggestions other(m_catalogue, Language::English);
                for (const Bought &each : all) {
                    other.learn(each);
                }
                // Of two of the same worth the one that came first is first, so these are looked at alone.
                for (const QString &name : { u"milk"_s, u"milk tea"_s, u"mint"_s }) {
                    RC_ASSERT(ownOf(one, name) == ownOf(other, name));
                }
                RC_ASSERT(one.size() == other.size());
            },
            3'000);
    }

    void noNameComesTwiceWhateverIsTyped()
    {
        const auto any = built([](Choices &choices) {
            QString typed;
            for (quint32 left = choices.below(6); left > 0; --left) {
                constexpr char16_t kLetters[] = u"milkbutero ";
                typed += QChar(kLetters[choices.below(std::size(kLetters) - 1)]);
            }
            return choices.below(8) == 0 ? text(choices) : typed;
        });
        Suggestions suggestions(m_catalogue, Language::English);
        suggestions.learnAll(
            std::vector { bought(u"Milk"_s, 1), bought(u"Butter milk"_s, 2), bought(u"Olive oil"_s, 3) });
        holds("unique", [&] {
            const QString typed = *any;
            const QStringList names = namesOf(suggestions.find(typed, kNow, 8));
            RC_ASSERT(names.size() <= 8);
            RC_ASSERT(QSet<QString>(names.begin(), names.end()).size() == names.size());
        });
    }

private:
    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(SuggestionsTest)
#include "suggestions_test.moc"
