#include "tests/bench/down_prefix.h"

#include <cstring>

namespace larder::bench {

namespace {

// CBOR heads in deterministic encoding; anything else ends the reading.
class Heads {
public:
    explicit Heads(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    struct Head {
        int major = -1; // -1: there is none
        quint64 argument = 0;
    };
    Head next()
    {
        if (m_bytes.isEmpty()) {
            return {};
        }
        const auto first = quint8(m_bytes[0]);
        const int extra = first & 31;
        const int length = extra < 24 ? 0 : extra > 27 ? -1 : 1 << (extra - 24);
        if (length < 0 || m_bytes.size() < 1 + length) {
            return {};
        }
        quint64 argument = quint64(extra);
        if (length > 0) {
            argument = 0;
            for (int i = 0; i < length; ++i) {
                argument = argument << 8 | quint8(m_bytes[1 + i]);
            }
        }
        m_bytes = m_bytes.sliced(1 + length);
        return { first >> 5, argument };
    }
    QByteArrayView string()
    {
        const Head head = next();
        if ((head.major != 2 && head.major != 3) || head.argument > quint64(m_bytes.size())) {
            return {};
        }
        const auto value = m_bytes.first(qsizetype(head.argument));
        m_bytes = m_bytes.sliced(value.size());
        return value;
    }

private:
    QByteArrayView m_bytes;
};

} // namespace

DownPrefix readPrefix(QByteArrayView message)
{
    DownPrefix prefix;
    Heads heads(message);
    const auto map = heads.next();
    if (map.major != 5 || heads.string() != "t") {
        return prefix;
    }
    prefix.type = heads.string();
    if (prefix.type != "rows" && prefix.type != "pushed") {
        return prefix;
    }
    for (quint64 pair = 1; pair < map.argument; ++pair) {
        const QByteArrayView key = heads.string();
        if (key == "space") {
            const auto id = heads.string();
            std::memcpy(
                prefix.space.value.bytes.data(), id.data(), std::size_t(std::min<qsizetype>(16, id.size())));
        } else if (key == "to") {
            prefix.to = qint64(heads.next().argument);
        } else if (key == "seq") {
            prefix.seq = qint64(heads.next().argument);
            break;
        } else if (key == "last") {
            prefix.last = heads.next().argument == 21;
        } else if (key == "more") {
            prefix.more = heads.next().argument == 21;
        } else if (key == "from" || key == "part") {
            heads.next();
        } else {
            break; // rows, which are always last
        }
    }
    return prefix;
}

} // namespace larder::bench
