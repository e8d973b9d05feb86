// A record is a set of registers under one id; a register is a value and the stamp of the write that put it
// there.
//
// Fields and kinds that this version does not know are carried like the others, so an old client neither
// loses nor changes what a newer one wrote.
#pragma once

#include "core/model/kinds.h"
#include "core/model/stamp.h"
#include "core/model/uuid.h"
#include "core/model/value.h"

#include <span>
#include <vector>

namespace larder::model {

struct Register {
    FieldNumber field = 0;
    Stamp stamp;
    Value value;

    friend bool operator==(const Register &, const Register &) = default;
};

struct RecordKey {
    SpaceId space;
    Kind kind = Kind::Item;
    RecordId id;

    friend bool operator==(const RecordKey &, const RecordKey &) = default;
    friend auto operator<=>(const RecordKey &, const RecordKey &) = default;
    friend size_t qHash(const RecordKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.space, quint16(key.kind), key.id);
    }
};

struct Record {
    RecordKey key;
    std::vector<Register> registers; // by field number, each at most once
    qint64 version
        = 0; // of the space, when the server last changed this record; 0: the server has not seen it
    UserId author; // who caused that version; null when unknown

    const Register *find(FieldNumber field) const;
    // The value of a field, Null when it was never written.
    Value value(FieldNumber field) const;
    QString text(FieldNumber field) const;
    qint64 integer(FieldNumber field, qint64 otherwise = 0) const;
    bool truth(FieldNumber field) const;
    bool isDeleted() const { return truth(kDeleted); }

    // Puts a register in its place, over one that is there: no merge. For building records.
    void set(FieldNumber field, Value value, Stamp stamp);

    friend bool operator==(const Record &, const Record &) = default;
};

// SHA-256 over the records' kinds, ids and registers in canonical form and key order: equal for two replicas
// exactly when they hold the same bytes. Versions and authors are bookkeeping and do not count.
// Grammar: per record CBOR [kind, id, {field: [stamp, value], …}], fields ascending, concatenated by (kind,
// id).
QByteArray digest(std::vector<Record> records);

} // namespace larder::model

template<> struct std::hash<larder::model::RecordKey> {
    size_t operator()(const larder::model::RecordKey &key) const noexcept { return qHash(key); }
};
