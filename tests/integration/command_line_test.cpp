// `larder` on the command line, as really started processes: alone, beside each other and beside the real
// window, which draws into memory.
#include "core/limits.h"
#include "tests/support/larder_process.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLockFile>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QtTest>

#include <csignal>

using namespace larder;
using namespace Qt::StringLiterals;
using larder::test::Ended;
using larder::test::LarderHome;

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<LarderHome>(); }
    void cleanup() { m_home.reset(); }

    void everyExampleOfTheManualDoesWhatItSays();
    void aListLivesFromCommandToCommand();
    void whatFailsIsOneSentenceAndACode_data();
    void whatFailsIsOneSentenceAndACode();
    void theHelpAndTheVersionNeedNoLists();
    void aListGoesThroughAFile();
    void aScriptReadsJson();
    void noColoursGoIntoAPipe();
    void anyLocaleWillDo();
    void aFolderThatCantBeWrittenIsToldInASentence();
    void manyAtOnceLoseNothing();
    void theWindowSeesWhatTheTerminalAddsAndTheOtherWayRound();
    void aSecondWindowIsTheFirstOne();
    void aWindowOpensWhileACommandWaitsForTheServer();
    void nothingThatWasConfirmedIsLostWhenTheWindowIsKilled();
    void whatACommandDoesNotHearBackIsSaidToBeUnknown();
    void whatWasNotTakenIsDoneByWhoComesNext();
    void aWindowWaitsForACommandThatHasTheLists();
    void aFirstStartFollowsItsLink();
    void theClientWithoutAWindowTakesCommandsToo();
    void tooMuchInputIsRefusedWhole();
    void whoIsSignedInIsSaidWithoutTheNetwork();
    void whatCantBePrintedIsNotDone();
    void aFullDiskIsToldInASentence();
    void aProcessThatHoldsTheListsAndSaysNothingIsToldOf();

private:
    Ended run(const QStringList &words, const QByteArray &input = {}) { return m_home->run(words, input); }
    QStringList names()
    {
        QStringList all;
        const auto json = QJsonDocument::fromJson(run({ u"list"_s, u"--all"_s, u"--json"_s }).said.toUtf8());
        for (const QJsonValue &item : json[u"items"_s].toArray()) {
            all.append(item[u"name"_s].toString());
        }
        all.sort();
        return all;
    }

    std::unique_ptr<LarderHome> m_home;
};

// docs/command-line.md from the first example to the last, each command as a shell runs it.
void CommandLineTest::everyExampleOfTheManualDoesWhatItSays()
{
    QFile page(QStringLiteral(LARDER_COMMAND_LINE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    m_home->environment.insert(u"PATH"_s,
        QFileInfo(LarderHome::program()).absolutePath() + u':' + m_home->environment.value(u"PATH"_s));
    QString command;
    QString says;
    int examples = 0;
    const auto tryOut = [&] {
        if (command.isEmpty()) {
            return true;
        }
        ++examples;
        const Ended ended = m_home->runProgram(u"sh"_s, { u"-c"_s, command });
        const bool same = ended.said + ended.complained == says;
        if (!same) {
            qWarning("%s\n%s%s", qPrintable(command), qPrintable(ended.said), qPrintable(ended.complained));
        }
        command.clear();
        says.clear();
        return same;
    };
    bool example = false;
    for (const QString &line : QString::fromUtf8(page.readAll()).split(u'\n')) {
        if (line.startsWith(u"```"_s)) {
            QVERIFY(tryOut());
            example = line == "```console"_L1;
        } else if (example && line.startsWith(u"$ "_s)) {
            QVERIFY(tryOut());
            command = line.mid(2);
        } else if (example) {
            says += line + u'\n';
        }
    }
    QVERIFY(examples >= 15);
}

void CommandLineTest::aListLivesFromCommandToCommand()
{
    QCOMPARE(run({ u"add"_s, u"2 kg apples"_s, u"Crème fraîche"_s }).code, 0);
    QCOMPARE(run({ u"add"_s, u"-"_s }, "milk\nbread\n").said.count(u"Added "_s), 2);
    QCOMPARE(run({ u"check"_s, u"creme"_s }).code, 0);
    QCOMPARE(run({ u"remove"_s, u"bread"_s }).code, 0);
    const QString list = run({ u"list"_s }).said;
    QVERIFY2(
        list.contains(u"· 2 left, 1 checked\n"_s) && list.contains(u"2 kg  apples\n"_s), qPrintable(list));
    QVERIFY(!list.contains(u"Crème"_s));
    QCOMPARE(names(), (QStringList { u"Crème fraîche"_s, u"apples"_s, u"milk"_s }));
}

void CommandLineTest::whatFailsIsOneSentenceAndACode_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("an unknown option") << QStringList { u"list"_s, u"--nonsense"_s } << 2;
    QTest::newRow("nothing to add") << QStringList { u"add"_s } << 2;
    QTest::newRow("no such item") << QStringList { u"check"_s, u"caviar"_s } << 3;
    QTest::newRow("no such list") << QStringList { u"list"_s, u"--list"_s, u"Party"_s } << 3;
    QTest::newRow("one of two") << QStringList { u"check"_s, u"mi"_s } << 4;
    QTest::newRow("no server") << QStringList { u"sync"_s, u"--wait"_s, u"5"_s } << 5;
}
void CommandLineTest::whatFailsIsOneSentenceAndACode()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    run({ u"add"_s, u"milk"_s, u"mint"_s });
    const Ended ended = run(words);
    QCOMPARE(ended.code, code);
    QCOMPARE(ended.said, QString());
    QVERIFY2(ended.complained.startsWith(u"larder: "_s) && ended.complained.endsWith(u".\n"_s)
            && ended.complained.count(u'\n') == 1,
        qPrintable(ended.complained));
    const Ended json = run(words + QStringList { u"--json"_s });
    const auto object = QJsonDocument::fromJson(json.said.toUtf8());
    QCOMPARE(json.code, code);
    QCOMPARE(object[u"ok"_s].toBool(true), false);
    QVERIFY(json.complained.contains(object[u"message"_s].toString()));
}

