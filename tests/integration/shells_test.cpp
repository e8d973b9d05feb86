// What comes with `larder` on Linux beside the program: the completions, tried in the shells themselves, the
// manual page, which says all that the program takes and nothing else, and what a desktop wants to know.
#include "app/commands/command_table.h"
#include "tests/support/larder_process.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using test::Ended;
using test::LarderHome;

namespace {

QString linux(const QString &name)
{
    return QStringLiteral(LARDER_SOURCE_DIR) + u"/packaging/linux/"_s + name;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("can't write %s", qPrintable(path));
    }
    file.write(text.toUtf8());
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList names(std::span<const app::OptionSpec> options)
{
    QStringList all;
    for (const app::OptionSpec &option : options) {
        all.append(u"--"_s + option.name);
    }
    return all;
}

QString quoted(const QString &word)
{
    return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

// What each shell offers behind these words, in lines; behind several lines of words one after the other,
// each closed by a line of its own.
using Lines = QList<QStringList>;
constexpr auto kEnd = "=="_L1;

QString bashScript(const Lines &lines)
{
    QString script = u"source "_s + linux(u"completions/larder.bash"_s) + u"\ncompopt() { echo :files; }\n"_s;
    for (const QStringList &words : lines) {
        QString array;
        for (const QString &word : words) {
            array += u' ' + quoted(word);
        }
        script += u"COMP_WORDS=(larder%1)\nCOMP_CWORD=%2\n_larder larder '' ''\n"
                  "printf '%s\\n' \"${COMPREPLY[@]}\"; echo ==\n"_s.arg(array)
                      .arg(words.size());
    }
    return script;
}

// Outside of a line that is being edited zsh has no compadd; what it would be given is in `values`.
QString zshScript(const Lines &lines)
{
    QString script = u"compadd() { print -rl -- $values }\n_files() { print :files }\n"_s;
    for (const QStringList &words : lines) {
        QString array;
        for (const QString &word : words) {
            array += u' ' + quoted(word);
        }
        script += u"words=(larder%1)\nCURRENT=%2\nPREFIX=%3\nsource %4\nprint '=='\n"_s.arg(array)
                      .arg(words.size() + 1)
                      .arg(quoted(words.last()), linux(u"completions/_larder"_s));
    }
    return script;
}

QString fishScript(const Lines &lines)
{
    QString script = u"source "_s + linux(u"completions/larder.fish"_s) + u'\n';
    for (const QStringList &words : lines) {
        QString line = u"larder"_s;
        for (const QString &word : words) {
            line += u' ' + word;
        }
        script += u"complete -C "_s + quoted(line).replace(u"'\\''"_s, u"\\'"_s)
            + u" | string split -m1 -f1 \\t\necho ==\n"_s;
    }
    return script;
}

} // namespace

class ShellsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }

    void everyCommandAndOptionIsOffered_data() { shells(); }
    void everyCommandAndOptionIsOffered();
    void namesAreOfferedAsTheyAre_data() { shells(); }
    void namesAreOfferedAsTheyAre();
    void aTabAtAPromptCompletesANameThatCanBeRun_data();
    void aTabAtAPromptCompletesANameThatCanBeRun();
    void theManualSaysWhatTheProgramTakes();
    void theManualIsWellFormed();
    void theDesktopFindsItsWay();

private:
    static void shells();
    Lines offered(const QString &shell, const Lines &lines);

    std::unique_ptr<LarderHome> m_home;
};

void ShellsTest::init()
{
    m_home = std::make_unique<LarderHome>();
    const QString programs = QFileInfo(LarderHome::program()).absolutePath();
    m_home->environment.insert(u"PATH"_s, programs + u':' + m_home->environment.value(u"PATH"_s));
    m_home->environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_home->environment.insert(u"HOME"_s, m_home->folder());
    m_home->environment.insert(u"TERM"_s, u"dumb"_s);
}

void ShellsTest::shells()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : { "bash", "zsh", "fish" }) {
        QTest::newRow(shell) << QString::fromLatin1(shell);
    }
}

