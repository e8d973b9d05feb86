#include "core/limits.h"
#include "tests/support/full_disk.h"
#include "tests/unit/app/commands/command_home.h"

#include <QtCore/QJsonArray>

#include <atomic>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;
using test::CommandHome;

class CommandRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<CommandHome>(); }
    void cleanup() { m_home.reset(); }

    void theFirstEntryMakesTheFirstList();
    void whatWasAddedIsOnTheDisk();
    void entriesAreUnderstoodAsInTheWindow();
    void linesComeFromTheInput();
    void aListIsFoundByItsNameOrTheBeginningOfIt();
    void theUsualListIsTheOneThatWasShownLast();
    void aListIsMadeOnlyWhenThatIsAskedFor();
    void checkingIsBuying();
    void whatIsMeantIsFoundBeforeAnythingIsWritten();
    void whatIsCheckedAlreadyIsLeftAlone();
    void oneThatIsOpenIsMeantBeforeOneThatIsChecked();
    void aFullListTakesWhatFits();
    void whatTheDiskRefusesIsNotSaidToBeDone();
    void namesAreOfferedToTheShell();
    void whoeverSyncsSignedOutIsTold();
    void severalAtOnceAreAllAnswered();
    void nobodyWhoWentAwayIsAnswered();

private:
    CommandAnswer run(const QStringList &words, const QByteArray &input = {})
    {
        return m_home->run(words, input);
    }
    static QStringList names(const CommandAnswer &answer, QLatin1StringView of = "items"_L1)
    {
        QStringList all;
        for (const QJsonValue &item : answer.json.value(of).toArray()) {
            all.append(item[u"name"_s].toString());
        }
        return all;
    }

    std::unique_ptr<CommandHome> m_home;
};

void CommandRunnerTest::theFirstEntryMakesTheFirstList()
{
    QCOMPARE(int(run({ u"list"_s }).exit), int(Exit::NotFound));
    QCOMPARE(int(run({ u"check"_s, u"milk"_s }).exit), int(Exit::NotFound));
    QCOMPARE(int(run({ u"add"_s, u"milk"_s }).exit), int(Exit::Done));
    QCOMPARE(names(run({ u"list"_s })), QStringList { u"milk"_s });
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 1);
}

void CommandRunnerTest::whatWasAddedIsOnTheDisk()
{
    run({ u"add"_s, u"milk"_s });
    QCOMPARE(m_home->replica->unsavedCount(), 0);
    std::atomic<int> rows = -1;
    m_home->thread.ask([&] {
        const auto records = m_home->thread.replica().allRecords();
        rows = records ? int(records->size()) : 0;
    });
    QTRY_COMPARE(rows.load(), 2); // the list and the item
}

void CommandRunnerTest::entriesAreUnderstoodAsInTheWindow()
{
    const QJsonObject item
        = run({ u"add"_s, u"2 kg apples, 3.49 € @produce !for the pie"_s }).json[u"added"_s][0].toObject();
    QCOMPARE(item[u"name"_s].toString(), u"apples"_s);
    QCOMPARE(item[u"quantity"_s].toString(), u"2"_s);
    QCOMPARE(item[u"unit"_s].toString(), u"kg"_s);
    QCOMPARE(item[u"category"_s].toString(), u"produce"_s);
    QCOMPARE(item[u"note"_s].toString(), u"for the pie"_s);
    QCOMPARE(item[u"price"_s].toString(), u"3.49"_s);
    QCOMPARE(item[u"currency"_s].toString(), u"EUR"_s);
    QCOMPARE(item[u"number"_s].toInt(), 1);
    // A thing goes where the household last had it, and what it never had, where it belongs.
    QCOMPARE(run({ u"add"_s, u"Apples"_s }).json[u"added"_s][0][u"category"_s].toString(), u"produce"_s);
    QCOMPARE(
        run({ u"add"_s, u"organic bread"_s }).json[u"added"_s][0][u"category"_s].toString(), u"bakery"_s);
    QVERIFY(run({ u"add"_s, u"gizmo"_s }).json[u"added"_s][0][u"category"_s].isUndefined());
}

