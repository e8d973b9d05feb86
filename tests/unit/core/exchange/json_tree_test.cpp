#include "core/exchange/json_tree.h"

#include "core/limits.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;
using Value = JsonTree::Value;
using Type = JsonTree::Type;

namespace {

// What can be told from the tree, as JSON again.
QString shown(const Value &value)
{
    QStringList parts;
    for (Value each = value.first(); each.exists(); each = each.next()) {
        parts.append(value.isObject() ? each.name() + u':' + shown(each) : shown(each));
    }
    switch (value.type()) {
    case Type::None:
        return u"nothing"_s;
    case Type::Null:
        return u"null"_s;
    case Type::False:
        return u"false"_s;
    case Type::True:
        return u"true"_s;
    case Type::Number:
    case Type::Text:
        return value.text();
    case Type::Array:
        return u'[' + parts.join(u' ') + u']' + (value.isBroken() ? u"!"_s : QString());
    case Type::Object:
        return u'{' + parts.join(u' ') + u'}' + (value.isBroken() ? u"!"_s : QString());
    }
    return {};
}

QList<int> problemLines(const JsonTree &tree)
{
    QList<int> lines;
    for (const JsonTree::Problem &each : tree.problems()) {
        lines.append(each.line);
    }
    return lines;
}

} // namespace

class JsonTreeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWellFormedIsReadWithItsLines();
    void escapesAreRead();
    void aBrokenPlaceCostsOnlyTheInnermostThing_data();
    void aBrokenPlaceCostsOnlyTheInnermostThing();
    void whatIsTooDeepIsLostAlone();
    void valuesBeyondTheBoundAreLostAndTold();
    void problemsBeyondTheBoundAreCounted();
    void theTimeGrowsWithTheTextAndNotWithItsSquare();
};

void JsonTreeTest::whatIsWellFormedIsReadWithItsLines()
{
    const QString text
        = u"{\n  \"a\": [1, -2.5e3,\r\n true, false],\r \"b\": {\"c\": null},\n\"d\":\"x\"}\n"_s;
    const JsonTree tree(text);
    QCOMPARE(shown(tree.root()), u"{a:[1 -2.5e3 true false] b:{c:null} d:x}"_s);
    QVERIFY(tree.problems().empty());
    QCOMPARE(tree.root().line(), 1);
    QCOMPARE(tree.root().find(u"a").line(), 2);
    QCOMPARE(tree.root().find(u"a").at(2).line(), 3);
    QCOMPARE(tree.root().find(u"b").line(), 4);
    QCOMPARE(tree.root().find(u"d").line(), 5);
    QVERIFY(!tree.root().find(u"e").exists());
    QVERIFY(!tree.root().find(u"b").find(u"c").isSaid());
}

void JsonTreeTest::escapesAreRead()
{
    const QString text = uR"(["\"\\\/\n\tA\ud83e\udd5b", {"na\u006de": 1}])"_s;
    const JsonTree tree(text);
    QCOMPARE(tree.root().at(0).text(), u"\"\\/\n\tA🥛"_s);
    QCOMPARE(tree.root().at(1).find(u"name").text(), u"1"_s);
    QVERIFY(tree.problems().empty());
}

