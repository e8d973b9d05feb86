#include "app/platform/icon_images.h"

#include "core/logging.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace larder::app {

using namespace Qt::StringLiterals;

IconImages::IconImages()
    : QQuickImageProvider(QQuickImageProvider::Image)
{
}

QImage IconImages::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QStringList parts = id.split(u'/');
    QFile file(u":/larder/icons/%1.svg"_s.arg(parts.front()));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcApp) << "no icon" << parts.front();
        return {};
    }
    QByteArray svg = file.readAll();
    if (parts.size() > 1) {
        svg.replace("currentColor"_ba, QByteArray('#' + parts[1].toLatin1()));
    }
    QSvgRenderer renderer(svg);
    const QSize target = requestedSize.isEmpty() ? renderer.defaultSize() : requestedSize;
    QImage image(target, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    if (size) {
        *size = target;
    }
    return image;
}

} // namespace larder::app
