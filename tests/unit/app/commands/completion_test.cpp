#include "app/commands/completion.h"
#include "core/limits.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;

static QStringList valuesOf(const QStringList &words)
{
    QStringList values;
    for (const Candidate &each : completionOf(words).candidates) {
        values.append(each.value);
    }
    return values;
}

class CompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsAreOfferedFirst()
    {
        QCOMPARE(valuesOf({ u"li"_s }), (QStringList { u"list"_s, u"lists"_s }));
        QVERIFY(valuesOf({ QString() }).contains(u"headless"_s));
        QVERIFY(!valuesOf({ QString() }).contains(u"complete"_s));
        QCOMPARE(valuesOf({}), valuesOf({ QString() }));
    }

    void optionsAreThoseOfTheCommand()
    {
        QCOMPARE(valuesOf({ u"list"_s, u"--a"_s }), QStringList { u"--all"_s });
        QCOMPARE(valuesOf({ u"lists"_s, u"--a"_s }), QStringList());
        QVERIFY(valuesOf({ u"lists"_s, u"-"_s }).contains(u"--json"_s));
        QVERIFY(valuesOf({ u"--"_s }).contains(u"--offline-demo"_s));
    }

    void namesAreThoseThatTheCommandIsAbout_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("list");
        const auto row = [](const char *name, const QStringList &words, Complete kind, const QString &list) {
            QTest::newRow(name) << words << int(kind) << list;
        };
        row("check", { u"check"_s, u"mi"_s }, Complete::OpenItems, {});
        row("check on a list", { u"check"_s, u"--list"_s, u"A b"_s, u"mi"_s }, Complete::OpenItems, u"A b"_s);
        row("uncheck", { u"uncheck"_s, u"mi"_s }, Complete::CheckedItems, {});
        row("remove", { u"remove"_s, u"a"_s, u"mi"_s }, Complete::AllItems, {});
        row("a list", { u"check"_s, u"--list"_s, u"We"_s }, Complete::Lists, {});
        row("an entry", { u"add"_s, u"mi"_s }, Complete::Nothing, {});
        row("a file", { u"list"_s, u"--database"_s, QString() }, Complete::Files, {});
        row("a file before the command", { u"--database"_s, u"list"_s }, Complete::Files, {});
        row("behind two dashes", { u"check"_s, u"--"_s, u"-x"_s }, Complete::OpenItems, {});
        row("behind a link", { u"larder://list/1"_s, QString() }, Complete::Nothing, {});
    }
    void namesAreThoseThatTheCommandIsAbout()
    {
        QFETCH(QStringList, words);
        const Completion completion = completionOf(words);
        QTEST(int(completion.kind), "kind");
        QTEST(completion.list, "list");
        QCOMPARE(completion.beginning, words.last());
    }

    void noMoreAreOfferedThanAnybodyReads()
    {
        const std::vector<Candidate> all(limits::kCompletions + 5, { u"Äpfel"_s, {} });
        QCOMPARE(int(matching(all, u"apf"_s).size()), limits::kCompletions);
        QVERIFY(matching(all, u"b"_s).empty());
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "completion_test.moc"
