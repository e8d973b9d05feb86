#include "core/limits.h"
#include "core/replica/replica_client.h"

#include "tests/unit/core/replica/scratch_replica.h"

#include <QtTest/QSignalSpy>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

class ReplicaClientTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;
    std::unique_ptr<ReplicaClient> m_client;
    TestRandom m_random;

    RecordId addItem(SpaceId space, const QString &name)
    {
        auto id = m_client->create(space, Kind::Item, { { item::kName, name } });
        return id ? *id : RecordId {};
    }
    QString nameOf(const RecordKey &key) const
    {
        const Record *record = m_client->record(key);
        return record ? record->text(item::kName) : QString();
    }
    // Watches the signed-in space and waits until it is there.
    void watchHome()
    {
        QSignalSpy loaded(m_client.get(), &ReplicaClient::loaded);
        m_client->watch(m_home->space);
        QVERIFY(loaded.wait());
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->clock.time += 1h;
        m_client = std::make_unique<ReplicaClient>(*m_home->replica, m_home->stamps, m_home->clock, m_random);
    }

    void cleanup()
    {
        m_client.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_home.reset();
    }

    void whatIsPastedBecomesATextThatEverybodyCanKeep()
    {
        const auto list = m_client->createList({ { list::kName, u"Home"_s } });
        QVERIFY(list);
        const RecordId milk = addItem(*list, QString(u"\ufeffMi"_s + QChar(0xd83d) + u"lk\uffff"_s));
        QVERIFY(!milk.isNull());
        QCOMPARE(nameOf({ *list, Kind::Item, milk }), u"Mi\ufffdlk\ufffd"_s);
    }

    void aListCanBeUsedInTheSameTurnThatMadeIt()
    {
        const auto list = m_client->createList({ { list::kName, u"Home"_s } });
        QVERIFY(list);
        QCOMPARE(m_client->spaces().size(), std::size_t(1));
        QVERIFY(m_client->space(*list)->local);
        m_client->watch(*list);
        const RecordId milk = addItem(*list, u"Milk"_s);
        QCOMPARE(nameOf({ *list, Kind::Item, milk }), u"Milk"_s);
        QCOMPARE(m_client->unsavedCount(), 2);
        QCOMPARE(m_home->replica->allRecords()->size(), std::size_t(0));
        QTRY_COMPARE(m_client->unsavedCount(), 0);
        QCOMPARE(m_home->replica->allRecords()->size(), std::size_t(2));
        QCOMPARE(m_client->queueState().queued, 2);
        QCOMPARE(m_client->spaces().size(), std::size_t(1));
    }

    void aWriteShowsAtOnceAndIsSavedLater()
    {
        m_home->signIn();
        watchHome();
        QSignalSpy rows(m_client.get(), &ReplicaClient::rowsChanged);
        QSignalSpy saved(m_client.get(), &ReplicaClient::saved);
        const RecordId milk = addItem(m_home->space, u"Milk"_s);
        QCOMPARE(rows.count(), 1);
        QCOMPARE(rows[0][3].toBool(), false);
        QCOMPARE(saved.count(), 0);
        const auto before
            = m_client->write({ m_home->space, Kind::Item, milk }, { { item::kName, u"Oat milk"_s } });
        QVERIFY(before);
        QCOMPARE(before->size(), std::size_t(1));
        QCOMPARE(std::get<QString>(before->front().value), u"Milk"_s);
        QVERIFY(saved.wait());
        QCOMPARE(m_client->unsavedCount(), 0);
        QCOMPARE(m_home->recordAt({ m_home->space, Kind::Item, milk }).text(item::kName), u"Oat milk"_s);
        QCOMPARE(rows.count(), 2);
    }

    void writesThatComeTogetherShareATransactionAndEachIsToldAfterIt()
    {
        m_home->signIn();
        watchHome();
        const auto before = m_home->changes.size();
        for (int i = 0; i < 100; ++i) {
            addItem(m_home->space, u"Item %1"_s.arg(i));
        }
        QCOMPARE(m_client->unsavedCount(), 100);
        QTRY_COMPARE(m_client->unsavedCount(), 0);
        QCOMPARE(m_home->changes.size(), before + 1);
        QCOMPARE(m_home->replica->queueState().queued, 100);
    }

    void nothingThatWasAskedIsLostWhenTheClientGoes()
    {
        m_home->signIn();
        watchHome();
        addItem(m_home->space, u"Milk"_s);
        m_client.reset();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(m_home->replica->records(m_home->space, Kind::Item)->size(), std::size_t(1));
    }

    void badWritesChangeNothing()
    {
        m_home->signIn();
        watchHome();
        QSignalSpy rows(m_client.get(), &ReplicaClient::rowsChanged);
        const auto key = m_home->item(1);
        QCOMPARE(m_client->write(key, { { item::kName, u" Milk"_s } }).error().code, Code::InvalidValue);
        QCOMPARE(m_client->write(key, { { item::kChecked, true } }).error().code, Code::Incomplete);
        QCOMPARE(m_client->write(key, { { 99, true } }).error().code, Code::UnknownField);
        QCOMPARE(m_client->write(key, {}).error().code, Code::InvalidValue);
        QCOMPARE(m_client->create(m_home->space, Kind::Item, { { item::kNote, u"oat"_s } }).error().code,
            Code::Incomplete);
        QCOMPARE(m_client->write({ m_home->space, Kind::Member, key.id }, { { member::kRole, qint64(3) } })
                     .error()
                     .code,
            Code::ServerAuthored);
        QCOMPARE(m_client->create(idOf<SpaceId>(9), Kind::Item, { { item::kName, u"a"_s } }).error().code,
            Code::NotAMember);
        QCOMPARE(m_client->createList({ { list::kName, QString() } }).error().code, Code::InvalidValue);
        QCOMPARE(m_client->spaces().size(), std::size_t(1));
        QCOMPARE(rows.count(), 0);
        QCOMPARE(m_client->unsavedCount(), 0);
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Viewer, 1 } });
        QTRY_COMPARE(m_client->space(m_home->space)->grant.role, Role::Viewer);
        QCOMPARE(m_client->create(m_home->space, Kind::Item, { { item::kName, u"a"_s } }).error().code,
            Code::ReadOnly);
    }

    void somebodyElsesChangeComesWithWhatItTouched()
    {
        m_home->signIn();
        watchHome();
        QSignalSpy rows(m_client.get(), &ReplicaClient::rowsChanged);
        QVERIFY(m_home->replica->applyRows(m_home->rows(
            1, 2, { m_home->row(1, 2, { { item::kName, Stamp { 5 }, u"Milk"_s } }, m_home->ana) })));
        QVERIFY(rows.wait());
        QCOMPARE(rows[0][2].value<std::vector<RecordId>>(), std::vector { m_home->item(1).id });
        QCOMPARE(rows[0][3].toBool(), true);
        QCOMPARE(nameOf(m_home->item(1)), u"Milk"_s);
    }

    // A known trap: a late answer of the server, older than what a person did meanwhile, must not flip the
    // row back.
    void aFastCheckDoesNotFlipBackWhenALateAnswerArrives()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        watchHome();
        QSignalSpy rows(m_client.get(), &ReplicaClient::rowsChanged);
        const Stamp earlier = m_home->tick();
        QVERIFY(m_client->write(m_home->item(1), { { item::kChecked, true } }));
        // The server's row, from before the tap, arrives while the tap is not even on the disk.
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2,
            { m_home->row(1, 2, { { item::kChecked, earlier, false }, { item::kName, earlier, u"Milk"_s } },
                m_home->ana) })));
        QTRY_COMPARE(m_client->unsavedCount(), 0);
        QVERIFY(m_client->record(m_home->item(1))->truth(item::kChecked));
        QVERIFY(m_home->recordAt(m_home->item(1)).truth(item::kChecked));
        for (const auto &signal : rows) {
            QVERIFY(!signal[3].toBool() || m_client->record(m_home->item(1))->truth(item::kChecked));
        }
    }

    // A known trap, the other way round: a rollback of an earlier write keeps what is not on the disk yet
    // over it.
    void aRollbackIsOverlaidWithWhatIsStillPending()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->pushAll(2);
        m_home->put(m_home->item(1), item::kNote, u"refused"_s);
        watchHome();
        const auto sent = m_home->take();
        QVERIFY(m_client->write(m_home->item(1), { { item::kChecked, true } }));
        protocol::Pushed answer;
        answer.corrections = { { 0, Code::InvalidValue, u"no"_s, m_home->recordAt(m_home->item(1)) } };
        std::erase_if(answer.corrections[0].row.registers,
            [](const Register &reg) { return reg.field == item::kNote; });
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QTRY_VERIFY(m_client->record(m_home->item(1))->text(item::kNote).isEmpty());
        QVERIFY(m_client->record(m_home->item(1))->truth(item::kChecked));
        QTRY_COMPARE(m_client->unsavedCount(), 0);
        QVERIFY(m_client->record(m_home->item(1))->truth(item::kChecked));
        QCOMPARE(m_client->queueState().failures, 1);
    }

    void aWriteThatTheDiskRefusesIsTakenBack()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        watchHome();
        QSignalSpy failed(m_client.get(), &ReplicaClient::writeFailed);
        // The role goes while the writes are on their way.
        QVERIFY(m_client->write(m_home->item(1), { { item::kName, u"Oat milk"_s } }));
        QVERIFY(m_client->write(m_home->item(1), { { item::kName, u"Soy milk"_s } }));
        const auto fresh = m_client->create(m_home->space, Kind::Item, { { item::kName, u"Bread"_s } });
        QVERIFY(fresh);
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Viewer, 1 } });
        QTRY_COMPARE(failed.count(), 3);
        QCOMPARE(failed[0][1].value<Code>(), Code::ReadOnly);
        QCOMPARE(nameOf(m_home->item(1)), u"Milk"_s);
        QVERIFY(!m_client->record({ m_home->space, Kind::Item, *fresh }));
        QCOMPARE(m_client->unsavedCount(), 0);
    }

    void aListThatTheDiskDoesNotGiveIsSaidAndMayBeAskedForAgain()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        QTRY_VERIFY(m_client->space(m_home->space));
        QSignalSpy failed(m_client.get(), &ReplicaClient::loadFailed);
        m_home->rename(u"item"_s, u"away"_s);
        m_client->watch(m_home->space);
        QVERIFY(failed.wait());
        QCOMPARE(failed[0][0].value<SpaceId>(), m_home->space);
        QVERIFY(!m_client->isLoaded(m_home->space));
        m_home->rename(u"away"_s, u"item"_s);
        watchHome();
        QCOMPARE(nameOf(m_home->item(1)), u"Milk"_s);
    }

    void whatCannotBeDoneWithARefusedWriteIsSaid()
    {
        m_home->signIn();
        QTRY_VERIFY(m_client->isStarted());
        QSignalSpy failed(m_client.get(), &ReplicaClient::requestFailed);
        m_home->rename(u"failure"_s, u"away"_s);
        m_client->requestFailures();
        m_client->retryFailure(1);
        m_client->dismissFailure(1);
        QTRY_COMPARE(failed.count(), 3);
        m_home->rename(u"away"_s, u"failure"_s);
        m_client->retryFailure(1);
        QTRY_COMPARE(failed.count(), 4);
        QCOMPARE(failed[3][0].value<Code>(), Code::NotFound);
    }

    void aRefusedWriteFromBeforeTheLoadGivesBackWhatTheDiskHolds()
    {
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        QTRY_VERIFY(m_client->space(m_home->space));
        QSignalSpy failed(m_client.get(), &ReplicaClient::writeFailed);
        m_client->watch(m_home->space);
        QVERIFY(m_client->write(m_home->item(1), { { item::kName, u"Bread"_s } }));
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Viewer, 1 } });
        QVERIFY(failed.wait());
        QTRY_COMPARE(nameOf(m_home->item(1)), u"Milk"_s);
    }

    void anEditWinsOverWhatIsShownWhateverTheClocksSay()
    {
        m_home->signIn();
        const Stamp future { m_home->clock.now().count() + 3'600'000'000 };
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(1, 2, { m_home->row(1, 2, { { item::kName, future, u"Milk"_s } }, m_home->ana) })));
        watchHome();
        QVERIFY(m_client->write(m_home->item(1), { { item::kName, u"Bread"_s } }));
        QCOMPARE(nameOf(m_home->item(1)), u"Bread"_s);
        QTRY_COMPARE(m_client->unsavedCount(), 0);
        QCOMPARE(nameOf(m_home->item(1)), u"Bread"_s);
    }

    void aSpaceLargerThanAPageIsLoadedWhole()
    {
        m_home->signIn();
        std::vector<Record> rows;
        const int count = 2 * limits::kPageRows + 1;
        for (int i = 0; i < count; ++i) {
            Record row
                = m_home->row(1, 2, { { item::kName, Stamp { 5 }, u"Item %1"_s.arg(i) } }, m_home->ana);
            row.key.id.value.bytes[13] = quint8(i / 200);
            row.key.id.value.bytes[15] = quint8(i % 200);
            rows.push_back(row);
        }
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2, rows)));
        QSignalSpy loaded(m_client.get(), &ReplicaClient::loaded);
        m_client->watch(m_home->space);
        QVERIFY(m_client->records(m_home->space, Kind::Item).empty());
        QVERIFY(loaded.wait());
        QCOMPARE(loaded.count(), 1);
        QCOMPARE(int(m_client->records(m_home->space, Kind::Item).size()), count);
    }

    void watchingIsCounted()
    {
        m_home->signIn();
        watchHome();
        m_client->watch(m_home->space);
        m_client->unwatch(m_home->space);
        QVERIFY(m_client->isLoaded(m_home->space));
        m_client->unwatch(m_home->space);
        QVERIFY(!m_client->isLoaded(m_home->space));
        QVERIFY(m_client->records(m_home->space, Kind::List).empty());
        watchHome();
        QCOMPARE(m_client->records(m_home->space, Kind::List).size(), std::size_t(1));
    }

    void aSpaceThatIsGoneIsGoneFromTheImage()
    {
        m_home->signIn();
        watchHome();
        QSignalSpy spaces(m_client.get(), &ReplicaClient::spacesChanged);
        QVERIFY(m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Revoked }));
        QVERIFY(spaces.wait());
        QVERIFY(m_client->spaces().empty());
        QVERIFY(m_client->records(m_home->space, Kind::List).empty());
        QCOMPARE(m_client->create(m_home->space, Kind::Item, { { item::kName, u"a"_s } }).error().code,
            Code::NotAMember);
    }

    void tellsOfFailuresAndConflicts()
    {
        m_home->signIn();
        const auto mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Stamp later { mine.stamp.micros + 1 };
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(1, 2, { m_home->row(1, 2, { { item::kName, later, u"Bread"_s } }, m_home->ana) })));
        QSignalSpy conflicts(m_client.get(), &ReplicaClient::conflictsListed);
        m_client->requestConflicts();
        QVERIFY(conflicts.wait());
        const auto listed = conflicts[0][0].value<std::vector<Conflict>>();
        QCOMPARE(listed.size(), std::size_t(1));
        QCOMPARE(m_client->queueState().conflicts, 1);
        m_client->dismissConflict(listed[0].id);
        QTRY_COMPARE(m_client->queueState().conflicts, 0);
    }
};

QTEST_GUILESS_MAIN(ReplicaClientTest)
#include "replica_client_test.moc"
