#include "core/replica/replica_file.h"

#include "core/logging.h"
#include "core/model/merge.h"
#include "core/replica/salvage.h"
#include "core/replica/statements.h"
#include "core/storage/migrations.h"
#include "core/storage/sqlite_file.h"
#include "core/storage/transaction.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QVariant>

#include <algorithm>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr auto kMigrations = ":/larder/migrations/replica"_L1;
constexpr QLatin1StringView kParts[] = { ""_L1, "-wal"_L1, "-shm"_L1 };

QString newPath(const QString &path)
{
    return path + u".new"_s;
}

void removeAll(const QString &path)
{
    for (const QLatin1StringView part : kParts) {
        QFile::remove(path + part);
    }
}

// Names the kinds and fields that this version has columns for; changes when one is added.
QString fieldTableSignature()
{
    QString signature;
    for (const KindInfo &kind : kinds()) {
        signature += u"%1:%2 "_s.arg(int(kind.kind)).arg(kind.fields.size());
    }
    return signature.trimmed();
}

Result<void> moveWhatIsKnownNow(Tables &tables)
{
    const QString signature = fieldTableSignature();
    if (tables.meta.fieldTable() == signature) {
        return {};
    }
    auto transaction = storage::Transaction::begin(*tables.database);
    if (!transaction) {
        return Failure(transaction.error());
    }
    if (auto moved = tables.records.moveWhatIsKnownNow(); !moved) {
        return moved;
    }
    if (auto set = tables.meta.setFieldTable(signature); !set) {
        return set;
    }
    return (*transaction)->commit();
}

Result<std::unique_ptr<Tables>> openTables(const QString &path, storage::FileState state)
{
    auto database = storage::Database::open({ .name = path });
    if (!database) {
        return Failure(database.error());
    }
    if (state == storage::FileState::NotClosed) {
        const auto check = (*database)->scalar(sql::kQuickCheck);
        if (!check) {
            return Failure(check.error());
        }
        if (check->toString() != "ok"_L1) {
            return Failure(Code::Corrupt, check->toString());
        }
    }
    if (auto set = (*database)->execute(sql::kSecureDelete); !set) {
        return Failure(set.error());
    }
    const auto migrations = storage::loadMigrations(kMigrations);
    if (!migrations) {
        return Failure(migrations.error());
    }
    if (auto migrated = storage::migrate(**database, *migrations); !migrated) {
        return Failure(migrated.error());
    }
    auto tables = std::make_unique<Tables>(std::move(*database));
    if (auto loaded = tables->load(); !loaded) {
        return Failure(loaded.error());
    }
    if (auto moved = moveWhatIsKnownNow(*tables); !moved) {
        return Failure(moved.error());
    }
    return tables;
}

// A space that is only known from a queued write: the next welcome says what it is. It is local when the
// queue makes it, and then its writer owns it; else, when nobody was told, all that is known is that they
// might write.
Result<void> putSpaces(Tables &tables, const Salvage &salvage)
{
    for (const Parcel &parcel : salvage.queue) {
        const RecordKey &key = parcel.write.key;
        Cursors::Entry entry;
        if (const Cursors::Entry *held = tables.cursors.find(key.space)) {
            entry = *held;
        }
        entry.local = entry.local || (key.kind == Kind::List && key.id.value == key.space.value);
        const auto known = std::find_if(salvage.grants.begin(), salvage.grants.end(),
            [&](const protocol::SpaceGrant &grant) { return grant.space == key.space; });
        const bool told = known != salvage.grants.end();
        entry.grant = { key.space, SpaceKind::List,
            entry.local ? Role::Owner
                : told  ? known->role
                        : Role::Editor,
            0 };
        if (auto put = tables.cursors.put(entry); !put) {
            return put;
        }
    }
    return {};
}

Result<void> putQueue(Tables &tables, const Salvage &salvage)
{
    for (const Parcel &parcel : salvage.queue) {
        auto held = tables.records.find(parcel.write.key);
        if (!held) {
            return Failure(held.error());
        }
        Record record = std::move(*held).value_or(Record { parcel.write.key, {}, 0, {} });
        merge(record.registers, parcel.write.registers);
        if (auto put = tables.records.put(record); !put) {
            return put;
        }
        if (auto queued = tables.outbox.append(parcel); !queued) {
            return queued;
        }
    }
    return {};
}