void CommandRunnerTest::linesComeFromTheInput()
{
    const CommandAnswer added = run({ u"add"_s, u"first"_s, u"-"_s, u"last"_s }, "one\r\n\n  two \nthree"_ba);
    QCOMPARE(
        names(added, "added"_L1), (QStringList { u"first"_s, u"one"_s, u"two"_s, u"three"_s, u"last"_s }));
    QCOMPARE(int(run({ u"add"_s, u"-"_s }, "\n \n"_ba).exit), int(Exit::NotFound));
    QCOMPARE(int(run({ u"add"_s, u"-"_s }, QByteArray("x\n").repeated(limits::kCommandWords + 1)).exit),
        int(Exit::Usage));
}

void CommandRunnerTest::aListIsFoundByItsNameOrTheBeginningOfIt()
{
    for (const QString &name : { u"Wöchentlich"_s, u"Party"_s, u"Party next week"_s, u"Pantry"_s }) {
        QCOMPARE(int(run({ u"add"_s, u"--create"_s, u"--list"_s, name, u"x"_s }).exit), int(Exit::Done));
    }
    const auto nameOf = [this](const QString &typed) {
        return run({ u"list"_s, u"--list"_s, typed }).json[u"list"_s][u"name"_s].toString();
    };
    QCOMPARE(nameOf(u"wochen"_s), u"Wöchentlich"_s);
    QCOMPARE(nameOf(u"party"_s), u"Party"_s);
    QCOMPARE(nameOf(u"PARTY N"_s), u"Party next week"_s);
    const CommandAnswer several = run({ u"list"_s, u"--list"_s, u"pa"_s });
    QCOMPARE(int(several.exit), int(Exit::Ambiguous));
    QCOMPARE(several.json[u"message"_s].toString(),
        u"'pa' could be 'Pantry', 'Party', 'Party next week'. Write the whole name, or the id that 'larder "
        "lists --json' shows."_s);
    QCOMPARE(several.json[u"candidates"_s].toArray().size(), 3);
    QCOMPARE(nameOf(several.json[u"candidates"_s][1][u"id"_s].toString()), u"Party"_s);
}

void CommandRunnerTest::theUsualListIsTheOneThatWasShownLast()
{
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"A"_s, u"in a"_s });
    QCOMPARE(names(run({ u"list"_s })), QStringList { u"in a"_s }); // the only one
    const CommandAnswer added = run({ u"add"_s, u"--create"_s, u"--list"_s, u"B"_s, u"in b"_s });
    m_home->preferences->setLastList(QString());
    QCOMPARE(int(run({ u"list"_s }).exit), int(Exit::Ambiguous));
    m_home->preferences->setLastList(added.json[u"list"_s][u"id"_s].toString());
    QCOMPARE(names(run({ u"list"_s })), QStringList { u"in b"_s });
    const QJsonArray lists = run({ u"lists"_s }).json[u"lists"_s].toArray();
    QCOMPARE(lists[0][u"default"_s].toBool(), false);
    QCOMPARE(lists[1][u"default"_s].toBool(), true);
    m_home->preferences->setLastList(u"01a2088c-1867-7324-8760-df581be1d52f"_s); // of another time
    QCOMPARE(int(run({ u"list"_s }).exit), int(Exit::Ambiguous));
}

void CommandRunnerTest::aListIsMadeOnlyWhenThatIsAskedFor()
{
    run({ u"add"_s, u"x"_s });
    QCOMPARE(run({ u"add"_s, u"--list"_s, u"Party"_s, u"ice"_s }).json[u"message"_s].toString(),
        u"There is no list called 'Party'. 'larder lists' shows those there are."_s);
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 1);
    QCOMPARE(int(run({ u"add"_s, u"--create"_s, u"--list"_s, u"Party"_s, u"ice"_s }).exit), int(Exit::Done));
    run({ u"add"_s, u"--create"_s, u"--list"_s, u"party"_s, u"lemons"_s }); // is there by now
    QCOMPARE(run({ u"lists"_s }).json[u"lists"_s].toArray().size(), 2);
    QCOMPARE(names(run({ u"list"_s, u"--list"_s, u"Party"_s })), (QStringList { u"lemons"_s, u"ice"_s }));
}