Lines ShellsTest::offered(const QString &shell, const Lines &lines)
{
    const QString script = m_home->folder() + u"/script"_s;
    write(script,
        shell == "bash"_L1      ? bashScript(lines)
            : shell == "zsh"_L1 ? zshScript(lines)
                                : fishScript(lines));
    const QStringList arguments = shell == "bash"_L1 ? QStringList { u"--norc"_s, script }
        : shell == "zsh"_L1                          ? QStringList { u"-f"_s, script }
                                                     : QStringList { u"-N"_s, script };
    const Ended ended = m_home->runProgram(shell, arguments);
    if (ended.code != 0 || !ended.complained.isEmpty()) {
        qFatal("%s: %s", qPrintable(shell), qPrintable(ended.complained));
    }
    Lines all { {} };
    for (const QString &line : ended.said.split(u'\n', Qt::SkipEmptyParts)) {
        if (line == kEnd) {
            all.append(QStringList());
        } else {
            all.last().append(line);
        }
    }
    all.removeLast();
    return all;
}

void ShellsTest::everyCommandAndOptionIsOffered()
{
    QFETCH(QString, shell);
    Lines lines { { QString() }, { u"--"_s } };
    QStringList commands { u"headless"_s };
    Lines wanted { {}, sorted(names(app::programOptions())) };
    for (const app::CommandSpec &command : app::commands()) {
        if (!command.hidden) {
            commands.append(command.name);
            lines.append({ command.name, u"--"_s });
            wanted.append(sorted(names(command.options) + names(app::sharedOptions())));
        }
    }
    wanted[0] = sorted(commands);
    Lines got = offered(shell, lines);
    QCOMPARE(got.size(), wanted.size());
    got[0].removeAll(u":files"_s);
    for (qsizetype i = 0; i < got.size(); ++i) {
        // fish adds the files of this folder by itself.
        QStringList each;
        for (const QString &line : sorted(got[i])) {
            if (i > 0 || commands.contains(line)) {
                each.append(line);
            }
        }
        QCOMPARE(each, wanted[i]);
    }
}

void ShellsTest::namesAreOfferedAsTheyAre()
{
    QFETCH(QString, shell);
    QCOMPARE(m_home->run({ u"add"_s, u"2 l Milk"_s, u"mint"_s, u"jam $b 'c"_s, u"bread"_s }).code, 0);
    QCOMPARE(m_home->run({ u"check"_s, u"bread"_s }).code, 0);
    Lines got = offered(shell,
        { { u"check"_s, QString() }, { u"uncheck"_s, QString() }, { u"list"_s, u"--list"_s, QString() },
            { u"check"_s, u"--list"_s, u"nowhere"_s, QString() }, { u"remove"_s, u"mi"_s } });
    QCOMPARE(got.size(), 5);
    if (shell == "bash"_L1) { // as they are typed
        QVERIFY(got[0].removeOne(u"jam\\ \\$b\\ \\'c"_s));
        got[0].append(u"jam $b 'c"_s);
        got[2] = got[2].replaceInStrings(u"\\ "_s, u" "_s);
    }
    QCOMPARE(sorted(got[0]), (QStringList { u"Milk"_s, u"jam $b 'c"_s, u"mint"_s }));
    QCOMPARE(got[1], QStringList { u"bread"_s });
    QCOMPARE(got[2].size(), 1);
    QCOMPARE(got[3], QStringList());
    QCOMPARE(sorted(got[4]), (QStringList { u"Milk"_s, u"mint"_s }));
}

void ShellsTest::aTabAtAPromptCompletesANameThatCanBeRun_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("bash") << u"bash --noprofile -i"_s;
    QTest::newRow("zsh") << u"zsh -i"_s;
}
void ShellsTest::aTabAtAPromptCompletesANameThatCanBeRun()
{
    QFETCH(QString, shell);
    QCOMPARE(m_home->run({ u"add"_s, u"Crème fraîche"_s, u"mint"_s, u"jam $b 'c"_s, u"bread"_s }).code, 0);
    write(m_home->folder() + u"/.bashrc"_s, u"source "_s + linux(u"completions/larder.bash"_s) + u'\n');
    write(m_home->folder() + u"/.zshrc"_s,
        u"fpath=(%1 $fpath)\nautoload -Uz compinit; compinit -u -d %2/dump\n"_s.arg(
            linux(u"completions"_s), m_home->folder()));
    const Ended ended = m_home->runProgram(
        u"script"_s, { u"-qec"_s, shell, u"/dev/null"_s }, "larder check cre\tmin\tjam\\ \t\nexit\n");
    const QString list = m_home->run({ u"list"_s }).said;
    QVERIFY2(list.contains(u"· 1 left, 3 checked"_s), qPrintable(ended.said + list));
}

