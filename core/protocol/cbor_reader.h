// CBOR from whoever is on the other side: reads what the caller expects, and after the first thing that is
// not so gives empty values, so that a decoder reads like the grammar and asks once at the end whether it
// held.
//
// Nothing is allocated from a length that the bytes only claim, nesting is bounded, and lengths must be
// definite. Integers need not be in shortest form. A pure value on one thread, over bytes that outlive it.
#pragma once

#include "core/model/record.h"
#include "core/result.h"

#include <QtCore/QCborStreamReader>

#include <array>
#include <limits>
#include <optional>

namespace larder::protocol {

class CborReader {
public:
    explicit CborReader(QByteArrayView bytes);

    bool ok() const { return !m_error; }
    // The first thing that was wrong.
    Error error() const { return m_error.value_or(Error {}); }
    void fail(Code code, const QString &detail);
    // The one item must be all there is.
    void end();

    qint64 integer(
        qint64 min = std::numeric_limits<qint64>::min(), qint64 max = std::numeric_limits<qint64>::max());
    bool truth();
    QString text();
    QByteArray bytes();
    model::Uuid uuid();
    model::Value value();
    // Whether a null stood here; it is then read.
    bool null();
    // Reads one item of any type and forgets it.
    void skip();

    // Steps into a map for as long as this reader lives: the number of its pairs.
    qint64 enterMap() { return enter(QCborStreamReader::Map, std::numeric_limits<qint64>::max()); }

    // Calls `each` once per element, which must read it. TooLarge above `most`.
    template<typename Each> void array(qint64 most, Each each)
    {
        const qint64 count = enter(QCborStreamReader::Array, most);
        for (qint64 i = 0; i < count && ok(); ++i) {
            each();
        }
        leave();
    }
    // The same for the pairs of a map; `each` reads key and value.
    template<typename Each> void map(qint64 most, Each each)
    {
        const qint64 count = enter(QCborStreamReader::Map, most);
        for (qint64 i = 0; i < count && ok(); ++i) {
            each();
        }
        leave();
    }
    // An array of which `each` reads the first `size` elements; a newer peer may send more, which are
    // skipped.
    template<typename Each> void tuple(qint64 size, Each each)
    {
        const qint64 count = enter(QCborStreamReader::Array, std::numeric_limits<qint64>::max());
        if (ok() && count < size) {
            fail(Code::Malformed, QStringLiteral("an array is too short"));
        }
        if (ok()) {
            each();
        }
        for (qint64 i = size; i < count && ok(); ++i) {
            skip();
        }
        leave();
    }

private:
    bool is(QCborStreamReader::Type type, const char *name);
    qint64 enter(QCborStreamReader::Type type, qint64 most);
    void leave();
    bool chunkFits();

    QByteArrayView m_bytes;
    QCborStreamReader m_reader;
    std::optional<Error> m_error;
    int m_depth = 0;
};

// One key of a map with text keys: what reads its value, and whether it must be there.
enum class Need : quint8 { Must, May };
template<typename Read> struct Key {
    QLatin1StringView name;
    Need need;
    Read read;
};
template<typename Read> Key(QLatin1StringView, Need, Read) -> Key<Read>;

// A map with text keys in any order. Unknown keys are skipped; a known one that comes twice is Malformed.
template<typename... Reads> void readKeys(CborReader &reader, Key<Reads>... keys)
{
    std::array<bool, sizeof...(Reads)> seen {};
    reader.map(std::numeric_limits<qint64>::max(), [&] {
        const QString name = reader.text();
        std::size_t index = 0;
        bool known = false;
        const auto take = [&](auto &key) {
            if (!known && name == key.name) {
                known = true;
                if (seen[index]) {
                    reader.fail(Code::Malformed, QStringLiteral("a key comes twice"));
                }
                seen[index] = true;
                key.read();
            }
            ++index;
        };
        (take(keys), ...);
        if (!known) {
            reader.skip();
        }
    });
    std::size_t index = 0;
    const auto check = [&](const auto &key) {
        if (!seen[index++] && key.need == Need::Must) {
            reader.fail(Code::Malformed, QStringLiteral("a key is missing"));
        }
    };
    (check(keys), ...);
}

} // namespace larder::protocol
