#include "server/store/sqlite_dialect.h"

#include "core/assert.h"
#include "server/store/record_rows.h"

#include <QtCore/QtEndian>
#include <QtSql/QSqlError>

#include <cstring>

namespace larder::server {

using namespace Qt::StringLiterals;

namespace {

struct ToVariant {
    QVariant operator()(model::Null) const { return QVariant(); }
    QVariant operator()(bool truth) const { return truth ? 1 : 0; }
    QVariant operator()(qint64 number) const { return number; }
    // A null string or array would be bound as SQL's null.
    QVariant operator()(const QString &text) const { return text.isNull() ? u""_s : text; }
    QVariant operator()(const QByteArray &bytes) const { return bytes.isNull() ? ""_ba : bytes; }
    QVariant operator()(const model::Uuid &id) const { return id.toBytes(); }
    QVariant operator()(const Stamps &stamps) const
    {
        QByteArray raw(qsizetype(stamps.size() * 8), Qt::Uninitialized);
        for (std::size_t i = 0; i < stamps.size(); ++i) {
            qToBigEndian(stamps[i], raw.data() + i * 8);
        }
        return raw;
    }
};

class SqliteRow final : public RowReader {
public:
    explicit SqliteRow(const QSqlQuery &query)
        : m_query(query)
    {
    }

    bool isNull(int column) const override { return m_query.isNull(column); }
    bool truth(int column) const override { return m_query.value(column).toBool(); }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }
    model::Uuid id(int column) const override
    {
        model::Uuid id;
        const QByteArray raw = m_query.value(column).toByteArray();
        std::memcpy(id.bytes.data(), raw.constData(), std::min(std::size_t(raw.size()), id.bytes.size()));
        return id;
    }
    Stamps stamps(int column) const override
    {
        Stamps stamps;
        const QByteArray raw = m_query.value(column).toByteArray();
        for (qsizetype at = 0; at + 8 <= raw.size(); at += 8) {
            stamps.push_back(qFromBigEndian<qint64>(raw.constData() + at));
        }
        return stamps;
    }

private:
    const QSqlQuery &m_query;
};

} // namespace

Result<std::unique_ptr<Dialect>> SqliteDialect::of(storage::Database &database)
{
    return std::unique_ptr<Dialect>(new SqliteDialect(database));
}

Result<QSqlQuery *> SqliteDialect::prepared(const Call &call)
{
    const std::pair<const void *, const void *> key(call.statement, call.kind);
    auto at = m_prepared.find(key);
    if (at == m_prepared.end()) {
        const QString text = call.statement->sqlite;
        auto query = m_database.prepare(call.kind ? expanded(call.statement->sqlite, call.kind) : text);
        if (!query) {
            return Failure(query.error());
        }
        at = m_prepared.emplace(key, std::move(*query)).first;
    }
    return &at->second;
}

Result<void> SqliteDialect::runOnce(QSqlQuery &query, const Call &call, const CellRow &values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        query.bindValue(int(i), std::visit(ToVariant(), values[i]));
    }
    if (!query.exec()) {
        return Failure(storage::Database::errorOf(query.lastError()));
    }
    // Also when nobody reads its rows: with the last one a statement on its own is committed, or is not.
    const SqliteRow reader(query);
    while (query.next() && (!call.each || call.each(reader))) { }
    if (query.lastError().isValid()) {
        return Failure(storage::Database::errorOf(query.lastError()));
    }
    query.finish();
    return {};
}

Result<void> SqliteDialect::run(std::span<const Call> calls)
{
    for (const Call &call : calls) {
        if (call.statement->sqlite.isEmpty()) {
            continue;
        }
        const auto query = prepared(call);
        if (!query) {
            return Failure(query.error());
        }
        static const CellRow none;
        if (call.statement->shape == Shape::Plain) {
            if (auto done = runOnce(**query, call, none); !done) {
                return done;
            }
        }
        for (const CellRow &row : call.rows) {
            if (auto done = runOnce(**query, call, row); !done) {
                return done;
            }
        }
    }
    return {};
}

} // namespace larder::server
