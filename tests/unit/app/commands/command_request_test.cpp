#include "app/commands/command_request.h"
#include "core/limits.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;

static Result<CommandRequest> parse(const QStringList &words)
{
    return CommandRequest::parse(QStringList { u"larder"_s } + words);
}

class CommandRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAndOptionsMayStandInAnyOrder()
    {
        const CommandRequest wanted { Verb::Add, { u"milk"_s, u"2 kg apples"_s },
            { { u"list"_s, u"Weekly"_s }, { u"json"_s, QString() } }, {} };
        for (const QStringList &words :
            { QStringList { u"add"_s, u"milk"_s, u"2 kg apples"_s, u"--list"_s, u"Weekly"_s, u"--json"_s },
                QStringList { u"add"_s, u"--list=Weekly"_s, u"milk"_s, u"--json"_s, u"2 kg apples"_s },
                QStringList { u"--json"_s, u"add"_s, u"--list"_s, u"Weekly"_s, u"--"_s, u"milk"_s,
                    u"2 kg apples"_s } }) {
            const auto request = parse(words);
            QVERIFY2(request, qPrintable(words.join(u' ')));
            QVERIFY(*request == wanted);
        }
    }

    void whatStandsBehindTwoDashesIsAWord()
    {
        const auto request = parse({ u"add"_s, u"--"_s, u"--list"_s, u"-5 % cream"_s });
        QVERIFY(request);
        QCOMPARE(request->words, (QStringList { u"--list"_s, u"-5 % cream"_s }));
        QVERIFY(request->options.isEmpty());
    }

    void aDashAloneIsAWord() { QCOMPARE(parse({ u"add"_s, u"-"_s })->words, QStringList { u"-"_s }); }

    void theProgramsOptionsMayStandBefore()
    {
        QVERIFY(CommandRequest::isIn({ u"larder"_s, u"--database"_s, u"list"_s, u"add"_s, u"x"_s }));
        const auto request = parse({ u"--database"_s, u"list"_s, u"add"_s, u"x"_s });
        QVERIFY(request);
        QCOMPARE(int(request->verb), int(Verb::Add));
        QCOMPARE(request->option("database"_L1), u"list"_s);
    }

    void whatIsNoCommandIsLeftToTheWindow()
    {
        for (const QStringList &arguments : { QStringList { u"larder"_s },
                 QStringList { u"larder"_s, u"headless"_s }, QStringList { u"larder"_s, u"--offline-demo"_s },
                 QStringList { u"larder"_s, u"--database"_s, u"list"_s },
                 QStringList { u"larder"_s, u"larder://list/1"_s } }) {
            QVERIFY2(!CommandRequest::isIn(arguments), qPrintable(arguments.join(u' ')));
        }
    }

    void wrongUsageIsToldInASentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &words, const QString &says) {
            QTest::newRow(name) << words << says;
        };
        row("nothing to add", { u"add"_s }, u"needs something to add"_s);
        row("no item", { u"check"_s }, u"needs the name, number or id of an item"_s);
        row("no value", { u"list"_s, u"--list"_s }, u"--list needs a value"_s);
        row("an empty value", { u"list"_s, u"--list="_s }, u"--list needs a value"_s);
        row("a value too many", { u"list"_s, u"--all=yes"_s }, u"--all takes no value"_s);
        row("an unknown option", { u"list"_s, u"--colour"_s }, u"no option '--colour'"_s);
        row("another command's option", { u"lists"_s, u"--all"_s }, u"no option '--all'"_s);
        row("a short option", { u"list"_s, u"-a"_s }, u"no option '-a'"_s);
        row("no file", { u"import"_s }, u"needs a file"_s);
        row("two files", { u"import"_s, u"a"_s, u"b"_s }, u"too much for 'larder import'"_s);
        row("no such format", { u"export"_s, u"--format"_s, u"xml"_s }, u"json, csv, markdown or text"_s);
        row("one list and all", { u"export"_s, u"--all"_s, u"--list"_s, u"a"_s }, u"one list or --all"_s);
        row("a word too many", { u"lists"_s, u"Weekly"_s }, u"takes no 'Weekly'"_s);
        row("no number", { u"sync"_s, u"--wait"_s, u"long"_s }, u"a number of seconds"_s);
        row("no such number", { u"sync"_s, u"--wait"_s, u"nan"_s }, u"a number of seconds"_s);
        row("less than nothing", { u"sync"_s, u"--wait=-1"_s }, u"a number of seconds"_s);
        row("longer than a day", { u"sync"_s, u"--wait"_s, u"90000"_s }, u"a number of seconds"_s);
    }
    void wrongUsageIsToldInASentence()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const auto request = parse(words);
        QVERIFY(!request);
        QCOMPARE(request.error().code, Code::Configuration);
        QVERIFY2(request.error().detail.contains(says), qPrintable(request.error().detail));
        QVERIFY(request.error().detail.endsWith(u"--help' says more."_s));
    }

    void noCommandNamesMoreThanItsBound()
    {
        QStringList words = QStringList { u"check"_s } + QStringList(limits::kCommandItems, u"x"_s);
        QVERIFY(parse(words));
        QVERIFY(!parse(words + QStringList { u"x"_s }));
        words = QStringList { u"add"_s } + QStringList(limits::kCommandWords, u"x"_s);
        QVERIFY(parse(words));
        QVERIFY(!parse(words + QStringList { u"x"_s }));
    }

    void helpNeedsNoWords() { QVERIFY(parse({ u"add"_s, u"--help"_s })->has("help"_L1)); }

    void itTravelsWhole()
    {
        auto request = *parse({ u"add"_s, u"-"_s, u"\"ä\n"_s, u"--list"_s, u"Wöchentlich"_s, u"--json"_s });
        request.input = QByteArray("one\n\0two\xff", 9);
        const auto back = CommandRequest::fromJson(request.toJson());
        QVERIFY(back);
        QVERIFY(*back == request);
    }

    void fromAnotherProcessItIsReadAsStrictly()
    {
        const QJsonObject good = parse({ u"check"_s, u"milk"_s })->toJson();
        QVERIFY(CommandRequest::fromJson(good));
        const auto refused = [&](const QString &key, const QJsonValue &value) {
            QJsonObject json = good;
            json.insert(key, value);
            return !CommandRequest::fromJson(json);
        };
        QVERIFY(refused(u"command"_s, u"format"_s));
        QVERIFY(refused(u"command"_s, QJsonValue()));
        QVERIFY(refused(u"words"_s, QJsonArray()));
        QVERIFY(refused(u"options"_s, QJsonObject { { u"exec"_s, u"rm"_s } }));
        QVERIFY(refused(u"input"_s, u"no base64!"_s));
        QJsonArray many;
        for (int i = 0; i <= limits::kCommandItems; ++i) {
            many.append(u"x"_s);
        }
        QVERIFY(refused(u"words"_s, many));
    }

    void everyCommandSaysWhatItTakes()
    {
        QStringList lines = helpOfAll().split(u'\n');
        for (const CommandSpec &command : commands()) {
            const QString help = helpOf(command);
            for (const OptionSpec &option : command.options) {
                QVERIFY2(help.contains(u"--"_s + option.name), qPrintable(help));
            }
            QCOMPARE(helpOfAll().contains(u"\n  "_s + command.name), !command.hidden);
            lines += help.split(u'\n');
        }
        for (const QString &line : lines) {
            QVERIFY2(line.size() <= 79, qPrintable(line));
        }
    }
};

QTEST_GUILESS_MAIN(CommandRequestTest)
#include "command_request_test.moc"
