#include "server/feed/copy_data.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;

class CopyDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheHeader()
    {
        const QByteArray bytes = QByteArray::fromHex("6b 0000000000001a2b 0000000000000000 01");
        const auto read = readCopyData(bytes);
        QVERIFY(read);
        QCOMPARE(std::get<Keepalive>(*read).walEnd, pgoutput::Lsn(0x1A2B));
        QVERIFY(std::get<Keepalive>(*read).replyWanted);
    }

    void readsAPieceOfTheLog()
    {
        const QByteArray bytes
            = QByteArray::fromHex("77 0000000000000001 0000000100000002 0000000000000003 42ff");
        const auto read = readCopyData(bytes);
        QVERIFY(read);
        QCOMPARE(std::get<WalData>(*read).walEnd, pgoutput::Lsn(0x1'0000'0002));
        QCOMPARE(std::get<WalData>(*read).payload.toByteArray(), QByteArray::fromHex("42ff"));
    }

    void refusesEverythingElse()
    {
        const QByteArray keepalive = QByteArray::fromHex("6b 0000000000001a2b 0000000000000000 01");
        for (qsizetype length = 0; length < keepalive.size(); ++length) {
            QVERIFY(!readCopyData(keepalive.first(length)));
        }
        QVERIFY(!readCopyData(QByteArray(keepalive + 'x')));
        QVERIFY(!readCopyData(QByteArray(24, 'w')));
        QVERIFY(readCopyData(QByteArray(25, 'w')));
        QVERIFY(!readCopyData(QByteArray(25, '?')));
    }

    void writesAStatusAsPostgresqlReadsIt()
    {
        const auto status = standbyStatus(0x1A2B, std::chrono::seconds(946'684'800) + Micros(5), true);
        QCOMPARE(QByteArray(status.data(), qsizetype(status.size())),
            QByteArray::fromHex("72 0000000000001a2b 0000000000001a2b 0000000000001a2b 0000000000000005 01"));
        QCOMPARE(unixTime(5), Micros(946'684'800'000'005));
    }
};

QTEST_GUILESS_MAIN(CopyDataTest)
#include "copy_data_test.moc"
