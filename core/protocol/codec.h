// Messages to bytes and back. One message is one CBOR map (RFC 8949) in one binary WebSocket message, or one
// Zstandard frame (RFC 8878) that holds it; the first byte tells them apart. Unknown keys, unknown message types
// and unknown fields of values are skipped or carried; everything else that is not as specified is Malformed.
// Pure functions, any thread.
#pragma once

#include "core/protocol/messages.h"
#include "core/result.h"

namespace larder::protocol {

QByteArray encode(const Up &message);
QByteArray encode(const Down &message);

// A message type that this version does not know: skip it.
struct UnknownMessage {
    QString type;
};

Result<std::variant<Hello, Push, Pull, Token, Ping, UnknownMessage>> decodeUp(QByteArrayView bytes);
Result<std::variant<Welcome, Rows, Pushed, Grant, Reset, Drop, Denied, Pong, UnknownMessage>> decodeDown(QByteArrayView bytes);

// One Zstandard frame with its content size in the header.
QByteArray compress(QByteArrayView message);
bool isCompressed(QByteArrayView bytes);
// TooLarge when the content would pass kDownMessageBytes, Malformed when it is no such frame.
Result<QByteArray> decompress(QByteArrayView bytes);

// Registers as the CBOR map {field: [stamp, value], …}: for the outbox and for unknown fields on disk.
QByteArray encodeRegisters(std::span<const Register> registers);
Result<std::vector<Register>> decodeRegisters(QByteArrayView bytes);

} // namespace larder::protocol
