#include "tests/unit/core/replica/scratch_replica.h"

#include <QtTest/QSignalSpy>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

class MembershipTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->signIn();
    }

    void aGrantBringsASpaceAndARole()
    {
        const SpaceId other = idOf<SpaceId>(0x60);
        QSignalSpy told(m_home->replica.get(), &Replica::spacesChanged);
        QVERIFY(m_home->replica->applyGrant({ { other, SpaceKind::List, Role::Viewer, 4 } }));
        QCOMPARE(told.count(), 1);
        QCOMPARE(told[0][0].value<std::vector<Space>>().size(), std::size_t(2));
        QCOMPARE(m_home->replica->spaces()[1].grant.role, Role::Viewer);
        QCOMPARE(m_home->replica->spaces()[1].cursor, 0);
    }

    void aViewerDoesNotWrite()
    {
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Viewer, 1 } });
        const auto refused
            = m_home->replica->write({ m_home->item(1), { { item::kName, m_home->tick(), u"x"_s } } });
        QCOMPARE(refused.error().code, Code::ReadOnly);
        QVERIFY(m_home->take().empty());
    }

    // Waiting for a better role would leave this device with bytes that nobody else has, and the person
    // untold.
    void whatWasQueuedBeforeItsWriterBecameAViewerGoesToTheServerToBeRefused()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Viewer, 1 } });
        const auto sent = m_home->take();
        QCOMPARE(sent.size(), std::size_t(1));
        protocol::Pushed answer;
        answer.corrections
            = { { 0, Code::ReadOnly, u"viewers read"_s, Record { m_home->item(1), {}, 0, {} } } };
        QVERIFY(m_home->replica->acknowledge(sent, answer));
        QVERIFY(m_home->recordAt(m_home->item(1)).registers.empty());
        QCOMPARE(m_home->replica->failures()->front().code, Code::ReadOnly);
    }

    void aRevokedSpaceGoesAndWhatWasQueuedIsTold()
    {
        for (const auto &[reason, code] : { std::pair { protocol::DropReason::Revoked, Code::NotAMember },
                 std::pair { protocol::DropReason::Deleted, Code::SpaceGone } }) {
            ScratchReplica home;
            home.signIn();
            home.put(home.item(1), item::kName, u"Milk"_s);
            home.put(home.item(2), item::kName, u"Bread"_s);
            QVERIFY(home.replica->applyDrop({ home.space, reason }));
            QVERIFY(home.replica->spaces().empty());
            QVERIFY(home.replica->allRecords()->empty());
            QCOMPARE(home.replica->queueState().queued, 0);
            const auto failures = *home.replica->failures();
            QCOMPARE(failures.size(), std::size_t(2));
            QCOMPARE(failures[0].code, code);
            QCOMPARE(failures[0].write.key, home.item(1));
            home.open();
            QCOMPARE(home.replica->failures()->size(), std::size_t(2));
        }
    }

    void whatTheServerHadIsNotToldAsLost()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->pushAll(9);
        QVERIFY(m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Revoked }));
        QVERIFY(m_home->replica->failures()->empty());
    }

    void aSpaceMissingFromTheWelcomeWaits()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->welcome({});
        QCOMPARE(m_home->replica->spaces().size(), std::size_t(1));
        QVERIFY(m_home->take().empty());
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Owner, 1 } });
        QCOMPARE(m_home->take().size(), std::size_t(1));
    }

    void aLocalSpaceIsNotTheServersToDrop()
    {
        const SpaceId local = idOf<SpaceId>(0x70);
        m_home->put({ local, Kind::List, { local.value } }, list::kName, u"Party"_s);
        QVERIFY(m_home->replica->applyDrop({ local, protocol::DropReason::Revoked }));
        QVERIFY(m_home->replica->applyReset({ local }));
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Owner, 1 } });
        QCOMPARE(m_home->replica->spaces().size(), std::size_t(2));
        QCOMPARE(m_home->take().size(), std::size_t(1));
    }

    // The answer to the push that made it was lost, and then somebody deleted it.
    void aSpaceOfWhichRowsCameIsTheServersToDrop()
    {
        ScratchReplica home;
        QVERIFY(home.replica->setUser(home.me));
        home.put({ home.space, Kind::List, { home.space.value } }, list::kName, u"Party"_s);
        QVERIFY(home.replica->spaces().front().local);
        QVERIFY(home.replica->applyRows(home.rows(0, 1, { home.listRow(1) })));
        QVERIFY(!home.replica->spaces().front().local);
        home.welcome({});
        QVERIFY(home.replica->applyDrop({ home.space, protocol::DropReason::Deleted }));
        QVERIFY(home.replica->spaces().empty());
        QVERIFY(home.replica->allRecords()->empty());
    }

    void anotherUserIsRefusedUntilSigningOut()
    {
        QCOMPARE(m_home->replica->user(), m_home->me);
        QVERIFY(m_home->replica->setUser(m_home->me));
        QCOMPARE(m_home->replica->setUser(m_home->ana).error().code, Code::AlreadyExists);
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const DeviceId device = m_home->replica->device();
        QVERIFY(!device.isNull());
        QVERIFY(m_home->replica->signOut());
        QVERIFY(m_home->replica->user().isNull());
        QVERIFY(m_home->replica->epoch().isEmpty());
        QVERIFY(m_home->replica->spaces().empty());
        QVERIFY(m_home->replica->allRecords()->empty());
        QCOMPARE(m_home->replica->queueState(), QueueState {});
        m_home->open();
        QCOMPARE(m_home->replica->device(), device);
        QVERIFY(m_home->replica->setUser(m_home->ana));
        m_home->open();
        QCOMPARE(m_home->replica->user(), m_home->ana);
    }

    void signingOutLeavesNothingReadableBehind()
    {
        m_home->put(m_home->item(1), item::kName, u"planted secret"_s);
        QVERIFY(m_home->replica->signOut());
        m_home->replica.reset(); // folds the log into the file
        QFile file(m_home->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("planted secret"));
        m_home->open();
    }
};

QTEST_GUILESS_MAIN(MembershipTest)
#include "membership_test.moc"
