#include "core/limits.h"
#include "core/storage/database.h"

#include "tests/support/every_text.h"
#include "tests/unit/core/replica/scratch_replica.h"

#include <QtTest/QSignalSpy>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

class ReplicaTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;

    Result<void> write(const RecordKey &key, std::vector<Register> registers)
    {
        return m_home->replica->write({ key, std::move(registers) });
    }
    Code refusal(const RecordKey &key, std::vector<Register> registers)
    {
        const auto done = write(key, std::move(registers));
        return done ? Code::Internal : done.error().code;
    }
    // The server refuses the only write of a push.
    void refuse(const std::vector<QueuedWrite> &sent, Code code, Record row)
    {
        protocol::Pushed answer;
        answer.corrections = { { 0, code, u"because"_s, std::move(row) } };
        QVERIFY(m_home->replica->acknowledge(sent, answer));
    }
    void sqlOn(const QString &statement)
    {
        auto database = storage::Database::open({ .name = m_home->path() });
        QVERIFY(database);
        const auto done = (*database)->execute(statement);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<ScratchReplica>(); }

    void cleanup()
    {
        m_home->replica.reset();
        auto database = storage::Database::open({ .name = m_home->path() });
        QVERIFY(!(*database)->scalar(u"PRAGMA foreign_key_check"_s)->isValid());
    }

    void whatTheDiskDidNotTakeIsInNoMemory_data()
    {
        QTest::addColumn<QString>("table");
        // Each is written in the transaction; one is read first after its rollback, the other later.
        for (const char *table : { "meta", "outbox" }) {
            QTest::newRow(table) << QString::fromLatin1(table);
        }
    }

    // Here a table that is not there for a while; a full disk or one with errors does the same.
    void whatTheDiskDidNotTakeIsInNoMemory()
    {
        QFETCH(QString, table);
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        QSignalSpy queue(m_home->replica.get(), &Replica::queueChanged);
        m_home->rename(table, u"away"_s);
        QVERIFY(!write(m_home->item(2), { { item::kName, m_home->tick(), u"Eggs"_s } }));
        QVERIFY(!m_home->replica->takeQueued(10, 1 << 20));
        QVERIFY(!m_home->replica->applyRows(m_home->rows(1, 2, { m_home->row(3, 2, {}, m_home->ana) })));
        QCOMPARE(queue.count(), 0);
        m_home->rename(u"away"_s, table);
        const auto taken = m_home->take();
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(taken.front().write.key, m_home->item(1));
        QCOMPARE(m_home->replica->queueState().queued, 1);
        QVERIFY(write(m_home->item(2), { { item::kName, m_home->tick(), u"Eggs"_s } }));
        QCOMPARE(m_home->replica->queueState().queued, 2);
    }

    void aWriteIsInItsRowAndInTheOutboxAfterReopening()
    {
        m_home->signIn();
        const Register milk = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->open();
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers, std::vector { milk });
        const auto queued = *m_home->replica->outbox(10);
        QCOMPARE(queued.size(), std::size_t(1));
        QCOMPARE(queued[0].write.registers, std::vector { milk });
        QVERIFY(m_home->tick() > milk.stamp);
    }

    // Also what no server of ours would keep, should another one send it.
    void everyTextIsTheSameAfterReopening()
    {
        m_home->signIn();
        auto texts = everyKeepableText();
        for (const char16_t odd : { u'\ufffe', u'\uffff' }) {
            texts.push_back(QString(QChar(odd)) + u"a"_s);
        }
        std::vector<Record> sent;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            sent.push_back(
                m_home->row(quint8(10 + i), 2, { { item::kNote, Stamp { 2000 }, texts[i] } }, m_home->ana));
        }
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2, sent)));
        m_home->open();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(m_home->recordAt(m_home->item(quint8(10 + i))).text(item::kNote), texts[i]);
        }
    }

    // A list that was lost with a long queue, many times over: what is not kept in full is still counted.
    void theOldestOfVeryManyRefusalsAreOnlyCounted()
    {
        constexpr int all = 6 * 170;
        static_assert(all == limits::kFailuresKept + 20);
        m_home->signIn();
        for (int done = 0; done < all; done += 170) {
            m_home->welcome({ { m_home->space, SpaceKind::List, Role::Owner, 1 } });
            std::vector<LocalWrite> writes;
            for (int i = done; i < done + 170; ++i) {
                const Register name { item::kName, m_home->tick(), u"Item %1"_s.arg(i) };
                writes.push_back({ { m_home->item(quint8(1 + i - done)), { name } }, {}, 0 });
            }
            for (const auto &written : m_home->replica->writeAll(writes)) {
                QVERIFY(written);
            }
            QVERIFY(m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Revoked }));
        }
        QCOMPARE(m_home->replica->queueState().failures, all);
        QCOMPARE(m_home->replica->queueState().failuresOlder, all - limits::kFailuresKept);
        auto failures = *m_home->replica->failures();
        QCOMPARE(int(failures.size()), limits::kFailuresKept);
        QCOMPARE(failures.front().write.registers.front().value, Value(u"Item 20"_s));
        m_home->open();
        QCOMPARE(m_home->replica->queueState().failures, all);
        for (const RefusedWrite &failure : failures) {
            QVERIFY(m_home->replica->queueState().failures > 0);
            QVERIFY(m_home->replica->dismissFailure(failure.id));
        }
        QCOMPARE(m_home->replica->queueState().failures, 0);
        m_home->open();
        QCOMPARE(m_home->replica->queueState().failures, 0);
    }

    // Months without a network: the queue grows with what was touched, not with how often.
    void theQueueIsBoundedByTheDataAndNotByTheEdits()
    {
        m_home->signIn();
        constexpr int kItems = 20;
        for (int round = 0; round < 50; ++round) {
            std::vector<LocalWrite> writes;
            for (int i = 0; i < 10 * kItems; ++i) {
                const auto key = m_home->item(quint8(10 + i % kItems));
                writes.push_back({ { key,
                                       { { item::kName, m_home->tick(), u"Round %1.%2"_s.arg(round).arg(i) },
                                           { item::kChecked, m_home->tick(), i % 2 == 0 } } },
                    m_home->replica->clockOffset(), 0 });
            }
            for (const auto &written : m_home->replica->writeAll(writes)) {
                QVERIFY(written);
            }
            if (round % 10 == 0) {
                m_home->open();
            }
        }
        QCOMPARE(m_home->replica->queueState().queued, kItems);
        for (const QueuedWrite &each : m_home->take()) {
            QCOMPARE(each.write.registers.size(), std::size_t(2));
            QCOMPARE(each.write.registers, m_home->recordAt(each.write.key).registers);
        }
    }

    void listsWorkWithNoAccountAndUploadAtTheFirstSignIn()
    {
        const SpaceId home = idOf<SpaceId>(0x70);
        m_home->put({ home, Kind::List, { home.value } }, list::kName, u"Home"_s);
        m_home->put({ home, Kind::Item, idOf<RecordId>(1) }, item::kName, u"Milk"_s);
        QVERIFY(m_home->replica->user().isNull());
        QVERIFY(m_home->replica->spaces().front().local);
        m_home->open();
        QVERIFY(m_home->replica->setUser(m_home->me));
        m_home->welcome({});
        const auto sent = m_home->take();
        QCOMPARE(sent.size(), std::size_t(2));
        QCOMPARE(sent[0].write.key.kind, Kind::List);
        protocol::Pushed answer;
        answer.versions = { { home, 1 } };
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QVERIFY(!m_home->replica->spaces().front().local);
        QCOMPARE(m_home->replica->spaces().front().grant.role, Role::Owner);
        QCOMPARE(m_home->replica->queueState().queued, 0);
    }

    void badWritesKeepNothing()
    {
        m_home->signIn();
        const auto item1 = m_home->item(1);
        const Stamp now = m_home->tick();
        QCOMPARE(refusal(item1, { { item::kName, now, u" x"_s } }), Code::InvalidValue);
        QCOMPARE(refusal(item1, { { item::kName, Stamp { 0 }, u"x"_s } }), Code::InvalidValue);
        QCOMPARE(refusal(item1, { { 40, now, u"x"_s } }), Code::UnknownField);
        QCOMPARE(refusal(item1, { { item::kNote, now, u"x"_s } }), Code::Incomplete);
        QCOMPARE(refusal(item1, {}), Code::InvalidValue);
        QCOMPARE(refusal({ m_home->space, Kind(60), item1.id }, { { 1, now, u"x"_s } }), Code::UnknownKind);
        QCOMPARE(refusal({ m_home->space, Kind::Member, item1.id }, { { member::kName, now, u"x"_s } }),
            Code::ServerAuthored);
        QCOMPARE(refusal({ idOf<SpaceId>(9), Kind::Item, item1.id }, { { item::kName, now, u"x"_s } }),
            Code::NotAMember);
        QCOMPARE(m_home->replica->queueState().queued, 0);
        QCOMPARE(m_home->replica->allRecords()->size(), std::size_t(1));
        QCOMPARE(m_home->replica->spaces().size(), std::size_t(1));
    }

    void oneBadWriteAmongSeveralHindersNoOther()
    {
        m_home->signIn();
        const std::vector<LocalWrite> writes {
            { { m_home->item(1), { { item::kName, m_home->tick(), u"Milk"_s } } }, {}, 7 },
            { { m_home->item(2), { { item::kName, m_home->tick(), QString() } } }, {}, 8 },
            { { m_home->item(3), { { item::kName, m_home->tick(), u"Jam"_s } } }, {}, 9 },
        };
        m_home->changes.clear();
        const auto answers = m_home->replica->writeAll(writes);
        QVERIFY(answers[0]);
        QCOMPARE(answers[1].error().code, Code::InvalidValue);
        QVERIFY(answers[2]);
        QCOMPARE(m_home->replica->queueState().queued, 2);
        QCOMPARE(m_home->changes.size(), std::size_t(1));
    }

    void ownEchoIsKnownByItsStamp()
    {
        m_home->signIn();
        const Register milk = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->pushAll(2);
        const Register bread = m_home->put(m_home->item(1), item::kName, u"Bread"_s);
        m_home->changes.clear();
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2, { m_home->row(1, 2, { milk }, m_home->me) })));
        QVERIFY(!m_home->changes.at(0).remote);
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers, std::vector { bread });
        QCOMPARE(m_home->recordAt(m_home->item(1)).version, 2);
        QCOMPARE(m_home->replica->queueState().queued, 1);
    }

    // A known trap: a refused write neither retries for ever nor takes the rest of the queue with it.
    void aRefusedWriteGoesAloneAndIsTold()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->put(m_home->item(2), item::kName, u"Bread"_s);
        const auto sent = m_home->take();
        protocol::Pushed answer;
        answer.versions = { { m_home->space, 2 } };
        answer.corrections = { { 0, Code::InvalidValue, u"no milk"_s, { m_home->item(1), {}, 0, {} } } };
        m_home->changes.clear();
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QVERIFY(m_home->take().empty());
        QVERIFY(m_home->recordAt(m_home->item(1)).registers.empty());
        QCOMPARE(m_home->recordAt(m_home->item(2)).text(item::kName), u"Bread"_s);
        QCOMPARE(m_home->changes.at(0).how, RowsChanged::How::Replace);
        QVERIFY(m_home->changes[0].rows[0].registers.empty());
        const auto failures = *m_home->replica->failures();
        QCOMPARE(failures.size(), std::size_t(1));
        QCOMPARE(failures[0].message, u"no milk"_s);
        QCOMPARE(failures[0].write, sent[0].write);
        m_home->open();
        QCOMPARE(m_home->replica->queueState().failures, 1);
        QVERIFY(m_home->replica->dismissFailure(failures[0].id));
        QCOMPARE(m_home->replica->queueState().failures, 0);
    }

    // A known trap, the other way round: another member's edit discards nothing of what is queued.
    void anothersEditDiscardsNothingThatIsQueued()
    {
        m_home->signIn();
        for (quint8 i = 1; i <= 20; ++i) {
            m_home->put(m_home->item(i), item::kName, u"Item %1"_s.arg(i));
        }
        const Stamp later { m_home->clock.now().count() + 10'000'000 };
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(1, 2, { m_home->row(7, 2, { { item::kName, later, u"Theirs"_s } }, m_home->ana) })));
        QCOMPARE(m_home->replica->queueState().queued, 20);
        QCOMPARE(m_home->take().size(), std::size_t(20));
    }

    void aRefusedEditFallsBackToWhatTheServerHoldsAndReplaysTheRest()
    {
        m_home->signIn();
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2,
            { m_home->row(1, 2,
                { { item::kName, Stamp { 50 }, u"Milk"_s }, { item::kNote, Stamp { 50 }, u"oat"_s } },
                m_home->ana) })));
        m_home->put(m_home->item(1), item::kName, u"Bread"_s);
        m_home->put(m_home->item(1), item::kQuantity, qint64(2000));
        const auto sent = m_home->take();
        const Register checked = m_home->put(m_home->item(1), item::kChecked, true);
        const auto server = m_home->row(1, 3,
            { { item::kName, Stamp { 50 }, u"Milk"_s }, { item::kNote, Stamp { 60 }, u"soy"_s } },
            m_home->ana);
        refuse(sent, Code::ReadOnly, server);
        Record expected = server;
        expected.set(checked.field, checked.value, checked.stamp);
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers, expected.registers);
        QCOMPARE(m_home->replica->queueState().queued, 1);
        QCOMPARE(m_home->replica->failures()->front().code, Code::ReadOnly);
    }

    void aNewerWriteOfTheSameFieldOutlivesTheRefusalOfAnOlder()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const auto sent = m_home->take();
        const Register bread = m_home->put(m_home->item(1), item::kName, u"Bread"_s);
        refuse(sent, Code::InvalidValue, { m_home->item(1), {}, 0, {} });
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers, std::vector { bread });
        QCOMPARE(m_home->take().size(), std::size_t(1));
    }

    void aClampedStampIsTakenOver()
    {
        m_home->signIn();
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const auto sent = m_home->take();
        const Register clamped { item::kName, Stamp { mine.stamp.micros - 500 }, u"Milk"_s };
        refuse(sent, Code::StampClamped, m_home->row(1, 2, { clamped }, m_home->me));
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers, std::vector { clamped });
        QCOMPARE(m_home->replica->queueState().failures, 0);
        QCOMPARE(m_home->replica->queueState().queued, 0);
    }

    void aLateAnswerTakesNothingThatIsNew()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const auto sent = m_home->take();
        m_home->replica->releaseInFlight();
        const Register bread = m_home->put(m_home->item(1), item::kName, u"Bread"_s);
        refuse(sent, Code::InvalidValue, { m_home->item(1), {}, 0, {} });
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers, std::vector { bread });
        QCOMPARE(m_home->replica->queueState().queued, 1);
        refuse(sent, Code::InvalidValue, { m_home->item(1), {}, 0, {} });
        QCOMPARE(m_home->replica->queueState().queued, 1);
    }

    void aRefusedWriteCanBeTriedAgain()
    {
        m_home->signIn();
        const Register milk = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        refuse(m_home->take(), Code::RateLimited, { m_home->item(1), {}, 0, {} });
        const qint64 id = m_home->replica->failures()->front().id;
        QVERIFY(m_home->replica->retryFailure(id));
        QCOMPARE(m_home->replica->queueState().failures, 0);
        const auto again = m_home->take();
        QCOMPARE(again.size(), std::size_t(1));
        QVERIFY(again[0].write.registers[0].stamp > milk.stamp);
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Milk"_s);
        QCOMPARE(m_home->replica->retryFailure(id).error().code, Code::NotFound);
    }

    void aListThatMayNotBeMadeGoesWithAllThatWasInIt()
    {
        QVERIFY(m_home->replica->setUser(m_home->me));
        m_home->welcome({});
        const SpaceId space = idOf<SpaceId>(0x70);
        m_home->put({ space, Kind::List, { space.value } }, list::kName, u"Home"_s);
        m_home->put({ space, Kind::Item, idOf<RecordId>(1) }, item::kName, u"Milk"_s);
        const auto sent = m_home->take();
        protocol::Pushed answer;
        answer.corrections = { { 0, Code::NotAMember, {}, { sent[0].write.key, {}, 0, {} } },
            { 1, Code::NotAMember, {}, { sent[1].write.key, {}, 0, {} } } };
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QVERIFY(m_home->replica->spaces().empty());
        QCOMPARE(m_home->replica->queueState().failures, 2);
    }

    void tellsTheQueueWhenItChanges()
    {
        m_home->signIn();
        QSignalSpy told(m_home->replica.get(), &Replica::queueChanged);
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        QCOMPARE(told.count(), 1);
        m_home->put(m_home->item(1), item::kName, u"Bread"_s);
        QCOMPARE(told.count(), 1);
        m_home->pushAll(2);
        QCOMPARE(told.count(), 2);
        QCOMPARE(told[1][0].value<QueueState>().queued, 0);
    }

    // A known trap: offline for months and an upgrade in between: nothing is lost.
    void aQueueOutlivesMonthsAndAnUpgrade()
    {
        m_home->signIn();
        for (quint8 i = 1; i <= 50; ++i) {
            m_home->put(m_home->item(i), item::kName, u"Item %1"_s.arg(i));
        }
        const auto before = *m_home->replica->outbox(100);
        m_home->replica.reset();
        // An older version of the program left a field in `extra` that this one has a column for.
        sqlOn(u"UPDATE meta SET value = '1:7 2:5 3:3' WHERE key = 'field_table'"_s);
        sqlOn(u"UPDATE item SET extra = x'a10582190bb8636f6174'"_s);
        m_home->clock.time += std::chrono::hours(24 * 120);
        m_home->open();
        QCOMPARE(m_home->recordAt(m_home->item(3)).text(item::kNote), u"oat"_s);
        const auto after = m_home->take();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(after[i].write, before[i].write);
        }
        m_home->replica.reset();
        auto database = storage::Database::open({ .name = m_home->path() });
        QCOMPARE((*database)->scalar(u"SELECT count(*) FROM item WHERE extra IS NOT NULL"_s)->toInt(), 0);
    }

    void aNewerMinorVersionIsOpenedWithoutLoss()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->replica.reset();
        sqlOn(u"ALTER TABLE item ADD COLUMN shelf TEXT"_s);
        sqlOn(u"ALTER TABLE space ADD COLUMN theme TEXT"_s);
        sqlOn(u"UPDATE item SET shelf = 'B2'"_s);
        sqlOn(u"UPDATE space SET theme = 'dark'"_s);
        sqlOn(u"CREATE TABLE recipe (name TEXT)"_s);
        sqlOn(u"INSERT INTO recipe VALUES ('Soup')"_s);
        sqlOn(u"PRAGMA user_version = 1007"_s);
        m_home->open();
        m_home->put(m_home->item(1), item::kName, u"Bread"_s);
        QVERIFY(m_home->replica->applyRows(m_home->rows(
            1, 2, { m_home->row(1, 2, { { item::kNote, Stamp { 5 }, u"x"_s } }, m_home->ana) })));
        m_home->pushAll(3);
        m_home->replica.reset();
        auto database = storage::Database::open({ .name = m_home->path() });
        QCOMPARE((*database)->scalar(u"SELECT shelf FROM item"_s)->toString(), u"B2"_s);
        QCOMPARE((*database)->scalar(u"SELECT theme FROM space"_s)->toString(), u"dark"_s);
        QCOMPARE((*database)->scalar(u"SELECT name FROM recipe"_s)->toString(), u"Soup"_s);
        QCOMPARE((*database)->scalar(u"PRAGMA user_version"_s)->toInt(), 1007);
    }

    void aNewerMajorVersionIsRefusedAndLeftAsItIs()
    {
        m_home->signIn();
        m_home->replica.reset();
        sqlOn(u"PRAGMA user_version = 2000"_s);
        QFile file(m_home->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        const auto refused = Replica::open(m_home->path(), m_home->clock, m_home->stamps);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::SchemaTooNew);
        QVERIFY(!refused.error().detail.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void aRecordGrowsToItsBoundAndNoFurther()
    {
        m_home->signIn();
        const auto fields = [&](int from, int count) {
            std::vector<Register> registers;
            for (int i = 0; i < count; ++i) {
                registers.push_back({ FieldNumber(from + i), Stamp { 5 }, qint64(i) });
            }
            return registers;
        };
        const int bound = limits::kRegistersPerRecord;
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(1, 2, { m_home->row(1, 2, fields(20, bound - 1), m_home->ana) })));
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(2, 3, { m_home->row(1, 3, fields(200, 1), m_home->ana) })));
        QCOMPARE(
            m_home->replica->applyRows(m_home->rows(3, 4, { m_home->row(1, 4, fields(300, 1), m_home->ana) }))
                .error()
                .code,
            Code::Malformed);
        QCOMPARE(
            m_home->replica
                ->applyRows(m_home->rows(3, 4, { m_home->row(2, 4, fields(20, bound + 1), m_home->ana) }))
                .error()
                .code,
            Code::Malformed);
        m_home->open();
        QCOMPARE(int(m_home->recordAt(m_home->item(1)).registers.size()), bound);
        QCOMPARE(m_home->replica->spaces().front().cursor, 3);
    }

    void unknownFieldsAndKindsAreCarried()
    {
        m_home->signIn();
        const Register strange { 40, Stamp { 70 }, QByteArray("new") };
        Record kind { { m_home->space, Kind(500), idOf<RecordId>(7) }, { strange }, 2, m_home->ana };
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2,
            { m_home->row(1, 2, { { item::kName, Stamp { 60 }, u"Milk"_s }, strange }, m_home->ana),
                kind })));
        m_home->put(m_home->item(1), item::kChecked, true);
        m_home->open();
        QCOMPARE(*m_home->recordAt(m_home->item(1)).find(40), strange);
        QCOMPARE(m_home->recordAt(kind.key).registers, kind.registers);
        QCOMPARE(m_home->replica->allRecords()->size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(ReplicaTest)
#include "replica_test.moc"
