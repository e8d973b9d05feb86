#include "app/barcode/barcode_reader.h"

#include "app/barcode/zxing_reader.h"
#include "core/grocery/barcode.h"
#include "core/limits.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>
#include <QtGui/QTransform>

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kFirstEdge = 1'200; // enough for a packet that fills a third of the picture
static constexpr int kTinyEdge = 500; // below, a bar can be narrower than a pixel

static std::optional<QString> kept(const SeenCode &seen)
{
    switch (seen.symbology) {
    case Symbology::Ean:
        return grocery::eanBarcode(seen.text);
    case Symbology::UpcA:
        return grocery::tradeBarcode(seen.text);
    case Symbology::UpcE:
        return seen.text.size() == 8 ? grocery::upcEBarcode(seen.text) : grocery::tradeBarcode(seen.text);
    case Symbology::Other:
        return grocery::otherBarcode(seen.text);
    }
    return std::nullopt;
}

static std::optional<QString> readOnce(const QImage &grey)
{
    for (const Family family : { Family::Trade, Family::Other }) {
        if (const auto seen = seeCode(grey, family)) {
            if (auto text = kept(*seen)) {
                return text;
            }
        }
    }
    return std::nullopt;
}

// What is transparent is paper.
static QImage greyOf(const QImage &picture)
{
    if (!picture.hasAlphaChannel()) {
        return picture.convertToFormat(QImage::Format_Grayscale8);
    }
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, picture);
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

static QImage withEdge(const QImage &grey, int edge)
{
    return grey.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

// With white where the picture ends, or the corners would be black bars.
static QImage turned(const QImage &grey, double degrees)
{
    const QRectF bounds = QTransform().rotate(degrees).mapRect(QRectF(grey.rect()));
    QImage turnedGrey(bounds.size().toSize(), QImage::Format_Grayscale8);
    turnedGrey.fill(Qt::white);
    QPainter painter(&turnedGrey);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(turnedGrey.width() / 2.0, turnedGrey.height() / 2.0);
    painter.rotate(degrees);
    painter.drawImage(QPointF(-grey.width() / 2.0, -grey.height() / 2.0), grey);
    return turnedGrey;
}

Result<QString> readBarcode(const QImage &picture, Effort effort)
{
    if (picture.isNull()) {
        return Failure(Code::Malformed);
    }
    const int edge = std::max(picture.width(), picture.height());
    QImage grey = greyOf(edge > limits::kScanEdge ? picture.scaled(limits::kScanEdge, limits::kScanEdge,
                             Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                                  : picture);
    const QImage first = edge > kFirstEdge ? withEdge(grey, kFirstEdge) : grey;
    std::optional<QString> text = readOnce(first);
    if (!text && effort == Effort::Thorough) {
        const auto tries = std::to_array<QImage (*)(const QImage &, const QImage &)>({
            [](const QImage &whole, const QImage &small) {
                return whole.size() == small.size() ? QImage() : whole;
            },
            [](const QImage &, const QImage &small) { return turned(small, 45); },
            [](const QImage &, const QImage &small) {
                QImage inverted = small.copy();
                inverted.invertPixels();
                return inverted;
            },
            [](const QImage &, const QImage &small) {
                const int longest = std::max(small.width(), small.height());
                return withEdge(small, longest < kTinyEdge ? 3 * longest : longest / 2);
            },
        });
        for (auto next = tries.begin(); !text && next != tries.end(); ++next) {
            const QImage tried = (*next)(grey, first);
            text = tried.isNull() ? std::nullopt : readOnce(tried);
        }
    }
    return text ? Result<QString>(*text) : Failure(Code::NotFound);
}

// A drawing can do more than be looked at, and is no photograph of a packet.
static bool isDrawing(const QByteArray &format)
{
    return format.startsWith("svg") || format == "pdf";
}

// A JPEG is decoded as small as it is needed; others are decoded whole first.
static Result<QImage> decode(QIODevice &device)
{
    if (device.size() > limits::kScanFileBytes) {
        return Failure(Code::TooLarge);
    }
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead() || isDrawing(reader.format())) {
        return Failure(Error { Code::Malformed, reader.errorString() });
    }
    const QSize size = reader.size();
    const qint64 most = qint64(limits::kScanPixels) * (reader.format() == "jpeg" ? 64 : 1);
    if (qint64(size.width()) * size.height() > most) {
        return Failure(Code::TooLarge);
    }
    if (size.isValid() && std::max(size.width(), size.height()) > limits::kScanEdge) {
        reader.setScaledSize(size.scaled(limits::kScanEdge, limits::kScanEdge, Qt::KeepAspectRatio));
    }
    QImage picture = reader.read();
    if (picture.isNull()) {
        return Failure(Error { Code::Malformed, reader.errorString() });
    }
    return picture;
}

Result<QImage> loadPicture(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure(Error { Code::Unavailable, file.errorString() });
    }
    return decode(file);
}

Result<QImage> decodePicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return decode(buffer);
}

} // namespace larder::app
