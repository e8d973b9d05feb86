#include "app/viewmodels/scan_view_model.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ScanViewModel;

class ScanViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPictureOfABarcodeIsRead();
    void aPictureOnTheClipboardIsRead();
    void digitsAreCheckedAsTheyAreTyped();
    void aPictureWithoutABarcodeIsSaid();
    void whatIsNoPictureIsSaid();
    void whatIsBeingReadCanBeLetGo();

private:
    // EAN-13 by GS1's General Specifications, section 5.2: guard bars, six digits by L and G, six by R.
    static QImage ean13(const QByteArray &digits)
    {
        static const char *kLeft[] = { "0001101", "0011001", "0010011", "0111101", "0100011", "0110001",
            "0101111", "0111011", "0110111", "0001011" };
        static const char *kParity[] = { "LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL",
            "LGLGLG", "LGLGGL", "LGGLGL" };
        QByteArray bars = "101";
        const char *parity = kParity[digits[0] - '0'];
        for (int i = 1; i <= 12; ++i) {
            QByteArray seven = kLeft[digits[i] - '0'];
            const bool reversed = i <= 6 && parity[i - 1] == 'G';
            for (char &bar : seven) {
                bar = (i > 6 || reversed) ? (bar == '0' ? '1' : '0') : bar;
            }
            if (reversed) {
                std::reverse(seven.begin(), seven.end());
            }
            bars += seven;
            if (i == 6) {
                bars += "01010";
            }
        }
        bars += "101";
        QImage image(95 * 4 + 120, 240, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (qsizetype i = 0; i < bars.size(); ++i) {
            if (bars[i] == '1') {
                painter.fillRect(QRect(60 + int(i) * 4, 20, 4, 200), Qt::black);
            }
        }
        return image;
    }
};

void ScanViewModelTest::aPictureOfABarcodeIsRead()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"code.png"_s);
    QVERIFY(ean13("4006381333931").save(path));
    ScanViewModel scan(nullptr);
    QSignalSpy taken(&scan, &ScanViewModel::taken);
    scan.ask();
    QCOMPARE(scan.stage(), ScanViewModel::Asking);
    scan.takeUrl(QUrl::fromLocalFile(path));
    QCOMPARE(scan.stage(), ScanViewModel::Reading);
    QTRY_COMPARE(taken.count(), 1);
    QCOMPARE(taken.front().front().toString(), u"4006381333931"_s);
    QCOMPARE(scan.stage(), ScanViewModel::Closed);
}

void ScanViewModelTest::aPictureOnTheClipboardIsRead()
{
    ScanViewModel scan(nullptr);
    QSignalSpy taken(&scan, &ScanViewModel::taken);
    scan.ask();
    QGuiApplication::clipboard()->setText(u"milk"_s);
    scan.paste();
    QVERIFY(scan.refusal().contains(u"clipboard"_s));
    QGuiApplication::clipboard()->setImage(ean13("4006381333931"));
    scan.paste();
    QTRY_COMPARE(taken.count(), 1);
}

void ScanViewModelTest::digitsAreCheckedAsTheyAreTyped()
{
    ScanViewModel scan(nullptr);
    QSignalSpy taken(&scan, &ScanViewModel::taken);
    scan.ask();
    scan.typed(u"4006381333930"_s);
    QCOMPARE(taken.count(), 0);
    QVERIFY(scan.refusal().contains(u"Check them"_s));
    scan.typed(u"4 006381 333931"_s);
    QCOMPARE(taken.count(), 1);
    QCOMPARE(scan.stage(), ScanViewModel::Closed);
}

void ScanViewModelTest::aPictureWithoutABarcodeIsSaid()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"none.png"_s);
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::green);
    QVERIFY(image.save(path));
    ScanViewModel scan(nullptr);
    scan.ask();
    scan.takeFile(path);
    QTRY_COMPARE(scan.stage(), ScanViewModel::Asking);
    QVERIFY(scan.refusal().contains(u"closer"_s));
    scan.ask();
    QCOMPARE(scan.refusal(), QString());
}

void ScanViewModelTest::whatIsNoPictureIsSaid()
{
    const QTemporaryDir dir;
    ScanViewModel scan(nullptr);
    scan.ask();
    scan.takeFile(dir.filePath(u"none.png"_s));
    QTRY_COMPARE(scan.stage(), ScanViewModel::Asking);
    QVERIFY(!scan.refusal().isEmpty());
    scan.takeUrl(QUrl(u"https://example.org/code.png"_s));
    QVERIFY(scan.refusal().contains(u"on this device"_s));
}

void ScanViewModelTest::whatIsBeingReadCanBeLetGo()
{
    ScanViewModel scan(nullptr);
    QSignalSpy taken(&scan, &ScanViewModel::taken);
    scan.ask();
    QGuiApplication::clipboard()->setImage(ean13("4006381333931"));
    scan.paste();
    scan.cancel();
    QCOMPARE(scan.stage(), ScanViewModel::Closed);
    scan.ask();
    scan.paste();
    QTRY_COMPARE(taken.count(), 1); // the second
}

QTEST_MAIN(ScanViewModelTest)
#include "scan_view_model_test.moc"
