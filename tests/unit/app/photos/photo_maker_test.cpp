#include "app/photos/photo_maker.h"

#include "core/limits.h"

#include <QtCore/QBuffer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImageReader>
#include <QtGui/QImageWriter>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;

class PhotoMakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargePictureBecomesAsLargeAsAPhoto();
    void aSmallPictureStaysAsLargeAsItIs();
    void aPictureThatLiesOnItsSideIsPutUpright();
    void nothingIsKeptOfWhereItWasTaken();
    void whatIsTransparentIsWhite();
    void theHardestPictureIsSmallEnough();
    void whatIsNoPictureIsRefused();
    void aFileThatIsNotThereIsSaid();
    void whatIsTooLargeIsRefusedBeforeItIsRead();
};

static QImage decoded(const QByteArray &bytes)
{
    return QImage::fromData(bytes, "jpeg");
}

static QByteArray encoded(const QImage &image, const char *format,
    QImageIOHandler::Transformation transformation = QImageIOHandler::TransformationNone,
    const QString &words = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setTransformation(transformation);
    if (!words.isEmpty()) {
        writer.setText(u"Description"_s, words);
    }
    if (!writer.write(image)) {
        qFatal("%s", qPrintable(writer.errorString()));
    }
    return buffer.data();
}

static Result<QByteArray> made(QByteArray picture)
{
    QBuffer buffer(&picture);
    buffer.open(QIODevice::ReadOnly);
    return app::makePhoto(buffer);
}

static QImage halves(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = size.width() / 2; x < size.width(); ++x) {
            image.setPixelColor(x, y, Qt::blue);
        }
    }
    return image;
}

void PhotoMakerTest::aLargePictureBecomesAsLargeAsAPhoto()
{
    const auto photo = made(encoded(halves({ 4'000, 3'000 }), "jpeg"));
    QVERIFY(photo);
    QCOMPARE(decoded(*photo).size(), QSize(limits::kPhotoEdge, limits::kPhotoEdge * 3 / 4));
    QVERIFY(decoded(*photo).pixelColor(100, 100).red() > 200);
}

void PhotoMakerTest::aSmallPictureStaysAsLargeAsItIs()
{
    const auto photo = made(encoded(halves({ 120, 80 }), "png"));
    QVERIFY(photo);
    QCOMPARE(decoded(*photo).size(), QSize(120, 80));
}

void PhotoMakerTest::aPictureThatLiesOnItsSideIsPutUpright()
{
    const auto photo
        = made(encoded(halves({ 2'000, 1'000 }), "jpeg", QImageIOHandler::TransformationRotate90));
    QVERIFY(photo);
    const QImage upright = decoded(*photo);
    QCOMPARE(upright.size(), QSize(limits::kPhotoEdge / 2, limits::kPhotoEdge));
    QVERIFY(upright.pixelColor(400, 100).red() > 200);
    QVERIFY(upright.pixelColor(400, 1'500).blue() > 200);
}

void PhotoMakerTest::nothingIsKeptOfWhereItWasTaken()
{
    const QByteArray picture = encoded(
        halves({ 200, 100 }), "jpeg", QImageIOHandler::TransformationNone, u"48.2082 N, 16.3738 E"_s);
    QVERIFY(picture.contains("48.2082"));
    const auto photo = made(picture);
    QVERIFY(photo);
    QVERIFY(!photo->contains("48.2082") && !photo->contains("Exif"));
}

void PhotoMakerTest::whatIsTransparentIsWhite()
{
    QImage image(50, 50, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const auto photo = made(encoded(image, "png"));
    QVERIFY(photo);
    QVERIFY(decoded(*photo).pixelColor(10, 10).lightness() > 250);
}

void PhotoMakerTest::theHardestPictureIsSmallEnough()
{
    QImage noise(1'600, 1'600, QImage::Format_RGB32);
    quint32 state = 7;
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x) {
            state = state * 1'664'525 + 1'013'904'223;
            noise.setPixel(x, y, 0xFF000000 | (state >> 8));
        }
    }
    const auto photo = app::makePhoto(noise);
    QVERIFY(photo);
    QVERIFY(photo->size() <= limits::kPhotoBytes);
}

void PhotoMakerTest::whatIsNoPictureIsRefused()
{
    QCOMPARE(made("milk, bread").error().code, Code::Malformed);
    QCOMPARE(made({}).error().code, Code::Malformed);
    QByteArray cut = encoded(halves({ 200, 100 }), "png");
    cut.truncate(40);
    QCOMPARE(made(cut).error().code, Code::Malformed);
    QCOMPARE(app::makePhoto(QImage()).error().code, Code::Malformed);
}

void PhotoMakerTest::aFileThatIsNotThereIsSaid()
{
    const QTemporaryDir dir;
    QCOMPARE(app::makePhoto(dir.filePath(u"none.jpg"_s)).error().code, Code::Storage);
}

// The head of a PPM of 20,000 × 20,000 pixels.
void PhotoMakerTest::whatIsTooLargeIsRefusedBeforeItIsRead()
{
    QCOMPARE(made("P6\n20000 20000\n255\n").error().code, Code::TooLarge);
}

QTEST_GUILESS_MAIN(PhotoMakerTest)
#include "photo_maker_test.moc"
