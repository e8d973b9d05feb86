#include "app/photos/photo_images.h"

#include "core/limits.h"

#include <QtGui/QImageReader>

namespace larder::app {

PhotoImages::PhotoImages(const PhotoFiles &files)
    : QQuickImageProvider(QQuickImageProvider::Image, QQuickImageProvider::ForceAsynchronousImageLoading)
    , m_files(files)
{
}

// One that can't be read, or came from somebody's own program as something else, is an empty place, not an
// error of the page's.
QImage PhotoImages::requestImage(const QString &hash, QSize *size, const QSize &requestedSize)
{
    QImageReader reader(m_files.pathOf(hash));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    const QSize most(limits::kPhotoEdge, limits::kPhotoEdge);
    const QSize wanted = requestedSize.isEmpty() ? most : requestedSize;
    if (whole.isValid() && (whole.width() > wanted.width() || whole.height() > wanted.height())) {
        reader.setScaledSize(whole.scaled(
            wanted, requestedSize.isEmpty() ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding));
    }
    QImage image = PhotoFiles::isHash(hash) ? reader.read() : QImage();
    if (image.isNull()) {
        image = QImage(1, 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
    }
    if (size) {
        *size = image.size();
    }
    return image;
}

} // namespace larder::app
