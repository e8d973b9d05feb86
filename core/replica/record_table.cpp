#include "core/replica/record_table.h"

#include "core/model/merge.h"
#include "core/model/text.h"
#include "core/protocol/codec.h"

#include <QtCore/QVariant>
#include <QtCore/QtEndian>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr int kFirstField = 6; // columns before the fields, see RecordStatements

bool fitsColumn(const Field &field, const Value &value)
{
    if (isNull(value)) {
        return true;
    }
    switch (field.type) {
    case FieldType::Bool:
        return std::holds_alternative<bool>(value);
    case FieldType::Integer:
        return std::holds_alternative<qint64>(value);
    case FieldType::Text:
        return std::holds_alternative<QString>(value) && isKeepable(std::get<QString>(value));
    case FieldType::Id:
        return std::holds_alternative<QByteArray>(value);
    }
    return false;
}

// Qt binds a null string or byte array as NULL; an empty value is not none.
struct ToVariant {
    QVariant operator()(Null) const { return {}; }
    QVariant operator()(bool truth) const { return qint64(truth ? 1 : 0); }
    QVariant operator()(qint64 number) const { return number; }
    QVariant operator()(const QString &text) const { return text.isNull() ? u""_s : text; }
    QVariant operator()(const QByteArray &bytes) const { return bytes.isNull() ? QByteArray("") : bytes; }
};

Value fromVariant(const Field &field, const QVariant &column)
{
    if (column.isNull()) {
        return {};
    }
    switch (field.type) {
    case FieldType::Bool:
        return column.toLongLong() != 0;
    case FieldType::Integer:
        return qint64(column.toLongLong());
    case FieldType::Text:
        return column.toString();
    case FieldType::Id:
        return column.toByteArray();
    }
    return {};
}

QVariant authorColumn(const UserId &author)
{
    return author.isNull() ? QVariant() : QVariant(author.toBytes());
}

// A blob of another length than 16 in an id column means that the file is damaged.
template<typename T> Result<T> idColumn(const QVariant &column)
{
    const auto id = T::fromBytes(column.toByteArray());
    if (!id) {
        return Failure(Code::Corrupt, u"an id on disk has not 16 bytes"_s);
    }
    return *id;
}

struct Cells {
    QByteArray stamps;
    std::vector<Register> extra;
    QVariantList fields;
};

Cells cellsOf(const KindInfo &info, const Record &record)
{
    Cells cells;
    cells.stamps.resize(qsizetype(info.fields.size() * sizeof(qint64)), '\0');
    cells.fields.resize(qsizetype(info.fields.size()));
    for (const Register &reg : record.registers) {
        const Field *field = info.find(reg.field);
        if (!field || !fitsColumn(*field, reg.value)) {
            cells.extra.push_back(reg);
            continue;
        }
        qToBigEndian<qint64>(reg.stamp.micros, cells.stamps.data() + reg.field * sizeof(qint64));
        cells.fields[reg.field] = std::visit(ToVariant {}, reg.value);
    }
    return cells;
}

Result<void> addExtra(std::vector<Register> &registers, const QVariant &column)
{
    if (column.isNull()) {
        return {};
    }
    const auto extra = protocol::decodeRegisters(column.toByteArray());
    if (!extra) {
        return Failure(Code::Corrupt, u"registers on disk can't be read"_s);
    }
    merge(registers, *extra);
    return {};
}

Result<Record> recordOf(const KindInfo &info, const QSqlQuery &row)
{
    Record record;
    const auto space = idColumn<SpaceId>(row.value(0));
    const auto id = idColumn<RecordId>(row.value(1));
    if (!space || !id) {
        return Failure(!space ? space.error() : id.error());
    }
    record.key = { *space, info.kind, *id };
    record.version = row.value(2).toLongLong();
    if (const QVariant author = row.value(3); !author.isNull()) {
        record.author = UserId::fromBytes(author.toByteArray()).value_or(UserId {});
    }
    const QByteArray stamps = row.value(4).toByteArray();
    record.registers.reserve(info.fields.size());
    for (const Field &field : info.fields) {
        const qsizetype at = qsizetype(field.number * sizeof(qint64));
        const qint64 micros = at + qsizetype(sizeof(qint64)) <= stamps.size()
            ? qFromBigEndian<qint64>(stamps.constData() + at)
            : 0;
        if (micros > 0) {
            record.registers.push_back({ field.number, Stamp { micros },
                fromVariant(field, row.value(kFirstField + field.number)) });
        }
    }
    if (auto added = addExtra(record.registers, row.value(5)); !added) {
        return Failure(added.error());
    }
    return record;
}

