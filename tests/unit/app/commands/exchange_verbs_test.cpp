#include "core/exchange/export_writer.h"
#include "core/limits.h"
#include "tests/unit/app/commands/command_home.h"

#include <QtCore/QJsonArray>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;
using test::CommandHome;

class ExchangeVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<CommandHome>(); }
    void cleanup() { m_home.reset(); }

    void whatIsExportedIsImportedAgain_data();
    void whatIsExportedIsImportedAgain();
    void theFormatIsAskedForOrToldByTheFile_data();
    void theFormatIsAskedForOrToldByTheFile();
    void markdownSaysTheNamesOfCategories();
    void severalListsGoToTheListsOfTheirNames();
    void whatIsThereIsMerged();
    void everythingMayGoToOneList();
    void aRehearsalChangesNothing();
    void whatCantBeReadIsToldByItsLine();
    void whatIsNoListIsRefused();
    void pricesKeepTheirCurrency();
    void aFullListTakesWhatFits();

private:
    CommandAnswer run(const QStringList &words, const QByteArray &input = {})
    {
        return m_home->run(words, input);
    }
    QByteArray exported(const QString &list, const QString &format)
    {
        return run({ u"export"_s, u"--list"_s, list, u"--format"_s, format })
            .json[u"content"_s]
            .toString()
            .toUtf8();
    }
    // "2 kg apples" of each, checked ones in brackets.
    QStringList items(const QString &list)
    {
        QStringList all;
        for (const QJsonValue &item :
            run({ u"list"_s, u"--all"_s, u"--list"_s, list }).json[u"items"_s].toArray()) {
            const QStringList words { item[u"quantity"_s].toString(), item[u"unit"_s].toString(),
                item[u"name"_s].toString() };
            const QString said = words.join(u' ').simplified();
            all.append(item[u"checked"_s].toBool() ? u'(' + said + u')' : said);
        }
        return all;
    }

    std::unique_ptr<CommandHome> m_home;
};

void ExchangeVerbsTest::whatIsExportedIsImportedAgain_data()
{
    QTest::addColumn<QString>("format");

    for (const QLatin1StringView &format : exportFormats()) {
        QTest::newRow(format.data()) << QString(format);
    }
}

void ExchangeVerbsTest::whatIsExportedIsImportedAgain()
{
    QFETCH(QString, format);
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"2 kg apples @produce"_s,
        u"milk 1.5 l @dairy 1.29"_s, u"gizmo !the blue one"_s });
    const QByteArray content = exported(u"Weekly"_s, format);
    QVERIFY(!content.isEmpty());
    const auto before = run({ u"list"_s }).json[u"items"_s].toArray();
    for (const QString &name : { u"apples"_s, u"milk"_s, u"gizmo"_s }) {
        run({ u"remove"_s, name });
    }
    const CommandAnswer answer = run({ u"import"_s, u"x"_s }, content);
    QCOMPARE(int(answer.exit), int(Exit::Done));
    QCOMPARE(answer.json[u"lists"_s][0][u"name"_s].toString(), u"Weekly"_s);
    QCOMPARE(answer.json[u"lists"_s][0][u"made"_s].toBool(), false);
    QCOMPARE(answer.json[u"lists"_s][0][u"added"_s].toInt(), 3);
    const auto after = run({ u"list"_s }).json[u"items"_s].toArray();
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        for (const QString &key :
            { u"name"_s, u"quantity"_s, u"unit"_s, u"category"_s, u"price"_s, u"note"_s }) {
            QVERIFY2(after[i][key] == before[i][key],
                qPrintable(key + u" of "_s + before[i][u"name"_s].toString()));
        }
    }
}

