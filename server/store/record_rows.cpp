#include "server/store/record_rows.h"

#include "core/assert.h"
#include "core/limits.h"

namespace larder::server {

using namespace Qt::StringLiterals;
using model::FieldType;

static constexpr int kStamps = 4; // after space, id, version and author
static constexpr int kFirstField = kStamps + 1;

static QString postgresType(FieldType type)
{
    switch (type) {
    case FieldType::Bool:
        return u"boolean"_s;
    case FieldType::Integer:
        return u"bigint"_s;
    case FieldType::Text:
        return u"text"_s;
    case FieldType::Id:
        return u"uuid"_s;
    }
    return {};
}

QString expanded(QLatin1StringView text, const model::KindInfo *kind)
{
    QString result = text;
    if (!kind) {
        return result;
    }
    QStringList columns = { u"space"_s, u"id"_s, u"version"_s, u"author"_s, u"stamps"_s };
    QStringList types = { u"uuid"_s, u"uuid"_s, u"bigint"_s, u"uuid"_s, u"bigint[]"_s };
    QStringList bytes = { u"0"_s };
    for (const model::Field &field : kind->fields) {
        columns << field.name;
        types << postgresType(field.type);
        if (field.type == FieldType::Text) {
            bytes << u"coalesce(octet_length(%1), 0)"_s.arg(field.name);
        }
    }
    QStringList newValues, numbered, excluded, unnested, numbers, marks;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i >= 2) {
            newValues << u"%1 = t.%1"_s.arg(columns[i]);
            numbered << u"%1 = $%2::%3"_s.arg(columns[i]).arg(i + 1).arg(types[i]);
            excluded << u"%1 = excluded.%1"_s.arg(columns[i]);
        }
        if (i != kStamps) {
            unnested << u"unnest($%1::%2[]) AS %3"_s.arg(i + 1).arg(types[i]).arg(columns[i]);
        }
        numbers << u"$%1::%2"_s.arg(i + 1).arg(types[i]);
        marks << u"?"_s;
    }
    unnested << u"generate_series(1, cardinality($%1::bigint[]) / %2) AS n"_s.arg(kStamps + 1)
                    .arg(kind->fields.size());
    QStringList values = columns;
    for (qsizetype i = 0; i < kStamps; ++i) { // see Statement::foldable
        values[i] = u"coalesce(%1, ($%2::%3[])[1])"_s.arg(columns[i]).arg(i + 1).arg(types[i]);
    }
    // unnest() would take an array of arrays apart to the last number, so all rows' stamps come as one array.
    values[kStamps]
        = u"($%1::bigint[])[(n - 1) * %2 + 1 : n * %2]"_s.arg(kStamps + 1).arg(kind->fields.size());
    const auto list = [](const QStringList &parts) { return parts.join(", "_L1); };
    result.replace("{table}"_L1, kind->name);
    result.replace("{columns}"_L1, list(columns));
    result.replace("{values}"_L1, list(values));
    result.replace("{unnested}"_L1, list(unnested));
    result.replace("{new_values}"_L1, list(newValues));
    result.replace("{numbered}"_L1, list(numbered));
    result.replace("{numbers}"_L1, list(numbers));
    result.replace("{excluded}"_L1, list(excluded));
    result.replace("{marks}"_L1, list(marks));
    result.replace("{bytes}"_L1, bytes.join(" + "_L1));
    result.replace("{page_bytes}"_L1, QString::number(limits::kPageBytes));
    return result;
}

static model::Value readValue(const model::Field &field, const RowReader &row, int column)
{
    if (row.isNull(column)) {
        return model::Null();
    }
    switch (field.type) {
    case FieldType::Bool:
        return row.truth(column);
    case FieldType::Integer:
        return row.integer(column);
    case FieldType::Text:
        return row.text(column);
    case FieldType::Id:
        return row.id(column).toBytes();
    }
    return model::Null();
}

model::Record readRecord(const model::KindInfo &kind, const RowReader &row)
{
    model::Record record;
    record.key = { model::SpaceId { row.id(0) }, kind.kind, model::RecordId { row.id(1) } };
    record.version = row.integer(2);
    if (!row.isNull(3)) {
        record.author = model::UserId { row.id(3) };
    }
    const Stamps stamps = row.stamps(4);
    for (const model::Field &field : kind.fields) {
        if (field.number < stamps.size() && model::Stamp { stamps[field.number] }.isValid()) {
            record.registers.push_back({ field.number, model::Stamp { stamps[field.number] },
                readValue(field, row, kFirstField + field.number) });
        }
    }
    return record;
}

namespace {

struct ToCell {
    Cell operator()(const auto &value) const { return value; }
    // A field of type Id, the only one that holds bytes; validation has counted them.
    Cell operator()(const QByteArray &id) const { return *model::Uuid::fromBytes(id); }
};

} // namespace

CellRow cellsOf(const model::KindInfo &kind, const model::Record &record)
{
    CellRow cells(kFirstField + kind.fields.size());
    cells[0] = record.key.space.value;
    cells[1] = record.key.id.value;
    cells[2] = record.version;
    if (!record.author.isNull()) {
        cells[3] = record.author.value;
    }
    Stamps stamps(kind.fields.size());
    for (const model::Register &reg : record.registers) {
        LARDER_ASSERT(reg.field < kind.fields.size());
        stamps[reg.field] = reg.stamp.micros;
        cells[std::size_t(kFirstField + reg.field)] = std::visit(ToCell(), reg.value);
    }
    cells[kStamps]
        = std::move(stamps); // a number for each field, because PostgreSQL takes many rows' as one array
    return cells;
}

qint64 encodedBytes(const model::Record &record)
{
    qint64 bytes = 80; // kind, id, version, author and their keys
    for (const model::Register &reg : record.registers) {
        bytes += 20; // field, stamp, and the head of the value
        if (const auto *text = std::get_if<QString>(&reg.value)) {
            bytes += 3 * text->size(); // UTF-8 at its longest
        } else if (const auto *raw = std::get_if<QByteArray>(&reg.value)) {
            bytes += raw->size();
        }
    }
    return bytes;
}

} // namespace larder::server
