#include "app/platform/tray_icon.h"

#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kMost = 99;
static const QColor kBadge(0xB3, 0x37, 0x2B); // stands out on the icon's green, on light and on dark panels
static const QColor kNumber(0xFF, 0xFF, 0xFF);

QImage trayIcon(int side, int count)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(u":/larder/icons/larder.svg"_s).render(&painter);
    if (count <= 0) {
        return image;
    }
    const QString words = count > kMost ? u"99+"_s : QString::number(count);
    QFont font;
    font.setPixelSize(qMax(8, side * (words.size() > 2 ? 40 : 52) / 100));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    const qreal height = side * 0.6;
    const qreal width
        = qBound(height, QFontMetricsF(font).horizontalAdvance(words) + side * 0.16, qreal(side));
    const QRectF badge(side - width, side - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kBadge);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(kNumber);
    painter.drawText(badge, Qt::AlignCenter, words);
    return image;
}

} // namespace larder::app