void ExchangeVerbsTest::theFormatIsAskedForOrToldByTheFile_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("format");

    QTest::newRow("nothing") << QStringList {} << u"json"_s;
    QTest::newRow("csv") << QStringList { u"a.CSV"_s } << u"csv"_s;
    QTest::newRow("md") << QStringList { u"a.md"_s } << u"markdown"_s;
    QTest::newRow("txt") << QStringList { u"a.txt"_s } << u"text"_s;
    QTest::newRow("larder") << QStringList { u"a.larder"_s } << u"json"_s;
    QTest::newRow("asked") << QStringList { u"a.txt"_s, u"--format"_s, u"csv"_s } << u"csv"_s;
}

void ExchangeVerbsTest::theFormatIsAskedForOrToldByTheFile()
{
    QFETCH(QStringList, words);
    QFETCH(QString, format);
    run({ u"add"_s, u"milk"_s });
    const CommandAnswer answer = run(QStringList { u"export"_s, u"--all"_s } + words);
    QCOMPARE(answer.json[u"format"_s].toString(), format);
    QCOMPARE(answer.json[u"lists"_s].toArray().size(), 1);
}

void ExchangeVerbsTest::markdownSaysTheNamesOfCategories()
{
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"milk @dairy"_s, u"gizmo"_s });
    QCOMPARE(exported(u"Weekly"_s, u"markdown"_s), "# Weekly\n\n- [ ] gizmo\n\n## Dairy\n\n- [ ] milk\n"_ba);
}

void ExchangeVerbsTest::severalListsGoToTheListsOfTheirNames()
{
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Party"_s, u"ice"_s });
    const CommandAnswer answer
        = run({ u"import"_s, u"x.md"_s }, "# Wéekly\n- [ ] milk\n# PARTY\n- [ ] gizmo\n"_ba);
    QCOMPARE(int(answer.exit), int(Exit::Done));
    QCOMPARE(answer.json[u"lists"_s][0][u"made"_s].toBool(), true);
    QCOMPARE(answer.json[u"lists"_s][1][u"made"_s].toBool(), false);
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 2);
    QCOMPARE(items(u"Wéekly"_s), QStringList { u"milk"_s });
    QCOMPARE(items(u"Party"_s).size(), 2);
    QCOMPARE(m_home->replica->unsavedCount(), 0);
}

void ExchangeVerbsTest::whatIsThereIsMerged()
{
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"1 kg apples"_s, u"6 eggs"_s });
    const CommandAnswer answer = run({ u"import"_s, u"Weekly.txt"_s }, "500 g Äpfel\n6 eggs\nbread\n"_ba);
    QCOMPARE(answer.json[u"lists"_s][0][u"added"_s].toInt(), 1);
    QCOMPARE(answer.json[u"lists"_s][0][u"merged"_s].toInt(), 2);
    QStringList all = items(u"Weekly"_s);
    all.sort();
    QCOMPARE(all, QStringList({ u"1.5 kg apples"_s, u"12 eggs"_s, u"bread"_s }));
}

void ExchangeVerbsTest::everythingMayGoToOneList()
{
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"ice"_s });
    run({ u"import"_s, u"x.md"_s, u"--list"_s, u"week"_s }, "# A\n- [ ] milk\n# B\n- [ ] gizmo\n"_ba);
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 1);
    QCOMPARE(items(u"Weekly"_s).size(), 3);
    QCOMPARE(
        int(run({ u"import"_s, u"x"_s, u"--list"_s, u"Other"_s }, "milk\n"_ba).exit), int(Exit::NotFound));
    run({ u"import"_s, u"-"_s }, "salt\n"_ba); // without a name it goes where "larder add" goes
    QCOMPARE(items(u"Weekly"_s).size(), 4);
}

void ExchangeVerbsTest::aRehearsalChangesNothing()
{
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"milk"_s });
    const CommandAnswer answer = run(
        { u"import"_s, u"x.md"_s, u"--dry-run"_s }, "# Weekly\n- [ ] milk\n- [x] tea\n# New\n- [ ] ice\n"_ba);
    QCOMPARE(int(answer.exit), int(Exit::Done));
    QVERIFY(answer.json[u"dryRun"_s].toBool());
    QCOMPARE(answer.json[u"lists"_s][0][u"merged"_s].toInt(), 1);
    QCOMPARE(answer.json[u"lists"_s][0][u"leftOut"_s].toInt(), 1);
    QCOMPARE(answer.json[u"lists"_s][1][u"added"_s].toInt(), 1);
    QCOMPARE(items(u"Weekly"_s), QStringList { u"milk"_s });
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 1);
}

