// Records on disk: a table per kind with a column per field, driven by the field table; one more table for
// kinds that this version does not know.
//
// A register that has no column here, or whose value does not fit its column's type, stands in `extra`, so
// every register that was put is read back as it was. Called within the caller's transaction; replica thread.
#pragma once

#include "core/model/record.h"
#include "core/replica/record_statements.h"
#include "core/storage/database.h"

#include <functional>
#include <map>
#include <optional>
#include <unordered_map>

namespace larder::replica {

class RecordTable {
public:
    explicit RecordTable(storage::Database &database);
    Q_DISABLE_COPY_MOVE(RecordTable)

    using ByKey = std::unordered_map<model::RecordKey, model::Record>;

    Result<std::optional<model::Record>> find(const model::RecordKey &key);
    // Those of these records' keys that are there.
    Result<ByKey> findAll(std::span<const model::Record> records);
    Result<void> put(const model::Record &record);
    Result<void> remove(const model::RecordKey &key);

    Result<std::vector<model::Record>> of(model::SpaceId space, model::Kind kind);
    // Every kind, lists first.
    Result<std::vector<model::Record>> of(model::SpaceId space);
    Result<std::vector<model::Record>> all();

    // Version 0 marks what the server has not (again) sent.
    Result<void> forgetVersions(model::SpaceId space);
    Result<std::vector<model::Record>> unversioned(model::SpaceId space);

    // Moves what earlier versions did not know into its columns and tables.
    Result<void> moveWhatIsKnownNow();

private:
    struct Table {
        const model::KindInfo *info; // null: the table of unknown kinds
        RecordStatements sql;
    };
    using Take = std::function<void(model::Record)>;

    const Table &tableOf(model::Kind kind) const;
    Result<void> read(const Table &table, const QString &sql, const QVariantList &values, const Take &take);
    Result<std::vector<model::Record>> fromAllTables(
        QString RecordStatements::*sql, const QVariantList &values);
    Result<QByteArray> largestId(const Table &table, model::SpaceId space);
    QVariantList identity(const Table &table, const model::RecordKey &key) const;

    storage::Database &m_database;
    std::map<model::Kind, Table> m_tables;
    Table m_unknown;
};

} // namespace larder::replica
