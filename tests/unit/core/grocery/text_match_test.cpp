#include "core/grocery/text_match.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

// Letters that fold in odd ways, and the pieces between words.
QString anyName(Choices &choices)
{
    static const QString kPieces[] = { u"Äpfel"_s, u"A\u0308pfel"_s, u"ﬁsh"_s, u"İ"_s, u"ΐ"_s, u"ẞ"_s, u"ŉ"_s,
        u"…"_s, u"'s "_s, u"d'"_s, u" "_s, u"-"_s, u"½"_s, u"٣"_s, u"が"_s, u"한"_s, u"!"_s, u"\u200d"_s,
        u"🥛"_s, u"ſ"_s, u"ͅ"_s, u"Ω"_s, u"ﷺ"_s };
    QString name;
    for (quint32 left = choices.below(8); left > 0; --left) {
        name += choices.coin() ? kPieces[choices.below(std::size(kPieces))] : text(choices);
    }
    return name;
}

QString anyWord(Choices &choices)
{
    QString word;
    for (quint32 left = choices.below(7); left > 0; --left) {
        word += QChar(u'a' + char16_t(choices.below(3)));
    }
    return word;
}

// The whole table, as the textbook has it.
int distance(const QString &a, const QString &b)
{
    std::vector<std::vector<int>> table(
        std::size_t(a.size() + 1), std::vector<int>(std::size_t(b.size() + 1)));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            const auto x = std::size_t(i);
            const auto y = std::size_t(j);
            if (i == 0 || j == 0) {
                table[x][y] = int(i + j);
                continue;
            }
            table[x][y] = std::min({ table[x - 1][y] + 1, table[x][y - 1] + 1,
                table[x - 1][y - 1] + (a[i - 1] == b[j - 1] ? 0 : 1) });
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                table[x][y] = std::min(table[x][y], table[x - 2][y - 2] + 1);
            }
        }
    }
    return table.back().back();
}

} // namespace

class TextMatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void caseAccentsAndPunctuationDoNotMatter()
    {
        QCOMPARE(folded(u"Äpfel"), u"apfel"_s);
        QCOMPARE(folded(u"A\u0308pfel"), u"apfel"_s);
        QCOMPARE(folded(u"  Crème   FRAÎCHE "), u"creme fraiche"_s);
        QCOMPARE(folded(u"Bio-Vollmilch, 3,5 %"), u"bio vollmilch 3 5"_s);
        QCOMPARE(folded(u"Weißkohl"), u"weisskohl"_s);
        QCOMPARE(folded(u"GROẞ"), u"gross"_s);
        QCOMPARE(folded(u"d'œufs"), u"d oeufs"_s);
        QCOMPARE(folded(u"Smørrebrød łosoś"), u"smorrebrod losos"_s);
        QCOMPARE(folded(u"Goat's milk"), u"goats milk"_s);
        QCOMPARE(folded(u"٧up"), u"7up"_s);
        QCOMPARE(folded(u"piña (fresca)"), u"pina fresca"_s);
        QCOMPARE(folded(u"ＭＩＬＫ"), u"milk"_s);
    }

    void marksThatAreLettersStay()
    {
        QVERIFY(folded(u"パン") != folded(u"ハン"));
        QVERIFY(folded(u"🥛") != folded(u"🧀"));
    }

    void onlyBlankTextFoldsToNothing()
    {
        QCOMPARE(folded(u""), QString());
        QCOMPARE(folded(u"  \t"), QString());
        QCOMPARE(folded(u"!!!"), u"!!!"_s);
    }

    void foldingTwiceIsFoldingOnce()
    {
        const auto any = built(anyName);
        holds(
            "idempotent",
            [&] {
                const QString once = folded(*any);
                RC_LOG() << once.toStdString();
                RC_ASSERT(folded(once) == once);
            },
            20'000);
    }

    void singularAndPluralAreTheSameName()
    {
        const auto same = [](const char16_t *a, const char16_t *b) {
            return isSameName(folded(QStringView(a)), folded(QStringView(b)));
        };
        QVERIFY(same(u"apples", u"Apple"));
        QVERIFY(same(u"cherry", u"cherries"));
        QVERIFY(same(u"tomatoes", u"tomato"));
        QVERIFY(same(u"peaches", u"peach"));
        QVERIFY(same(u"bay leaf", u"bay leaves"));
        QVERIFY(same(u"Äpfel", u"Apfel"));
        QVERIFY(same(u"Birne", u"Birnen"));
        QVERIFY(same(u"Zwiebeln", u"Zwiebel"));
        QVERIFY(same(u"Nüsse", u"Nuss"));
        QVERIFY(same(u"pomme de terre", u"pommes de terre"));
        QVERIFY(same(u"pommes vertes", u"pomme verte"));
        QVERIFY(same(u"chou", u"choux"));
        QVERIFY(same(u"limón", u"limones"));
        QVERIFY(same(u"nuez", u"nueces"));
        QVERIFY(same(u"manzana roja", u"manzanas rojas"));
        QVERIFY(!same(u"Ei", u"Eis"));
        QVERIFY(!same(u"Butt", u"Butter"));
        QVERIFY(!same(u"gras", u"grass"));
        QVERIFY(!same(u"milk", u"silk"));
        QVERIFY(!same(u"7", u"7s"));
    }

    void eachPluralHasItsSingularAndTheOtherWayRound()
    {
        const auto any = built([](Choices &choices) {
            static const QString kParts[] = { u"a"_s, u"s"_s, u"e"_s, u"n"_s, u"x"_s, u"y"_s, u"ies"_s,
                u"ves"_s, u"aux"_s, u"l"_s, u"f"_s, u"ces"_s, u"z"_s, u" "_s, u"7"_s, u"ol"_s };
            QString name;
            for (quint32 left = choices.below(7); left > 0; --left) {
                name += kParts[choices.below(std::size(kParts))];
            }
            return folded(name);
        });
        holds("plurals", [&] {
            const QString name = *any;
            RC_LOG() << name.toStdString();
            for (const QString &plural : pluralsOf(name)) {
                RC_LOG() << " plural " << plural.toStdString();
                RC_ASSERT(singularsOf(plural).contains(name));
            }
            for (const QString &singular : singularsOf(name)) {
                RC_LOG() << " singular " << singular.toStdString();
                RC_ASSERT(pluralsOf(singular).contains(name));
            }
        });
    }

    void aFewTyposInTheBeginningOfAWordAreForgiven()
    {
        QCOMPARE(typosInPrefix(u"tomt", u"tomatoes", 1), 1); // one left out
        QCOMPARE(typosInPrefix(u"tomta", u"tomatoes", 1), 1); // two exchanged
        QCOMPARE(typosInPrefix(u"tomattoe", u"tomatoes", 1), 1); // one too much
        QCOMPARE(typosInPrefix(u"romato", u"tomatoes", 1), 1); // a wrong one
        QCOMPARE(typosInPrefix(u"tomato", u"tomatoes", 1), 0);
        QCOMPARE(typosInPrefix(u"potato", u"tomatoes", 1), std::nullopt);
        QCOMPARE(typosInPrefix(u"tomatoes", u"tom", 2), std::nullopt);
        QCOMPARE(typosInPrefix(QString(1'000, u'a'), QString(1'000, u'a'), 2), std::nullopt);
        QCOMPARE(typosAllowed(3), 0);
        QCOMPARE(typosAllowed(4), 1);
        QCOMPARE(typosAllowed(7), 1);
        QCOMPARE(typosAllowed(8), 2);
    }

    void typosAreCountedAsTheTextbookDoes()
    {
        const auto any
            = built([](Choices &choices) { return std::pair(anyWord(choices), anyWord(choices)); });
        holds("distance", [&] {
            const auto [typed, word] = *any;
            int least = int(typed.size());
            for (qsizetype length = 0; length <= word.size(); ++length) {
                least = std::min(least, distance(typed, word.first(length)));
            }
            const auto got = typosInPrefix(typed, word, 2);
            RC_ASSERT(got == (least <= 2 ? std::optional(least) : std::nullopt));
            // The letters are a filter that lets every match through.
            const int strange = qPopulationCount(lettersOf(typed) & ~lettersOf(word));
            RC_ASSERT(!got || strange <= *got);
        });
    }
};

QTEST_GUILESS_MAIN(TextMatchTest)
#include "text_match_test.moc"