void CommandRunnerTest::checkingIsBuying()
{
    const CommandAnswer added = run({ u"add"_s, u"milk"_s });
    const auto list = *model::SpaceId::fromString(added.json[u"list"_s][u"id"_s].toString());
    const auto bought = [&] {
        const auto purchases = m_home->replica->records(list, model::Kind::Purchase);
        return purchases.size() == 1 && !purchases.front()->isDeleted();
    };
    QCOMPARE(names(run({ u"check"_s, u"MIL"_s }), "checked"_L1), QStringList { u"milk"_s });
    QVERIFY(bought());
    QCOMPARE(names(run({ u"list"_s })), QStringList());
    QCOMPARE(names(run({ u"list"_s, u"--all"_s })), QStringList { u"milk"_s });
    QCOMPARE(names(run({ u"uncheck"_s, u"1"_s }), "unchecked"_L1), QStringList { u"milk"_s });
    QVERIFY(!bought());
}

void CommandRunnerTest::whatIsMeantIsFoundBeforeAnythingIsWritten()
{
    run({ u"add"_s, u"apples"_s, u"bread"_s, u"cheese"_s });
    QCOMPARE(int(run({ u"remove"_s, u"apples"_s, u"milk"_s }).exit), int(Exit::NotFound));
    QCOMPARE(names(run({ u"list"_s })).size(), 3);
    // By number as they were shown, though each removal moves the others up.
    QCOMPARE(names(run({ u"remove"_s, u"1"_s, u"3"_s, u"apples"_s }), "removed"_L1),
        (QStringList { u"apples"_s, u"cheese"_s }));
    QCOMPARE(names(run({ u"list"_s })), QStringList { u"bread"_s });
}

void CommandRunnerTest::whatIsCheckedAlreadyIsLeftAlone()
{
    run({ u"add"_s, u"milk"_s, u"bread"_s });
    run({ u"check"_s, u"milk"_s });
    const CommandAnswer again = run({ u"check"_s, u"milk"_s, u"bread"_s });
    QCOMPARE(int(again.exit), int(Exit::Done));
    QCOMPARE(names(again, "already"_L1), QStringList { u"milk"_s });
    QCOMPARE(names(again, "checked"_L1), QStringList { u"bread"_s });
}

void CommandRunnerTest::oneThatIsOpenIsMeantBeforeOneThatIsChecked()
{
    run({ u"add"_s, u"milk"_s });
    run({ u"check"_s, u"milk"_s });
    run({ u"add"_s, u"milk"_s });
    QCOMPARE(int(run({ u"remove"_s, u"milk"_s }).exit), int(Exit::Ambiguous)); // either could be
    QCOMPARE(names(run({ u"check"_s, u"milk"_s }), "checked"_L1), QStringList { u"milk"_s });
    QCOMPARE(run({ u"list"_s }).json[u"list"_s][u"checked"_s].toInt(), 2);
    QCOMPARE(int(run({ u"uncheck"_s, u"milk"_s }).exit), int(Exit::Ambiguous));
    QCOMPARE(int(run({ u"uncheck"_s, u"2"_s }).exit), int(Exit::Done));
}

void CommandRunnerTest::aFullListTakesWhatFits()
{
    const int room = 2;
    const QByteArray lines = QByteArray("x\n").repeated(limits::kRecordsPerSpace - room);
    QCOMPARE(int(run({ u"add"_s, u"-"_s }, lines).exit), int(Exit::Done));
    const CommandAnswer added = run({ u"add"_s, u"a"_s, u"b"_s, u"c"_s });
    QCOMPARE(int(added.exit), int(Exit::Failed));
    QCOMPARE(names(added, "added"_L1), (QStringList { u"a"_s, u"b"_s }));
    QVERIFY(added.json[u"message"_s].toString().startsWith(u"2 of 3 were added. This list is full"_s));
    QCOMPARE(added.json[u"code"_s].toString(), u"space_full"_s);
}

