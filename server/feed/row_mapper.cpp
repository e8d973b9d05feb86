#include "server/feed/row_mapper.h"

#include <QtCore/QtEndian>

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;
using pgoutput::Cell;
using pgoutput::Tuple;

static Failure malformed(QLatin1StringView what)
{
    return Failure(Code::Malformed, "a row from the log: "_L1 + what);
}

static Result<model::Uuid> readUuid(QByteArrayView bytes)
{
    const auto id = model::Uuid::fromBytes(bytes);
    return id ? id : malformed("not a UUID"_L1);
}

static Result<qint64> readInteger(QByteArrayView bytes)
{
    if (bytes.size() != sizeof(qint64)) {
        return malformed("not an integer"_L1);
    }
    return qFromBigEndian<qint64>(bytes.data());
}

Result<std::vector<qint64>> readIntegers(QByteArrayView bytes)
{
    // Dimensions, whether there are nulls, the elements' type; of the one dimension its size and its first
    // index.
    constexpr qsizetype word = sizeof(qint32);
    const auto wordAt = [&bytes](qsizetype at) { return qFromBigEndian<qint32>(bytes.data() + at); };
    if (bytes.size() == 3 * word && wordAt(0) == 0) {
        return std::vector<qint64>();
    }
    if (bytes.size() < 5 * word || wordAt(0) != 1 || wordAt(4 * word) != 1) {
        return malformed("not an array of one dimension from 1 on"_L1);
    }
    const qint32 count = wordAt(3 * word);
    qsizetype at = 5 * word;
    if (count < 0 || count > (bytes.size() - at) / word) {
        return malformed("not an array"_L1);
    }
    std::vector<qint64> numbers(std::size_t(count), 0);
    for (qint64 &number : numbers) {
        const qint32 length = bytes.size() - at < word ? 0 : wordAt(at);
        at += word;
        if (length == sizeof number && bytes.size() - at >= length) {
            number = qFromBigEndian<qint64>(bytes.data() + at);
            at += length;
        } else if (length != -1) { // null
            return malformed("not an array of integers"_L1);
        }
    }
    return at == bytes.size() ? Result<std::vector<qint64>>(std::move(numbers))
                              : malformed("an array with bytes left over"_L1);
}

static Result<model::Value> readValue(model::FieldType type, QByteArrayView bytes)
{
    switch (type) {
    case model::FieldType::Bool:
        if (bytes.size() != 1 || quint8(bytes.front()) > 1) {
            return malformed("not a truth"_L1);
        }
        return model::Value(bytes.front() == 1);
    case model::FieldType::Integer: {
        const auto number = readInteger(bytes);
        if (!number) {
            return Failure(number.error());
        }
        return model::Value(*number);
    }
    case model::FieldType::Id:
        if (bytes.size() != qsizetype(sizeof(model::Uuid))) {
            return malformed("not a UUID"_L1);
        }
        return model::Value(bytes.toByteArray());
    case model::FieldType::Text:
        break;
    }
    return model::Value(QString::fromUtf8(bytes));
}

// Null and Unchanged alike have nothing to give.
static const Cell *valueAt(const Tuple &tuple, int column)
{
    const bool given = column >= 0 && column < tuple.size() && tuple[column].state == Cell::State::Value;
    return given ? &tuple[column] : nullptr;
}

static Result<model::Uuid> idAt(const Tuple &tuple, int column)
{
    const Cell *cell = valueAt(tuple, column);
    return cell ? readUuid(cell->bytes) : malformed("an id is missing"_L1);
}

void RowMapper::learn(const pgoutput::Relation &relation)
{
    Layout layout;
    const QString table = QString::fromUtf8(relation.table);
    const model::KindInfo *kind = model::findKind(table);
    if (kind) {
        layout.table = Table::Records;
        layout.kind = kind->kind;
    } else if (relation.table == "tombstone") {
        layout.table = Table::Tombstone;
    }
    for (std::size_t i = 0; i < relation.columns.size(); ++i) {
        const QByteArrayView name = relation.columns[i].name;
        const int column = int(i);
        if (name == "space") {
            layout.space = column;
        } else if (name == "id") {
            layout.id = column;
        } else if (name == "version") {
            layout.version = column;
        } else if (name == "author") {
            layout.author = column;
        } else if (name == "stamps") {
            layout.stamps = column;
        } else if (const model::Field *field = kind ? kind->find(QString::fromUtf8(name)) : nullptr) {
            layout.fields.push_back({ column, field->number, field->type });
        }
    }
    std::sort(layout.fields.begin(), layout.fields.end(),
        [](const FieldColumn &a, const FieldColumn &b) { return a.number < b.number; });
    m_tables[relation.id] = std::move(layout);
}

const RowMapper::Layout *RowMapper::find(pgoutput::Oid relation) const
{
    const auto at = m_tables.find(relation);
    return at == m_tables.end() ? nullptr : &at->second;
}

RowMapper::Table RowMapper::tableOf(pgoutput::Oid relation) const
{
    const Layout *layout = find(relation);
    return layout ? layout->table : Table::Other;
}

Result<RowMapper::Place> RowMapper::place(pgoutput::Oid relation, const Tuple &tuple) const
{
    const Layout *layout = find(relation);
    if (!layout) {
        return malformed("a table that was not told before"_L1);
    }
    const auto space = idAt(tuple, layout->table == Table::Tombstone ? layout->id : layout->space);
    if (!space) {
        return Failure(space.error());
    }
    Place place { model::SpaceId { *space }, 0 };
    if (const Cell *cell = valueAt(tuple, layout->version)) {
        const auto version = readInteger(cell->bytes);
        if (!version) {
            return Failure(version.error());
        }
        place.version = *version;
    }
    return place;
}

Result<model::Record> RowMapper::record(pgoutput::Oid relation, const Tuple &tuple) const
{
    const auto where = place(relation, tuple);
    if (!where) {
        return Failure(where.error());
    }
    const Layout &layout = *find(relation);
    const auto id = idAt(tuple, layout.id);
    if (!id) {
        return Failure(id.error());
    }
    const Cell *stampsCell = valueAt(tuple, layout.stamps);
    if (!stampsCell || where->version <= 0) {
        return malformed("no stamps or no version"_L1);
    }
    const auto stamps = readIntegers(stampsCell->bytes);
    if (!stamps) {
        return Failure(stamps.error());
    }
    model::Record record;
    record.key = { where->space, layout.kind, { *id } };
    record.version = where->version;
    if (const Cell *cell = valueAt(tuple, layout.author)) {
        const auto author = readUuid(cell->bytes);
        if (!author) {
            return Failure(author.error());
        }
        record.author = { *author };
    }
    record.registers.reserve(layout.fields.size());
    for (const FieldColumn &field : layout.fields) {
        const qint64 stamp = field.number < stamps->size() ? (*stamps)[field.number] : 0;
        if (!model::Stamp { stamp }.isValid() || field.column >= tuple.size()) {
            continue;
        }
        const Cell &cell = tuple[field.column];
        if (cell.state == Cell::State::Unchanged) {
            continue;
        }
        model::Value value;
        if (cell.state == Cell::State::Value) {
            auto read = readValue(field.type, cell.bytes);
            if (!read) {
                return Failure(read.error());
            }
            value = std::move(*read);
        }
        record.registers.push_back({ field.number, model::Stamp { stamp }, std::move(value) });
    }
    return record;
}

} // namespace larder::server
