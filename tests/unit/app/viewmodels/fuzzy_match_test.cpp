#include "app/viewmodels/fuzzy_match.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;

class FuzzyMatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFindsLettersInTheirOrder_data();
    void itFindsLettersInTheirOrder();
    void theBetterFitIsFirst_data();
    void theBetterFitIsFirst();
    void caseAndAccentsDoNotCount();

private:
    static std::optional<int> score(const QString &query, const QString &text)
    {
        return app::fuzzyScore(app::folded(query).split(u' ', Qt::SkipEmptyParts), app::folded(text));
    }
};

void FuzzyMatchTest::itFindsLettersInTheirOrder_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("all of it") << u"milk"_s << u"Milk"_s << true;
    QTest::newRow("a part") << u"ilk"_s << u"Milk"_s << true;
    QTest::newRow("with gaps") << u"mk"_s << u"Milk"_s << true;
    QTest::newRow("out of order") << u"km"_s << u"Milk"_s << false;
    QTest::newRow("a letter twice") << u"mm"_s << u"Milk"_s << false;
    QTest::newRow("words in any order") << u"colours dark"_s << u"Dark colours"_s << true;
    QTest::newRow("one word missing") << u"dark milk"_s << u"Dark colours"_s << false;
    QTest::newRow("first letters") << u"kbs"_s << u"Keyboard shortcuts"_s << true;
    QTest::newRow("a word's start leads astray") << u"ab"_s << u"cab axe"_s << true;
    QTest::newRow("nothing asked") << u""_s << u"Milk"_s << true;
    QTest::newRow("nothing there") << u"m"_s << u""_s << false;
}

void FuzzyMatchTest::itFindsLettersInTheirOrder()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QTEST(score(query, text).has_value(), "found");
}

void FuzzyMatchTest::theBetterFitIsFirst_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("the start") << u"mi"_s << u"Milk"_s << u"Oat milk"_s;
    QTest::newRow("a word's start") << u"mi"_s << u"Oat milk"_s << u"Pumice"_s;
    QTest::newRow("in a row") << u"lk"_s << u"Milk"_s << u"Lake"_s;
    QTest::newRow("first letters") << u"om"_s << u"Oat milk"_s << u"Pork jam"_s;
    QTest::newRow("the shorter") << u"milk"_s << u"Milk"_s << u"Milk chocolate"_s;
}

void FuzzyMatchTest::theBetterFitIsFirst()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(score(query, better).value_or(-1) > score(query, worse).value_or(-1));
}

void FuzzyMatchTest::caseAndAccentsDoNotCount()
{
    QCOMPARE(app::folded(u"Crème FRAÎCHE"_s), u"creme fraiche"_s);
    QCOMPARE(app::folded(u"Weißbrot"_s), app::folded(u"WEISSBROT"_s));
    QVERIFY(score(u"CREME"_s, u"Crème fraîche"_s));
    QVERIFY(score(u"crème"_s, u"Creme fraiche"_s));
    QVERIFY(score(u"حليب"_s, u"حَليب"_s));
}

QTEST_GUILESS_MAIN(FuzzyMatchTest)
#include "fuzzy_match_test.moc"
