#include "app/commands/command_text.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace larder::app;
using namespace Qt::StringLiterals;

static QJsonObject item(int number, const QString &name, QJsonObject more = {})
{
    more.insert(u"number"_s, number);
    more.insert(u"name"_s, name);
    return more;
}

static CommandAnswer listOf(const QJsonArray &items, int left, int checked)
{
    return { Exit::Done,
        { { u"list"_s,
              QJsonObject { { u"name"_s, u"Weekly"_s }, { u"left"_s, left }, { u"checked"_s, checked } } },
            { u"items"_s, items } } };
}

class CommandTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListStandsInColumnsUnderItsCategories()
    {
        const QJsonArray items { item(1, u"Äpfel"_s,
                                     { { u"quantity"_s, u"2.5"_s }, { u"unit"_s, u"kg"_s },
                                         { u"category"_s, u"produce"_s }, { u"note"_s, u"for the\npie"_s } }),
            item(2, u"豆腐"_s, { { u"category"_s, u"produce"_s }, { u"price"_s, u"3.49"_s } }),
            item(3, u"Soap"_s),
            item(4, u"Milk"_s, { { u"checked"_s, true }, { u"category"_s, u"dairy"_s } }) };
        const CommandRequest request { Verb::List, {}, { { u"all"_s, QString() } }, {} };
        QCOMPARE(textOf(request, listOf(items, 3, 1), Looks::Plain),
            u"Weekly · 3 left, 1 checked\n"
            "\n"
            "Produce\n"
            "  1  2.5 kg  Äpfel  for the pie\n"
            "  2          豆腐   3.49\n"
            "\n"
            "Other\n"
            "  3          Soap\n"
            "\n"
            "Checked\n"
            "  4          Milk\n"_s);
    }

    void coloursAreOnlyForTerminals()
    {
        const CommandRequest request { Verb::List, {}, {}, {} };
        const CommandAnswer answer = listOf({ item(1, u"Soap"_s) }, 1, 0);
        QVERIFY(!textOf(request, answer, Looks::Plain).contains(u'\x1b'));
        QVERIFY(textOf(request, answer, Looks::Terminal).contains(u"\x1b[1mWeekly\x1b[0m"_s));
    }

    void whatOthersWroteGivesTheTerminalNoOrders()
    {
        const QString name = u"so\x1b[2Jap\r\n\u0007\u009b\u202Egnp.exe\u2066"_s;
        const CommandRequest request { Verb::List, {}, {}, {} };
        const QJsonObject everywhere { { u"note"_s, name }, { u"unit"_s, name }, { u"category"_s, name } };
        const QString text = textOf(request, listOf({ item(1, name, everywhere) }, 1, 0), Looks::Plain);
        for (const QChar c : text) {
            const bool plain = c == u'\n'
                || (c.category() != QChar::Other_Control && c != QChar(0x202E) && c != QChar(0x2066));
            QVERIFY2(plain, qPrintable(QString::number(c.unicode(), 16)));
        }
        QCOMPARE(text.count(u'\n'), 4);
        QVERIFY(text.contains(u"so [2Jap"_s));
    }

    void wideLettersCountTwice()
    {
        QCOMPARE(columnsOf(u"soap"_s), 4);
        QCOMPARE(columnsOf(u"豆腐"_s), 4);
        QCOMPARE(columnsOf(u"jalapen\u0303o"_s), 8);
        QCOMPARE(columnsOf(u"🧺"_s), 2);
        QCOMPARE(columnsOf(QString()), 0);
    }

    void aListWithNothingOpenSaysWhy()
    {
        const CommandRequest request { Verb::List, {}, {}, {} };
        QCOMPARE(textOf(request, listOf({}, 0, 0), Looks::Plain), u"Weekly · nothing on it\n"_s);
        QCOMPARE(textOf(request, listOf({}, 0, 2), Looks::Plain),
            u"Weekly · all done, 2 checked\n'larder list --all' shows what is checked.\n"_s);
    }

    void whatFailedIsNoText()
    {
        for (const CommandSpec &command : commands()) {
            const CommandRequest request { command.verb, {}, {}, {} };
            QCOMPARE(textOf(request, refusal(Exit::Failed, u"No."_s), Looks::Plain), QString());
        }
    }
};

QTEST_GUILESS_MAIN(CommandTextTest)
#include "command_text_test.moc"
