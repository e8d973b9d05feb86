// PostgreSQL's logical replication messages, as the plugin pgoutput writes them in protocol version 1 with
// values in binary form: bytes in, one value out.
//
// Pure, and safe on any bytes: every length is checked before it is used, and what is not as the grammar says
// is Malformed. Values are views into the bytes that were given and live as long as those. Called on the feed
// thread for every row that the database commits, so nothing is copied or allocated here for an ordinary row.
//
// Grammar (integers big-endian; str is UTF-8 up to a zero byte; LSNs and times are int64, times in
// microseconds since 2000-01-01 UTC):
//   'B' int64 finalLsn  int64 commitTime  int32 xid                                    Begin
//   'C' int8 0  int64 commitLsn  int64 endLsn  int64 commitTime                        Commit
//   'O' int64 lsn  str name                                                            Origin
//   'R' int32 relation  str schema  str table  int8 identity  int16 n  n × column      Relation
//        column: int8 flags  str name  int32 type  int32 modifier                      flags: 1 part of the
//        key
//   'Y' int32 type  str schema  str name                                               Type
//   'I' int32 relation  'N' tuple                                                      Insert
//   'U' int32 relation  ['K' tuple | 'O' tuple]  'N' tuple                             Update
//   'D' int32 relation  ('K' tuple | 'O' tuple)                                        Delete
//   'T' int32 n  int8 options  n × int32 relation                                      Truncate
//   'M' int8 flags  int64 lsn  str prefix  int32 length  bytes                         LogicalMessage; flags:
//   1 transactional tuple: int16 n  n × ('n' null | 'u' unchanged TOAST value, not sent | 'b' int32 length
//   bytes)
//
// Example, a row (7, null, 'Milk') inserted into the table 0x4001, whose fourth column is unchanged:
//   49 00004001 4e 0004  62 00000008 0000000000000007  6e  62 00000004 4d696c6b  75
#pragma once

#include "core/result.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QVarLengthArray>

#include <optional>
#include <variant>
#include <vector>

namespace larder::server::pgoutput {

using Lsn = quint64;
using Oid = quint32;

struct Begin {
    Lsn finalLsn = 0;
    qint64 commitTime = 0;
    quint32 xid = 0;
};

struct Commit {
    Lsn commitLsn = 0;
    Lsn endLsn = 0;
    qint64 commitTime = 0;
};

struct Origin {
    Lsn lsn = 0;
    QByteArrayView name;
};

struct Column {
    bool key = false;
    QByteArrayView name;
    Oid type = 0;
};

struct Relation {
    Oid id = 0;
    QByteArrayView schema;
    QByteArrayView table;
    std::vector<Column> columns;
};

struct Type {
    Oid id = 0;
    QByteArrayView schema;
    QByteArrayView name;
};

// A value of a row. Unchanged means that it was not sent because it did not change, which is not null.
struct Cell {
    enum class State : quint8 { Null, Unchanged, Value };
    State state = State::Null;
    QByteArrayView bytes; // as the send function of its type wrote it
};

using Tuple = QVarLengthArray<Cell, 20>;

struct Insert {
    Oid relation = 0;
    Tuple row;
};

struct Update {
    Oid relation = 0;
    Tuple row;
    std::optional<Tuple> before; // the key, or the whole row, when the table's identity asks for it
};

struct Delete {
    Oid relation = 0;
    Tuple before;
};

struct Truncate {
    std::vector<Oid> relations;
};

struct LogicalMessage {
    bool transactional = false;
    Lsn lsn = 0;
    QByteArrayView prefix;
    QByteArrayView content;
};

using Message
    = std::variant<Begin, Commit, Origin, Relation, Type, Insert, Update, Delete, Truncate, LogicalMessage>;

Result<Message> decode(QByteArrayView bytes);

} // namespace larder::server::pgoutput
