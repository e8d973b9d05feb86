#include "core/grocery/name_index.h"

#include "core/grocery/text_match.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList kNames { u"milk"_s, u"whole milk"_s, u"vollmilch"_s, u"milk chocolate milk"_s, u"silk"_s,
    u"tomatoes"_s, u"7up"_s, u"牛奶"_s };

NameIndex filled()
{
    NameIndex index;
    index.addAll(kNames);
    return index;
}

QStringList namesOf(const NameIndex &index, const std::vector<NameMatch> &matches)
{
    QStringList names;
    for (const NameMatch &match : matches) {
        names += index.at(match.name).toString();
    }
    return names;
}

QString anyName(Choices &choices)
{
    QString name;
    for (quint32 left = 1 + choices.below(9); left > 0; --left) {
        constexpr char16_t kLetters[] = u"abc éÿ牛Ā";
        name += QChar(kLetters[choices.below(std::size(kLetters) - 1)]);
    }
    return folded(name);
}

} // namespace

class NameIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstWordIsABetterMatchThanALaterOne()
    {
        const NameIndex index = filled();
        const std::vector<NameMatch> expected { { 0, MatchRank::Prefix }, { 1, MatchRank::LaterWord },
            { 3, MatchRank::Prefix } };
        QCOMPARE(index.beginningWith(u"mil"), expected);
        QCOMPARE(namesOf(index, index.beginningWith(u"whole m")), QStringList { u"whole milk"_s });
        QCOMPARE(namesOf(index, index.beginningWith(u"牛")), QStringList { u"牛奶"_s });
        QVERIFY(index.beginningWith(u"").empty());
        QVERIFY(index.beginningWith(u"ilk").empty());
    }

    void aNameKnowsHowManyWordsBeginLikeIt()
    {
        NameIndex index = filled();
        QCOMPARE(index.kin(0), 4); // milk, whole milk, and twice in milk chocolate milk
        QCOMPARE(index.kin(1), 1); // whole milk
        QCOMPARE(index.kin(index.add(u"milkshake")), 0);
    }

    void aNameThatIsTooLongIsFoundByItsBeginning()
    {
        NameIndex index;
        index.add(QString(100'000, u'a'));
        QCOMPARE(index.beginningWith(u"aaa").size(), 1u);
        QVERIFY(index.at(0).size() < 10'000);
    }

    void theMiddleOfAWordIsFoundFromThreeCharactersOn()
    {
        const NameIndex index = filled();
        QCOMPARE(namesOf(index, index.containing(u"milch")), QStringList { u"vollmilch"_s });
        QVERIFY(index.containing(u"ch").empty());
    }

    void aTypoIsForgivenInAnyWord()
    {
        const NameIndex index = filled();
        QCOMPARE(namesOf(index, index.almostBeginningWith(u"tomta")), QStringList { u"tomatoes"_s });
        QCOMPARE(
            namesOf(index, index.almostBeginningWith(u"chcolate")), QStringList { u"milk chocolate milk"_s });
        QVERIFY(index.almostBeginningWith(u"tmo").empty());
    }

    void whatWasRemovedIsNotFound()
    {
        NameIndex index = filled();
        index.remove(0);
        const QStringList left { u"whole milk"_s, u"milk chocolate milk"_s };
        QCOMPARE(namesOf(index, index.beginningWith(u"milk")), left);
        QCOMPARE(namesOf(index, index.containing(u"milk")), left);
        QCOMPARE(index.add(u"milk"), quint32(kNames.size()));
        QCOMPARE(index.beginningWith(u"milk").size(), 3u);
    }

    void everyWayFindsWhatAWalkThroughAllNamesFinds()
    {
        const auto any = built(
            [](Choices &choices) {
                QStringList names;
                for (quint32 left = choices.below(12); left > 0; --left) {
                    names += anyName(choices);
                }
                return std::pair(anyName(choices).left(1 + int(choices.below(4))), names);
            },
            120);
        holds("search", [&] {
            const auto [typed, names] = *any;
            NameIndex atOnce;
            atOnce.addAll(names);
            NameIndex oneByOne;
            for (const QString &name : names) {
                oneByOne.add(name);
            }
            QStringList beginning;
            QStringList inside;
            for (const QString &name : names) {
                if (!typed.isEmpty() && QString(u' ' + name).contains(QString(u' ' + typed))) {
                    beginning += name;
                }
                if (typed.size() >= 3 && name.contains(typed)) {
                    inside += name;
                }
            }
            RC_ASSERT(namesOf(atOnce, atOnce.beginningWith(typed)) == beginning);
            RC_ASSERT(atOnce.beginningWith(typed) == oneByOne.beginningWith(typed));
            RC_ASSERT(namesOf(atOnce, atOnce.containing(typed)) == inside);
        });
    }
};

QTEST_GUILESS_MAIN(NameIndexTest)
#include "name_index_test.moc"