Result<void> putSalvage(Tables &tables, const Salvage &salvage)
{
    auto transaction = storage::Transaction::begin(*tables.database);
    if (!transaction) {
        return Failure(transaction.error());
    }
    if (auto done = putSpaces(tables, salvage); !done) {
        return done;
    }
    if (auto done = putQueue(tables, salvage); !done) {
        return done;
    }
    for (const RefusedWrite &failure : salvage.failures) {
        if (auto added = tables.failures.add(failure); !added) {
            return added;
        }
    }
    if (!salvage.failures.empty()) { // they go when the last that is listed is dismissed
        if (auto done = tables.failures.addOlder(salvage.failuresOlder); !done) {
            return done;
        }
    }
    for (const Conflict &conflict : salvage.conflicts) {
        if (auto added = tables.conflicts.add(conflict); !added) {
            return added;
        }
    }
    if (auto done = tables.meta.setUser(salvage.user); !done) {
        return done;
    }
    if (!salvage.device.isNull()) {
        if (auto done = tables.meta.setDevice(salvage.device); !done) {
            return done;
        }
    }
    if (auto done = tables.meta.setClockOffset(salvage.clockOffset); !done) {
        return done;
    }
    if (auto done = tables.meta.setLastStamp(salvage.lastStamp); !done) {
        return done;
    }
    return (*transaction)->commit();
}

QString asideName(const QString &path, const Clock &clock)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(clock.now()).count();
    const QString stem = path + u".damaged-"_s
        + QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC).toString(u"yyyyMMdd-HHmmsszzz"_s);
    QString name = stem;
    for (int i = 2; QFile::exists(name); ++i) {
        name = u"%1-%2"_s.arg(stem).arg(i);
    }
    return name;
}

// The old file makes way, the new one moves in. Each step can be the last before a crash; see
// finishReplacing.
Result<QString> swap(const QString &path, const Clock &clock)
{
    const QString aside = asideName(path, clock);
    for (const QLatin1StringView part : kParts) {
        if (QFile::exists(path + part) && !QFile::rename(path + part, aside + part)) {
            return Failure(Code::Storage, u"The damaged file %1 can't be renamed"_s.arg(path + part));
        }
    }
    if (!QFile::rename(newPath(path), path)) {
        return Failure(Code::Storage, u"The new file %1 can't be renamed"_s.arg(newPath(path)));
    }
    return aside;
}

// After a crash while replacing: with the old file gone the new one was complete, else it is begun again.
Result<void> finishReplacing(const QString &path, const Clock &clock)
{
    if (!QFile::exists(newPath(path))) {
        return {};
    }
    if (QFile::exists(path) || QFile::exists(newPath(path) + u"-wal"_s)) {
        removeAll(newPath(path));
        return {};
    }
    const auto swapped = swap(path, clock);
    if (!swapped) {
        return Failure(swapped.error());
    }
    return {};
}

} // namespace

Result<OpenedFile> replaceReplicaFile(const QString &path, const Clock &clock, const Salvage &salvage)
{
    removeAll(newPath(path));
    OpenReport report;
    {
        auto tables = openTables(newPath(path), storage::FileState::Closed);
        if (!tables) {
            return Failure(tables.error());
        }
        if (auto put = putSalvage(**tables, salvage); !put) {
            return Failure(put.error());
        }
        report.savedWrites = (*tables)->outbox.queued();
    }
    const auto aside = swap(path, clock);
    if (!aside) {
        return Failure(aside.error());
    }
    report.setAside = *aside;
    auto tables = openTables(path, storage::FileState::Closed);
    if (!tables) {
        return Failure(tables.error());
    }
    return OpenedFile { std::move(*tables), report };
}

Result<OpenedFile> openReplicaFile(const QString &path, const Clock &clock)
{
    if (auto finished = finishReplacing(path, clock); !finished) {
        return Failure(finished.error());
    }
    const storage::FileState state = storage::inspectSqliteFile(path);
    if (state != storage::FileState::Damaged) {
        auto tables = openTables(path, state);
        if (tables) {
            return OpenedFile { std::move(*tables), {} };
        }
        if (tables.error().code != Code::Corrupt) {
            return Failure(tables.error());
        }
        qCWarning(lcReplica, "the replica is damaged: %s", qPrintable(tables.error().detail));
    }
    return replaceReplicaFile(path, clock, salvageFrom(path));
}

} // namespace larder::replica
