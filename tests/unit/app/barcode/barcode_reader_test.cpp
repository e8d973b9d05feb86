#include "app/barcode/barcode_reader.h"

#include "core/limits.h"
#include "tests/unit/app/barcode/drawn_barcode.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace larder;
using namespace larder::test;
using app::Effort;
using ZXing::BarcodeFormat;

static const QString kPencils = u"4006381333931"_s;

static QString read(const QImage &picture, Effort effort = Effort::Thorough)
{
    const auto text = app::readBarcode(picture, effort);
    return text ? *text : u"none: %1"_s.arg(int(text.error().code));
}

static QString none(Code code)
{
    return u"none: %1"_s.arg(int(code));
}

static std::optional<Code> codeOf(const Result<QImage> &picture)
{
    return picture ? std::nullopt : std::optional(picture.error().code);
}

class BarcodeReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOnPacketsIsReadIntoOneForm_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("EAN-13") << int(BarcodeFormat::EAN13) << kPencils << kPencils;
        QTest::newRow("EAN-8") << int(BarcodeFormat::EAN8) << u"96385074"_s << u"96385074"_s;
        QTest::newRow("UPC-A") << int(BarcodeFormat::UPCA) << u"036000291452"_s << u"0036000291452"_s;
        QTest::newRow("UPC-E") << int(BarcodeFormat::UPCE) << u"04252614"_s << u"0042100005264"_s;
        QTest::newRow("Code 128") << int(BarcodeFormat::Code128) << u"LOT-7/a"_s << u"LOT-7/a"_s;
        QTest::newRow("ITF-14 of a case")
            << int(BarcodeFormat::ITF) << u"10036000291459"_s << u"10036000291459"_s;
    }

    void everyKindOnPacketsIsReadIntoOneForm()
    {
        QFETCH(int, format);
        QFETCH(QString, printed);
        QFETCH(QString, kept);
        QCOMPARE(read(drawnBarcode(BarcodeFormat(format), printed)), kept);
    }

    void whatSomebodyElseDrewIsRead()
    {
        for (const QString &digits :
            { kPencils, u"9780201379624"_s, u"0036000291452"_s, u"5901234123457"_s }) {
            QCOMPARE(read(drawnEan13(digits, 3, 120)), digits);
        }
    }

    void howThePacketIsHeldMakesNoDifference_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees :
            { 0.0, 12.0, -20.0, 40.0, 45.0, 60.0, 90.0, 135.0, 180.0, 225.0, 270.0, 330.0 }) {
            QTest::addRow("%g degrees", degrees) << degrees;
        }
    }

    void howThePacketIsHeldMakesNoDifference()
    {
        QFETCH(double, degrees);
        QCOMPARE(read(photographed(drawnEan13(kPencils, 5, 300), degrees)), kPencils);
    }

    void aPoorPhotographIsRead()
    {
        const QImage packet = drawnEan13(kPencils, 4, 220);
        QCOMPARE(read(noisy(photographed(packet, 5), 60)), kPencils);
        QCOMPARE(read(drawnEan13(kPencils, 1, 40)), kPencils);
        QCOMPARE(read(photographed(drawnEan13(kPencils, 3, 200), 8, { 2'400, 1'800 })), kPencils);
        QCOMPARE(read(photographed(drawnEan13(kPencils, 12, 700), 8, { 4'000, 3'000 })), kPencils);
        QImage lightOnDark = packet;
        lightOnDark.invertPixels();
        QCOMPARE(read(lightOnDark), kPencils);
        const QImage blurred
            = packet.scaled(packet.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                  .scaled(packet.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QCOMPARE(read(blurred), kPencils);
    }

    void blackOnNothingIsReadAsOnPaper()
    {
        QImage cutOut = drawnEan13(kPencils, 3, 120).convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < cutOut.height(); ++y) {
            for (int x = 0; x < cutOut.width(); ++x) {
                if (cutOut.pixelColor(x, y) == QColor(Qt::white)) {
                    cutOut.setPixelColor(x, y, QColor(0, 0, 0, 0));
                }
            }
        }
        QCOMPARE(read(cutOut), kPencils);
    }

    void aQuickLookReadsWhatIsHeldStraight()
    {
        QCOMPARE(read(photographed(drawnEan13(kPencils, 5, 300), 6), Effort::Quick), kPencils);
    }

    void ofSeveralOneOfTheTradeInTheMiddleIsMeant()
    {
        QImage shelf(1'200, 900, QImage::Format_RGB32);
        shelf.fill(Qt::white);
        QPainter painter(&shelf);
        painter.drawImage(20, 20, drawnEan13(u"5901234123457"_s, 2, 100));
        painter.drawImage(
            20, 700, drawnBarcode(BarcodeFormat::Code128, u"SHELF 0001 NUMBER"_s, { 900, 120 }));
        painter.drawImage(20, 320, drawnEan13(kPencils, 5, 300));
        painter.end();
        QCOMPARE(read(shelf), kPencils);
    }

    // An assertion of zxing-cpp 1.4 ends the program here when it is asked for all codes.
    void twoPacketsOfOneKindAreOneBarcode()
    {
        const QImage packet = drawnEan13(kPencils, 3, 160);
        QImage table(2'000, 1'400, QImage::Format_RGB32);
        table.fill(Qt::white);
        QPainter painter(&table);
        for (const QPoint at : { QPoint(50, 50), QPoint(900, 60), QPoint(60, 700), QPoint(1'000, 900) }) {
            painter.drawImage(at, packet);
        }
        painter.drawImage(1'500, 500, packet.transformed(QTransform().rotate(90)));
        painter.end();
        for (const Effort effort : { Effort::Quick, Effort::Thorough }) {
            QCOMPARE(read(table, effort), kPencils);
        }
    }

    void noNoiseIsABarcodeOrEndsTheProgram()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            QImage stripes(1 + random.bounded(400), 1 + random.bounded(60), QImage::Format_Grayscale8);
            QByteArray line(stripes.width(), '\0');
            for (char &pixel : line) {
                pixel = random.bounded(2) ? char(0xff) : '\0';
            }
            for (int y = 0; y < stripes.height(); ++y) {
                std::copy(line.begin(), line.end(), stripes.scanLine(y));
            }
            QCOMPARE(read(stripes), none(Code::NotFound));
        }
    }

    void whatIsNoBarcodeIsNotMadeOne()
    {
        QCOMPARE(read(QImage()), none(Code::Malformed));
        QImage empty(800, 600, QImage::Format_RGB32);
        empty.fill(Qt::white);
        QCOMPARE(read(empty), none(Code::NotFound));
        QCOMPARE(read(noisy(empty, 255)), none(Code::NotFound));
        // A digit was changed, and the check digit with it would have to be.
        QCOMPARE(read(drawnEan13(u"4006381333932"_s, 3, 120)), none(Code::NotFound));
        // Half of it is torn off.
        const QImage whole = drawnEan13(kPencils, 3, 120);
        QCOMPARE(read(whole.copy(0, 0, whole.width() / 2, whole.height())), none(Code::NotFound));
        QImage scratched = whole;
        QPainter(&scratched).fillRect(scratched.width() / 3, 0, 40, scratched.height(), Qt::black);
        QCOMPARE(read(scratched), none(Code::NotFound));
    }

    void aFileIsReadByWhatIsInIt()
    {
        const QTemporaryDir folder;
        const QImage packet = photographed(drawnEan13(kPencils, 4, 220), 10, { 1'200, 900 });
        for (const char *format : { "png", "jpg", "bmp" }) {
            const QString path = folder.filePath(u"picture.of-a-packet"_s);
            QVERIFY(packet.save(path, format));
            const auto loaded = app::loadPicture(path);
            QVERIFY2(loaded, format);
            QCOMPARE(read(*loaded), kPencils);
        }
        QBuffer bytes;
        QVERIFY(packet.save(&bytes, "png"));
        const auto loaded = app::decodePicture(bytes.data());
        QVERIFY(loaded);
        QCOMPARE(read(*loaded), kPencils);
    }

    void aLargeJpegIsDecodedSmall()
    {
        QBuffer bytes;
        QImage large(7'000, 5'000, QImage::Format_Grayscale8);
        QVERIFY(qint64(large.width()) * large.height() > limits::kScanPixels);
        large.fill(Qt::white);
        QVERIFY(large.save(&bytes, "jpg"));
        const auto loaded = app::decodePicture(bytes.data());
        QVERIFY(loaded);
        QCOMPARE(std::max(loaded->width(), loaded->height()), limits::kScanEdge);
    }

    void whatIsNoPictureIsRefusedByItsReason()
    {
        const QTemporaryDir folder;
        QCOMPARE(codeOf(app::loadPicture(folder.filePath(u"nothing"_s))), Code::Unavailable);
        QCOMPARE(codeOf(app::decodePicture({})), Code::Malformed);
        QCOMPARE(codeOf(app::decodePicture("4006381333931\n")), Code::Malformed);
        QCOMPARE(codeOf(app::decodePicture("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")),
            Code::Malformed);
        QBuffer bytes;
        QVERIFY(drawnEan13(kPencils, 3, 120).save(&bytes, "png"));
        QCOMPARE(codeOf(app::decodePicture(bytes.data().left(200))), Code::Malformed);

        QFile heavy(folder.filePath(u"heavy"_s));
        QVERIFY(heavy.open(QIODevice::WriteOnly));
        QVERIFY(heavy.resize(limits::kScanFileBytes + 1));
        QCOMPARE(codeOf(app::loadPicture(heavy.fileName())), Code::TooLarge);

        QImage poster(8'000, 4'001, QImage::Format_Mono);
        QVERIFY(qint64(poster.width()) * poster.height() > limits::kScanPixels);
        poster.fill(1);
        QBuffer posterBytes;
        QVERIFY(poster.save(&posterBytes, "png"));
        QCOMPARE(codeOf(app::decodePicture(posterBytes.data())), Code::TooLarge);
    }
};

QTEST_GUILESS_MAIN(BarcodeReaderTest)
#include "barcode_reader_test.moc"
