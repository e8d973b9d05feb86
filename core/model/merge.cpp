#include "core/model/merge.h"

#include <algorithm>

namespace larder::model {

bool wins(const Register &incoming, const Register &held)
{
    if (incoming.stamp != held.stamp) {
        return incoming.stamp > held.stamp;
    }
    return compareCanonical(incoming.value, held.value) > 0;
}

MergeOutcome merge(std::vector<Register> &held, std::span<const Register> incoming)
{
    MergeOutcome outcome;
    outcome.taken.reserve(incoming.size());
    if (held.empty()) {
        held.reserve(incoming.size());
    }
    for (const Register &reg : incoming) {
        const auto at = std::lower_bound(held.begin(), held.end(), reg.field,
            [](const Register &each, FieldNumber number) { return each.field < number; });
        if (at == held.end() || at->field != reg.field) {
            held.insert(at, reg);
            outcome.taken.push_back(reg.field);
        } else if (wins(reg, *at)) {
            outcome.lost.push_back(std::exchange(*at, reg));
            outcome.taken.push_back(reg.field);
        }
    }
    return outcome;
}

} // namespace larder::model
