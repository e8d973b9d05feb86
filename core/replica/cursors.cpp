#include "core/replica/cursors.h"

#include "core/assert.h"
#include "core/replica/statements.h"

#include <QtCore/QVariant>

namespace larder::replica {

using namespace Qt::StringLiterals;

Cursors::Cursors(storage::Database &database)
    : m_database(database)
{
}

Result<void> Cursors::load()
{
    auto query = m_database.cached(sql::kSpaces);
    if (!query) {
        return Failure(query.error());
    }
    std::map<model::SpaceId, Entry> loaded;
    const auto read = storage::forEach(**query, [&](const QSqlQuery &row) -> Result<void> {
        const auto id = model::SpaceId::fromBytes(row.value(0).toByteArray());
        if (!id) {
            return Failure(Code::Corrupt, u"a space's id on disk has not 16 bytes"_s);
        }
        Entry entry;
        entry.grant = { *id, model::SpaceKind(row.value(1).toInt()), model::Role(row.value(2).toInt()),
            row.value(3).toLongLong() };
        entry.cursor = row.value(4).toLongLong();
        entry.renewal = Renewal(row.value(5).toInt());
        entry.local = row.value(6).toBool();
        if (const Entry *held = find(*id)) {
            entry.missing = held->missing;
        }
        loaded.emplace(*id, entry);
        return {};
    });
    if (!read) {
        return read;
    }
    m_entries = std::move(loaded);
    m_parts.clear();
    return {};
}

const Cursors::Entry *Cursors::find(model::SpaceId space) const
{
    const auto at = m_entries.find(space);
    return at == m_entries.end() ? nullptr : &at->second;
}

Result<void> Cursors::put(const Entry &entry)
{
    auto query = m_database.cached(sql::kPutSpace);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, entry.grant.space.toBytes());
    (*query)->bindValue(1, int(entry.grant.kind));
    (*query)->bindValue(2, int(entry.grant.role));
    (*query)->bindValue(3, entry.grant.version);
    (*query)->bindValue(4, entry.cursor);
    (*query)->bindValue(5, int(entry.renewal));
    (*query)->bindValue(6, entry.local ? 1 : 0);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_entries.insert_or_assign(entry.grant.space, entry);
    return {};
}

Result<void> Cursors::remove(model::SpaceId space)
{
    auto query = m_database.cached(sql::kDeleteSpace);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, space.toBytes());
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_entries.erase(space);
    m_parts.erase(space);
    return {};
}

Result<void> Cursors::clear()
{
    if (auto done = m_database.execute(sql::kDeleteSpaces); !done) {
        return done;
    }
    m_entries.clear();
    m_parts.clear();
    return {};
}

std::vector<Space> Cursors::spaces() const
{
    std::vector<Space> result;
    result.reserve(m_entries.size());
    for (const auto &[id, entry] : m_entries) {
        result.push_back({ entry.grant, entry.cursor, entry.renewal == Renewal::Healing, entry.local });
    }
    return result;
}

Cursors::Place Cursors::placeOf(const protocol::Rows &rows) const
{
    const Entry *entry = find(rows.space);
    LARDER_ASSERT(entry);
    if (rows.to <= entry->cursor) {
        return Place::Old;
    }
    // From the beginning, to one who is past it: a reset went before, and did not come.
    const bool anew = rows.from == 0 && entry->cursor > 0;
    if (anew || rows.from > entry->cursor) {
        return Place::Gap;
    }
    if (rows.part == 0) {
        return Place::Next; // also when the step had begun: it may have been cut up differently this time
    }
    const auto part = m_parts.find(rows.space);
    if (part == m_parts.end() || part->second.from != rows.from || part->second.to != rows.to
        || rows.part > part->second.next) {
        return Place::Gap;
    }
    return rows.part == part->second.next ? Place::Next : Place::Old;
}

bool Cursors::passPart(const protocol::Rows &rows)
{
    if (rows.last) {
        m_parts.erase(rows.space);
        return true;
    }
    m_parts.insert_or_assign(rows.space, Part { rows.from, rows.to, rows.part + 1 });
    return false;
}

} // namespace larder::replica
