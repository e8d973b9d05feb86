#include "app/photos/photo_maker.h"

#include "core/limits.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtGui/QImageReader>
#include <QtGui/QImageWriter>
#include <QtGui/QPainter>

namespace larder::app {

static constexpr int kAimBytes = 1 << 20;

Result<QByteArray> makePhoto(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure(Code::Storage, file.errorString());
    }
    return makePhoto(file);
}

Result<QByteArray> makePhoto(QIODevice &picture)
{
    if (picture.size() > limits::kPhotoFileBytes) {
        return Failure(Code::TooLarge);
    }
    QImageReader reader(&picture);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > limits::kPhotoFilePixels) {
        return Failure(Code::TooLarge);
    }
    // JPEG decodes to a smaller size in a fraction of the time and memory.
    if (qMax(size.width(), size.height()) > limits::kPhotoEdge) {
        reader.setScaledSize(size.scaled(limits::kPhotoEdge, limits::kPhotoEdge, Qt::KeepAspectRatio));
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        return Failure(Code::Malformed, reader.errorString());
    }
    return makePhoto(image);
}

Result<QByteArray> makePhoto(const QImage &picture)
{
    if (picture.isNull()) {
        return Failure(Code::Malformed);
    }
    QImage scaled = picture;
    if (qMax(picture.width(), picture.height()) > limits::kPhotoEdge) {
        scaled = picture.scaled(
            limits::kPhotoEdge, limits::kPhotoEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    // A new image has none of the old one's words; and what was transparent is white on paper.
    QImage image(scaled.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(0, 0, scaled);
    painter.end();
    for (const int quality : { 85, 70, 50, 30 }) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        writer.setOptimizedWrite(true);
        if (!writer.write(image)) {
            return Failure(Code::Internal, writer.errorString());
        }
        if (bytes.size() <= kAimBytes) {
            return bytes;
        }
    }
    return Failure(Code::TooLarge);
}

} // namespace larder::app
