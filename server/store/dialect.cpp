#include "server/store/dialect.h"

#include "server/store/postgres_dialect.h"
#include "server/store/sqlite_dialect.h"
#include "server/store/statements.h"

#include <QtCore/QtEndian>

#include <cstring>

namespace larder::server {

using namespace Qt::StringLiterals;

static int hexDigit(QChar c)
{
    const ushort u = c.unicode();
    return u <= '9' ? u - '0' : (u | 0x20) - 'a' + 10;
}

model::Uuid RowReader::id(int column) const
{
    const QVariant value = m_query.value(column);
    model::Uuid id;
    if (m_dialect == storage::Dialect::Sqlite) {
        const QByteArray raw = value.toByteArray();
        std::memcpy(id.bytes.data(), raw.constData(), std::size_t(std::min<qsizetype>(raw.size(), 16)));
        return id;
    }
    // PostgreSQL's text form is always the same 36 characters.
    const QString text = value.toString();
    qsizetype at = 0;
    for (quint8 &byte : id.bytes) {
        if (at + 1 >= text.size()) {
            break;
        }
        if (text[at] == u'-') {
            ++at;
        }
        byte = quint8(hexDigit(text[at]) << 4 | hexDigit(text[at + 1]));
        at += 2;
    }
    return id;
}

Stamps RowReader::stamps(int column) const
{
    Stamps stamps;
    const QVariant value = m_query.value(column);
    if (m_dialect == storage::Dialect::Sqlite) {
        const QByteArray raw = value.toByteArray();
        for (qsizetype at = 0; at + 8 <= raw.size(); at += 8) {
            stamps.push_back(qFromBigEndian<qint64>(raw.constData() + at));
        }
        return stamps;
    }
    // {1700000000000000,NULL,0}
    const QString text = value.toString();
    qint64 number = 0;
    for (const QChar c : QStringView(text).mid(1)) {
        if (c.isDigit()) {
            number = number * 10 + c.digitValue();
        } else if (c == u',' || (c == u'}' && text.size() > 2)) {
            stamps.push_back(std::exchange(number, 0));
        }
    }
    return stamps;
}

Result<std::unique_ptr<Dialect>> Dialect::of(storage::Database &database)
{
    return database.dialect() == storage::Dialect::Sqlite ? SqliteDialect::of(database) : PostgresDialect::of(database);
}

WriteTransaction::~WriteTransaction()
{
    if (m_open) {
        // It fails when the connection is lost; nothing is kept either way.
        (void)m_dialect.run(std::vector<Call> { { .statement = &sql::kRollback } });
    }
}

Result<void> WriteTransaction::begin(std::vector<Call> first)
{
    m_open = true; // a failed message may have begun it
    first.insert(first.begin(), { { .statement = &sql::kBeginWrite }, { .statement = &sql::kAnnounceStore } });
    return m_dialect.run(first);
}

Result<void> WriteTransaction::commit(std::vector<Call> rest)
{
    rest.push_back({ .statement = &sql::kCommit });
    auto done = m_dialect.run(rest);
    m_open = !done;
    return done;
}

} // namespace larder::server
