// Arbitrary registers and records for property tests: few distinct stamps and fields, so that they collide.
#pragma once

#include "core/model/record.h"

#include <rapidcheck.h>

namespace larder::test {

inline rc::Gen<model::Value> anyValue()
{
    using model::Value;
    return rc::gen::oneOf(rc::gen::just(Value()), rc::gen::map(rc::gen::arbitrary<bool>(), [](bool v) { return Value(v); }),
        rc::gen::map(rc::gen::arbitrary<qint64>(), [](qint64 v) { return Value(v); }),
        rc::gen::map(rc::gen::container<std::u32string>(rc::gen::distinctFrom(rc::gen::inRange<char32_t>(1, 0xD7FF), char32_t(0))),
            [](const std::u32string &v) { return Value(QString::fromUcs4(v.data(), qsizetype(v.size()))); }),
        rc::gen::map(rc::gen::arbitrary<std::string>(),
            [](const std::string &v) { return Value(QByteArray::fromStdString(v)); }));
}

// Fields unique and ascending, as a record holds them.
inline rc::Gen<std::vector<model::Register>> anyRegisters()
{
    return rc::gen::map(
        rc::gen::container<std::map<int, std::pair<int, model::Value>>>(rc::gen::inRange(0, 12),
            rc::gen::pair(rc::gen::inRange(1, 6), anyValue())),
        [](const std::map<int, std::pair<int, model::Value>> &fields) {
            std::vector<model::Register> registers;
            for (const auto &[field, written] : fields) {
                registers.push_back({ model::FieldNumber(field), model::Stamp { written.first }, written.second });
            }
            return registers;
        });
}

} // namespace larder::test

namespace rc {
inline void showValue(const larder::model::Value &value, std::ostream &os)
{
    os << larder::model::canonicalCbor(value).toHex().toStdString();
}
inline void showValue(const larder::model::Register &reg, std::ostream &os)
{
    os << "{" << reg.field << " @" << reg.stamp.micros << " ";
    showValue(reg.value, os);
    os << "}";
}
} // namespace rc
