// What the system tells of network and window, and what it comes to.
#include "app/platform/reachability.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using larder::app::Reachability;
using Network = QNetworkInformation::Reachability;

class ReachabilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNetworkThatComesBackIsToldOnce()
    {
        Reachability reachability;
        QSignalSpy back(&reachability, &Reachability::cameBack);
        reachability.noteNetwork(Network::Disconnected);
        QCOMPARE(back.count(), 0);
        reachability.noteNetwork(Network::Online);
        reachability.noteNetwork(Network::Online);
        QCOMPARE(back.count(), 1);
        QCOMPARE(back[0][0].toBool(), true);
    }

    void aWiderNetworkIsWorthAnAttempt()
    {
        Reachability reachability;
        reachability.noteNetwork(Network::Local);
        QSignalSpy back(&reachability, &Reachability::cameBack);
        reachability.noteNetwork(Network::Online);
        QCOMPARE(back.count(), 1);
        reachability.noteNetwork(Network::Unknown);
        QCOMPARE(back.count(), 1);
    }

    void aWindowThatIsLookedAtAgainIsWorthAnAttempt()
    {
        Reachability reachability;
        QSignalSpy back(&reachability, &Reachability::cameBack);
        QSignalSpy woke(&reachability, &Reachability::woke);
        reachability.noteApplication(Qt::ApplicationActive);
        reachability.noteApplication(Qt::ApplicationInactive);
        QCOMPARE(back.count(), 0);
        reachability.noteApplication(Qt::ApplicationActive);
        QCOMPARE(back.count(), 1);
        QCOMPARE(woke.count(), 0);
    }

    void aProgramThatWasSuspendedDoubtsItsConnection()
    {
        Reachability reachability;
        QSignalSpy back(&reachability, &Reachability::cameBack);
        QSignalSpy woke(&reachability, &Reachability::woke);
        reachability.noteApplication(Qt::ApplicationSuspended);
        reachability.noteApplication(Qt::ApplicationActive);
        QCOMPARE(woke.count(), 1);
        QCOMPARE(back.count(), 0);
    }
};

QTEST_GUILESS_MAIN(ReachabilityTest)
#include "reachability_test.moc"
