#include "server/store/postgres_values.h"

#include "core/assert.h"

#include <QtCore/QtEndian>

#include <cstring>

namespace larder::server {

namespace {

// pg_type.dat; these numbers never change.
constexpr Oid kBool = 16;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kText = 25;
constexpr Oid kUuid = 2950;
constexpr Oid kInt8Array = 1016;

constexpr qint32 kArrayHeaderBytes = 12; // dimensions, whether there are nulls, the type of its elements
constexpr qint32 kArrayDimensionBytes = 8; // of one dimension: how many, and the number of the first

Oid elementOf(Oid array)
{
    switch (array) {
    case 1000:
        return kBool;
    case 1005:
        return kInt2;
    case 1007:
        return kInt4;
    case 1009:
        return kText;
    case kInt8Array:
        return kInt8;
    case 2951:
        return kUuid;
    default:
        LARDER_ASSERT(false); // a statement of ours takes an array that this file doesn't know
        return 0;
    }
}

} // namespace

template<typename T> void PostgresParameters::append(T number)
{
    const qsizetype at = m_bytes.size();
    m_bytes.resize(at + qsizetype(sizeof(T)));
    qToBigEndian(number, m_bytes.data() + at);
}

void PostgresParameters::begin()
{
    LARDER_ASSERT(m_starts.size() < m_types.size());
    m_starts.push_back(m_bytes.size());
}

void PostgresParameters::end()
{
    m_lengths.push_back(int(m_bytes.size() - m_starts.back()));
}

void PostgresParameters::addNull()
{
    LARDER_ASSERT(m_starts.size() < m_types.size());
    m_starts.push_back(-1);
    m_lengths.push_back(0);
}

// Its length and its bytes; a null has the length -1.
void PostgresParameters::addElement(Oid type, const Cell &cell)
{
    const qsizetype at = m_bytes.size();
    append(qint32(-1));
    if (const auto *truth = std::get_if<bool>(&cell)) {
        append(quint8(*truth));
    } else if (const auto *number = std::get_if<qint64>(&cell)) {
        switch (type) {
        case kInt2:
            append(qint16(*number));
            break;
        case kInt4:
            append(qint32(*number));
            break;
        default:
            append(*number);
        }
    } else if (const auto *text = std::get_if<QString>(&cell)) {
        m_bytes += text->toUtf8();
    } else if (const auto *bytes = std::get_if<QByteArray>(&cell)) {
        m_bytes += *bytes;
    } else if (const auto *id = std::get_if<model::Uuid>(&cell)) {
        m_bytes.append(reinterpret_cast<const char *>(id->bytes.data()), qsizetype(id->bytes.size()));
    } else {
        return;
    }
    qToBigEndian(qint32(m_bytes.size() - at - 4), m_bytes.data() + at);
}

void PostgresParameters::add(const Cell &cell)
{
    if (std::holds_alternative<model::Null>(cell)) {
        addNull();
        return;
    }
    if (std::holds_alternative<Stamps>(cell)) {
        const CellRow row { cell };
        addColumn({ &row, 1 }, 0, 1);
        return;
    }
    begin();
    addElement(m_types[m_starts.size() - 1], cell);
    m_starts.back() += 4; // a parameter's own length stands apart
    end();
}

void PostgresParameters::addColumn(std::span<const CellRow> rows, std::size_t column, std::size_t count)
{
    begin();
    const Oid element = elementOf(m_types[m_starts.size() - 1]);
    const bool stamps = std::holds_alternative<Stamps>(rows.front()[column]);
    qint32 elements = qint32(count);
    if (stamps) {
        elements = 0;
        for (const CellRow &row : rows.first(count)) {
            elements += qint32(std::get<Stamps>(row[column]).size());
        }
    }
    m_bytes.reserve(m_bytes.size() + kArrayHeaderBytes + kArrayDimensionBytes + elements * 20);
    append(qint32(1));
    append(qint32(1));
    append(qint32(element));
    append(elements);
    append(qint32(1));
    for (const CellRow &row : rows.first(count)) {
        if (!stamps) {
            addElement(element, row[column]);
            continue;
        }
        for (const qint64 stamp : std::get<Stamps>(row[column])) {
            append(qint32(sizeof stamp));
            append(stamp);
        }
    }
    end();
}

const char *const *PostgresParameters::values()
{
    m_values.clear();
    for (const qsizetype start : m_starts) {
        m_values.push_back(start < 0 ? nullptr : m_bytes.constData() + start);
    }
    return m_values.data();
}

const int *PostgresParameters::formats()
{
    m_formats.assign(m_starts.size(), 1);
    return m_formats.data();
}

QByteArrayView PostgresRow::raw(int column) const
{
    return { PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column) };
}

bool PostgresRow::truth(int column) const
{
    const QByteArrayView value = raw(column);
    return value.size() == 1 && value[0] != '\0';
}

qint64 PostgresRow::integer(int column) const
{
    const QByteArrayView value = raw(column);
    switch (value.size()) {
    case 2:
        return qFromBigEndian<qint16>(value.data());
    case 4:
        return qFromBigEndian<qint32>(value.data());
    case 8:
        return qFromBigEndian<qint64>(value.data());
    default: // a null
        return 0;
    }
}

QString PostgresRow::text(int column) const
{
    return QString::fromUtf8(raw(column));
}

QByteArray PostgresRow::bytes(int column) const
{
    return raw(column).toByteArray();
}

model::Uuid PostgresRow::id(int column) const
{
    model::Uuid id;
    const QByteArrayView value = raw(column);
    std::memcpy(id.bytes.data(), value.data(), std::min(std::size_t(value.size()), id.bytes.size()));
    return id;
}

Stamps PostgresRow::stamps(int column) const
{
    Stamps stamps;
    QByteArrayView value = raw(column);
    if (value.size() < kArrayHeaderBytes + kArrayDimensionBytes) {
        return stamps; // a null, or an array of nothing
    }
    for (value = value.sliced(kArrayHeaderBytes + kArrayDimensionBytes); value.size() >= 4;) {
        const auto length = qFromBigEndian<qint32>(value.data());
        value = value.sliced(4);
        const bool held = length == sizeof(qint64) && value.size() >= length;
        stamps.push_back(held ? qFromBigEndian<qint64>(value.data()) : 0);
        value = value.sliced(held ? length : 0);
    }
    return stamps;
}

} // namespace larder::server
