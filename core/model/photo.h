// A photo of an item: named by the SHA-256 of its bytes, in an item's field `photo` as 64 hex digits.
//
// What a file is, its first bytes say; names and declared types can lie. A photo is never changed, so whoever
// has one of a name has the right one, and checks that by the name. Pure.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <optional>

namespace larder::model {

struct PhotoHash {
    QByteArray bytes; // 32 of them

    static PhotoHash of(QByteArrayView photo);
    // Only in the one form that an item's field and a path have: 64 digits, letters in lower case.
    static std::optional<PhotoHash> fromText(QStringView text);
    static std::optional<PhotoHash> fromBytes(const QByteArray &bytes);
    QString toText() const { return QString::fromLatin1(bytes.toHex()); }

    friend bool operator==(const PhotoHash &, const PhotoHash &) = default;
    friend bool operator<(const PhotoHash &a, const PhotoHash &b) { return a.bytes < b.bytes; }
    friend size_t qHash(const PhotoHash &hash, size_t seed = 0) noexcept { return qHash(hash.bytes, seed); }
};

// JPEG, PNG or WebP; nothing for all else.
std::optional<QByteArray> photoMediaType(QByteArrayView photo);

} // namespace larder::model