Result<Record> unknownRecordOf(const QSqlQuery &row)
{
    Record record;
    const auto space = idColumn<SpaceId>(row.value(0));
    const auto id = idColumn<RecordId>(row.value(2));
    if (!space || !id) {
        return Failure(!space ? space.error() : id.error());
    }
    record.key = { *space, Kind(row.value(1).toInt()), *id };
    record.version = row.value(3).toLongLong();
    if (const QVariant author = row.value(4); !author.isNull()) {
        record.author = UserId::fromBytes(author.toByteArray()).value_or(UserId {});
    }
    if (auto added = addExtra(record.registers, row.value(5)); !added) {
        return Failure(added.error());
    }
    return record;
}

} // namespace

RecordTable::RecordTable(storage::Database &database)
    : m_database(database)
    , m_unknown { nullptr, statementsOfUnknownKinds() }
{
    for (const KindInfo &info : kinds()) {
        m_tables.emplace(info.kind, Table { &info, statementsOf(info) });
    }
}

const RecordTable::Table &RecordTable::tableOf(Kind kind) const
{
    const auto at = m_tables.find(kind);
    return at == m_tables.end() ? m_unknown : at->second;
}

QVariantList RecordTable::identity(const Table &table, const RecordKey &key) const
{
    return table.info ? QVariantList { key.space.toBytes(), key.id.toBytes() }
                      : QVariantList { key.space.toBytes(), int(key.kind), key.id.toBytes() };
}

Result<void> RecordTable::read(
    const Table &table, const QString &sql, const QVariantList &values, const Take &take)
{
    auto cached = m_database.cached(sql);
    if (!cached) {
        return Failure(cached.error());
    }
    QSqlQuery &query = **cached;
    for (int i = 0; i < values.size(); ++i) {
        query.bindValue(i, values[i]);
    }
    return storage::forEach(query, [&](const QSqlQuery &row) -> Result<void> {
        auto record = table.info ? recordOf(*table.info, row) : unknownRecordOf(row);
        if (!record) {
            return Failure(record.error());
        }
        take(std::move(*record));
        return {};
    });
}

Result<std::optional<Record>> RecordTable::find(const RecordKey &key)
{
    const Table &table = tableOf(key.kind);
    std::optional<Record> found;
    auto done = read(
        table, table.sql.find, identity(table, key), [&](Record record) { found = std::move(record); });
    if (!done) {
        return Failure(done.error());
    }
    return found;
}

// Empty when there is none.
Result<QByteArray> RecordTable::largestId(const Table &table, SpaceId space)
{
    auto query = m_database.cached(table.sql.largestId);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, space.toBytes());
    if (auto done = storage::run(**query); !done) {
        return Failure(done.error());
    }
    const auto row = storage::step(**query);
    if (!row) {
        return Failure(row.error());
    }
    const QByteArray largest = *row ? (*query)->value(0).toByteArray() : QByteArray();
    (*query)->finish();
    return largest;
}

Result<RecordTable::ByKey> RecordTable::findAll(std::span<const Record> records)
{
    ByKey found;
    const Take take = [&](Record record) {
        const RecordKey key = record.key;
        found.insert_or_assign(key, std::move(record));
    };
    std::map<std::pair<const Table *, SpaceId>, QVariantList> wanted;
    for (const Record &record : records) {
        const Table &table = tableOf(record.key.kind);
        if (!table.info) {
            if (auto done = read(table, table.sql.find, identity(table, record.key), take); !done) {
                return Failure(done.error());
            }
            continue;
        }
        QVariantList &ids = wanted[{ &table, record.key.space }];
        ids.push_back(record.key.id.toBytes());
    }
    for (auto &[place, ids] : wanted) {
        // Ids grow with time, so what is new is mostly larger than all that is here, and needs no look.
        const auto largest = largestId(*place.first, place.second);
        if (!largest) {
            return Failure(largest.error());
        }
        ids.removeIf([&](const QVariant &id) { return id.toByteArray() > *largest; });
        for (qsizetype at = 0; at < ids.size(); at += kFindAtOnce) {
            QVariantList values { place.second.toBytes() };
            values += ids.mid(at, kFindAtOnce);
            values.resize(1 + kFindAtOnce); // no id equals null
            if (auto done = read(*place.first, place.first->sql.findSome, values, take); !done) {
                return Failure(done.error());
            }
        }
    }
    return found;
}

