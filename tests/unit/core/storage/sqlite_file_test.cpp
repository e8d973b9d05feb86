#include "core/storage/sqlite_file.h"

#include "core/storage/database.h"

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::storage;
using namespace Qt::StringLiterals;

class SqliteFileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name = u"a.sqlite"_s) const { return m_dir->filePath(name); }

    static QByteArray read(const QString &from)
    {
        QFile file(from);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &to, const QByteArray &bytes)
    {
        QFile file(to);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    // 300 rows of all sorts of values, some on overflow pages.
    static void fill(Database &database)
    {
        QVERIFY(database.execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT, blob BLOB, number)"_s));
        // Several transactions, so that the log holds several commits.
        for (int i = 1; i <= 300; ++i) {
            if (i % 20 == 1) {
                QVERIFY(database.execute(u"BEGIN"_s));
            }
            auto insert = database.cached(u"INSERT INTO t VALUES (?, ?, ?, ?)"_s);
            (*insert)->bindValue(0, i);
            (*insert)->bindValue(1, u"Häm %1"_s.arg(i).repeated(i % 50 == 0 ? 2'000 : 1));
            (*insert)->bindValue(2, QByteArray(i % 7, char(i)));
            (*insert)->bindValue(3, i % 3 == 0 ? QVariant() : QVariant(qint64(i) << (i % 56)));
            QVERIFY(run(**insert));
            if (i % 20 == 0) {
                QVERIFY(database.execute(u"COMMIT"_s));
            }
        }
    }
    // A copy as it is on disk while the database is still open, as after kill -9.
    QString killed(const QString &name)
    {
        {
            auto database = Database::open({ .name = path(u"live"_s) });
            fill(**database);
            write(path(name), read(path(u"live"_s)));
            write(path(name + u"-wal"_s), read(path(u"live-wal"_s)));
        }
        return path(name);
    }
    static void patch(const QString &file, qint64 at, const QByteArray &bytes)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::ReadWrite));
        QVERIFY(out.seek(at));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    static std::map<qint64, QVariantList> rowsOf(const QString &file)
    {
        std::map<qint64, QVariantList> rows;
        forEachRow(file, [&](qint64 rowid, const QVariantList &columns) {
            if (columns.size() == 4) {
                rows.insert_or_assign(rowid, columns);
            }
        });
        return rows;
    }
    static void verifyAll(const std::map<qint64, QVariantList> &rows)
    {
        QCOMPARE(rows.size(), std::size_t(300));
        for (const auto &[id, columns] : rows) {
            QCOMPARE(columns[1].toString(), u"Häm %1"_s.arg(id).repeated(id % 50 == 0 ? 2'000 : 1));
            QCOMPARE(columns[2].toByteArray(), QByteArray(int(id % 7), char(id)));
            QCOMPARE(columns[3].isNull(), id % 3 == 0);
            QVERIFY(columns[3].isNull() || columns[3].toLongLong() == id << (id % 56));
        }
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void nothingIsClosed() { QCOMPARE(inspectSqliteFile(path()), FileState::Closed); }

    void aClosedFileIsClosed()
    {
        fill(**Database::open({ .name = path() }));
        QCOMPARE(inspectSqliteFile(path()), FileState::Closed);
        verifyAll(rowsOf(path()));
    }

    void aKilledFileIsNotClosedAndItsLogIsRead()
    {
        const QString file = killed(u"k"_s);
        QCOMPARE(inspectSqliteFile(file), FileState::NotClosed);
        verifyAll(rowsOf(file));
    }

    void anOverwrittenHeaderIsDamage()
    {
        fill(**Database::open({ .name = path() }));
        patch(path(), 0, QByteArray(100, '\xaa'));
        QCOMPARE(inspectSqliteFile(path()), FileState::Damaged);
        verifyAll(rowsOf(path()));
    }

    void aTruncatedFileIsDamage()
    {
        fill(**Database::open({ .name = path() }));
        QVERIFY(QFile::resize(path(), QFileInfo(path()).size() - 10'000));
        QCOMPARE(inspectSqliteFile(path()), FileState::Damaged);
        QVERIFY(rowsOf(path()).size() > 200);
    }

    void anEmptyFileBesideALogIsDamage()
    {
        const QString file = killed(u"k"_s);
        write(file, {});
        QCOMPARE(inspectSqliteFile(file), FileState::Damaged);
        verifyAll(rowsOf(file));
        QVERIFY(QFile::remove(file));
        QCOMPARE(inspectSqliteFile(file), FileState::Damaged);
        verifyAll(rowsOf(file));
    }

    void aDamagedLogIsDamage_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("its header") << qint64(5);
        QTest::newRow("a frame's header") << qint64(32 + 24 + 4096 + 17);
        QTest::newRow("a page") << qint64(32 + 24 + 100);
        QTest::newRow("a late page") << qint64(32 + 20 * (24 + 4096) + 500);
    }

    void aDamagedLogIsDamage()
    {
        QFETCH(qint64, at);
        const QString file = killed(u"k"_s);
        patch(file + u"-wal"_s, at, QByteArray(8, '\x5a'));
        QCOMPARE(inspectSqliteFile(file), FileState::Damaged);
        QVERIFY(rowsOf(file).size() > 250);
    }

    // What kill -9 leaves is no damage: the end of the log may be cut anywhere.
    void aLogThatWasCutOffIsNone()
    {
        const QString file = killed(u"k"_s);
        const QByteArray log = read(file + u"-wal"_s);
        for (qsizetype cut = 0; cut < log.size(); cut += 777) {
            write(file + u"-wal"_s, log.first(cut));
            const FileState state = inspectSqliteFile(file);
            QVERIFY2(state != FileState::Damaged || read(file).isEmpty(), qPrintable(QString::number(cut)));
        }
    }

    void anotherRoundOfTheLogIsNoDamage()
    {
        const QString live = path(u"live"_s);
        auto database = Database::open({ .name = live });
        fill(**database);
        // The next round overwrites the log from its beginning; the old frames stay behind the new ones.
        QVERIFY((*database)->execute(u"PRAGMA wal_checkpoint(RESTART)"_s));
        QVERIFY((*database)->execute(u"UPDATE t SET number = 1 WHERE id = 1"_s));
        QVERIFY((*database)->execute(u"UPDATE t SET number = 2 WHERE id = 2"_s));
        write(path(u"k"_s), read(live));
        write(path(u"k-wal"_s), read(live + u"-wal"_s));
        QCOMPARE(inspectSqliteFile(path(u"k"_s)), FileState::NotClosed);
        QCOMPARE(rowsOf(path(u"k"_s)).at(2)[3].toInt(), 2);
        QCOMPARE(rowsOf(path(u"k"_s)).size(), std::size_t(300));
    }

    void noBytesMakeItCrash()
    {
        const QString file = killed(u"k"_s);
        const QByteArray base = read(file);
        const QByteArray log = read(file + u"-wal"_s);
        QRandomGenerator random(4711);
        for (int round = 0; round < 300; ++round) {
            QByteArray damaged = log;
            for (int i = random.bounded(1, 400); i > 0; --i) {
                damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            }
            damaged.truncate(random.bounded(2) ? damaged.size() : random.bounded(int(damaged.size())));
            write(file + u"-wal"_s, damaged);
            inspectSqliteFile(file);
            rowsOf(file);
            write(path(u"noise"_s), damaged.mid(random.bounded(5'000)));
            inspectSqliteFile(path(u"noise"_s));
            rowsOf(path(u"noise"_s));
        }
    }
};

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "sqlite_file_test.moc"
