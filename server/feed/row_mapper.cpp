#include "server/feed/row_mapper.h"

#include <array>
#include <charconv>

namespace larder::server {

using namespace Qt::StringLiterals;
using pgoutput::Cell;
using pgoutput::Tuple;

static Failure malformed(QLatin1StringView what)
{
    return Failure(Code::Malformed, "a row from the log: "_L1 + what);
}

// The value of each hexadecimal digit, -1 of all else.
static constexpr std::array<qint8, 256> kHexDigits = [] {
    std::array<qint8, 256> values {};
    values.fill(-1);
    for (int i = 0; i < 10; ++i) {
        values[std::size_t('0' + i)] = qint8(i);
    }
    for (int i = 0; i < 6; ++i) {
        values[std::size_t('a' + i)] = values[std::size_t('A' + i)] = qint8(10 + i);
    }
    return values;
}();

// Where the 16 bytes stand in the 36 characters.
static constexpr std::array<quint8, 16> kByteAt { 0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34 };

Result<model::Uuid> parseUuid(QByteArrayView text)
{
    const char *at = text.data();
    if (text.size() != 36 || at[8] != '-' || at[13] != '-' || at[18] != '-' || at[23] != '-') {
        return malformed("not a UUID"_L1);
    }
    model::Uuid id;
    int seen = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        const int high = kHexDigits[quint8(at[kByteAt[i]])];
        const int low = kHexDigits[quint8(at[kByteAt[i] + 1])];
        seen |= high | low; // negative once one of them was
        id.bytes[i] = quint8(high << 4 | low);
    }
    if (seen < 0) {
        return malformed("not a UUID"_L1);
    }
    return id;
}

static Result<qint64> parseInteger(QByteArrayView text)
{
    qint64 value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end) {
        return malformed("not an integer"_L1);
    }
    return value;
}

Result<std::vector<qint64>> parseIntegers(QByteArrayView text)
{
    std::vector<qint64> numbers;
    if (text.size() < 2 || text.front() != '{' || text.back() != '}') {
        return malformed("not an array"_L1);
    }
    numbers.reserve(16);
    const char *at = text.data() + 1;
    const char *end = text.data() + text.size() - 1;
    while (at != end) {
        qint64 number = 0;
        if (*at == 'N' && end - at >= 4 && QByteArrayView(at, 4) == "NULL") {
            at += 4;
        } else {
            const auto [stop, error] = std::from_chars(at, end, number);
            if (error != std::errc()) {
                return malformed("not an array of integers"_L1);
            }
            at = stop;
        }
        numbers.push_back(number);
        if (at != end && (*at != ',' || ++at == end)) {
            return malformed("not an array of integers"_L1);
        }
    }
    return numbers;
}

static Result<model::Value> parseValue(model::FieldType type, QByteArrayView text)
{
    switch (type) {
    case model::FieldType::Bool:
        if (text.size() != 1 || (text.front() != 't' && text.front() != 'f')) {
            return malformed("not a truth"_L1);
        }
        return model::Value(text.front() == 't');
    case model::FieldType::Integer: {
        const auto number = parseInteger(text);
        if (!number) {
            return Failure(number.error());
        }
        return model::Value(*number);
    }
    case model::FieldType::Id: {
        const auto id = parseUuid(text);
        if (!id) {
            return Failure(id.error());
        }
        return model::Value(id->toBytes());
    }
    case model::FieldType::Text:
        break;
    }
    return model::Value(QString::fromUtf8(text));
}

// Null and Unchanged alike have no text to give.
static const Cell *textAt(const Tuple &tuple, int column)
{
    const bool given = column >= 0 && column < tuple.size() && tuple[column].state == Cell::State::Text;
    return given ? &tuple[column] : nullptr;
}

static Result<model::Uuid> idAt(const Tuple &tuple, int column)
{
    const Cell *cell = textAt(tuple, column);
    return cell ? parseUuid(cell->text) : malformed("an id is missing"_L1);
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
    if (const Cell *cell = textAt(tuple, layout->version)) {
        const auto version = parseInteger(cell->text);
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
    const Cell *stampsCell = textAt(tuple, layout.stamps);
    if (!stampsCell || where->version <= 0) {
        return malformed("no stamps or no version"_L1);
    }
    const auto stamps = parseIntegers(stampsCell->text);
    if (!stamps) {
        return Failure(stamps.error());
    }
    model::Record record;
    record.key = { where->space, layout.kind, { *id } };
    record.version = where->version;
    if (const Cell *cell = textAt(tuple, layout.author)) {
        const auto author = parseUuid(cell->text);
        if (!author) {
            return Failure(author.error());
        }
        record.author = { *author };
    }
    record.registers.reserve(layout.fields.size());
    for (const FieldColumn &field : layout.fields) {
        const qint64 stamp = field.number < stamps->size() ? (*stamps)[field.number] : 0;
        if (stamp <= 0 || field.column >= tuple.size()) {
            continue;
        }
        const Cell &cell = tuple[field.column];
        if (cell.state == Cell::State::Unchanged) {
            continue;
        }
        model::Value value;
        if (cell.state == Cell::State::Text) {
            auto parsed = parseValue(field.type, cell.text);
            if (!parsed) {
                return Failure(parsed.error());
            }
            value = std::move(*parsed);
        }
        record.registers.push_back({ field.number, model::Stamp { stamp }, std::move(value) });
    }
    return record;
}

} // namespace larder::server
