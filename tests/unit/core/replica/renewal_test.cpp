#include "tests/unit/core/replica/scratch_replica.h"

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

// A server that was restored from an older dump, or that forgot deletions.
class RenewalTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;

    static Register text(FieldNumber field, qint64 stamp, const QString &value)
    {
        return { field, Stamp { stamp }, value };
    }
    Space space() const { return m_home->replica->spaces().front(); }
    // Items 1, 2 and 3 up to version 5; item 2 was changed in it.
    void fill()
    {
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 5,
            { m_home->row(1, 2, { text(item::kName, 2000, u"Milk"_s) }, m_home->ana),
                m_home->row(2, 5, { text(item::kName, 5000, u"Rye bread"_s) }, m_home->ana),
                m_home->row(3, 4, { text(item::kName, 4000, u"Jam"_s) }, m_home->ana) })));
    }
    // The space as the server has it after the restore, at version 3: item 2 as it was, no item 3.
    protocol::Rows restored() const
    {
        return m_home->rows(0, 3,
            { m_home->listRow(1), m_home->row(1, 2, { text(item::kName, 2000, u"Milk"_s) }, m_home->ana),
                m_home->row(2, 3, { text(item::kName, 3000, u"Bread"_s) }, m_home->ana) });
    }
    void welcome(qint64 version, const QString &epoch, Role role = Role::Owner)
    {
        m_home->welcome({ { m_home->space, SpaceKind::List, role, version } }, epoch);
    }
    std::map<RecordKey, std::vector<Register>> queue()
    {
        std::map<RecordKey, std::vector<Register>> writes;
        const auto queued = m_home->replica->outbox(1'000);
        for (const auto &each : *queued) {
            merge(writes[each.write.key], each.write.registers);
        }
        return writes;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->signIn();
        fill();
    }

    void anotherEpochMakesTheClientOfferWhatTheServerLost()
    {
        welcome(3, u"second"_s);
        QVERIFY(space().healing);
        QCOMPARE(space().cursor, 0);
        QVERIFY(queue().empty());
        QVERIFY(m_home->replica->applyRows(restored()));
        QVERIFY(!space().healing);
        QCOMPARE(space().cursor, 3);
        const auto offered = queue();
        QCOMPARE(offered.size(), std::size_t(2));
        QCOMPARE(offered.at(m_home->item(2)), std::vector { text(item::kName, 5000, u"Rye bread"_s) });
        QCOMPARE(offered.at(m_home->item(3)), std::vector { text(item::kName, 4000, u"Jam"_s) });
        QCOMPARE(m_home->recordAt(m_home->item(2)).text(item::kName), u"Rye bread"_s);
        QCOMPARE(m_home->replica->epoch(), u"second"_s);
    }

    void aServerBehindTheCursorIsHealedWithinTheSameEpoch()
    {
        welcome(3, u"first"_s);
        QVERIFY(space().healing);
        QVERIFY(m_home->replica->applyRows(restored()));
        QCOMPARE(queue().size(), std::size_t(2));
    }

    void theFirstEpochHealsNothing()
    {
        ScratchReplica fresh;
        fresh.signIn();
        QVERIFY(!fresh.replica->spaces().front().healing);
        QCOMPARE(fresh.replica->queueState().queued, 0);
    }

    void healingGoesOnAfterACrashAnywhere()
    {
        welcome(3, u"second"_s);
        m_home->open();
        QVERIFY(space().healing);
        QCOMPARE(space().cursor, 0);
        auto first = restored();
        auto second = first;
        first.rows.resize(2);
        first.to = 2;
        first.more = true;
        second.rows.erase(second.rows.begin(), second.rows.begin() + 2);
        second.from = 2;
        QVERIFY(m_home->replica->applyRows(first));
        m_home->open();
        QVERIFY(space().healing);
        welcome(3, u"second"_s);
        QCOMPARE(space().cursor, 2);
        QVERIFY(m_home->replica->applyRows(second));
        QVERIFY(!space().healing);
        QCOMPARE(queue().size(), std::size_t(2));
    }

    void anotherRestoreMeanwhileBeginsHealingAgain()
    {
        welcome(3, u"second"_s);
        auto first = restored();
        first.rows.resize(2);
        first.to = 2;
        first.more = true;
        QVERIFY(m_home->replica->applyRows(first));
        welcome(1, u"third"_s);
        QCOMPARE(space().cursor, 0);
        QVERIFY(m_home->replica->applyRows(m_home->rows(0, 1, { m_home->listRow(1) })));
        QCOMPARE(queue().size(), std::size_t(3));
    }

    void whatWasAcknowledgedButNotSeenBackIsPushedAgain()
    {
        m_home->put(m_home->item(9), item::kName, u"Eggs"_s);
        m_home->pushAll(6);
        QCOMPARE(m_home->replica->queueState().queued, 0);
        welcome(3, u"second"_s);
        QCOMPARE(m_home->replica->queueState().queued, 1);
        QVERIFY(m_home->replica->applyRows(restored()));
        QVERIFY(queue().contains(m_home->item(9)));
    }

    // A failover lost the last commits, but none that this device had seen.
    void whatWasAcknowledgedAboveTheServersVersionIsPushedAgain()
    {
        m_home->put(m_home->item(9), item::kName, u"Eggs"_s);
        m_home->pushAll(7);
        welcome(6, u"first"_s);
        QVERIFY(!space().healing);
        QCOMPARE(m_home->replica->queueState().queued, 1);
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, {})));
        QCOMPARE(m_home->take().size(), std::size_t(1));
    }

    // Otherwise the server would refuse it for want of the name, which it has lost.
    void whatIsWrittenOnALostRecordGoesAfterAllOfIt()
    {
        m_home->put(m_home->item(3), item::kNote, u"sour"_s);
        m_home->put(m_home->item(3), item::kName, u"Plum jam"_s);
        welcome(3, u"second"_s);
        QVERIFY(m_home->take().empty());
        QVERIFY(m_home->replica->applyRows(restored()));
        std::vector<std::vector<Register>> pushed;
        for (const QueuedWrite &each : m_home->take()) {
            if (each.write.key == m_home->item(3)) {
                pushed.push_back(each.write.registers);
            }
        }
        QCOMPARE(pushed.size(), std::size_t(2));
        QCOMPARE(pushed.front(), m_home->recordAt(m_home->item(3)).registers);
        QVERIFY(m_home->take().empty());
    }

    void newerRegistersOfTheServerAreTaken()
    {
        welcome(3, u"second"_s);
        auto rows = restored();
        rows.rows[1].set(item::kName, u"Oat milk"_s, Stamp { 9000 });
        QVERIFY(m_home->replica->applyRows(rows));
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Oat milk"_s);
        QVERIFY(!queue().contains(m_home->item(1)));
    }

    void serverAuthoredRowsAreTakenAsTheyAreAndNeverOffered()
    {
        const RecordKey kept { m_home->space, Kind::Member, { m_home->me.value } };
        const RecordKey lost { m_home->space, Kind::Member, { m_home->ana.value } };
        Record owner { kept, { { member::kRole, Stamp { 9000 }, qint64(2) } }, 6, {} };
        Record gone { lost, { { member::kRole, Stamp { 9000 }, qint64(2) } }, 6, {} };
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { owner, gone })));
        welcome(3, u"second"_s);
        auto rows = restored();
        owner.registers = { { member::kRole, Stamp { 1000 }, qint64(3) } };
        owner.version = 3;
        rows.rows.push_back(owner);
        QVERIFY(m_home->replica->applyRows(rows));
        QCOMPARE(m_home->recordAt(kept).registers, owner.registers);
        QVERIFY(m_home->recordAt(lost).registers.empty());
        QVERIFY(!queue().contains(kept));
        QVERIFY(!queue().contains(lost));
    }

    void unknownKindsAreOfferedAndAServerThatAuthorsThemSaysSo()
    {
        Record strange { { m_home->space, Kind(500), idOf<RecordId>(7) }, { { 1, Stamp { 4000 }, u"x"_s } },
            6, {} };
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { strange })));
        welcome(3, u"second"_s);
        QVERIFY(m_home->replica->applyRows(restored()));
        QVERIFY(queue().contains(strange.key));
        const auto sent = m_home->take();
        protocol::Pushed answer;
        for (std::size_t i = 0; i < sent.size(); ++i) {
            if (sent[i].write.key == strange.key) {
                answer.corrections.push_back(
                    { int(i), Code::ServerAuthored, {}, { strange.key, {}, 0, {} } });
            }
        }
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QVERIFY(!queue().contains(strange.key));
        QCOMPARE(m_home->replica->queueState().failures, 0);
        QCOMPARE(m_home->recordAt(strange.key).registers, strange.registers);
    }

    void whatWasAcknowledgedAndIsForgottenSinceDoesNotComeBack_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("in a list that is taken anew") << true;
        QTest::newRow("in the next row") << false;
    }
    void whatWasAcknowledgedAndIsForgottenSinceDoesNotComeBack()
    {
        QFETCH(const bool, reset);
        m_home->put(m_home->item(2), model::kDeleted, true);
        m_home->pushAll(7);
        // The server forgot the deleted item at its version 7; somebody who had not heard of it wrote to it.
        const Record anew = m_home->row(2, 8, { text(item::kName, 9000, u"Baguette"_s) }, m_home->ana);
        if (reset) {
            QVERIFY(m_home->replica->applyReset({ m_home->space }));
            QVERIFY(m_home->replica->applyRows(m_home->rows(0, 8, { m_home->listRow(1), anew })));
            QCOMPARE(m_home->recordAt(m_home->item(2)).registers, anew.registers);
            QVERIFY(queue().empty());
        } else {
            QVERIFY(m_home->replica->applyRows(m_home->rows(5, 8, { anew })));
            // It knows of a deletion that the server does not: offered, like whatever else a server lost.
            QVERIFY(queue().contains(m_home->item(2)));
            QVERIFY(m_home->recordAt(m_home->item(2)).isDeleted());
        }
    }

    // And shows what the server does have as everybody else does, whom it could not tell otherwise.
    void aViewerKeepsTheRecordsThatTheServerLostUntilItMayOfferThem()
    {
        welcome(3, u"second"_s, Role::Viewer);
        QVERIFY(m_home->replica->applyRows(restored()));
        QVERIFY(!space().healing);
        QVERIFY(queue().empty());
        QCOMPARE(m_home->recordAt(m_home->item(2)).text(item::kName), u"Bread"_s);
        QCOMPARE(m_home->recordAt(m_home->item(3)).text(item::kName), u"Jam"_s);
        QVERIFY(m_home->replica->applyGrant({ { m_home->space, SpaceKind::List, Role::Editor, 3 } }));
        QVERIFY(space().healing);
        QVERIFY(m_home->replica->applyRows(restored()));
        QCOMPARE(queue().size(), std::size_t(1));
    }

    void aSpaceThatTheServerLostIsMadeAgainByItsOwner()
    {
        const RecordKey member { m_home->space, Kind::Member, { m_home->ana.value } };
        Record ana { member, { { member::kRole, Stamp { 1 }, qint64(2) } }, 6, {} };
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { ana })));
        m_home->put(m_home->item(4), item::kName, u"Eggs"_s); // queued before the list's own record
        m_home->welcome({}, u"second"_s);
        QVERIFY(m_home->take().empty()); // nobody knows yet what became of it
        QVERIFY(m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Unknown }));
        QVERIFY(space().local);
        QCOMPARE(space().cursor, 0);
        const auto sent = m_home->take();
        QCOMPARE(sent.size(), std::size_t(6)); // list, items 1 to 4, and what was queued
        QCOMPARE(sent.front().write.key.kind, Kind::List);
        QCOMPARE(m_home->replica->queueState().failures, 0);
        protocol::Pushed answer;
        answer.versions = { { m_home->space, 1 } };
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QVERIFY(!space().local);
        QVERIFY(m_home->replica->applyGrant({ { m_home->space, SpaceKind::List, Role::Owner, 1 } }));
        QVERIFY(!space().healing);
        QCOMPARE(m_home->replica->queueState().queued, 0);
    }

    void othersKeepALostSpaceAndWait()
    {
        welcome(5, u"first"_s, Role::Editor);
        m_home->put(m_home->item(4), item::kName, u"Eggs"_s);
        m_home->welcome({}, u"second"_s);
        QVERIFY(m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Unknown }));
        QVERIFY(m_home->take().empty());
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Milk"_s);
        m_home->open();
        // Its owner made it again, without item 3.
        welcome(3, u"second"_s, Role::Editor);
        QVERIFY(m_home->replica->applyRows(restored()));
        QCOMPARE(queue().size(), std::size_t(3));
        QVERIFY(!m_home->take().empty());
    }

    void aResetForgetsWhatTheServerDoesNotSendButNotWhatIsQueued()
    {
        m_home->put(m_home->item(4), item::kName, u"Eggs"_s);
        m_home->put(m_home->item(3), item::kChecked, true);
        m_home->put(m_home->item(1), item::kNote, u"oat"_s);
        QVERIFY(m_home->replica->applyReset({ m_home->space }));
        QCOMPARE(space().cursor, 0);
        QCOMPARE(
            m_home->recordAt(m_home->item(3)).text(item::kName), u"Jam"_s); // shown until it is known better
        m_home->changes.clear();
        QVERIFY(m_home->replica->applyRows(m_home->rows(0, 9,
            { m_home->listRow(1),
                m_home->row(1, 8, { text(item::kName, 8000, u"Oat milk"_s) }, m_home->ana) })));
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Oat milk"_s);
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kNote), u"oat"_s);
        QVERIFY(m_home->recordAt(m_home->item(2)).registers.empty());
        QCOMPARE(m_home->recordAt(m_home->item(3)).registers.size(), std::size_t(1));
        QCOMPARE(m_home->recordAt(m_home->item(4)).text(item::kName), u"Eggs"_s);
        QCOMPARE(m_home->replica->queueState().queued, 3);
        QCOMPARE(m_home->changes.back().how, RowsChanged::How::Replace);
    }

    void aResetGoesOnAfterACrash()
    {
        QVERIFY(m_home->replica->applyReset({ m_home->space }));
        m_home->open();
        QVERIFY(m_home->replica->applyRows(m_home->rows(0, 9, { m_home->listRow(1) })));
        QCOMPARE(m_home->replica->records(m_home->space, Kind::Item)->size(), std::size_t(0));
    }

    // What was acknowledged came with the rows, or the server has forgotten it since.
    void aResetForgetsWhatWasAcknowledgedAndNotSent()
    {
        m_home->put(m_home->item(3), item::kNote, u"sour"_s);
        m_home->pushAll(6);
        QVERIFY(m_home->replica->applyReset({ m_home->space }));
        QVERIFY(m_home->replica->applyRows(m_home->rows(0, 9, { m_home->listRow(1) })));
        QVERIFY(m_home->recordAt(m_home->item(3)).registers.empty());
        QCOMPARE(m_home->replica->records(m_home->space, Kind::Item)->size(), std::size_t(0));
    }

    // A device that held nothing of a space but what it wrote there itself is never told to reset.
    void theFirstRowsOfASpaceForgetWhatTheServerForgot()
    {
        ScratchReplica fresh;
        QVERIFY(fresh.replica->setUser(fresh.me));
        fresh.welcome({ { fresh.space, SpaceKind::List, Role::Owner, 1 } });
        fresh.put({ fresh.space, Kind::List, { fresh.space.value } }, list::kName, u"Home"_s);
        fresh.put(fresh.item(1), item::kName, u"Milk"_s);
        fresh.pushAll(2);
        fresh.put(fresh.item(2), item::kName, u"Eggs"_s);
        protocol::Rows first = fresh.rows(0, 5, { fresh.listRow(1) });
        first.more = true;
        QVERIFY(fresh.replica->applyRows(first));
        QVERIFY(fresh.replica->applyRows(fresh.rows(5, 9, {})));
        QVERIFY(fresh.recordAt(fresh.item(1)).registers.empty());
        QCOMPARE(fresh.recordAt(fresh.item(2)).text(item::kName), u"Eggs"_s);
    }

    // Somebody who was away for months, and healed, brought back what all others had deleted.
    void aDeletionThatTheServerForgotIsOfferedAgain()
    {
        const Register deleted { kDeleted, Stamp { 6000 }, true };
        Record gone = m_home->row(3, 6, { text(item::kName, 4000, u"Jam"_s), deleted }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { gone })));
        const Record back = m_home->row(3, 7, { text(item::kName, 4000, u"Jam"_s) }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(6, 7, { back })));
        QCOMPARE(queue().at(m_home->item(3)), std::vector { deleted });
        QVERIFY(m_home->recordAt(m_home->item(3)).isDeleted());
        m_home->pushAll(8);
        gone.version = 8;
        QVERIFY(m_home->replica->applyRows(m_home->rows(7, 8, { gone })));
        QVERIFY(queue().empty());
    }

    void aViewerTakesWhatCameBackAsTheServerHasIt()
    {
        const Register deleted { kDeleted, Stamp { 6000 }, true };
        const Record gone = m_home->row(3, 6, { text(item::kName, 4000, u"Jam"_s), deleted }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { gone })));
        QVERIFY(m_home->replica->applyGrant({ { m_home->space, SpaceKind::List, Role::Viewer, 6 } }));
        const Record back = m_home->row(3, 7, { text(item::kName, 4000, u"Jam"_s) }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(6, 7, { back })));
        QVERIFY(queue().empty());
        QCOMPARE(m_home->recordAt(m_home->item(3)).registers, back.registers);
    }

    // PostgreSQL's log leaves out long values that did not change.
    void aLongTextThatIsLeftOutIsNotTakenForForgotten()
    {
        const QString note(2'000, u'x');
        const Record full = m_home->row(
            3, 6, { text(item::kName, 4000, u"Jam"_s), text(item::kNote, 6000, note) }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { full })));
        const Record partial = m_home->row(3, 7, { text(item::kName, 7000, u"Plum jam"_s) }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(6, 7, { partial })));
        QVERIFY(queue().empty());
        QCOMPARE(m_home->recordAt(m_home->item(3)).text(item::kNote), note);
    }

    void aRecordThatTheServerForgotGoesWhenAWriteOnItIsRefused()
    {
        m_home->put(m_home->item(3), item::kNote, u"sour"_s);
        const auto sent = m_home->take();
        m_home->put(m_home->item(3), item::kChecked, true);
        protocol::Pushed answer;
        answer.corrections.push_back({ 0, Code::Incomplete, {}, { m_home->item(3), {}, 0, {} } });
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QCOMPARE(m_home->replica->queueState().failures, 1);
        const auto left = m_home->recordAt(m_home->item(3)).registers;
        QCOMPARE(left.size(), std::size_t(1)); // it is still queued, and will be refused as well
        QCOMPARE(left.front().field, item::kChecked);
    }

    // A correction names some fields of a version of which the rows are still to come; what that version has
    // forgotten of the others is seen only in them.
    void aCorrectionDoesNotStandForTheRowsOfItsVersion_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("while the space is taken anew") << true;
        QTest::newRow("while the rows are under way") << false;
    }

    void aCorrectionDoesNotStandForTheRowsOfItsVersion()
    {
        QFETCH(const bool, reset);
        const Register deleted { kDeleted, Stamp { 6000 }, true };
        const Record gone = m_home->row(3, 6, { text(item::kName, 4000, u"Jam"_s), deleted }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, { gone })));
        m_home->put(m_home->item(3), item::kNote, u"sour"_s);
        const auto sent = m_home->take();
        QVERIFY(m_home->replica->applyGrant({ { m_home->space, SpaceKind::List, Role::Viewer, 7 } }));
        if (reset) {
            QVERIFY(m_home->replica->applyReset({ m_home->space }));
        }
        protocol::Pushed answer;
        answer.corrections.push_back({ 0, Code::ReadOnly, {}, { m_home->item(3), {}, 7, m_home->ana } });
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        const Record back = m_home->row(3, 7, { text(item::kName, 4000, u"Jam"_s) }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(reset ? 0 : 6, 7, { back })));
        QCOMPARE(m_home->recordAt(m_home->item(3)).registers, back.registers);
    }

    // A known trap: hundreds of done items must not make sync slow or take local changes back.
    void hundredsOfDoneItemsTakeNothingBack()
    {
        std::vector<Record> done;
        for (int i = 0; i < 800; ++i) {
            Record row = m_home->row(9, 6,
                { text(item::kName, 6000, u"Item %1"_s.arg(i)), { item::kChecked, Stamp { 6000 }, true } },
                m_home->ana);
            row.key.id.value.bytes[14] = quint8(i / 200);
            row.key.id.value.bytes[15] = quint8(i % 200);
            done.push_back(row);
        }
        QVERIFY(m_home->replica->applyRows(m_home->rows(5, 6, done)));
        for (int i = 0; i < 800; i += 2) {
            m_home->put(done[std::size_t(i)].key, item::kChecked, false);
        }
        for (auto &row : done) {
            row.version = 7;
        }
        QVERIFY(m_home->replica->applyRows(m_home->rows(6, 7, done)));
        for (int i = 0; i < 800; ++i) {
            QCOMPARE(m_home->recordAt(done[std::size_t(i)].key).truth(item::kChecked), i % 2 != 0);
        }
        QCOMPARE(m_home->take().size(), std::size_t(400));
        QCOMPARE(m_home->replica->queueState().conflicts, 0);
    }
};

QTEST_GUILESS_MAIN(RenewalTest)
#include "renewal_test.moc"