void CommandLineTest::theHelpAndTheVersionNeedNoLists()
{
    QVERIFY(run({ u"add"_s, u"--help"_s }).said.startsWith(u"Usage: larder add ENTRY"_s));
    QVERIFY(run({ u"--help"_s }).said.contains(u"larder COMMAND"_s));
    QVERIFY(QRegularExpression(u"^larder \\d+\\.\\d+\\.\\d+\n$"_s)
                .match(run({ u"--version"_s }).said)
                .hasMatch());
    QCOMPARE(QDir(m_home->folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void CommandLineTest::aListGoesThroughAFile()
{
    const QString file = m_home->folder() + u"/Weekly \u00fc.csv"_s;
    QCOMPARE(
        run({ u"add"_s, u"--create"_s, u"--list"_s, u"Weekly"_s, u"2 kg apples @produce"_s, u"tea"_s }).code,
        0);
    const Ended written = run({ u"export"_s, file });
    QCOMPARE(written.code, 0);
    QCOMPARE(written.said, u"Wrote Weekly to %1.\n"_s.arg(file));
    QFile csv(file);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains("\r\nWeekly,apples,2,kg,produce,,,,no\r\n"));
    csv.close();
    QCOMPARE(run({ u"remove"_s, u"apples"_s, u"tea"_s }).code, 0);
    const Ended read = run({ u"import"_s, file });
    QCOMPARE(read.code, 0);
    QCOMPARE(read.said, u"Weekly: 2 new\n"_s);
    QCOMPARE(names(), (QStringList { u"apples"_s, u"tea"_s }));

    QCOMPARE(run({ u"import"_s, m_home->folder() + u"/none.csv"_s }).code, 3);
    const Ended refused = run({ u"export"_s, m_home->folder() + u"/none/a.csv"_s });
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.complained.contains(u"can't be written"_s), qPrintable(refused.complained));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(QByteArray(limits::kCommandInputBytes + 1, '\n'));
    csv.close();
    QCOMPARE(run({ u"import"_s, file }).code, 2);
}

void CommandLineTest::aScriptReadsJson()
{
    run({ u"add"_s, u"1,5 l milk"_s });
    const auto list = QJsonDocument::fromJson(run({ u"list"_s, u"--json"_s }).said.toUtf8());
    QVERIFY(list[u"ok"_s].toBool());
    const QString id = list[u"items"_s][0][u"id"_s].toString();
    QCOMPARE(run({ u"check"_s, id, u"--json"_s }).code, 0);
    const auto lists = QJsonDocument::fromJson(run({ u"lists"_s, u"--json"_s }).said.toUtf8());
    QCOMPARE(lists[u"lists"_s][0][u"checked"_s].toInt(), 1);
    const auto status = QJsonDocument::fromJson(run({ u"status"_s, u"--json"_s }).said.toUtf8());
    QCOMPARE(status[u"phase"_s].toString(), u"not-running"_s);
    QVERIFY(status[u"queued"_s].toInt() > 0);
}

void CommandLineTest::noColoursGoIntoAPipe()
{
    run({ u"add"_s, u"milk"_s });
    m_home->environment.insert(u"TERM"_s, u"xterm-256color"_s);
    QVERIFY(!run({ u"list"_s }).said.contains(u'\x1b'));
    const auto inATerminal = [this] {
        return m_home
            ->runProgram(u"script"_s, { u"-qec"_s, LarderHome::program() + u" list"_s, u"/dev/null"_s })
            .said;
    };
    QVERIFY(inATerminal().contains(u'\x1b'));
    m_home->environment.insert(u"NO_COLOR"_s, u"1"_s);
    QVERIFY(!inATerminal().contains(u'\x1b'));
}

void CommandLineTest::anyLocaleWillDo()
{
    for (const QString &locale : { u"C"_s, u"POSIX"_s, u"de_DE.ISO-8859-1"_s, u"C.UTF-8"_s }) {
        m_home->environment.insert(u"LC_ALL"_s, locale);
        const Ended ended = run({ u"add"_s, u"Käse"_s });
        QCOMPARE(ended.complained, QString());
        QCOMPARE(
            ended.said, u"Added Käse to %1.\n"_s.arg(ended.said.section(u" to "_s, 1).section(u'.', 0, 0)));
    }
    QCOMPARE(names(), QStringList(4, u"Käse"_s));
}

void CommandLineTest::aFolderThatCantBeWrittenIsToldInASentence()
{
    const Ended ended = run({ u"list"_s, u"--database"_s, u"/proc/larder/x.sqlite"_s });
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"can't be opened"_s), qPrintable(ended.complained));
    QCOMPARE(run({ u"list"_s, u"--database"_s, m_home->folder() }).code, 2);
}