void ShellsTest::theManualSaysWhatTheProgramTakes()
{
    const QString manual = contentOf(linux(u"man/larder.1"_s));
    static const QRegularExpression flag(u"\\bFl -([a-z-]+)"_s);
    static const QRegularExpression item(u"^\\.It (Cm ([a-z]+)|Fl -[a-z-]+|\\d+)(.*)$"_s);
    QString part;
    QMap<QString, QStringList> options; // by command, or by the heading that they stand under
    QStringList codes;
    for (const QString &line : manual.split(u'\n')) {
        if (line.startsWith(u".Sh "_s) || line.startsWith(u".Ss "_s)) {
            part = line.mid(4);
        }
        const auto match = item.match(line);
        if (!match.hasMatch()) {
            continue;
        }
        if (part == "EXIT STATUS"_L1) {
            codes.append(match.captured(1));
            continue;
        }
        QStringList &found = options[part == "COMMANDS"_L1 ? match.captured(2) : part];
        for (auto each = flag.globalMatch(line); each.hasNext();) {
            found.append(u"--"_s + each.next().captured(1));
        }
    }
    QMap<QString, QStringList> wanted { { u"Options of every command"_s, names(app::sharedOptions()) },
        { u"Options without a command"_s, names(app::programOptions()) } };
    for (const app::CommandSpec &command : app::commands()) {
        if (!command.hidden) {
            wanted.insert(command.name, names(command.options));
        }
    }
    QCOMPARE(options.keys(), wanted.keys());
    for (auto each = wanted.begin(); each != wanted.end(); ++each) {
        QCOMPARE(options.value(each.key()), each.value());
    }
    QCOMPARE(codes, QString(u"0 1 2 3 4 5 6 7"_s).split(u' '));
}

void ShellsTest::theManualIsWellFormed()
{
    const QString manual = linux(u"man/larder.1"_s);
    const Ended lint = m_home->runProgram(u"mandoc"_s, { u"-Tlint"_s, u"-W"_s, u"warning"_s, manual });
    QCOMPARE(lint.said + lint.complained, QString());
    QCOMPARE(lint.code, 0);
    const Ended man = m_home->runProgram(
        u"man"_s, { u"--warnings"_s, u"-E"_s, u"UTF-8"_s, u"-l"_s, u"-Tutf8"_s, u"-Z"_s, manual });
    QCOMPARE(man.complained, QString());
    QCOMPARE(man.code, 0);
}

void ShellsTest::theDesktopFindsItsWay()
{
    const QString desktop = linux(u"desktop/org.larder.Larder.desktop"_s);
    const QString metainfo = linux(u"desktop/org.larder.Larder.metainfo.xml"_s);
    const QString mime = linux(u"desktop/org.larder.Larder.mime.xml"_s);
    for (const QStringList &command : { QStringList { u"desktop-file-validate"_s, desktop },
             QStringList { u"appstreamcli"_s, u"validate"_s, u"--no-net"_s, metainfo },
             QStringList { u"xmllint"_s, u"--noout"_s, metainfo, mime } }) {
        const Ended ended = m_home->runProgram(command.first(), command.mid(1));
        QVERIFY2(ended.code == 0 && ended.complained.isEmpty(), qPrintable(ended.said + ended.complained));
        QVERIFY2(
            !ended.said.contains(u"error:"_s) && !ended.said.contains(u"warning:"_s), qPrintable(ended.said));
    }
    // A database of types as a system makes it knows the files then.
    const QString types = m_home->folder() + u"/mime"_s;
    QVERIFY(QDir().mkpath(types + u"/packages"_s));
    QVERIFY(QFile::copy(mime, types + u"/packages/larder.xml"_s));
    QCOMPARE(m_home->runProgram(u"update-mime-database"_s, { types }).code, 0);
    QVERIFY(contentOf(types + u"/globs2"_s).contains(u"50:application/x-larder+json:*.larder\n"_s));
    QVERIFY(
        contentOf(desktop).contains(u"\nMimeType=x-scheme-handler/larder;application/x-larder+json;\n"_s));
}

QTEST_GUILESS_MAIN(ShellsTest)
#include "shells_test.moc"
