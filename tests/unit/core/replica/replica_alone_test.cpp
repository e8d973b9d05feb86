#include "tests/unit/core/replica/scratch_replica.h"

#include <QtCore/QProcess>
#include <QtCore/QSysInfo>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;
using namespace Qt::StringLiterals;

class ReplicaAloneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoCantHaveOneFile()
    {
        ScratchReplica home;
        home.open();
        StampClock stamps;
        const auto refused = Replica::open(home.path(), home.clock, stamps);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Unavailable); // worth another try, unlike a disk that refuses
        QVERIFY2(refused.error().detail.contains(u"is open already"_s), qPrintable(refused.error().detail));
        home.signIn(); // the first one works on
        home.replica.reset();
        QVERIFY(Replica::open(home.path(), home.clock, stamps));
    }

    void aProcessThatWasKilledHoldsNothing()
    {
        ScratchReplica home;
        home.open();
        home.replica.reset();
        QProcess gone;
        gone.start(u"true"_s, {});
        QVERIFY(gone.waitForStarted());
        const qint64 pid = gone.processId();
        QVERIFY(gone.waitForFinished());
        QFile lock(home.path() + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(pid) + "\nlarder\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        lock.close();
        StampClock stamps;
        const auto opened = Replica::open(home.path(), home.clock, stamps);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    }
};

QTEST_GUILESS_MAIN(ReplicaAloneTest)
#include "replica_alone_test.moc"
