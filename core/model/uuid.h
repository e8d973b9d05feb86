// 128-bit identifiers (RFC 9562) as plain bytes, and the distinct id types made of them.
//
// QUuid is not used as a value because its order is not that of its bytes, and locks are taken in byte order.
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHashFunctions>

#include <array>
#include <compare>

namespace larder::model {

struct Uuid {
    std::array<quint8, 16> bytes {};

    // The 36-character form, in either case; everything else is Malformed.
    static Result<Uuid> fromString(QStringView text);
    // Exactly 16 bytes; everything else is Malformed.
    static Result<Uuid> fromBytes(QByteArrayView raw);

    bool isNull() const { return *this == Uuid {}; }
    // Lower case, with hyphens, without braces.
    QString toString() const;
    QByteArray toBytes() const { return QByteArray(reinterpret_cast<const char *>(bytes.data()), 16); }

    friend bool operator==(const Uuid &, const Uuid &) = default;
    friend auto operator<=>(const Uuid &, const Uuid &) = default;
    friend size_t qHash(const Uuid &id, size_t seed = 0) noexcept
    {
        return qHashBits(id.bytes.data(), id.bytes.size(), seed);
    }
};

template<typename Tag> struct Id {
    Uuid value;

    static Result<Id> fromString(QStringView text)
    {
        auto uuid = Uuid::fromString(text);
        if (!uuid) {
            return Failure(uuid.error());
        }
        return Id { *uuid };
    }
    static Result<Id> fromBytes(QByteArrayView raw)
    {
        auto uuid = Uuid::fromBytes(raw);
        if (!uuid) {
            return Failure(uuid.error());
        }
        return Id { *uuid };
    }

    bool isNull() const { return value.isNull(); }
    QString toString() const { return value.toString(); }
    QByteArray toBytes() const { return value.toBytes(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return qHash(id.value, seed); }
};

using SpaceId = Id<struct SpaceTag>;
using RecordId = Id<struct RecordTag>;
using UserId = Id<struct UserTag>;
using DeviceId = Id<struct DeviceTag>;
using SessionId = Id<struct SessionTag>;

} // namespace larder::model

template<> struct std::hash<larder::model::Uuid> {
    size_t operator()(const larder::model::Uuid &id) const noexcept { return qHash(id); }
};
template<typename Tag> struct std::hash<larder::model::Id<Tag>> {
    size_t operator()(const larder::model::Id<Tag> &id) const noexcept { return qHash(id); }
};
