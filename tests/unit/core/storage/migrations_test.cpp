#include "core/storage/migrations.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtCore/QVariant>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::storage;
using namespace Qt::StringLiterals;

// Every migration that was ever released, with the SHA-256 of its file. A file in this list never changes
// again: what must change gets a new number.
static const struct {
    const char *file;
    const char *sha256;
} kFrozen[] = {
#include "tests/unit/core/storage/frozen_migrations.inc"
};

static std::vector<Migration> threeSteps()
{
    return {
        { 1000, u"1000_first.sql"_s,
            u"CREATE TABLE a (x INTEGER PRIMARY KEY)\n-- ;;\nINSERT INTO a VALUES (1)"_s },
        { 1001, u"1001_second.sql"_s,
            u"ALTER TABLE a ADD COLUMN y TEXT\n-- ;;\nUPDATE a SET y = 'old'\n-- ;;\nCREATE TABLE b (x REFERENCES a (x))"_s },
        { 2000, u"2000_third.sql"_s, u"CREATE TABLE c (z)\n-- ;;\nINSERT INTO c VALUES ('a;b')"_s },
    };
}

static std::span<const Migration> first(const std::vector<Migration> &all, std::size_t count)
{
    return std::span(all).first(count);
}

class MigrationsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Database> m_database;

    QString schema()
    {
        return m_database
            ->scalar(u"SELECT group_concat(sql, '|') FROM (SELECT sql FROM sqlite_schema ORDER BY name)"_s)
            ->toString();
    }
    int version() { return m_database->scalar(u"PRAGMA user_version"_s)->toInt(); }

