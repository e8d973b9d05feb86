// Messages to bytes and back. One message is one CBOR map (RFC 8949) in one binary WebSocket message; what
// the server sends may be one Zstandard frame (RFC 8878) that holds it, and the first byte tells them apart.
// docs/protocol.md has the grammar and an example of each in hex, which a test decodes.
//
// Decoding takes any bytes. Unknown keys and elements behind the known ones of an array are skipped, unknown
// message types are told as such, unknown kinds and fields are carried. Everything else that is not as
// specified is Malformed, a count or size above its limit TooLarge. Lengths must be definite, and nesting is
// bounded. Encoding is deterministic; registers are written in the order given, which should be by field
// number. Pure functions, any thread.
#pragma once

#include "core/protocol/messages.h"
#include "core/result.h"

#include <span>

namespace larder::protocol {

QByteArray encode(const Up &message);
QByteArray encode(const Down &message);
// The same bytes as of a Down that holds them, without copying the rows into one.
QByteArray encode(const Rows &rows);

// A message type that this version does not know: skip it.
struct UnknownMessage {
    QString type;

    friend bool operator==(const UnknownMessage &, const UnknownMessage &) = default;
};

using AnyUp = std::variant<Hello, Push, Pull, Token, Ping, UnknownMessage>;
using AnyDown = std::variant<Welcome, Rows, Pushed, Grant, Reset, Drop, Denied, Pong, UnknownMessage>;

Result<AnyUp> decodeUp(QByteArrayView bytes);
Result<AnyDown> decodeDown(QByteArrayView bytes);

// One Zstandard frame with its content size in the header.
QByteArray compress(QByteArrayView message);
bool isCompressed(QByteArrayView bytes);
// TooLarge when the content would pass kDownMessageBytes, Malformed when it is no such frame.
Result<QByteArray> decompress(QByteArrayView bytes);

// Registers as the CBOR map {field: [stamp, value], …}: for the outbox and for unknown fields on disk.
QByteArray encodeRegisters(std::span<const Register> registers);
Result<std::vector<Register>> decodeRegisters(QByteArrayView bytes);

} // namespace larder::protocol