void CommandRunnerTest::whatTheDiskRefusesIsNotSaidToBeDone()
{
    QCOMPARE(int(run({ u"add"_s, u"milk"_s }).exit), int(Exit::Done));
    {
        const test::FullDisk full;
        for (const QStringList &words : { QStringList { u"add"_s, u"bread"_s },
                 QStringList { u"check"_s, u"milk"_s }, QStringList { u"remove"_s, u"milk"_s } }) {
            const CommandAnswer answer = run(words);
            QCOMPARE(int(answer.exit), int(Exit::Failed));
            QCOMPARE(answer.json[u"code"_s].toString(), u"storage"_s);
            QVERIFY(!answer.json.contains(u"added"_s) && !answer.json.contains(u"checked"_s)
                && !answer.json.contains(u"removed"_s));
        }
    }
    QCOMPARE(names(run({ u"list"_s })), QStringList { u"milk"_s });
    QCOMPARE(int(run({ u"add"_s, u"bread"_s }).exit), int(Exit::Done));
}

void CommandRunnerTest::namesAreOfferedToTheShell()
{
    run({ u"add"_s, u"2 l Milk"_s, u"mint"_s, u"bread"_s });
    run({ u"check"_s, u"bread"_s });
    const auto offered = [this](const QStringList &words) {
        QStringList values;
        const QStringList complete { u"complete"_s, u"--"_s };
        for (const QJsonValue &each : run(complete + words).json[u"candidates"_s].toArray()) {
            values.append(each[u"value"_s].toString());
        }
        return values;
    };
    QCOMPARE(offered({ u"check"_s, u"mi"_s }).size(), 2);
    QCOMPARE(offered({ u"check"_s, u"b"_s }), QStringList());
    QCOMPARE(offered({ u"uncheck"_s, QString() }), QStringList { u"bread"_s });
    QCOMPARE(offered({ u"remove"_s, QString() }).size(), 3);
    QCOMPARE(offered({ u"list"_s, u"--list"_s, QString() }).size(), 1);
    QCOMPARE(offered({ u"check"_s, u"--list"_s, u"nowhere"_s, QString() }), QStringList());
}

void CommandRunnerTest::whoeverSyncsSignedOutIsTold()
{
    m_home->thread.start();
    const CommandAnswer answer = run({ u"sync"_s });
    QCOMPARE(int(answer.exit), int(Exit::Offline));
    QVERIFY(answer.json[u"message"_s].toString().startsWith(u"Nobody is signed in"_s));
    QCOMPARE(run({ u"status"_s }).json[u"phase"_s].toString(), u"signed-out"_s);
}

void CommandRunnerTest::severalAtOnceAreAllAnswered()
{
    run({ u"add"_s, u"x"_s });
    int answered = 0;
    static constexpr int kMany = 50;
    for (int i = 0; i < kMany; ++i) {
        m_home->runner.run(CommandHome::request({ u"add"_s, u"item %1"_s.arg(i) }),
            [&](const CommandAnswer &answer) { answered += answer.exit == Exit::Done ? 1 : 0; });
    }
    QVERIFY(!m_home->runner.isIdle());
    QTRY_COMPARE_WITH_TIMEOUT(answered, kMany, 60'000);
    QVERIFY(m_home->runner.isIdle());
    QCOMPARE(names(run({ u"list"_s })).size(), kMany + 1);
}

void CommandRunnerTest::nobodyWhoWentAwayIsAnswered()
{
    bool answered = false;
    const quint64 id = m_home->runner.run(
        CommandHome::request({ u"add"_s, u"milk"_s }), [&](const CommandAnswer &) { answered = true; });
    m_home->runner.forget(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_home->runner.isIdle(), 60'000);
    QVERIFY(!answered);
    QCOMPARE(names(run({ u"list"_s })), QStringList { u"milk"_s }); // it was begun, so it is done
}

QTEST_GUILESS_MAIN(CommandRunnerTest)
#include "command_runner_test.moc"
