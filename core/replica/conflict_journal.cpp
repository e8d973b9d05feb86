#include "core/replica/conflict_journal.h"

#include "core/limits.h"
#include "core/model/merge.h"
#include "core/protocol/codec.h"
#include "core/replica/statements.h"

#include <QtCore/QVariant>

#include <algorithm>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

QByteArray blobOf(const Register &reg)
{
    return protocol::encodeRegisters(std::span(&reg, 1));
}

Result<Register> registerOf(const QVariant &column)
{
    auto registers = protocol::decodeRegisters(column.toByteArray());
    if (!registers || registers->size() != 1) {
        return Failure(Code::Corrupt, u"a conflict on disk can't be read"_s);
    }
    return std::move(registers->front());
}

} // namespace

Result<Conflict> conflictOf(const QVariantList &columns)
{
    static const Error odd { Code::Corrupt, u"a conflict on disk can't be read"_s };
    if (columns.size() != 10) {
        return Failure(odd);
    }
    const auto space = SpaceId::fromBytes(columns[1].toByteArray());
    const auto record = RecordId::fromBytes(columns[3].toByteArray());
    auto mine = registerOf(columns[6]);
    auto theirs = registerOf(columns[7]);
    if (!space || !record || !mine || !theirs || mine->stamp.micros != columns[5].toLongLong()) {
        return Failure(odd);
    }
    return Conflict { columns[0].toLongLong(), { *space, Kind(columns[2].toInt()), *record },
        FieldNumber(columns[4].toInt()), std::move(*mine), std::move(*theirs),
        UserId::fromBytes(columns[8].toByteArray()).value_or(UserId {}), Micros(columns[9].toLongLong()) };
}

ConflictJournal::ConflictJournal(storage::Database &database)
    : m_database(database)
{
}

Result<void> ConflictJournal::load()
{
    const auto count = m_database.scalar(sql::kCountConflicts);
    if (!count) {
        return Failure(count.error());
    }
    m_count = count->toInt();
    return {};
}

Result<void> ConflictJournal::add(const Conflict &conflict)
{
    auto query = m_database.cached(sql::kAddConflict);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, conflict.key.space.toBytes());
    (*query)->bindValue(1, int(conflict.key.kind));
    (*query)->bindValue(2, conflict.key.id.toBytes());
    (*query)->bindValue(3, int(conflict.field));
    (*query)->bindValue(4, conflict.mine.stamp.micros);
    (*query)->bindValue(5, blobOf(conflict.mine));
    (*query)->bindValue(6, blobOf(conflict.theirs));
    (*query)->bindValue(7, conflict.author.isNull() ? QVariant() : QVariant(conflict.author.toBytes()));
    (*query)->bindValue(8, qint64(conflict.at.count()));
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_count += (*query)->numRowsAffected();
    if (m_count <= limits::kConflictsKept) {
        return {};
    }
    auto trim = m_database.cached(sql::kDeleteOldestConflicts);
    if (!trim) {
        return Failure(trim.error());
    }
    (*trim)->bindValue(0, limits::kConflictsKept);
    if (auto done = storage::run(**trim); !done) {
        return done;
    }
    m_count -= (*trim)->numRowsAffected();
    return {};
}

Result<std::vector<Conflict>> ConflictJournal::all()
{
    auto query = m_database.cached(sql::kConflicts);
    if (!query) {
        return Failure(query.error());
    }
    std::vector<Conflict> conflicts;
    const auto read = storage::forEach(**query, [&](const QSqlQuery &row) -> Result<void> {
        QVariantList columns;
        for (int i = 0; i < 10; ++i) {
            columns.push_back(row.value(i));
        }
        auto conflict = conflictOf(columns);
        if (!conflict) {
            return Failure(conflict.error());
        }
        conflicts.push_back(std::move(*conflict));
        return {};
    });
    return read ? Result<std::vector<Conflict>>(std::move(conflicts)) : Failure(read.error());
}

Result<void> ConflictJournal::remove(qint64 id)
{
    auto query = m_database.cached(sql::kDeleteConflict);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, id);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_count -= (*query)->numRowsAffected();
    return {};
}

Result<void> ConflictJournal::clear()
{
    if (auto done = m_database.execute(sql::kDeleteConflicts); !done) {
        return done;
    }
    m_count = 0;
    return {};
}

std::vector<Conflict> conflictsOf(
    std::span<const Register> mine, const Record &incoming, const Record &held, UserId user)
{
    // A row names one author, of its latest version. When it carries a write of this device, that is us, and
    // what beat another write of ours came in an earlier version whose author we have not been told.
    const bool isOurs = !user.isNull() && incoming.author == user;
    const bool echoes = std::any_of(mine.begin(), mine.end(), [&](const Register &reg) {
        const Register *came = incoming.find(reg.field);
        return came && *came == reg;
    });
    if (mine.empty() || (isOurs && !echoes)) {
        return {};
    }
    const UserId author = isOurs ? UserId {} : incoming.author;
    std::vector<Conflict> conflicts;
    const auto journal = [&](FieldNumber field, const Register &lost, const Register &won) {
        conflicts.push_back({ 0, incoming.key, field, lost, won, author, {} });
    };
    bool deletionIsMine = false;
    for (const Register &reg : mine) {
        deletionIsMine = deletionIsMine || reg.field == kDeleted;
        const Register *came = incoming.find(reg.field);
        if (came && wins(*came, reg) && came->value != reg.value) {
            journal(reg.field, reg, *came);
        }
    }
    const Register *deletion = incoming.find(kDeleted);
    const Register *before = held.find(kDeleted);
    if (!deletionIsMine && incoming.isDeleted() && !held.isDeleted()
        && (!before || wins(*deletion, *before))) {
        const auto newest = std::max_element(
            mine.begin(), mine.end(), [](const Register &a, const Register &b) { return a.stamp < b.stamp; });
        journal(kDeleted, *newest, *deletion);
    }
    return conflicts;
}

} // namespace larder::replica