void CommandLineTest::manyAtOnceLoseNothing()
{
    QCOMPARE(run({ u"add"_s, u"first"_s }).code, 0);
    static constexpr int kMany = 12;
    std::vector<std::unique_ptr<QProcess>> all;
    for (int i = 0; i < kMany; ++i) {
        all.push_back(m_home->start({ u"add"_s, u"thing "_s + QChar(u'a' + i) }));
    }
    QStringList wanted { u"first"_s };
    for (int i = 0; i < kMany; ++i) {
        const Ended ended = LarderHome::await(*all[size_t(i)]);
        QVERIFY2(ended.code == 0, qPrintable(ended.complained));
        wanted.append(u"thing "_s + QChar(u'a' + i));
    }
    wanted.sort();
    QCOMPARE(names(), wanted);
}

void CommandLineTest::theWindowSeesWhatTheTerminalAddsAndTheOtherWayRound()
{
    const auto window = m_home->startWindow();
    QVERIFY(m_home->awaitSocket(*window));
    QCOMPARE(run({ u"add"_s, u"milk"_s, u"bread"_s }).code, 0);
    QVERIFY(window->state() == QProcess::Running);
    QCOMPARE(names(), (QStringList { u"bread"_s, u"milk"_s }));
    // The window has the file, so this came from what it shows.
    const auto status = QJsonDocument::fromJson(run({ u"status"_s, u"--json"_s }).said.toUtf8());
    QVERIFY(status[u"running"_s].toBool());
    QCOMPARE(run({ u"check"_s, u"milk"_s }).code, 0);
    QCOMPARE(run({ u"remove"_s, u"bread"_s }).code, 0);
    QCOMPARE(names(), QStringList { u"milk"_s });
    window->terminate();
    QCOMPARE(LarderHome::await(*window).complained, QString());
    QCOMPARE(names(), QStringList { u"milk"_s }); // from the file now
    QCOMPARE(run({ u"status"_s, u"--json"_s }).said.contains(u"\"running\":false"_s), true);
}

void CommandLineTest::aSecondWindowIsTheFirstOne()
{
    const auto window = m_home->startWindow();
    QVERIFY(m_home->awaitSocket(*window));
    const auto second = m_home->startWindow();
    const Ended ended = LarderHome::await(*second);
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.complained, QString());
    QCOMPARE(window->state(), QProcess::Running);
    // A link writes nothing, and one that is none goes nowhere.
    QCOMPARE(LarderHome::await(*m_home->startWindow({ u"larder://add?text=caviar"_s })).code, 0);
    QCOMPARE(LarderHome::await(*m_home->startWindow({ u"larder://add?text=a%0Ab"_s })).code, 2);
    QCOMPARE(run({ u"list"_s }).code, 3); // there is no list yet
    QCOMPARE(window->state(), QProcess::Running);
}

