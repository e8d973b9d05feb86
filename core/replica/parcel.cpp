// Grammar: the bytes "LWP1", the first 8 bytes of the SHA-256 of all that follows, and the CBOR array
// [space, kind, id, clock offset in microseconds, origin, registers], where space and id are 16-byte strings
// and registers is a byte string with the map of protocol::encodeRegisters. For example:
//
// 4c575031 eb56c50839d8cf7b                             LWP1, checksum
// 86 50 11111111111111111111111111111111 02             [space, 2 (item),
//    50 22222222222222222222222222222222 20 00             id, -1, 0 (written),
//    47 a1 08 82 19 03e8 f5                                registers {8: [1000, true]}]
#include "core/replica/parcel.h"

#include "core/protocol/codec.h"

#include <QtCore/QCborStreamReader>
#include <QtCore/QCborStreamWriter>
#include <QtCore/QCryptographicHash>

namespace larder::replica {

using namespace Qt::StringLiterals;

namespace {

constexpr char kMagic[] = "LWP1";
constexpr qsizetype kMagicBytes = 4;
constexpr qsizetype kChecksumBytes = 8;
constexpr qsizetype kHeadBytes = kMagicBytes + kChecksumBytes;

QByteArray checksum(QByteArrayView content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(content);
    return hash.result().left(kChecksumBytes);
}

bool takeInteger(QCborStreamReader &reader, qint64 &value)
{
    if (!reader.isInteger()) {
        return false;
    }
    value = reader.toInteger();
    return reader.next();
}

bool takeBytes(QCborStreamReader &reader, QByteArray &value)
{
    if (!reader.isByteArray()) {
        return false;
    }
    auto chunk = reader.readByteArray();
    while (chunk.status == QCborStreamReader::Ok) {
        value += chunk.data;
        chunk = reader.readByteArray();
    }
    return chunk.status == QCborStreamReader::EndOfString;
}

} // namespace

QByteArray pack(const Parcel &parcel)
{
    QByteArray content;
    QCborStreamWriter writer(&content);
    writer.startArray(6);
    writer.append(parcel.write.key.space.toBytes());
    writer.append(quint64(parcel.write.key.kind));
    writer.append(parcel.write.key.id.toBytes());
    writer.append(qint64(parcel.clockOffset.count()));
    writer.append(quint64(parcel.origin));
    writer.append(protocol::encodeRegisters(parcel.write.registers));
    writer.endArray();
    return QByteArray(kMagic, kMagicBytes) + checksum(content) + content;
}

Result<Parcel> unpack(QByteArrayView bytes)
{
    const Failure damaged(Code::Malformed, u"not a queued write"_s);
    if (bytes.size() < kHeadBytes || bytes.first(kMagicBytes) != QByteArrayView(kMagic, kMagicBytes)) {
        return damaged;
    }
    const QByteArrayView content = bytes.sliced(kHeadBytes);
    if (bytes.sliced(kMagicBytes, kChecksumBytes) != checksum(content)) {
        return damaged;
    }
    QCborStreamReader reader(content.data(), content.size());
    QByteArray space;
    QByteArray id;
    QByteArray registers;
    qint64 kind = 0;
    qint64 offset = 0;
    qint64 origin = 0;
    if (!reader.isArray() || !reader.enterContainer() || !takeBytes(reader, space)
        || !takeInteger(reader, kind) || !takeBytes(reader, id) || !takeInteger(reader, offset)
        || !takeInteger(reader, origin) || !takeBytes(reader, registers)) {
        return damaged;
    }
    const auto spaceId = model::SpaceId::fromBytes(space);
    const auto recordId = model::RecordId::fromBytes(id);
    auto decoded = protocol::decodeRegisters(registers);
    if (!spaceId || !recordId || !decoded || kind < 0 || kind > 0xffff) {
        return damaged;
    }
    return Parcel { { { *spaceId, model::Kind(kind), *recordId }, std::move(*decoded) }, Micros(offset),
        origin == 0 ? Parcel::Origin::Written : Parcel::Origin::Offered };
}

} // namespace larder::replica
