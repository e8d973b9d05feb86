#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

#include <thread>

using namespace larder;
using namespace larder::test;

class ParcelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesHaveTheLengthThatRfc6455Writes_data();
    void framesHaveTheLengthThatRfc6455Writes();
    void aLargeParcelIsCompressedOnceForAllWhoTakeIt();
    void aSmallParcelStaysAsItIs();
    void manyThreadsGetTheSameBytes();
    void whoIsBetweenItsEndsMayTakeAMergedParcel();
};

void ParcelTest::framesHaveTheLengthThatRfc6455Writes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("short") << 125 << QByteArray::fromHex("827d");
    QTest::newRow("two bytes") << 126 << QByteArray::fromHex("827e007e");
    QTest::newRow("most of two bytes") << 65535 << QByteArray::fromHex("827effff");
    QTest::newRow("eight bytes") << 65536 << QByteArray::fromHex("827f0000000000010000");
}

void ParcelTest::framesHaveTheLengthThatRfc6455Writes()
{
    QFETCH(int, size);
    QFETCH(QByteArray, head);
    const QByteArray payload(size, 'x');
    QCOMPARE(webSocketFrame(payload), head + payload);
}

// A known trap: a change that is encoded for each client costs the server as often.
void ParcelTest::aLargeParcelIsCompressedOnceForAllWhoTakeIt()
{
    const SharedParcel large = parcel('A', 0, 1, 0, true, false, 200);
    const QByteArray &compressed = large->frame(Compression::Zstd);
    QVERIFY(compressed.size() < large->frame(Compression::None).size());
    QCOMPARE(large->frame(Compression::Zstd).constData(), compressed.constData());
    QVERIFY(protocol::isCompressed(large->payload(Compression::Zstd)));
    const auto decompressed = protocol::decompress(large->payload(Compression::Zstd));
    QVERIFY(decompressed.has_value());
    QCOMPARE(*decompressed, large->payload(Compression::None).toByteArray());
}

void ParcelTest::aSmallParcelStaysAsItIs()
{
    const SharedParcel small = parcel('A', 0, 1);
    QVERIFY(small->frame(Compression::None).size() <= limits::kCompressAboveBytes);
    QCOMPARE(small->frame(Compression::Zstd).constData(), small->frame(Compression::None).constData());
}

void ParcelTest::manyThreadsGetTheSameBytes()
{
    for (int round = 0; round < 50; ++round) {
        const SharedParcel shared = parcel('A', 0, 1, 0, true, false, 50);
        std::array<const char *, 4> seen {};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            threads.emplace_back(
                [&seen, &shared, i] { seen[i] = shared->frame(Compression::Zstd).constData(); });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        for (const char *bytes : seen) {
            QCOMPARE(static_cast<const void *>(bytes), static_cast<const void *>(seen[0]));
        }
    }
}

void ParcelTest::whoIsBetweenItsEndsMayTakeAMergedParcel()
{
    const SharedParcel merged = parcel('A', 3, 9);
    QVERIFY(merged->follows({ 3, 0 }));
    QVERIFY(merged->follows({ 8, 0 }));
    QVERIFY(!merged->follows({ 9, 0 }));
    QVERIFY(!merged->follows({ 2, 0 }));
    QVERIFY(!merged->follows({ 5, 1 }));
    const SharedParcel second = parcel('A', 3, 4, 1);
    QVERIFY(second->follows({ 3, 1 }));
    QVERIFY(!second->follows({ 3, 0 }));
}

QTEST_GUILESS_MAIN(ParcelTest)
#include "parcel_test.moc"