void CommandLineTest::aWindowOpensWhileACommandWaitsForTheServer()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    m_home->pretendSignedIn();
    const auto sync = m_home->start({ u"sync"_s, u"--wait"_s, u"600"_s });
    QVERIFY(m_home->awaitSocket(*sync));
    QCOMPARE(run({ u"add"_s, u"bread"_s }).code, 0); // it hears others meanwhile
    const auto window = m_home->startWindow();
    const Ended ended = LarderHome::await(*sync);
    QCOMPARE(ended.code, 5);
    QVERIFY2(ended.complained.contains(u"A window was opened meanwhile"_s), qPrintable(ended.complained));
    QVERIFY(m_home->awaitSocket(*window));
    QCOMPARE(names(), (QStringList { u"bread"_s, u"milk"_s }));
}

void CommandLineTest::nothingThatWasConfirmedIsLostWhenTheWindowIsKilled()
{
    QStringList confirmed;
    for (int round = 0; round < 3; ++round) {
        const auto window = m_home->startWindow();
        QVERIFY(m_home->awaitSocket(*window));
        std::vector<std::pair<QString, std::unique_ptr<QProcess>>> all;
        for (int i = 0; i < 8; ++i) {
            const QString name = u"thing "_s + QChar(u'a' + round) + QChar(u'a' + i);
            all.emplace_back(name, m_home->start({ u"add"_s, name }));
        }
        QVERIFY(all.front().second->waitForFinished(60'000));
        ::kill(pid_t(window->processId()), SIGKILL);
        QVERIFY(window->waitForFinished(60'000));
        for (const auto &[name, process] : all) {
            const Ended ended = LarderHome::await(*process);
            // Done by the window or, after it, alone; or nobody knows, and that is said.
            QVERIFY2(ended.code == 0 || ended.code == 7, qPrintable(ended.complained));
            if (ended.code == 0) {
                confirmed.append(name);
            }
        }
    }
    QVERIFY(confirmed.size() >= 3);
    const QStringList kept = names();
    for (const QString &name : confirmed) {
        QCOMPARE(kept.count(name), 1);
    }
}

// The other process is played here, so that it ends at the very moment that matters.
void CommandLineTest::whatACommandDoesNotHearBackIsSaidToBeUnknown()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    auto lock = std::make_unique<QLockFile>(m_home->database() + u".lock"_s);
    lock->setStaleLockTime(0);
    QVERIFY(lock->tryLock());
    QLocalServer owner;
    QVERIFY(owner.listen(m_home->socket()));
    int heard = 0;
    connect(&owner, &QLocalServer::newConnection, &owner, [&] {
        QLocalSocket *peer = owner.nextPendingConnection();
        connect(peer, &QLocalSocket::readyRead, peer, [&, peer] {
            if (peer->canReadLine()) {
                ++heard;
                peer->write("{\"taken\":true}\n");
                peer->disconnectFromServer();
                if (heard == 2) {
                    owner.close();
                    lock.reset();
                }
            }
        });
    });
    const Ended ended = run({ u"add"_s, u"bread"_s });
    QCOMPARE(ended.code, 7);
    QVERIFY2(ended.complained.contains(u"gave no answer. 'larder list' shows whether it was done"_s),
        qPrintable(ended.complained));
    QCOMPARE(heard, 1); // it is not asked for twice
    QCOMPARE(names(), QStringList { u"milk"_s }); // what only reads is
    QCOMPARE(heard, 2);
}

// Nothing was begun, so whoever comes next, here the command itself, does it once.
void CommandLineTest::whatWasNotTakenIsDoneByWhoComesNext()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    auto lock = std::make_unique<QLockFile>(m_home->database() + u".lock"_s);
    lock->setStaleLockTime(0);
    QVERIFY(lock->tryLock());
    QLocalServer owner;
    QVERIFY(owner.listen(m_home->socket()));
    connect(&owner, &QLocalServer::newConnection, &owner, [&] {
        QLocalSocket *peer = owner.nextPendingConnection();
        connect(peer, &QLocalSocket::readyRead, peer, [&, peer] {
            peer->abort();
            owner.close();
            lock.reset();
        });
    });
    const Ended ended = run({ u"add"_s, u"bread"_s });
    QVERIFY2(ended.code == 0, qPrintable(ended.complained));
    QVERIFY(!lock);
    QCOMPARE(names(), (QStringList { u"bread"_s, u"milk"_s }));
}

void CommandLineTest::aWindowWaitsForACommandThatHasTheLists()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    QLockFile lock(m_home->database() + u".lock"_s);
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    // It asks whether it is a window that has them, and hears that nobody answers.
    QLocalServer owner;
    QVERIFY(owner.listen(m_home->socket()));
    bool asked = false;
    connect(&owner, &QLocalServer::newConnection, &owner, [&] {
        asked = true;
        owner.nextPendingConnection()->abort();
    });
    const auto window = m_home->startWindow();
    QTRY_VERIFY_WITH_TIMEOUT(asked, 60'000);
    owner.close();
    lock.unlock();
    QVERIFY(m_home->awaitSocket(*window));
    QCOMPARE(names(), QStringList { u"milk"_s });
}

void CommandLineTest::aFirstStartFollowsItsLink()
{
    QCOMPARE(run({ u"add"_s, u"--list"_s, u"A"_s, u"milk"_s }).code, 0);
    const auto added = QJsonDocument::fromJson(
        run({ u"add"_s, u"--list"_s, u"B"_s, u"--create"_s, u"--json"_s, u"ice"_s }).said.toUtf8());
    const QString list = added[u"list"_s][u"id"_s].toString();
    const auto window = m_home->startWindow({ u"larder://list/"_s + list });
    QVERIFY(m_home->awaitSocket(*window));
    QTRY_VERIFY_WITH_TIMEOUT(run({ u"lists"_s }).said.contains(u"* B"_s), 60'000);
}

void CommandLineTest::theClientWithoutAWindowTakesCommandsToo()
{
    const auto headless = m_home->start({ u"headless"_s }, LarderHome::Input::Open);
    QVERIFY(m_home->awaitSocket(*headless));
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    QVERIFY(run({ u"status"_s, u"--json"_s }).said.contains(u"\"running\":true"_s));
    const Ended window = LarderHome::await(*m_home->startWindow());
    QCOMPARE(window.code, 6);
    QVERIFY2(window.complained.contains(u"a Larder without a window"_s), qPrintable(window.complained));
    headless->closeWriteChannel();
    QCOMPARE(LarderHome::await(*headless).code, 0);
    QCOMPARE(names(), QStringList { u"milk"_s });
}

void CommandLineTest::tooMuchInputIsRefusedWhole()
{
    const QByteArray most = QByteArray(limits::kCommandInputBytes - 5, '\n') + "milk\n"; // blank lines
    QCOMPARE(run({ u"add"_s, u"-"_s }, most).code, 0);
    const Ended ended = run({ u"add"_s, u"-"_s }, most + '\n');
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.complained.contains(u"up to 10 MB are read"_s), qPrintable(ended.complained));
    QCOMPARE(names(), QStringList { u"milk"_s });
}

void CommandLineTest::whoIsSignedInIsSaidWithoutTheNetwork()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    m_home->pretendSignedIn();
    const QString status = run({ u"status"_s }).said;
    QVERIFY2(status.contains(u"you@larder.example\n"_s), qPrintable(status));
}

void CommandLineTest::whatCantBePrintedIsNotDone()
{
    const auto intoAFullDisk = [this](const QString &words) {
        return m_home->runProgram(u"sh"_s, { u"-c"_s, LarderHome::program() + words + u" >/dev/full"_s });
    };
    QCOMPARE(intoAFullDisk(u" add milk"_s).code, 0); // it is on the list
    const Ended ended = intoAFullDisk(u" list"_s);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"could not be written"_s), qPrintable(ended.complained));
}

void CommandLineTest::aFullDiskIsToldInASentence()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    const Ended ended = m_home->runProgram(u"sh"_s,
        { u"-c"_s, u"trap '' XFSZ; ulimit -f 0; exec "_s + LarderHome::program() + u" add bread"_s });
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.said, QString());
    QVERIFY2(ended.complained.startsWith(u"larder: "_s) && ended.complained.count(u'\n') == 1,
        qPrintable(ended.complained));
    QCOMPARE(names(), QStringList { u"milk"_s });
}

void CommandLineTest::aProcessThatHoldsTheListsAndSaysNothingIsToldOf()
{
    QCOMPARE(run({ u"add"_s, u"milk"_s }).code, 0);
    QLockFile lock(m_home->database() + u".lock"_s);
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const Ended ended = run({ u"list"_s });
    QCOMPARE(ended.code, 6);
    QVERIFY2(ended.complained.contains(u"in use by process %1"_s.arg(QCoreApplication::applicationPid())),
        qPrintable(ended.complained));
    lock.unlock();
    QCOMPARE(run({ u"list"_s }).code, 0);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
