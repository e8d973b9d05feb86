#include "core/storage/database.h"

#include "tests/unit/core/replica/scratch_replica.h"

#include <QtTest/QSignalSpy>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

// A replica's file that is damaged in each way a disk, or a person, can do it.
class ReplicaDamageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;
    std::vector<QueuedWrite> m_queued;
    Record m_lost;
    SpaceId m_local = idOf<SpaceId>(0x70);

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
    static void patch(const QString &file, qint64 at, const QByteArray &bytes)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::ReadWrite));
        QVERIFY(out.seek(at));
        QCOMPARE(out.write(bytes), bytes.size());
    }

    // 2,000 rows of the server, 300 queued writes, a list that was never synced, one refusal, and a name that
    // lost to Ana's.
    void fill()
    {
        m_home->signIn();
        std::vector<Record> rows;
        for (int i = 0; i < 2'000; ++i) {
            Record row = m_home->row(
                1, 2, { { item::kName, Stamp { 2000 }, u"Server item %1"_s.arg(i) } }, m_home->ana);
            row.key.id.value.bytes[13] = quint8(i / 200);
            row.key.id.value.bytes[15] = quint8(i % 200);
            rows.push_back(row);
        }
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2, rows)));
        const Register mine = m_home->put(m_home->item(0xdd), item::kName, u"Mine"_s);
        m_lost = m_home->row(
            0xdd, 3, { { item::kName, Stamp { mine.stamp.micros + 1 }, u"Ana's"_s } }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(2, 3, { m_lost })));
        QVERIFY(m_home->replica->acknowledge(m_home->take(), { 0, { { m_home->space, 4 } }, {} }));
        m_lost.version = 4;
        QVERIFY(m_home->replica->applyRows(m_home->rows(3, 4, { m_lost })));
        QCOMPARE(m_home->replica->queueState(), (QueueState { .conflicts = 1 }));
        m_home->put(m_home->item(0xee), item::kName, u"Refused"_s);
        protocol::Pushed answer;
        answer.corrections = { { 0, Code::InvalidValue, u"no"_s, { m_home->item(0xee), {}, 0, {} } } };
        QVERIFY(m_home->replica->acknowledge(m_home->take(), answer));
        m_home->put({ m_local, Kind::List, { m_local.value } }, list::kName, u"Party"_s);
        std::vector<LocalWrite> writes;
        for (int i = 0; i < 300; ++i) {
            RecordKey key = i % 2 ? m_home->item(2) : RecordKey { m_local, Kind::Item, idOf<RecordId>(3) };
            key.id.value.bytes[14] = quint8(i / 200);
            key.id.value.bytes[15] = quint8(i % 200);
            writes.push_back(
                { { key,
                      { { item::kName, m_home->tick(), u"Mine %1"_s.arg(i) },
                          { item::kNote, m_home->tick(), QString(i % 30 == 0 ? 4'000 : 20, u'n') } } },
                    {}, i });
        }
        for (const auto &answered : m_home->replica->writeAll(writes)) {
            QVERIFY(answered);
        }
        m_queued = *m_home->replica->outbox(10'000);
        QCOMPARE(m_queued.size(), std::size_t(301));
    }

    // As after kill -9: what is on disk while the replica is open.
    void kill()
    {
        const QByteArray base = read(m_home->path());
        const QByteArray log = read(m_home->path() + u"-wal"_s);
        m_home->replica.reset();
        QFile::remove(m_home->path() + u"-shm"_s);
        write(m_home->path(), base);
        write(m_home->path() + u"-wal"_s, log);
    }
    void close() { m_home->replica.reset(); }

    // How many of the queued writes are in the new outbox, each unchanged, in their row, and in the old
    // order.
    int saved()
    {
        std::map<RecordKey, protocol::Write> now;
        qint64 last = 0;
        const auto outbox = m_home->replica->outbox(10'000);
        for (const auto &each : *outbox) {
            if (each.entry <= last) {
                qFatal("out of order");
            }
            last = each.entry;
            now.emplace(each.write.key, each.write);
        }
        int count = 0;
        for (const auto &each : m_queued) {
            const auto at = now.find(each.write.key);
            if (at == now.end()) {
                continue;
            }
            if (at->second != each.write
                || m_home->recordAt(each.write.key).registers != each.write.registers) {
                qFatal("a saved write was changed");
            }
            ++count;
        }
        return count;
    }
    // The refusal and the conflict, which are nowhere else.
    void verifyNotices()
    {
        QCOMPARE(m_home->replica->queueState().failures, 1);
        QCOMPARE(m_home->replica->queueState().conflicts, 1);
        const auto conflicts = m_home->replica->conflicts();
        QVERIFY(conflicts);
        QCOMPARE(conflicts->front().key, m_lost.key);
        QCOMPARE(conflicts->front().field, item::kName);
        QCOMPARE(conflicts->front().mine.value, Value(u"Mine"_s));
        QCOMPARE(conflicts->front().theirs, m_lost.registers.front());
        QCOMPARE(conflicts->front().author, m_home->ana);
    }
    void verifySetAside()
    {
        const OpenReport report = m_home->replica->openReport();
        QVERIFY(!report.setAside.isEmpty());
        QVERIFY(QFile::exists(report.setAside) || QFile::exists(report.setAside + u"-wal"_s));
        QCOMPARE(report.savedWrites, m_home->replica->queueState().queued);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        fill();
    }

    void cleanup()
    {
        m_home->replica.reset();
        auto database = storage::Database::open({ .name = m_home->path() });
        QVERIFY(!(*database)->scalar(u"PRAGMA foreign_key_check"_s)->isValid());
        QCOMPARE((*database)->scalar(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
    }

    void anUndamagedFileIsReportedAsSuch()
    {
        kill();
        m_home->open();
        QCOMPARE(m_home->replica->openReport(), OpenReport {});
        QCOMPARE(m_home->replica->queueState().queued, 301);
    }

    void anOverwrittenHeader()
    {
        const DeviceId device = m_home->replica->device();
        close();
        patch(m_home->path(), 0, QByteArray(100, '\xaa'));
        m_home->open();
        verifySetAside();
        QCOMPARE(saved(), 301);
        QCOMPARE(m_home->replica->user(), m_home->me);
        QCOMPARE(m_home->replica->device(), device);
        verifyNotices();
        QVERIFY(m_home->replica->epoch().isEmpty());
        QVERIFY(m_home->tick() > m_queued.back().write.registers.back().stamp);
        close();
        patch(m_home->path(), 0, QByteArray(100, '\xaa'));
        m_home->open();
        verifyNotices(); // nothing doubles
    }

    void anOverwrittenFirstPage()
    {
        close();
        patch(m_home->path(), 0, QByteArray(4096, '\xaa'));
        m_home->open();
        verifySetAside();
        QCOMPARE(saved(), 301);
    }

    void overwrittenPagesInTheMiddleAreFoundAfterAKill()
    {
        kill();
        // All in the file, so that the log does not mend it.
        {
            auto database = storage::Database::open({ .name = m_home->path() });
        }
        const qint64 size = QFileInfo(m_home->path()).size();
        for (qint64 at = size / 3; at < size / 2; at += 4096) {
            patch(m_home->path(), at / 4096 * 4096, QByteArray(4096, '\xee'));
        }
        write(m_home->path() + u"-wal"_s, QByteArray(40, 'x')); // somebody was killed here
        m_home->open();
        verifySetAside();
        QVERIFY(saved() > 100);
    }

    void overwrittenPagesInTheMiddleAreFoundInUse()
    {
        close();
        const qint64 size = QFileInfo(m_home->path()).size();
        for (qint64 at = 3 * 4096; at < size / 2; at += 4096) {
            patch(m_home->path(), at, QByteArray(4096, '\xee'));
        }
        m_home->open();
        QSignalSpy recovered(m_home->replica.get(), &Replica::recovered);
        const auto all = m_home->replica->allRecords();
        QVERIFY(all);
        const auto report = m_home->replica->openReport();
        QVERIFY(!report.setAside.isEmpty());
        // Either the opening noticed or the reading did; the replica works on.
        QVERIFY(recovered.count() <= 1);
        const RecordKey key { m_local, Kind::List, { m_local.value } };
        QVERIFY(m_home->replica->write({ key, { { list::kName, m_home->tick(), u"Again"_s } } }));
    }

    void damageInUseCostsNoQueuedWrite()
    {
        close();
        // Rows lie behind the queue's pages: damage only pages that hold the server's rows.
        const QByteArray content = read(m_home->path());
        int damaged = 0;
        for (qsizetype at = 4096; at + 4096 <= content.size(); at += 4096) {
            if (content.mid(at, 4096).count("Server item") > 5) {
                patch(m_home->path(), at, QByteArray(4096, '\xee'));
                ++damaged;
            }
        }
        QVERIFY(damaged > 5);
        m_home->open();
        QCOMPARE(m_home->replica->openReport(), OpenReport {});
        const DeviceId device = m_home->replica->device();
        QSignalSpy recovered(m_home->replica.get(), &Replica::recovered);
        QVERIFY(m_home->replica->records(m_home->space, Kind::Item));
        QCOMPARE(recovered.count(), 1);
        verifySetAside();
        QCOMPARE(saved(), 301);
        QCOMPARE(m_home->replica->device(), device);
        QCOMPARE(m_home->replica->user(), m_home->me);
        verifyNotices();
        for (const Space &space : m_home->replica->spaces()) {
            QCOMPARE(space.grant.role, Role::Owner); // as it was told, and no less
        }
        // The server refills it.
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Owner, 2 } });
        QVERIFY(m_home->replica->applyRows(m_home->rows(0, 2, { m_home->listRow(1) })));
        QCOMPARE(m_home->take().size(), std::size_t(301));
    }

    void aWriteThatMeetsDamageIsKept()
    {
        close();
        const QByteArray content = read(m_home->path());
        for (qsizetype at = 4096; at + 4096 <= content.size(); at += 4096) {
            if (content.mid(at, 4096).count("Server item") > 5) {
                patch(m_home->path(), at, QByteArray(4096, '\xee'));
            }
        }
        m_home->open();
        QSignalSpy recovered(m_home->replica.get(), &Replica::recovered);
        RecordKey key = m_home->item(1);
        key.id.value.bytes[13] = 5;
        key.id.value.bytes[15] = 7;
        const auto done = m_home->replica->write({ key, { { item::kName, m_home->tick(), u"Milk"_s } } });
        QVERIFY(done);
        QCOMPARE(recovered.count(), 1);
        QCOMPARE(saved(), 301);
        m_home->open();
        QCOMPARE(m_home->replica->queueState().queued, 302);
        QCOMPARE(m_home->recordAt(key).text(item::kName), u"Milk"_s);
    }

    void aTruncatedFile()
    {
        close();
        const qint64 size = QFileInfo(m_home->path()).size();
        QVERIFY(QFile::resize(m_home->path(), size / 2));
        m_home->open();
        verifySetAside();
        saved();
    }

    void aFileOfLengthZeroBesideItsLog()
    {
        // All is still in the log.
        kill();
        const QByteArray log = read(m_home->path() + u"-wal"_s);
        write(m_home->path(), {});
        m_home->open();
        verifySetAside();
        QVERIFY(QFile::exists(m_home->replica->openReport().setAside + u"-wal"_s));
        QCOMPARE(read(m_home->replica->openReport().setAside + u"-wal"_s), log);
        QCOMPARE(saved(), 301);
    }

    void aDamagedLog()
    {
        kill();
        const qint64 size = QFileInfo(m_home->path() + u"-wal"_s).size();
        patch(m_home->path() + u"-wal"_s, size / 2, QByteArray(600, '\x11'));
        m_home->open();
        verifySetAside();
        QVERIFY(saved() >= 250);
    }

    void aLogWithoutItsHeader()
    {
        kill();
        patch(m_home->path() + u"-wal"_s, 0, QByteArray(32, '\x11'));
        m_home->open();
        verifySetAside();
        QCOMPARE(saved(), 301);
    }

    void somethingElseEntirely()
    {
        close();
        write(m_home->path(), QByteArray(50'000, 'x'));
        m_home->open();
        verifySetAside();
        QCOMPARE(m_home->replica->queueState().queued, 0);
        QVERIFY(!m_home->replica->device().isNull());
    }

    void aCrashWhileReplacingIsFinishedByTheNextOpening()
    {
        close();
        const QByteArray damaged = QByteArray(100, '\xaa') + read(m_home->path()).mid(100);
        write(m_home->path(), damaged);
        m_home->open();
        const QString aside = m_home->replica->openReport().setAside;
        close();
        const QByteArray replaced = read(m_home->path());

        // Killed before the old file made way: what was begun is thrown away.
        write(m_home->path(), damaged);
        write(m_home->path() + u".new"_s, replaced.first(replaced.size() / 2));
        m_home->open();
        QCOMPARE(saved(), 301);
        close();

        // Killed after it did.
        QVERIFY(QFile::remove(m_home->path()));
        write(m_home->path() + u".new"_s, replaced);
        m_home->open();
        QCOMPARE(saved(), 301);
        QVERIFY(!QFile::exists(m_home->path() + u".new"_s));
        QVERIFY(QFile::exists(aside));
    }

    void twoDamagedFilesAreBothKept()
    {
        QStringList names;
        for (int i = 0; i < 2; ++i) {
            close();
            patch(m_home->path(), 0, QByteArray(100, '\xaa'));
            m_home->open();
            names.push_back(m_home->replica->openReport().setAside);
            QCOMPARE(saved(), 301);
        }
        QVERIFY(names[0] != names[1]);
        QVERIFY(QFile::exists(names[0]) && QFile::exists(names[1]));
    }

    void writesThatTheServerHadAreNotQueuedAgain()
    {
        protocol::Pushed answer;
        answer.versions = { { m_home->space, 9 }, { m_local, 9 } };
        QVERIFY(m_home->replica->acknowledge(m_home->take(), answer));
        m_home->put(m_home->item(0xdd), item::kName, u"Last"_s);
        close();
        patch(m_home->path(), 0, QByteArray(100, '\xaa'));
        m_home->open();
        QCOMPARE(m_home->replica->queueState().queued, 1);
    }

    void anyDamageAnywhereIsSurvived()
    {
        kill();
        const QByteArray base = read(m_home->path());
        const QByteArray log = read(m_home->path() + u"-wal"_s);
        TestRandom random;
        for (int round = 0; round < 60; ++round) {
            m_home->replica.reset();
            for (const char *part : { "", "-wal", "-shm" }) {
                QFile::remove(m_home->path() + QLatin1StringView(part));
            }
            write(m_home->path(), base);
            write(m_home->path() + u"-wal"_s, log);
            const QString victim = m_home->path() + (round % 2 ? u"-wal"_s : QString());
            const qint64 size = QFileInfo(victim).size();
            patch(victim, qint64(random.below(quint64(size))), random.bytes(int(random.below(9'000))));
            m_home->open();
            QVERIFY(m_home->replica->allRecords());
            const RecordKey key { m_local, Kind::List, { m_local.value } };
            QVERIFY(m_home->replica->write({ key, { { list::kName, m_home->tick(), u"Again"_s } } }));
        }
    }
};

QTEST_GUILESS_MAIN(ReplicaDamageTest)
#include "replica_damage_test.moc"
