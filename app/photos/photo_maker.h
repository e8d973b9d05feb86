// Makes of any picture the photo that is kept and sent: a JPEG that stands upright, is at most kPhotoEdge
// long, and says nothing of where and when it was taken. Takes a moment; for a thread of the pool.
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtGui/QImage>

class QIODevice;

namespace larder::app {

// TooLarge, Malformed when it is no picture, or Storage when it can't be read.
Result<QByteArray> makePhoto(const QString &path);
Result<QByteArray> makePhoto(QIODevice &picture);
Result<QByteArray> makePhoto(const QImage &picture);

} // namespace larder::app
