// The only merge in the system: the client's replica and the server's store both call it.
//
// Every register is last-writer-wins by stamp; equal stamps are settled by the larger canonical value. So
// merge is commutative, associative and idempotent, and replicas that saw the same writes hold the same
// bytes.
#pragma once

#include "core/model/record.h"

namespace larder::model {

// Whether `incoming` takes the place of `held`. A register does not win over an equal one.
bool wins(const Register &incoming, const Register &held);

struct MergeOutcome {
    std::vector<FieldNumber> taken; // where the incoming register is now held
    std::vector<Register> lost; // what was held there before, when something was
    bool changed() const { return !taken.empty(); }
};

// Merges registers (in any order, fields unique) into those held (by field number).
MergeOutcome merge(std::vector<Register> &held, std::span<const Register> incoming);

} // namespace larder::model