private Q_SLOTS:
    void init() { m_database = std::move(*Database::open({ .name = u":memory:"_s })); }

    void cleanup()
    {
        QVERIFY(!m_database->scalar(u"PRAGMA foreign_key_check"_s)->isValid());
        m_database.reset();
    }

    void anEmptyDatabaseRunsAll()
    {
        const auto report = migrate(*m_database, threeSteps());
        QVERIFY(report);
        QCOMPARE(report->from, 0);
        QCOMPARE(report->to, 2000);
        QCOMPARE(version(), 2000);
        QCOMPARE(m_database->scalar(u"SELECT z FROM c"_s)->toString(), u"a;b"_s);
    }

    void anOldDatabaseRunsTheRestAndEndsLikeAnEmptyOne()
    {
        const auto all = threeSteps();
        QVERIFY(migrate(*m_database, all));
        const QString straight = schema();
        for (std::size_t start = 1; start <= all.size(); ++start) {
            m_database = std::move(*Database::open({ .name = u":memory:"_s }));
            QVERIFY(migrate(*m_database, first(all, start)));
            const auto report = migrate(*m_database, all);
            QVERIFY(report);
            QCOMPARE(report->from, all[start - 1].version);
            QCOMPARE(schema(), straight);
        }
    }

    void aFailureInAnyStatementUndoesItsWholeStep_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("statement");
        const auto all = threeSteps();
        for (int step = 0; step < int(all.size()); ++step) {
            const auto statements = all[std::size_t(step)].sql.count(u"-- ;;"_s) + 1;
            for (int statement = 0; statement <= statements; ++statement) {
                QTest::addRow("step %d, before statement %d", step, statement) << step << statement;
            }
        }
    }

    void aFailureInAnyStatementUndoesItsWholeStep()
    {
        QFETCH(int, step);
        QFETCH(int, statement);
        const auto all = threeSteps();
        QVERIFY(step == 0 || migrate(*m_database, first(all, std::size_t(step))));
        const QString before = schema();
        const int versionBefore = version();

        auto broken = all;
        QStringList statements = broken[std::size_t(step)].sql.split(u"\n-- ;;\n"_s);
        statements.insert(statement, u"INSERT INTO nowhere VALUES (1)"_s);
        broken[std::size_t(step)].sql = statements.join(u"\n-- ;;\n"_s);
        const auto failed = migrate(*m_database, broken);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Code::Storage);
        QVERIFY(failed.error().detail.contains(all[std::size_t(step)].name));
        QVERIFY(failed.error().detail.contains(u"statement %1"_s.arg(statement + 1)));
        QCOMPARE(schema(), before);
        QCOMPARE(version(), versionBefore);

        QVERIFY(migrate(*m_database, all));
        QCOMPARE(version(), 2000);
    }

    void aStepThatBreaksAReferenceIsUndone()
    {
        std::vector<Migration> steps { { 1000, u"1000_first.sql"_s,
            u"PRAGMA defer_foreign_keys = ON\n-- ;;\nCREATE TABLE a (x INTEGER PRIMARY KEY)\n-- ;;\n"
            "CREATE TABLE b (x REFERENCES a (x))\n-- ;;\nINSERT INTO b VALUES (5)"_s } };
        const auto failed = migrate(*m_database, steps);
        QVERIFY(!failed);
        QVERIFY(failed.error().detail.contains(u"table b"));
        QCOMPARE(version(), 0);
        QVERIFY(schema().isEmpty());
    }

    void aNewerMinorIsOpenedAsItIs()
    {
        const auto all = threeSteps();
        QVERIFY(migrate(*m_database, first(all, 2)));
        const auto report = migrate(*m_database, first(all, 1));
        QVERIFY(report);
        QCOMPARE(report->to, 1001);
        QCOMPARE(version(), 1001);
    }

    void aNewerMajorIsRefused()
    {
        const auto all = threeSteps();
        QVERIFY(migrate(*m_database, all));
        const QString before = schema();
        const auto refused = migrate(*m_database, first(all, 2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::SchemaTooNew);
        QVERIFY(!refused.error().detail.isEmpty());
        QCOMPARE(schema(), before);
    }

    void aVersionThatIsNoneOfOursIsRefused()
    {
        QVERIFY(m_database->execute(u"PRAGMA user_version = 7"_s));
        QVERIFY(!migrate(*m_database, threeSteps()));
    }

    void numbersAreUniqueAndGapless_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("good");
        QTest::newRow("in turn") << QStringList { u"1000_a.sql"_s, u"1001_b.sql"_s, u"2000_c.sql"_s } << true;
        QTest::newRow("no beginning") << QStringList { u"1001_a.sql"_s } << false;
        QTest::newRow("a gap") << QStringList { u"1000_a.sql"_s, u"1002_b.sql"_s } << false;
        QTest::newRow("doubled") << QStringList { u"1000_a.sql"_s, u"1000_b.sql"_s } << false;
        QTest::newRow("a major left out") << QStringList { u"1000_a.sql"_s, u"3000_b.sql"_s } << false;
        QTest::newRow("no number") << QStringList { u"1000_a.sql"_s, u"readme.sql"_s } << false;
        QTest::newRow("nothing") << QStringList {} << false;
    }

    void numbersAreUniqueAndGapless()
    {
        QFETCH(QStringList, files);
        QFETCH(bool, good);
        QTemporaryDir dir;
        for (const QString &name : files) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto loaded = loadMigrations(dir.path());
        QCOMPARE(loaded.has_value(), good);
        QVERIFY(good || loaded.error().code == Code::Internal);
    }

    void everyFolderInsideTheProgramCanBeLoaded()
    {
        const auto folders = QDir(u":/larder/migrations"_s).entryList(QDir::Dirs);
        QVERIFY(folders.contains(u"replica"_s));
        for (const QString &folder : folders) {
            const auto loaded = loadMigrations(u":/larder/migrations/"_s + folder);
            QVERIFY2(loaded, qPrintable(folder));
        }
    }

    void noReleasedFileHasChanged()
    {
        QStringList recorded;
        for (const auto &[file, sha256] : kFrozen) {
            recorded.push_back(
                u"{ \"%1\", \"%2\" },"_s.arg(QLatin1StringView(file), QLatin1StringView(sha256)));
        }
        QStringList found;
        const QString root = u":/larder/migrations/"_s;
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray hash = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
            found.push_back(u"{ \"%1\", \"%2\" },"_s.arg(
                file.fileName().mid(root.size()), QLatin1StringView(hash.toHex())));
        }
        found.sort();
        recorded.sort();
        QVERIFY2(found == recorded, qPrintable(u"frozen_migrations.inc would be\n"_s + found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
