#include "tests/support/record_difference.h"

#include "core/model/value.h"

#include <algorithm>

namespace larder::test {

using namespace Qt::StringLiterals;
using model::Record;

static QString told(const model::Register *reg)
{
    if (reg == nullptr) {
        return u"nothing"_s;
    }
    return u"%1 @%2"_s.arg(QString::fromLatin1(model::canonicalCbor(reg->value).toHex()))
        .arg(reg->stamp.micros);
}

QString firstDifference(const std::vector<Record> &here, const std::vector<Record> &there)
{
    for (const std::vector<Record> *side : { &here, &there }) {
        for (const Record &record : *side) {
            const auto mine = std::ranges::find(here, record.key, &Record::key);
            const auto theirs = std::ranges::find(there, record.key, &Record::key);
            const QString what = u"kind %1, id %2"_s.arg(int(record.key.kind)).arg(record.key.id.toString());
            if (mine == here.end() || theirs == there.end()) {
                return what + (mine == here.end() ? u" is missing here"_s : u" is missing there"_s);
            }
            for (const model::Register &reg : record.registers) {
                const auto *a = mine->find(reg.field);
                const auto *b = theirs->find(reg.field);
                if (a == nullptr || b == nullptr || *a != *b) {
                    return u"%1, field %2: %3 (version %4) here, %5 (version %6) there"_s.arg(what)
                        .arg(reg.field)
                        .arg(told(a))
                        .arg(mine->version)
                        .arg(told(b))
                        .arg(theirs->version);
                }
            }
        }
    }
    return u"no difference"_s;
}

} // namespace larder::test
