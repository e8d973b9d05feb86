#include "core/storage/sqlite_page.h"

#include <QtCore/QString>
#include <QtCore/QtEndian>

#include <bit>
#include <optional>

namespace larder::storage {

namespace {

constexpr quint8 kTableLeaf = 0x0d;
constexpr qint64 kPayloadMax = 4 << 20; // far above any row of ours; a larger length is noise

// A SQLite varint: 1 to 9 bytes, the high bit says that more follow.
std::optional<qint64> takeVarint(QByteArrayView &bytes)
{
    quint64 value = 0;
    for (int i = 0; i < 9 && i < bytes.size(); ++i) {
        const auto byte = quint8(bytes[i]);
        if (i == 8) {
            value = (value << 8) | byte;
        } else {
            value = (value << 7) | (byte & 0x7f);
        }
        if (i == 8 || !(byte & 0x80)) {
            bytes = bytes.sliced(i + 1);
            return qint64(value);
        }
    }
    return std::nullopt;
}

qint64 integerOf(QByteArrayView bytes)
{
    qint64 value = bytes.isEmpty() ? 0 : qint8(bytes[0]);
    for (qsizetype i = 1; i < bytes.size(); ++i) {
        value = qint64((quint64(value) << 8) | quint8(bytes[i]));
    }
    return value;
}

qint64 lengthOf(qint64 serialType)
{
    static constexpr int fixed[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0 };
    return serialType < 12 ? fixed[serialType] : (serialType - 12) / 2;
}

QVariant valueOf(qint64 serialType, QByteArrayView bytes)
{
    switch (serialType) {
    case 0:
        return {};
    case 7:
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data()));
    case 8:
    case 9:
        return qint64(serialType - 8);
    default:
        if (serialType < 8) {
            return integerOf(bytes);
        }
        return serialType % 2 == 0 ? QVariant(bytes.toByteArray()) : QVariant(QString::fromUtf8(bytes));
    }
}

std::optional<QVariantList> columnsOf(QByteArrayView payload)
{
    QByteArrayView types = payload;
    const auto headerBytes = takeVarint(types);
    if (!headerBytes || *headerBytes > payload.size() || *headerBytes < payload.size() - types.size()) {
        return std::nullopt;
    }
    types = payload.first(*headerBytes).sliced(payload.size() - types.size());
    QByteArrayView body = payload.sliced(*headerBytes);
    QVariantList columns;
    while (!types.isEmpty()) {
        const auto type = takeVarint(types);
        if (!type || *type < 0 || *type == 10 || *type == 11 || lengthOf(*type) > body.size()) {
            return std::nullopt;
        }
        columns.push_back(valueOf(*type, body.first(lengthOf(*type))));
        body = body.sliced(lengthOf(*type));
    }
    return columns;
}

// What of a payload stands in its cell; the rest is in a chain of overflow pages.
qint64 localBytes(const SqlitePages &pages, qint64 payload)
{
    const qint64 usable = pages.usableBytes;
    const qint64 most = usable - 35;
    if (payload <= most) {
        return payload;
    }
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 fitting = least + (payload - least) % (usable - 4);
    return fitting <= most ? fitting : least;
}

std::optional<QByteArray> payloadOf(const SqlitePages &pages, QByteArrayView cell, qint64 bytes)
{
    const qint64 local = localBytes(pages, bytes);
    if (local > cell.size() || (local < bytes && local + 4 > cell.size())) {
        return std::nullopt;
    }
    QByteArray payload = cell.first(local).toByteArray();
    quint32 next = local < bytes ? qFromBigEndian<quint32>(cell.data() + local) : 0;
    while (payload.size() < bytes) {
        const auto page = pages.newest.find(next);
        if (page == pages.newest.end()) {
            return std::nullopt;
        }
        const qint64 part = std::min<qint64>(bytes - payload.size(), pages.usableBytes - 4);
        payload += page->second.sliced(4, part);
        next = qFromBigEndian<quint32>(page->second.data());
    }
    return payload;
}

} // namespace

void forEachRowOfPage(const SqlitePages &pages, quint32 number,
    const std::function<void(qint64 rowid, const QVariantList &columns)> &take)
{
    const QByteArrayView page = pages.newest.at(number);
    const qsizetype start = number == 1 ? 100 : 0; // the first page begins with the file's header
    if (quint8(page[start]) != kTableLeaf) {
        return;
    }
    const int cells = qFromBigEndian<quint16>(page.data() + start + 3);
    for (int i = 0; i < cells; ++i) {
        const qsizetype pointer = start + 8 + 2 * i;
        if (pointer + 2 > page.size()) {
            return;
        }
        const qsizetype at = qFromBigEndian<quint16>(page.data() + pointer);
        if (at >= pages.usableBytes) {
            continue;
        }
        QByteArrayView cell = page.first(pages.usableBytes).sliced(at);
        const auto bytes = takeVarint(cell);
        const auto rowid = bytes ? takeVarint(cell) : std::nullopt;
        if (!rowid || *bytes <= 0 || *bytes > kPayloadMax) {
            continue;
        }
        const auto payload = payloadOf(pages, cell, *bytes);
        const auto columns = payload ? columnsOf(*payload) : std::nullopt;
        if (columns) {
            take(*rowid, *columns);
        }
    }
}

} // namespace larder::storage
