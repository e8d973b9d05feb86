// Every message with every key, encoded.
#pragma once

#include "core/protocol/codec.h"

namespace larder::test {

using namespace protocol;

inline std::vector<QByteArray> fullMessages()
{
    Write write;
    write.registers = { { 1, model::Stamp { 1 }, qint64(1) } };
    Record row { write.key, write.registers, 1, {} };
    row.author.value.bytes[0] = 1;
    Rows rows;
    rows.to = 1;
    rows.part = 1;
    rows.last = false;
    rows.more = true;
    rows.rows = { row };
    const SpaceGrant grant { {}, SpaceKind::List, Role::Owner, 1 };
    return { encode(Hello { 1, {}, {}, {}, { {} }, true }), encode(Push { 1, { write } }), encode(Pull {}),
        encode(Token {}), encode(Ping {}), encode(Welcome { 1, {}, 1, { grant }, {} }), encode(rows),
        encode(Pushed { 1, { {} }, { Correction { 0, Code::Internal, {}, row } } }), encode(Grant { grant }),
        encode(Reset {}), encode(Drop {}), encode(Denied { Code::Internal, {}, 1 }), encode(Pong {}) };
}

} // namespace larder::test