Result<void> RecordTable::put(const Record &record)
{
    const Table &table = tableOf(record.key.kind);
    auto cached = m_database.cached(table.sql.put);
    if (!cached) {
        return Failure(cached.error());
    }
    QSqlQuery &query = **cached;
    int column = 0;
    query.bindValue(column++, record.key.space.toBytes());
    if (table.info) {
        const Cells cells = cellsOf(*table.info, record);
        query.bindValue(column++, record.key.id.toBytes());
        query.bindValue(column++, record.version);
        query.bindValue(column++, authorColumn(record.author));
        query.bindValue(column++, cells.stamps);
        query.bindValue(column++, cells.extra.empty() ? QVariant() : protocol::encodeRegisters(cells.extra));
        for (const QVariant &field : cells.fields) {
            query.bindValue(column++, field);
        }
    } else {
        query.bindValue(column++, int(record.key.kind));
        query.bindValue(column++, record.key.id.toBytes());
        query.bindValue(column++, record.version);
        query.bindValue(column++, authorColumn(record.author));
        query.bindValue(column++, protocol::encodeRegisters(record.registers));
    }
    return storage::run(query);
}

Result<void> RecordTable::remove(const RecordKey &key)
{
    const Table &table = tableOf(key.kind);
    return read(table, table.sql.remove, identity(table, key), {});
}

Result<std::vector<Record>> RecordTable::of(SpaceId space, Kind kind)
{
    const Table &table = tableOf(kind);
    std::vector<Record> records;
    auto done = read(table, table.sql.ofSpace, { space.toBytes() }, [&](Record record) {
        if (record.key.kind == kind) {
            records.push_back(std::move(record));
        }
    });
    if (!done) {
        return Failure(done.error());
    }
    return records;
}

Result<std::vector<Record>> RecordTable::fromAllTables(
    QString RecordStatements::*sql, const QVariantList &values)
{
    std::vector<Record> records;
    const Take take = [&](Record record) { records.push_back(std::move(record)); };
    for (const auto &[kind, table] : m_tables) {
        if (auto done = read(table, table.sql.*sql, values, take); !done) {
            return Failure(done.error());
        }
    }
    if (auto done = read(m_unknown, m_unknown.sql.*sql, values, take); !done) {
        return Failure(done.error());
    }
    return records;
}

Result<std::vector<Record>> RecordTable::of(SpaceId space)
{
    return fromAllTables(&RecordStatements::ofSpace, { space.toBytes() });
}

Result<std::vector<Record>> RecordTable::all()
{
    return fromAllTables(&RecordStatements::all, {});
}

Result<std::vector<Record>> RecordTable::unversioned(SpaceId space)
{
    return fromAllTables(&RecordStatements::unversioned, { space.toBytes() });
}

Result<void> RecordTable::forgetVersions(SpaceId space)
{
    const auto done = fromAllTables(&RecordStatements::forgetVersions, { space.toBytes() });
    if (!done) {
        return Failure(done.error());
    }
    return {};
}

Result<void> RecordTable::moveWhatIsKnownNow()
{
    std::vector<Record> moved;
    const Take take = [&](Record record) { moved.push_back(std::move(record)); };
    for (const auto &[kind, table] : m_tables) {
        if (auto done = read(table, table.sql.withExtra, {}, take); !done) {
            return done;
        }
        std::vector<Record> wereUnknown;
        auto done = read(m_unknown, unknownOfKind(), { int(kind) },
            [&](Record record) { wereUnknown.push_back(std::move(record)); });
        if (!done) {
            return done;
        }
        for (Record &record : wereUnknown) {
            // A newer version may have put it into its own table before an older one knew no place for it.
            const auto held = find(record.key);
            if (!held) {
                return Failure(held.error());
            }
            if (*held) {
                merge(record.registers, (*held)->registers);
                record.version = std::max(record.version, (*held)->version);
            }
            if (auto removed = read(m_unknown, m_unknown.sql.remove, identity(m_unknown, record.key), {});
                !removed) {
                return removed;
            }
            moved.push_back(std::move(record));
        }
    }
    for (const Record &record : moved) {
        if (auto done = put(record); !done) {
            return done;
        }
    }
    return {};
}

} // namespace larder::replica
