#include "core/grocery/duplicates.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <QtCore/QElapsedTimer>

using namespace larder;
using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;
using larder::model::Thousandths;

namespace {

const CatalogueFile kFile { u"dairy"_s,
    "key\tunit\ten\tde\tfr\tes\n"
    "milk\tl\tMilk\tMilch\tLait\tLeche\n"
    "eggs\tpcs\tEggs\tEier|Ei\tŒufs\tHuevos\n"
    "apples\t-\tApples\tÄpfel\tPommes\tManzanas\n"
    "chips\tbag\tFries\tPommes\tFrites\tPatatas fritas\n" };

Listed some(const QString &name)
{
    return { name, {} };
}

Listed listed(qint64 thousandths, const QString &unit, const QString &name)
{
    return { name, { Thousandths { thousandths }, unit } };
}

Amount amount(qint64 thousandths, const QString &unit)
{
    return { Thousandths { thousandths }, unit };
}

} // namespace

class DuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = Catalogue::read(std::span(&kFile, 1)).catalogue; }

    void theSameThingIsFoundByAnyOfItsNames()
    {
        const Listed items[] = { some(u"Bread"_s), some(u"Milch"_s), some(u"cherries"_s) };
        QCOMPARE(find(some(u"leche"_s), items)->item, 1u);
        QCOMPARE(find(some(u"MILCH"_s), items)->item, 1u);
        QCOMPARE(find(some(u"breads"_s), items)->item, 0u);
        QCOMPARE(find(some(u"Cherry"_s), items)->item, 2u);
        QVERIFY(!find(some(u"oat milk"_s), items));
        QVERIFY(!find(some(u" "_s), items));
    }

    void addingItAgainRaisesTheQuantity()
    {
        const Listed items[] = { listed(500, u"kg"_s, u"Apples"_s) };
        QCOMPARE(find(listed(250'000, u"g"_s, u"apple"_s), items)->merged, amount(750, u"kg"_s));
        QCOMPARE(find(some(u"apple"_s), items)->merged, amount(500, u"kg"_s));
    }

    void whatCantBeAddedIsFoundAllTheSame()
    {
        const Listed items[] = { listed(1'000, u"box"_s, u"Eggs"_s), listed(6'000, QString(), u"eggs"_s) };
        const auto box = find(listed(500, u"kg"_s, u"Eggs"_s), items);
        QCOMPARE(box->item, 0u);
        QVERIFY(!box->merged);
        // Where one of several can be added to, that is the one.
        const auto six = find(listed(12'000, u"pcs"_s, u"Ei"_s), items);
        QCOMPARE(six->item, 1u);
        QCOMPARE(six->merged, amount(18'000, u"pcs"_s));
    }

    void aWordOfTwoMeaningsIsReadInTheReadersLanguage()
    {
        const Listed items[] = { some(u"Fries"_s), some(u"Apples"_s) };
        QCOMPARE(findDuplicate(some(u"Pommes"_s), items, m_catalogue, Language::German)->item, 0u);
        QCOMPARE(findDuplicate(some(u"Pommes"_s), items, m_catalogue, Language::French)->item, 1u);
    }

    void aListIsGroupedByWhatCanBeAdded()
    {
        const Listed items[] = { listed(6'000, QString(), u"Eggs"_s), some(u"Milk"_s), some(u"bread"_s),
            listed(1'000, u"box"_s, u"Eier"_s), some(u"Breads"_s), listed(12'000, u"pcs"_s, u"huevos"_s),
            some(u"ei"_s), listed(2'000, u"l"_s, u"lait"_s), listed(1'000, u"box"_s, u"egg"_s), some(u""_s),
            some(u""_s), some(u"cheese"_s) };
        const auto groups = duplicatesAmong(items, m_catalogue, Language::English);
        QCOMPARE(groups.size(), 4u);
        QCOMPARE(groups[0].items, (std::vector<std::size_t> { 0, 5, 6 }));
        QCOMPARE(groups[0].merged, amount(18'000, u"pcs"_s));
        QCOMPARE(groups[1].items, (std::vector<std::size_t> { 1, 7 }));
        QCOMPARE(groups[1].merged, amount(2'000, u"l"_s));
        QCOMPARE(groups[2].items, (std::vector<std::size_t> { 2, 4 }));
        QCOMPARE(groups[2].merged, Amount());
        QCOMPARE(groups[3].items, (std::vector<std::size_t> { 3, 8 }));
        QCOMPARE(groups[3].merged, amount(2'000, u"box"_s));
        QVERIFY(duplicatesAmong({}, m_catalogue, Language::English).empty());
    }

    void twoThingsThatCantBeAddedAreNoGroup()
    {
        const Listed items[] = { listed(1'000, u"l"_s, u"Milk"_s), listed(1'000, u"bottle"_s, u"Milk"_s),
            listed(999'999'000, u"g"_s, u"Apple"_s), listed(999'999'000, u"g"_s, u"Apples"_s) };
        QVERIFY(duplicatesAmong(items, m_catalogue, Language::English).empty());
    }

    // What is found one by one is what stands together in a group.
    void findingAndGroupingAgree()
    {
        const auto any = built([](Choices &choices) {
            static const QString kNames[]
                = { u"Milk"_s, u"milch"_s, u"Lait"_s, u"egg"_s, u"Eier"_s, u"pommes"_s, u"Apple"_s,
                      u"fries"_s, u"bread"_s, u"breads"_s, u"berry"_s, u"berries"_s, u""_s };
            std::vector<Listed> items;
            for (quint32 left = choices.below(7); left > 0; --left) {
                items.push_back(some(kNames[choices.below(std::size(kNames))]));
            }
            return items;
        });
        holds("agree", [&] {
            const std::vector<Listed> items = *any;
            const auto groups = duplicatesAmong(items, m_catalogue, Language::German);
            for (std::size_t i = 1; i < items.size(); ++i) {
                const auto found
                    = findDuplicate(items[i], std::span(items).first(i), m_catalogue, Language::German);
                const bool grouped
                    = std::any_of(groups.begin(), groups.end(), [&](const DuplicateGroup &group) {
                          const auto at = std::find(group.items.begin(), group.items.end(), i);
                          return at != group.items.end() && at != group.items.begin();
                      });
                RC_ASSERT(found.has_value() == grouped);
            }
        });
    }

    // Every pair of 10,000 would be 50 million comparisons, which take many times as long.
    void aLongListIsGroupedWithoutComparingEveryPair()
    {
        std::vector<Listed> items;
        for (int i = 0; i < 10'000; ++i) {
            items.push_back(some(u"thing number %1"_s.arg(i / 2)));
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(duplicatesAmong(items, m_catalogue, Language::English).size(), 5'000u);
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    std::optional<Duplicate> find(const Listed &added, std::span<const Listed> items) const
    {
        return findDuplicate(added, items, m_catalogue, Language::English);
    }

    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "duplicates_test.moc"
