// A record as a row and back, by the field table: space, id, version, author, stamps, then a column for each
// field. The only place that knows what columns a record's table has.
#pragma once

#include "core/model/record.h"
#include "server/store/dialect.h"

namespace larder::server {

// A statement's text with the names in braces filled in for a kind; as it is when there is no kind.
QString expanded(QLatin1StringView text, const model::KindInfo *kind);

// From a row of {columns}.
model::Record readRecord(const model::KindInfo &kind, const RowReader &row);
// To a row of {columns}; every register must be a field of the kind.
CellRow cellsOf(const model::KindInfo &kind, const model::Record &record);

// At least what it takes in a `rows` message.
qint64 encodedBytes(const model::Record &record);

} // namespace larder::server
