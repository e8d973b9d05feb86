// Arbitrary messages, every one of them as the protocol allows it.
#pragma once

#include "core/protocol/codec.h"

#include "tests/support/generators.h"

#include <algorithm>

namespace larder::test {

using namespace protocol;

template<typename Id> Id id(Choices &choices)
{
    Id result;
    const quint32 seed = choices.below(0xffff'ffff);
    for (std::size_t i = 0; i < 16; ++i) {
        result.value.bytes[i] = quint8(seed >> (i % 4 * 8) ^ i);
    }
    return result;
}

inline qint64 natural(Choices &choices)
{
    return qint64(choices.number() >> 1);
}

// Any fields, any stamps: what a stranger or a later version may send.
inline std::vector<Register> wideRegisters(Choices &choices)
{
    std::map<model::FieldNumber, Register> fields;
    for (quint32 left = choices.below(10); left > 0; --left) {
        const auto field = model::FieldNumber(choices.coin() ? choices.below(12) : choices.below(65'536));
        fields[field] = { field, model::Stamp { qint64(choices.number()) }, value(choices) };
    }
    std::vector<Register> result;
    for (auto &[number, reg] : fields) {
        result.push_back(std::move(reg));
    }
    return result;
}

template<typename Make> auto several(Choices &choices, quint32 most, Make make)
{
    std::vector<std::invoke_result_t<Make, Choices &>> result;
    for (quint32 left = choices.below(most); left > 0; --left) {
        result.push_back(make(choices));
    }
    return result;
}

template<typename T> std::vector<T> withoutDoubles(std::vector<T> all)
{
    std::sort(all.begin(), all.end(), [](const T &a, const T &b) { return a.space < b.space; });
    all.erase(std::unique(all.begin(), all.end(), [](const T &a, const T &b) { return a.space == b.space; }),
        all.end());
    return all;
}

inline Cursor cursor(Choices &choices)
{
    return { id<SpaceId>(choices), natural(choices) };
}

inline SpaceGrant grant(Choices &choices)
{
    return { id<SpaceId>(choices), SpaceKind(1 + choices.below(3)), Role(1 + choices.below(3)),
        natural(choices) };
}

inline Write write(Choices &choices)
{
    const auto kind = model::Kind(choices.coin() ? 1 + choices.below(3) : 1 + choices.below(65'535));
    return { { id<SpaceId>(choices), kind, id<model::RecordId>(choices) }, wideRegisters(choices) };
}

inline Record row(Choices &choices, SpaceId space)
{
    Write written = write(choices);
    written.key.space = space;
    for (Register &reg : written.registers) { // a server's, unlike a stranger's
        reg.stamp.micros = std::max<qint64>(1, reg.stamp.micros & model::Stamp::kMax);
    }
    return { written.key, written.registers, natural(choices),
        choices.coin() ? id<model::UserId>(choices) : model::UserId() };
}

inline Code code(Choices &choices)
{
    return Code(choices.below(quint32(Code::Internal) + 1));
}

inline Up up(Choices &choices)
{
    switch (choices.below(5)) {
    case 0:
        return Hello { int(natural(choices) & 0x7fffffff), text(choices), id<DeviceId>(choices),
            text(choices), withoutDoubles(several(choices, 5, cursor)), choices.coin() };
    case 1:
        return Push { natural(choices), several(choices, 5, write) };
    case 2:
        return Pull { id<SpaceId>(choices), natural(choices) };
    case 3:
        return Token { text(choices) };
    default:
        return Ping { qint64(choices.number()) };
    }
}

inline Down down(Choices &choices)
{
    switch (choices.below(8)) {
    case 0:
        return Welcome { int(natural(choices) & 0x7fffffff), text(choices),
            natural(choices) & model::Stamp::kMax, withoutDoubles(several(choices, 5, grant)),
            { 1 + choices.below(1000), 1 + choices.below(1000), 1 + choices.below(1000) } };
    case 1: {
        Rows rows;
        rows.space = id<SpaceId>(choices);
        const auto [from, to] = std::minmax({ natural(choices), natural(choices) });
        rows.from = from;
        rows.to = to;
        rows.part = int(choices.below(3));
        rows.last = choices.coin();
        rows.more = choices.coin();
        rows.rows = several(choices, 5, [&](Choices &each) { return row(each, rows.space); });
        return rows;
    }
    case 2:
        return Pushed { natural(choices), withoutDoubles(several(choices, 5, cursor)),
            several(choices, 4, [](Choices &each) {
                const auto space = id<SpaceId>(each);
                return Correction { int(each.below(500)), code(each), text(each), row(each, space) };
            }) };
    case 3:
        return Grant { grant(choices) };
    case 4:
        return Reset { id<SpaceId>(choices) };
    case 5:
        return Drop { id<SpaceId>(choices), DropReason(1 + choices.below(3)) };
    case 6:
        return Denied { code(choices), text(choices), choices.coin() ? natural(choices) : -1 };
    default:
        return Pong { qint64(choices.number()), natural(choices) & model::Stamp::kMax };
    }
}

} // namespace larder::test
