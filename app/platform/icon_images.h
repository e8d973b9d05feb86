// Our icons as images: `image://icons/<name>/<rrggbb>`, drawn from resources/icons at the size and density
// asked for, with the colour in place of `currentColor`. Works with every renderer, because it needs no
// shader.
#pragma once

#include <QtQuick/QQuickImageProvider>

namespace larder::app {

class IconImages final : public QQuickImageProvider {
public:
    IconImages();

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace larder::app
