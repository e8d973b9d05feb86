#include "core/protocol/cbor_reader.h"

#include "core/limits.h"

namespace larder::protocol {

using namespace Qt::StringLiterals;

static constexpr auto kLargest = quint64(std::numeric_limits<qint64>::max());

CborReader::CborReader(QByteArrayView bytes)
    : m_bytes(bytes)
    , m_reader(bytes.data(), bytes.size())
{
}

void CborReader::fail(Code code, const QString &detail)
{
    if (!m_error) {
        m_error = Error { code, detail };
    }
}

void CborReader::end()
{
    if (ok() && m_reader.currentOffset() != m_bytes.size()) {
        fail(Code::Malformed, u"bytes after the end"_s);
    }
}

bool CborReader::is(QCborStreamReader::Type type, const char *name)
{
    if (ok() && m_reader.type() != type) {
        fail(Code::Malformed,
            u"expected %1 at byte %2"_s.arg(QLatin1StringView(name)).arg(m_reader.currentOffset()));
    }
    return ok();
}

qint64 CborReader::integer(qint64 min, qint64 max)
{
    if (!ok()) {
        return 0;
    }
    qint64 number = 0;
    if (m_reader.isUnsignedInteger() && m_reader.toUnsignedInteger() <= kLargest) {
        number = qint64(m_reader.toUnsignedInteger());
    } else if (m_reader.isNegativeInteger() && quint64(m_reader.toNegativeInteger()) - 1 <= kLargest) {
        number = -qint64(quint64(m_reader.toNegativeInteger()) - 1) - 1;
    } else {
        fail(Code::Malformed, u"expected a 64-bit integer at byte %1"_s.arg(m_reader.currentOffset()));
        return 0;
    }
    if (number < min || number > max) {
        fail(Code::Malformed, u"integer out of range at byte %1"_s.arg(m_reader.currentOffset()));
        return 0;
    }
    m_reader.next();
    return number;
}

bool CborReader::truth()
{
    if (ok() && !m_reader.isBool()) {
        fail(Code::Malformed, u"expected a truth at byte %1"_s.arg(m_reader.currentOffset()));
    }
    if (!ok()) {
        return false;
    }
    const bool result = m_reader.toBool();
    m_reader.next();
    return result;
}

bool CborReader::null()
{
    if (!ok() || !m_reader.isNull()) {
        return false;
    }
    m_reader.next();
    return true;
}

// Whether the string has a length that the bytes can hold: Qt would allocate it first.
bool CborReader::chunkFits()
{
    if (!m_reader.isLengthKnown() || m_reader.length() > quint64(m_bytes.size() - m_reader.currentOffset())) {
        fail(Code::Malformed,
            u"string of an unknown or too large length at byte %1"_s.arg(m_reader.currentOffset()));
    }
    return ok();
}

QString CborReader::text()
{
    if (!is(QCborStreamReader::String, "a text") || !chunkFits()) {
        return {};
    }
    const auto chunk = m_reader.readString();
    if (chunk.status != QCborStreamReader::Ok
        || m_reader.readString().status != QCborStreamReader::EndOfString) {
        fail(Code::Malformed, u"a text is cut short or not UTF-8"_s);
        return {};
    }
    return chunk.data;
}

QByteArray CborReader::bytes()
{
    if (!is(QCborStreamReader::ByteArray, "bytes") || !chunkFits()) {
        return {};
    }
    const auto chunk = m_reader.readByteArray();
    if (chunk.status != QCborStreamReader::Ok
        || m_reader.readByteArray().status != QCborStreamReader::EndOfString) {
        fail(Code::Malformed, u"bytes are cut short"_s);
        return {};
    }
    return chunk.data;
}

model::Uuid CborReader::uuid()
{
    model::Uuid id;
    if (!is(QCborStreamReader::ByteArray, "16 bytes") || !chunkFits()) {
        return id;
    }
    if (m_reader.length() != id.bytes.size()) {
        fail(Code::Malformed, u"an id has 16 bytes"_s);
        return id;
    }
    char *data = reinterpret_cast<char *>(id.bytes.data());
    const auto chunk = m_reader.readStringChunk(data, qsizetype(id.bytes.size()));
    if (chunk.status != QCborStreamReader::Ok
        || m_reader.readStringChunk(data, 0).status != QCborStreamReader::EndOfString) {
        fail(Code::Malformed, u"an id is cut short"_s);
    }
    return id;
}

model::Value CborReader::value()
{
    if (!ok()) {
        return {};
    }
    switch (m_reader.type()) {
    case QCborStreamReader::UnsignedInteger:
    case QCborStreamReader::NegativeInteger:
        return integer();
    case QCborStreamReader::String:
        return text();
    case QCborStreamReader::ByteArray:
        return bytes();
    default:
        if (m_reader.isBool()) {
            return truth();
        }
        if (!null()) {
            fail(Code::Malformed, u"no type of a value at byte %1"_s.arg(m_reader.currentOffset()));
        }
        return {};
    }
}

void CborReader::skip()
{
    while (ok() && m_reader.isTag()) {
        m_reader.next();
    }
    if (!ok()) {
        return;
    }
    if (m_reader.isArray()) {
        array(std::numeric_limits<qint64>::max(), [this] { skip(); });
    } else if (m_reader.isMap()) {
        map(std::numeric_limits<qint64>::max(), [this] {
            skip();
            skip();
        });
    } else if (m_reader.isString()) {
        text();
    } else if (m_reader.isByteArray()) {
        bytes();
    } else if (m_reader.isInvalid() || !m_reader.next()) {
        fail(Code::Malformed, u"not CBOR at byte %1"_s.arg(m_reader.currentOffset()));
    }
}

qint64 CborReader::enter(QCborStreamReader::Type type, qint64 most)
{
    if (!is(type, type == QCborStreamReader::Map ? "a map" : "an array")) {
        return 0;
    }
    if (++m_depth > limits::kCborDepth) {
        fail(Code::Malformed, u"nested too deeply"_s);
        return 0;
    }
    if (!m_reader.isLengthKnown() || m_reader.length() > quint64(m_bytes.size())) {
        fail(Code::Malformed, u"container of an unknown or too large length"_s);
        return 0;
    }
    const auto count = qint64(m_reader.length());
    if (count > most) {
        fail(Code::TooLarge, u"%1 elements where %2 may be"_s.arg(count).arg(most));
        return 0;
    }
    if (!m_reader.enterContainer()) {
        fail(Code::Malformed, u"not CBOR at byte %1"_s.arg(m_reader.currentOffset()));
        return 0;
    }
    return count;
}

void CborReader::leave()
{
    if (ok() && !m_reader.leaveContainer()) {
        fail(Code::Malformed, u"a container is cut short"_s);
    }
    --m_depth;
}

} // namespace larder::protocol
