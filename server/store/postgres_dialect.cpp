#include "server/store/postgres_dialect.h"

#include "core/assert.h"
#include "core/logging.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <QtSql/QSqlError>

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t kHex[] = u"0123456789abcdef";

void appendId(QString &out, const QByteArray &raw)
{
    for (int i = 0; i < raw.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            out += u'-';
        }
        out += QChar(kHex[quint8(raw[i]) >> 4]);
        out += QChar(kHex[quint8(raw[i]) & 15]);
    }
}

void appendStamps(QString &out, const Stamps &stamps)
{
    out += u'{';
    for (std::size_t i = 0; i < stamps.size(); ++i) {
        if (i > 0) {
            out += u',';
        }
        out += QString::number(stamps[i]);
    }
    out += u'}';
}

// An element of an array inside a string literal. With standard_conforming_strings a quote is the only character
// that a literal doubles; inside the array's own quotes a quote or backslash takes a backslash.
struct AppendElement {
    QString &out;

    void operator()(model::Null) const { out += u"NULL"; }
    void operator()(bool truth) const { out += truth ? u't' : u'f'; }
    void operator()(qint64 number) const { out += QString::number(number); }
    void operator()(const QByteArray &id) const { appendId(out, id); }
    void operator()(const Stamps &stamps) const
    {
        out += u'"';
        appendStamps(out, stamps);
        out += u'"';
    }
    void operator()(const QString &text) const
    {
        out += u'"';
        for (const QChar c : text) {
            if (c == u'"' || c == u'\\') {
                out += u'\\';
            } else if (c == u'\'') {
                out += u'\'';
            }
            out += c;
        }
        out += u'"';
    }
};

struct AppendLiteral {
    QString &out;

    void operator()(model::Null) const { out += u"NULL"; }
    void operator()(bool truth) const { out += truth ? "true"_L1 : "false"_L1; }
    void operator()(qint64 number) const { out += QString::number(number); }
    void operator()(const QByteArray &id) const
    {
        out += u'\'';
        appendId(out, id);
        out += u'\'';
    }
    void operator()(const Stamps &stamps) const
    {
        out += u'\'';
        appendStamps(out, stamps);
        out += u'\'';
    }
    void operator()(const QString &text) const
    {
        out += u'\'';
        for (const QChar c : text) {
            if (c == u'\'') {
                out += u'\'';
            }
            out += c;
        }
        out += u'\'';
    }
};

QLatin1StringView textOf(const Call &call)
{
    const bool one = call.rows.size() == 1 && !call.statement->postgresOne.isEmpty();
    return one ? call.statement->postgresOne : call.statement->postgres;
}

void appendArguments(QString &out, const Call &call)
{
    if (call.statement->shape == Shape::Single || textOf(call) == call.statement->postgresOne) {
        LARDER_ASSERT(call.rows.size() == 1);
        for (std::size_t i = 0; i < call.rows.front().size(); ++i) {
            if (i > 0) {
                out += u',';
            }
            std::visit(AppendLiteral { out }, call.rows.front()[i]);
        }
        return;
    }
    LARDER_ASSERT(!call.rows.empty());
    for (std::size_t column = 0; column < call.rows.front().size(); ++column) {
        if (column > 0) {
            out += u',';
        }
        // unnest() fills a shorter array up with nulls, so a column of nothing else need not be spelled out.
        const Cell &first = call.rows.front()[column];
        const bool same = std::ranges::all_of(call.rows, [&](const CellRow &row) { return row[column] == first; });
        if (same && column > 0 && std::holds_alternative<model::Null>(first)) {
            out += u"NULL";
            continue;
        }
        out += u"'{";
        const std::size_t count = same && column < call.statement->foldable ? 1 : call.rows.size();
        for (std::size_t row = 0; row < count; ++row) {
            if (row > 0) {
                out += u',';
            }
            std::visit(AppendElement { out }, call.rows[row][column]);
        }
        out += u"}'";
    }
}

// The states of PostgreSQL that say: somebody else ran at the same time.
bool isConflict(const QString &state)
{
    return state == "40001"_L1 /* serialization_failure */ || state == "40P01"_L1 /* deadlock_detected */
        || state == "23505"_L1 /* unique_violation: two made the same space or member */;
}

} // namespace

Result<std::unique_ptr<Dialect>> PostgresDialect::of(storage::Database &database)
{
    if (auto set = database.execute(sql::kSession); !set) {
        return Failure(set.error());
    }
    QSqlQuery durability(database.connection());
    if (durability.exec(sql::kDurability) && durability.next() && durability.value(0).toString() == "off"_L1) {
        qCWarning(lcStore, "PostgreSQL has synchronous_commit off: it may lose acknowledged writes when it crashes");
    }
    return std::unique_ptr<Dialect>(new PostgresDialect(database));
}

Result<void> PostgresDialect::fail(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    m_mayRetry = isConflict(state);
    Error ours = storage::Database::errorOf(error);
    if (state == "55P03"_L1 /* lock_not_available */) {
        ours.code = Code::Unavailable;
    }
    return Failure(std::move(ours));
}

Result<QString> PostgresDialect::nameOf(const Call &call)
{
    const QLatin1StringView text = textOf(call);
    const std::pair<const void *, const void *> key(text.data(), call.kind);
    if (const auto at = m_prepared.constFind(key); at != m_prepared.cend()) {
        return *at;
    }
    const QString name = u"larder_%1"_s.arg(m_prepared.size());
    QSqlQuery query(m_database.connection());
    if (!query.exec("PREPARE "_L1 % name % " AS "_L1 % expanded(text, call.kind))) {
        const auto failed = fail(query.lastError());
        return Failure(failed.error());
    }
    m_prepared.insert(key, name);
    return name;
}

Result<void> PostgresDialect::run(std::span<const Call> calls)
{
    if (calls.front().statement != &sql::kRollback) { // which follows the failure that is asked about
        m_mayRetry = false;
    }
    QString text;
    std::vector<const Call *> sent;
    for (const Call &call : calls) {
        if (call.statement->postgres.isEmpty()) {
            continue;
        }
        sent.push_back(&call);
        if (!text.isEmpty()) {
            text += u';';
        }
        if (call.statement->shape == Shape::Plain) {
            text += call.kind ? expanded(call.statement->postgres, call.kind) : QString(call.statement->postgres);
            continue;
        }
        const auto name = nameOf(call);
        if (!name) {
            return Failure(name.error());
        }
        text += "EXECUTE "_L1 % *name % u'(';
        appendArguments(text, call);
        text += u')';
    }
    if (!m_database.connection().isOpen()) { // the driver has noticed that the server hung up
        return Failure(Code::Unavailable, u"the connection was lost"_s);
    }
    QSqlQuery query(m_database.connection());
    if (!query.exec(text)) {
        return fail(query.lastError());
    }
    for (std::size_t i = 0; i < sent.size(); ++i) {
        if (i > 0 && !query.nextResult()) {
            return fail(query.lastError());
        }
        if (sent[i]->each) {
            const RowReader reader(query, storage::Dialect::Postgres);
            while (query.next() && sent[i]->each(reader)) { }
        }
    }
    return {};
}

} // namespace larder::server
