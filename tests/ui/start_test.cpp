// How the built program starts on a file that it can't use: it says so in words, and never crashes.
#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int code = -1;
    QString said;
    QString complained;
};

Ended run(const QStringList &arguments, const QByteArray &lines = {})
{
    QProcess larder;
    larder.start(QStringLiteral(LARDER_PROGRAM), arguments);
    larder.write(lines);
    larder.closeWriteChannel();
    larder.waitForFinished(30'000);
    return { larder.exitStatus() == QProcess::NormalExit ? larder.exitCode() : -1,
        QString::fromUtf8(larder.readAllStandardOutput()), QString::fromUtf8(larder.readAllStandardError()) };
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void execute(const QString &file, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"start_test"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(statement));
    }
    QSqlDatabase::removeDatabase(u"start_test"_s);
}

} // namespace

class StartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFileOfANewerLarderIsRefusedInWords_data() { modes(); }
    void aFileOfANewerLarderIsRefusedInWords();
    void aDamagedFileIsSetAsideAndTheWindowOpens();
    void aFolderThatCantBeWrittenIsRefusedInWords_data() { modes(); }
    void aFolderThatCantBeWrittenIsRefusedInWords();
    void aFolderIsNotTakenForADamagedFile_data() { modes(); }
    void aFolderIsNotTakenForADamagedFile();
    void wrongOptionsAreToldInWords();
    void theDemonstrationLeavesThePersonsListsAlone();

private:
    void modes();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void StartTest::modes()
{
    QTest::addColumn<QStringList>("mode");
    QTest::newRow("window") << QStringList();
    QTest::newRow("headless") << QStringList { u"headless"_s };
}

void StartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"larder.sqlite"_s);
}

void StartTest::aFileOfANewerLarderIsRefusedInWords()
{
    QFETCH(QStringList, mode);
    const QStringList arguments = mode + QStringList { u"--database"_s, m_file };
    QCOMPARE(run(QStringList { u"headless"_s, u"--database"_s, m_file }).code, 0); // makes the file
    execute(m_file, u"PRAGMA user_version = 99000"_s);
    const Ended ended = run(arguments);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"written by a newer Larder. Update this one to open them."_s),
        qPrintable(ended.complained));
    QVERIFY(QFile::exists(m_file));
}

void StartTest::aDamagedFileIsSetAsideAndTheWindowOpens()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("this was a list once. ").repeated(1'000));
    file.close();
    QProcess larder;
    larder.start(QStringLiteral(LARDER_PROGRAM), { u"--database"_s, m_file });
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(m_file).startsWith("SQLite format 3"), 30'000);
    QCOMPARE(larder.state(), QProcess::Running);
    larder.terminate();
    QVERIFY(larder.waitForFinished(30'000));
    const QStringList names = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY(std::any_of(names.begin(), names.end(), [this](const QString &name) {
        return contentOf(m_folder->filePath(name)).startsWith("this was a list once.");
    }));
}

void StartTest::aFolderThatCantBeWrittenIsRefusedInWords()
{
    QFETCH(QStringList, mode);
    const Ended ended = run(mode + QStringList { u"--database"_s, u"/proc/larder/larder.sqlite"_s });
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"larder: The file with your lists can't be opened."_s),
        qPrintable(ended.complained));
}

void StartTest::aFolderIsNotTakenForADamagedFile()
{
    QFETCH(QStringList, mode);
    const Ended ended = run(mode + QStringList { u"--database"_s, m_folder->path() });
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.complained.contains(u"--database names a folder; name a file in it."_s),
        qPrintable(ended.complained));
    QVERIFY(QFileInfo(m_folder->path()).isDir());
}

void StartTest::wrongOptionsAreToldInWords()
{
    for (const auto &[argument, words] :
        { std::pair(u"--nonsense"_s, u"larder --help"_s), std::pair(u"nonsense"_s, u"larder --help"_s),
            std::pair(u"--server=nonsense"_s, u"such as https://"_s) }) {
        const Ended ended = run({ argument });
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.complained.contains(words), qPrintable(ended.complained));
    }
}

// The lists shown are samples, and gone with the window; those in the file stay as they are.
void StartTest::theDemonstrationLeavesThePersonsListsAlone()
{
    QCOMPARE(run({ u"headless"_s, u"--database"_s, m_file }, "new-list Mine\n").code, 0);
    const QByteArray before = contentOf(m_file);
    QTemporaryDir temporary;
    QProcess larder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, temporary.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
    larder.setProcessEnvironment(environment);
    larder.start(QStringLiteral(LARDER_PROGRAM),
        { u"--offline-demo"_s, u"--exit-after-first-list"_s, u"--database"_s, m_file });
    QVERIFY(larder.waitForFinished(30'000));
    QCOMPARE(larder.exitStatus(), QProcess::NormalExit);
    QCOMPARE(larder.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(larder.readAllStandardError()), QString());
    const QByteArray said = larder.readAllStandardOutput();
    const QJsonObject shown = QJsonDocument::fromJson(said).object();
    QVERIFY2(shown[u"rows"_s].toInt() >= 12, said.constData());
    QCOMPARE(contentOf(m_file), before);
    QCOMPARE(QDir(temporary.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

QTEST_GUILESS_MAIN(StartTest)
#include "start_test.moc"