void JsonTreeTest::aBrokenPlaceCostsOnlyTheInnermostThing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QList<int>>("lines");

    const auto row = [](const char *name, const QString &text, const QString &read, const QList<int> &lines) {
        QTest::newRow(name) << text << read << lines;
    };
    row("a member without a value", u"[{\"a\": 1},\n{\"a\": },\n{\"a\": 3}]"_s, u"[{a:1} {}! {a:3}]"_s,
        { 2 });
    row("a word that is none", u"[{\"a\": 1, \"b\": yes, \"c\": 2}, 3]"_s, u"[{a:1 c:2}! 3]"_s, { 1 });
    row("a string that isn't closed", u"[{\"a\": \"x},\n{\"a\": 2}]"_s, u"[{}! {a:2}]"_s, { 1 });
    row("such a string before others", u"[\n{\"a\": \"x,\n\"b\": 1},\n{\"a\": 2}]"_s, u"[{b:1}! {a:2}]"_s,
        { 2 });
    row("a missing comma in an object", u"[{\"a\": 1 \"b\": 2}, 3]"_s, u"[{a:1}! 3]"_s, { 1 });
    row("a missing comma in an array", u"[{\"a\": 1}\n{\"a\": 2}]"_s, u"[{a:1} {a:2}]"_s, {});
    row("a comma too much", u"[{\"a\": 1,}, 2,]"_s, u"[{a:1} 2]"_s, {});
    row("a missing brace", u"{\"x\": [{\"a\": 1, \"b\": 2], \"y\": 3}"_s, u"{x:[{a:1 b:2}!] y:3}"_s, { 1 });
    row("an end too early", u"{\"x\": [{\"a\": 1},\n{\"a\": 2"_s, u"{x:[{a:1} {a:2}!]!}!"_s, { 2 });
    row("text behind the end", u"[1]\n]"_s, u"[1]"_s, { 2 });
    row("two mistakes", u"[{\"a\" 1},\n2,\n{\"b\": x}]"_s, u"[{}! 2 {}!]"_s, { 1, 3 });
    row("nothing at all", u"  "_s, u"nothing"_s, { 1 });
    row("a lone quote", u"\""_s, u"nothing"_s, { 1 });
    row("a backslash at the end", u"[\"\\"_s, u"[]!"_s, { 1 });
}

void JsonTreeTest::aBrokenPlaceCostsOnlyTheInnermostThing()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    QFETCH(QList<int>, lines);
    const JsonTree tree(text);
    QCOMPARE(shown(tree.root()), read);
    QCOMPARE(problemLines(tree), lines);
}

void JsonTreeTest::whatIsTooDeepIsLostAlone()
{
    const QString most = QString(limits::kImportJsonDepth, u'[') + QString(limits::kImportJsonDepth, u']');
    QVERIFY(JsonTree(most).problems().empty());
    const QString deep = u"{\"a\": "_s + most + u", \"b\": 1}"_s;
    const JsonTree tree(deep);
    QCOMPARE(tree.problemCount(), 1);
    QCOMPARE(tree.root().find(u"b").text(), u"1"_s);
    const QString deepest(1'000'000, u'[');
    QCOMPARE(JsonTree(deepest).problemCount(), 2); // and it has no end
}

void JsonTreeTest::valuesBeyondTheBoundAreLostAndTold()
{
    QString text = u"["_s;
    for (int i = 0; i < limits::kImportJsonValues; ++i) {
        text += "1,"_L1;
    }
    text += u']';
    const JsonTree tree(text);
    QCOMPARE(tree.problemCount(), 1);
    int count = 0;
    for (Value each = tree.root().first(); each.exists(); each = each.next()) {
        ++count;
    }
    QCOMPARE(count, limits::kImportJsonValues - 1);
}

void JsonTreeTest::problemsBeyondTheBoundAreCounted()
{
    const QString text = u'[' + u"x,\n"_s.repeated(limits::kImportUnreadable + 5) + u']';
    const JsonTree tree(text);
    QCOMPARE(tree.problemCount(), limits::kImportUnreadable + 5);
    QCOMPARE(int(tree.problems().size()), limits::kImportUnreadable);
}

void JsonTreeTest::theTimeGrowsWithTheTextAndNotWithItsSquare()
{
    // Each of these would take hours if what is broken were read again for each of its pieces.
    constexpr int kMany = 1'000'000;
    for (const QString &piece :
        { u"\""_s, u"{"_s, u"]"_s, u"{\"a\":["_s, u"\\"_s, u"x"_s, u"{\"a\":\"b"_s }) {
        const QString text = u'[' + piece.repeated(kMany / piece.size());
        QVERIFY(JsonTree(text).problemCount() > 0);
    }
}

QTEST_GUILESS_MAIN(JsonTreeTest)
#include "json_tree_test.moc"
