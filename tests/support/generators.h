// Arbitrary values for property tests, built by hand from a sequence of small choices.
//
// RapidCheck only makes and shrinks that sequence, which is fast, and shrinks well: fewer and smaller choices
// give a smaller value. Registers have few distinct fields, stamps and values, so that they collide.
#pragma once

#include "core/model/record.h"

#include <rapidcheck.h>

namespace larder::test {

class Choices {
public:
    explicit Choices(std::vector<quint32> left)
        : m_left(std::move(left))
    {
    }

    // In [0, bound); 0 once the choices are used up.
    quint32 below(quint32 bound) { return m_at < m_left.size() ? m_left[m_at++] % bound : 0; }
    bool coin() { return below(2) == 1; }
    // Any 64 bits; the ends of the ranges and small numbers often.
    quint64 number()
    {
        constexpr quint64 kEnds[] = { 0, 1, 23, 24, 255, 256, 65'535, 65'536, 0xffff'ffff, 0x1'0000'0000,
            (quint64(1) << 53) - 1, 0x7fff'ffff'ffff'ffff, 0x8000'0000'0000'0000, 0xffff'ffff'ffff'ffff };
        switch (below(4)) {
        case 0:
            return below(10);
        case 1:
            return kEnds[below(std::size(kEnds))];
        case 2:
            return below(0xffff'ffff);
        default:
            return quint64(below(0xffff'ffff)) << 32 | below(0xffff'ffff);
        }
    }
    template<typename T> T oneOf(std::initializer_list<T> these)
    {
        return *(these.begin() + below(quint32(these.size())));
    }
    bool isEmpty() const { return m_at >= m_left.size(); }

private:
    std::vector<quint32> m_left;
    std::size_t m_at = 0;
};

// What `build` makes of at most `most` choices. Cases grow with RapidCheck's size.
template<typename Build> auto built(Build build, int most = 60)
{
    using T = std::invoke_result_t<Build, Choices &>;
    return rc::Gen<T>([build, most](const rc::Random &random, int size) {
        rc::Random source = random;
        std::vector<quint32> choices(source.next() % (quint64(most) * quint64(size + 1) / 100 + 1));
        for (quint32 &each : choices) {
            each = quint32(source.next());
        }
        auto shrinking
            = rc::shrinkable::shrinkRecur(std::move(choices), [](const std::vector<quint32> &from) {
                  return rc::seq::concat(rc::shrink::removeChunks(from),
                      rc::shrink::eachElement(
                          from, [](quint32 each) { return rc::shrink::towards(each, quint32(0)); }));
              });
        return rc::shrinkable::map(std::move(shrinking), [build](std::vector<quint32> from) {
            Choices each(std::move(from));
            return build(each);
        });
    });
}

inline QString text(Choices &choices)
{
    // ASCII, Latin, Arabic, CJK, an emoji beyond the first plane, and the characters at the ends of UTF-8's
    // lengths.
    constexpr char32_t kPool[]
        = { U'a', U'Z', U' ', U'7', U'ä', U'ß', U'\u0301', U'ع', U'牛', U'🥛', U'\u007f', U'\u0080',
              U'\u07ff', U'\u0800', U'\ud7ff', U'\ue000', U'\uffff', U'\U00010000', U'\U0010ffff', U'\n' };
    QString result;
    for (quint32 left = choices.below(12); left > 0; --left) {
        const char32_t each = kPool[choices.below(std::size(kPool))];
        result += QString::fromUcs4(&each, 1);
    }
    return result;
}

inline QByteArray bytes(Choices &choices, qsizetype most)
{
    QByteArray result(qsizetype(choices.below(quint32(most) + 1)), '\0');
    for (char &each : result) {
        each = char(choices.below(256));
    }
    return result;
}

inline model::Value value(Choices &choices)
{
    switch (choices.below(6)) {
    case 0:
        return {};
    case 1:
        return choices.coin();
    case 2:
        return qint64(choices.number());
    case 3:
        return qint64(choices.below(3));
    case 4:
        return text(choices);
    default:
        return bytes(choices, 20);
    }
}

// Fields unique and ascending, as a record holds them; few stamps and mostly few values, so that ties happen.
inline std::vector<model::Register> registers(Choices &choices)
{
    std::vector<model::Register> result;
    for (quint32 field = choices.below(4); field < 8 && !choices.isEmpty(); field += 1 + choices.below(3)) {
        const qint64 stamp = 1 + choices.below(4);
        model::Value held = choices.below(4) != 0 ? model::Value(qint64(choices.below(3))) : value(choices);
        result.push_back({ model::FieldNumber(field), model::Stamp { stamp }, std::move(held) });
    }
    return result;
}

inline rc::Gen<model::Value> anyValue()
{
    return built(value);
}

inline rc::Gen<std::vector<model::Register>> anyRegisters()
{
    return built(registers, 40);
}

} // namespace larder::test

// Where RapidCheck looks for it.
namespace larder::model {
inline void showValue(const Register &reg, std::ostream &os)
{
    os << "{" << reg.field << " @" << reg.stamp.micros << " "
       << canonicalCbor(reg.value).toHex().toStdString() << "}";
}
} // namespace larder::model
