// Reads the barcode in a picture, with zxing-cpp.
//
// What is read is what grocery::tradeBarcode() and its neighbours make of it, so that the same packet is the
// same text however it was held. A picture is tried small before it is tried large, and thorough reading goes
// on to what a hurried photograph needs: askew, light on dark, very small. Of several codes in one picture
// one of the trade is meant rather than another, and of those the one in the middle. Nothing here is kept
// between two calls; it takes up to a second of a phone's time, and so belongs on a pool thread.
#pragma once

#include "core/result.h"

#include <QtGui/QImage>

namespace larder::app {

// Frames of a camera come many times in a second, and the next one may be better.
enum class Effort : quint8 { Quick, Thorough };

// NotFound when there is none that can be read; Malformed when there is no picture.
Result<QString> readBarcode(const QImage &picture, Effort effort);

// A picture in a file of any kind that this system reads, turned as the camera was held. Unavailable when the
// file can't be opened, TooLarge beyond limits::kScanFileBytes and kScanPixels, Malformed when it is no
// picture.
Result<QImage> loadPicture(const QString &path);
// The same of what the clipboard or another program hands over.
Result<QImage> decodePicture(const QByteArray &bytes);

} // namespace larder::app
