// What a person is told about afterwards: writes that did not hold, and writes that lost.
#pragma once

#include "core/clock.h"
#include "core/protocol/messages.h"

namespace larder::replica {

// A write that the server refused or a space that went away took with it: kept until the person has seen it.
struct RefusedWrite {
    qint64 id = 0;
    protocol::Write write;
    Code code = Code::Internal;
    QString message;
    Micros at {};
};

// A register of mine that lost to somebody's later write before they could have seen it, or an edit of mine
// to a record that was deleted meanwhile (field is then kDeleted, and `mine` my newest register).
struct Conflict {
    qint64 id = 0;
    model::RecordKey key;
    model::FieldNumber field = 0;
    model::Register mine;
    model::Register theirs;
    model::UserId author; // null when it can't be told
    Micros at {};
};

} // namespace larder::replica
