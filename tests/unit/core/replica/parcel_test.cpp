#include "core/replica/parcel.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;

class ParcelTest : public QObject {
    Q_OBJECT

    static Parcel example()
    {
        Parcel parcel;
        parcel.write.key.space.value.bytes.fill(0x11);
        parcel.write.key.kind = Kind::Item;
        parcel.write.key.id.value.bytes.fill(0x22);
        parcel.write.registers = { { item::kChecked, Stamp { 1000 }, true } };
        parcel.clockOffset = Micros(-1);
        return parcel;
    }

private Q_SLOTS:
    void isWhatTheGrammarSays()
    {
        const QByteArray hex = "4c575031"
                               "eb56c50839d8cf7b"
                               "86"
                               "50"
                               "11111111111111111111111111111111"
                               "02"
                               "50"
                               "22222222222222222222222222222222"
                               "20"
                               "00"
                               "47"
                               "a10882"
                               "1903e8"
                               "f5";
        QCOMPARE(pack(example()).toHex(), hex);
        const auto read = unpack(QByteArray::fromHex(hex));
        QVERIFY(read);
        QCOMPARE(*read, example());
    }

    void carriesWhatThisVersionDoesNotKnow()
    {
        Parcel parcel = example();
        parcel.write.key.kind = Kind(900);
        parcel.write.registers = { { 0, Stamp { 1 }, {} }, { 300, Stamp { 2 }, QByteArray("x") },
            { 301, Stamp { 3 }, QStringLiteral("") } };
        parcel.origin = Parcel::Origin::Offered;
        parcel.clockOffset = std::chrono::hours(48);
        QCOMPARE(*unpack(pack(parcel)), parcel);
    }

    void noDamagedByteGoesUnnoticed()
    {
        const QByteArray good = pack(example());
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray damaged = good;
            damaged[i] = char(damaged[i] ^ 0x10);
            QVERIFY(!unpack(damaged));
            QVERIFY(!unpack(good.first(i)));
        }
        QVERIFY(!unpack(QByteArray(good + 'x')));
        QVERIFY(!unpack({}));
    }
};

QTEST_GUILESS_MAIN(ParcelTest)
#include "parcel_test.moc"
