// What a register can hold, now and in any later version: null, a truth, an integer, a text or bytes.
// There are no doubles: quantities are integer thousandths, money integer minor units.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <compare>
#include <variant>

class QCborStreamWriter;

namespace larder::model {

using Null = std::monostate;
using Value = std::variant<Null, bool, qint64, QString, QByteArray>;

inline bool isNull(const Value &value)
{
    return std::holds_alternative<Null>(value);
}

// Deterministically encoded CBOR (RFC 8949 §4.2.1).
QByteArray canonicalCbor(const Value &value);
void appendCanonical(QCborStreamWriter &writer, const Value &value);

// The order of the canonical bytes; it settles equal stamps.
std::strong_ordering compareCanonical(const Value &a, const Value &b);

} // namespace larder::model
