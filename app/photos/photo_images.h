// Photos as images of the pages: `image://photos/<hash>`, read at the size that is asked for.
//
// Lives wherever Qt Quick reads images, which is a thread of its own.
#pragma once

#include "app/photos/photo_files.h"

#include <QtQuick/QQuickImageProvider>

namespace larder::app {

class PhotoImages final : public QQuickImageProvider {
public:
    explicit PhotoImages(const PhotoFiles &files);

    QImage requestImage(const QString &hash, QSize *size, const QSize &requestedSize) override;

private:
    PhotoFiles m_files;
};

} // namespace larder::app
