// Pictures of packets for the tests of what reads them.
#pragma once

#include <QtCore/QRandomGenerator>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace larder::test {

// Bars as zxing-cpp writes them, on white.
inline QImage drawnBarcode(ZXing::BarcodeFormat format, const QString &text, QSize size = { 380, 160 })
{
    const ZXing::BitMatrix bars = ZXing::MultiFormatWriter(format).setMargin(10).encode(
        text.toStdString(), size.width(), size.height());
    QImage picture(bars.width(), bars.height(), QImage::Format_RGB32);
    for (int y = 0; y < bars.height(); ++y) {
        for (int x = 0; x < bars.width(); ++x) {
            picture.setPixelColor(x, y, bars.get(x, y) ? Qt::black : Qt::white);
        }
    }
    return picture;
}

// EAN-13 by the tables of ISO/IEC 15420, so that writer and reader can't agree on the same mistake.
inline QImage drawnEan13(const QString &digits, int module, int height)
{
    static constexpr const char *kLeft[] = { "0001101", "0011001", "0010011", "0111101", "0100011", "0110001",
        "0101111", "0111011", "0110111", "0001011" };
    static constexpr const char *kParity[] = { "LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG",
        "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL" };
    const auto digit = [&digits](int at) { return digits[at].digitValue(); };
    const auto inverted = [](QString bars) {
        for (QChar &bar : bars) {
            bar = bar == u'0' ? u'1' : u'0';
        }
        return bars;
    };
    QString bars = QStringLiteral("101");
    for (int at = 1; at <= 6; ++at) {
        QString code = QString::fromLatin1(kLeft[digit(at)]);
        if (kParity[digit(0)][at - 1] == 'G') {
            code = inverted(code);
            std::reverse(code.begin(), code.end());
        }
        bars += code;
    }
    bars += QStringLiteral("01010");
    for (int at = 7; at <= 12; ++at) {
        bars += inverted(QString::fromLatin1(kLeft[digit(at)]));
    }
    bars += QStringLiteral("101");
    const int quiet = 11 * module;
    QImage picture(int(bars.size()) * module + 2 * quiet, height + 2 * module, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int at = 0; at < int(bars.size()); ++at) {
        if (bars[at] == u'1') {
            painter.fillRect(quiet + at * module, module, module, height, Qt::black);
        }
    }
    return picture;
}

// As it lies on a table: turned about its middle, with a printed text beside it.
inline QImage photographed(const QImage &packet, double degrees, QSize size = { 1'600, 1'200 })
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(201, 187, 160));
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.fillRect(60, 40, size.width() / 5, size.height() / 4, QColor(80, 110, 70));
    painter.translate(size.width() * 0.52, size.height() * 0.55);
    painter.rotate(degrees);
    painter.drawImage(QPointF(-packet.width() / 2.0, -packet.height() / 2.0), packet);
    return picture;
}

inline QImage noisy(QImage picture, int strength)
{
    QRandomGenerator random(20'261'123);
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int by = random.bounded(-strength, strength + 1);
            const auto moved = [by](int value) { return std::clamp(value + by, 0, 255); };
            line[x] = qRgb(moved(qRed(line[x])), moved(qGreen(line[x])), moved(qBlue(line[x])));
        }
    }
    return picture;
}

} // namespace larder::test