void ExchangeVerbsTest::whatCantBeReadIsToldByItsLine()
{
    const CommandAnswer answer
        = run({ u"import"_s, u"x.csv"_s }, "list,name,quantity\nA,milk,1\nA,tea,lots\nA,,3\n"_ba);
    QCOMPARE(int(answer.exit), int(Exit::Done));
    QCOMPARE(answer.json[u"unreadableCount"_s].toInt(), 2);
    QCOMPARE(answer.json[u"unreadable"_s][0][u"line"_s].toInt(), 3);
    QCOMPARE(answer.json[u"unreadable"_s][1][u"line"_s].toInt(), 4);
    QVERIFY(!answer.json[u"unreadable"_s][0][u"message"_s].toString().isEmpty());
    QCOMPARE(items(u"A"_s), QStringList { u"1 milk"_s });
}

void ExchangeVerbsTest::whatIsNoListIsRefused()
{
    const QByteArray archive("PK\x03\x04\x00\x00\x00", 7);
    QCOMPARE(int(run({ u"import"_s, u"x"_s }, archive).exit), int(Exit::Failed));
    QCOMPARE(int(run({ u"import"_s, u"x"_s }, "{\"a\": 1}"_ba).exit), int(Exit::Failed));
    QCOMPARE(int(run({ u"import"_s, u"x"_s }, "\n\n"_ba).exit), int(Exit::NotFound));
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 0);
}

void ExchangeVerbsTest::pricesKeepTheirCurrency()
{
    exchange::ExportedList list;
    list.details.name = u"Trip"_s;
    list.details.currency = *model::Currency::fromCode(u"JPY");
    list.items.resize(1);
    list.items[0].name = u"gizmo"_s;
    list.items[0].price = model::Money { 500, {} };
    const QByteArray json = exchange::writeJson(std::span(&list, 1));
    run({ u"import"_s, u"x"_s }, json);
    const auto trip = run({ u"list"_s, u"--list"_s, u"Trip"_s }).json[u"items"_s][0];
    QCOMPARE(trip[u"price"_s].toString(), u"500"_s);
    QCOMPARE(trip[u"currency"_s].toString(), u"JPY"_s);
    // In a list of no currency, or another one, a yen is a yen.
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"milk"_s });
    run({ u"import"_s, u"x"_s, u"--list"_s, u"Weekly"_s }, json);
    bool found = false;
    for (const QJsonValue &item : run({ u"list"_s, u"--list"_s, u"Weekly"_s }).json[u"items"_s].toArray()) {
        if (item[u"name"_s].toString() == u"gizmo"_s) {
            found = true;
            QCOMPARE(item[u"price"_s].toString(), u"500"_s);
            QCOMPARE(item[u"currency"_s].toString(), u"JPY"_s);
        }
    }
    QVERIFY(found);
}

void ExchangeVerbsTest::aFullListTakesWhatFits()
{
    QByteArray lines;
    for (int i = 0; i < limits::kRecordsPerSpace - 1; ++i) {
        lines += "gizmo" + QByteArray::number(i) + '\n';
    }
    run({ u"import"_s, u"Weekly.txt"_s }, lines);
    const CommandAnswer answer = run({ u"import"_s, u"Weekly.txt"_s }, "foo\nbar\n"_ba);
    QCOMPARE(int(answer.exit), int(Exit::Failed));
    QCOMPARE(answer.json[u"code"_s].toString(), u"space_full"_s);
    QVERIFY(answer.json[u"message"_s].toString().startsWith(u"1 of 2 went to Weekly."));
}

QTEST_GUILESS_MAIN(ExchangeVerbsTest)
#include "exchange_verbs_test.moc"
