#include "core/model/photo.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace larder::model {

static constexpr qsizetype kHashBytes = 32;

PhotoHash PhotoHash::of(QByteArrayView photo)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(photo);
    return { hash.result() };
}

std::optional<PhotoHash> PhotoHash::fromText(QStringView text)
{
    const bool hex = text.size() == 2 * kHashBytes && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    return hex ? std::optional(PhotoHash { QByteArray::fromHex(text.toLatin1()) }) : std::nullopt;
}

std::optional<PhotoHash> PhotoHash::fromBytes(const QByteArray &bytes)
{
    return bytes.size() == kHashBytes ? std::optional(PhotoHash { bytes }) : std::nullopt;
}

std::optional<QByteArray> photoMediaType(QByteArrayView photo)
{
    if (photo.startsWith("\xff\xd8\xff")) {
        return "image/jpeg";
    }
    if (photo.startsWith("\x89PNG\r\n\x1a\n")) {
        return "image/png";
    }
    if (photo.size() >= 16 && photo.startsWith("RIFF") && photo.sliced(8, 7) == "WEBPVP8") {
        return "image/webp";
    }
    return std::nullopt;
}

} // namespace larder::model
