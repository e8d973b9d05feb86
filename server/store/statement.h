// One SQL statement of the store, in both dialects. The texts stand in statements.h.
#pragma once

#include <QtCore/QLatin1StringView>

#include <cstddef>

namespace larder::server {

enum class Shape : quint8 {
    Plain, // no values: BEGIN and its like
    Single, // one row of values, each bound to its place
    Many, // any number of rows of values: PostgreSQL takes a column as an array, SQLite runs once for each
          // row
};

// An empty text: that dialect does without. {table} and the other names in braces are filled in from the
// field table (record_rows.h) when the statement is about a kind of record.
struct Statement {
    Shape shape;
    QLatin1StringView postgres;
    QLatin1StringView sqlite;
    // Of the shape Many, when there is but one row: PostgreSQL plans it without arrays, and most pushes are
    // of one write. Empty: there is no shorter way.
    QLatin1StringView postgresOne = {};
    // Of the shape Many: so many of the first columns may come as an array of one, when all rows have the
    // same there.
    std::size_t foldable = 0;
};

} // namespace larder::server
