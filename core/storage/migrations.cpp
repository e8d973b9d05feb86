#include "core/storage/migrations.h"

#include "core/storage/statements.h"
#include "core/storage/transaction.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtCore/QVariant>

#include <algorithm>

namespace larder::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMinorsPerMajor = 1'000;

bool follows(int version, int previous)
{
    const int nextMajor = (previous / kMinorsPerMajor + 1) * kMinorsPerMajor;
    return version == nextMajor || (previous != 0 && version == previous + 1);
}

Result<int> schemaVersion(Database &database)
{
    if (database.dialect() == Dialect::Postgres) {
        const auto exists = database.scalar(sql::kFindSchemaVersion);
        if (!exists) {
            return Failure(exists.error());
        }
        if (!exists->toBool()) {
            return 0;
        }
    }
    const auto version
        = database.scalar(database.dialect() == Dialect::Sqlite ? sql::kUserVersion : sql::kSchemaVersion);
    if (!version) {
        return Failure(version.error());
    }
    return version->toInt();
}

Result<void> setSchemaVersion(Database &database, const Migration &migration)
{
    if (database.dialect() == Dialect::Sqlite) {
        return database.execute(QString(sql::kSetUserVersion).arg(migration.version));
    }
    auto insert = database.prepare(sql::kAddSchemaVersion);
    if (!insert) {
        return Failure(insert.error());
    }
    insert->addBindValue(migration.version);
    insert->addBindValue(migration.name);
    return run(*insert);
}

// A semicolon does not end a statement here, because the body of a trigger or function holds them too.
QStringList statementsOf(const QString &sql)
{
    static const QRegularExpression separator(u"^-- ;;[ \\t]*$"_s, QRegularExpression::MultilineOption);
    QStringList statements;
    for (const QString &part : sql.split(separator)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty()) {
            statements.push_back(trimmed);
        }
    }
    return statements;
}

Result<void> lock(Database &database)
{
    if (database.dialect() == Dialect::Sqlite) {
        return {}; // BEGIN IMMEDIATE has locked it
    }
    if (auto locked = database.execute(sql::kLockMigrations); !locked) {
        return locked;
    }
    return database.execute(sql::kCreateSchemaVersion);
}

Result<void> runStatements(Database &database, const Migration &migration)
{
    int number = 0;
    for (const QString &statement : statementsOf(migration.sql)) {
        ++number;
        if (auto done = database.execute(statement); !done) {
            return Failure(done.error().code,
                u"Migration %1 stopped at its statement %2 and was undone: %3"_s.arg(migration.name)
                    .arg(number)
                    .arg(done.error().detail));
        }
    }
    if (database.dialect() == Dialect::Sqlite) {
        const auto broken = database.scalar(sql::kForeignKeyCheck);
        if (!broken) {
            return Failure(broken.error());
        }
        if (broken->isValid()) {
            return Failure(Code::Storage,
                u"Migration %1 was undone: a row of table %2 lost what it refers to"_s.arg(
                    migration.name, broken->toString()));
        }
    }
    return {};
}

Result<void> runOne(Database &database, const Migration &migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return Failure(transaction.error());
    }
    if (auto locked = lock(database); !locked) {
        return locked;
    }
    // Another process may have run it while this one waited for the lock.
    const auto version = schemaVersion(database);
    if (!version) {
        return Failure(version.error());
    }
    if (*version >= migration.version) {
        return {};
    }
    if (auto done = runStatements(database, migration); !done) {
        return done;
    }
    if (auto set = setSchemaVersion(database, migration); !set) {
        return set;
    }
    return (*transaction)->commit();
}

} // namespace

Result<std::vector<Migration>> loadMigrations(const QString &folder)
{
    static const QRegularExpression pattern(u"^(\\d{4})_[a-z0-9_]+\\.sql$"_s);
    std::vector<Migration> migrations;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        const auto match = pattern.match(file.fileName());
        const int version = match.captured(1).toInt();
        if (!match.hasMatch() || !follows(version, migrations.empty() ? 0 : migrations.back().version)) {
            return Failure(Code::Internal, u"Migration %1 is out of turn"_s.arg(file.fileName()));
        }
        QFile content(file.filePath());
        if (!content.open(QIODevice::ReadOnly)) {
            return Failure(Code::Internal, u"Migration %1 can't be read"_s.arg(file.fileName()));
        }
        migrations.push_back({ version, file.fileName(), QString::fromUtf8(content.readAll()) });
    }
    if (migrations.empty()) {
        return Failure(Code::Internal, u"There are no migrations in %1"_s.arg(folder));
    }
    return migrations;
}

Result<MigrationReport> migrate(Database &database, std::span<const Migration> migrations)
{
    const auto from = schemaVersion(database);
    if (!from) {
        return Failure(from.error());
    }
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*from / kMinorsPerMajor > newest / kMinorsPerMajor) {
        return Failure(Code::SchemaTooNew,
            u"The database has schema %1, and this version knows schemas up to %2"_s.arg(*from).arg(newest));
    }
    const bool known = std::any_of(
        migrations.begin(), migrations.end(), [&](const Migration &each) { return each.version == *from; });
    if (*from != 0 && *from < newest && !known) {
        return Failure(Code::Storage, u"The database has schema %1, which is none of ours"_s.arg(*from));
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *from) {
            continue;
        }
        if (auto done = runOne(database, migration); !done) {
            return Failure(done.error());
        }
    }
    return MigrationReport { *from, std::max(*from, newest) };
}

} // namespace larder::storage
