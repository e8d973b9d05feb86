// PostgreSQL's rows in the model's terms: a table is a kind, its columns are fields, by the field table.
//
// A table of a kind has the columns space, id, version, author, stamps and one for each field; the table
// `tombstone` has the ids of spaces that are gone. stamps is a bigint[] whose element n + 1 is the stamp of
// field n; null or 0 there means that the field was never written, so it makes no register. A column that the
// field table does not know is left out: a newer server may have added it. A value that pgoutput did not send
// because it is unchanged makes no register either. Lives on the feed thread; EventBuilder is its only
// caller.
#pragma once

#include "core/model/record.h"
#include "server/feed/pgoutput_decoder.h"

#include <unordered_map>

namespace larder::server {

class RowMapper {
public:
    enum class Table : quint8 { Other, Tombstone, Records };

    // Relations are told again after a change of their table, and after every connect.
    void learn(const pgoutput::Relation &relation);
    void forget() { m_tables.clear(); }
    Table tableOf(pgoutput::Oid relation) const;

    // The space a row belongs to, and its version: 0 where the tuple, being a key, does not have it.
    struct Place {
        model::SpaceId space;
        qint64 version = 0;
    };
    Result<Place> place(pgoutput::Oid relation, const pgoutput::Tuple &tuple) const;
    // Malformed when a column is missing or holds what it can't; also when the stamps themselves were not
    // sent.
    Result<model::Record> record(pgoutput::Oid relation, const pgoutput::Tuple &tuple) const;

private:
    struct FieldColumn {
        int column = 0;
        model::FieldNumber number = 0;
        model::FieldType type = model::FieldType::Text;
    };
    struct Layout {
        Table table = Table::Other;
        model::Kind kind = model::Kind::Item;
        int space = -1;
        int id = -1;
        int version = -1;
        int author = -1;
        int stamps = -1;
        std::vector<FieldColumn> fields; // by number
    };

    const Layout *find(pgoutput::Oid relation) const;

    std::unordered_map<pgoutput::Oid, Layout> m_tables;
};

// A bigint[] of one dimension from 1 on (array_send), null as 0; Malformed for all else.
Result<std::vector<qint64>> readIntegers(QByteArrayView bytes);

} // namespace larder::server
