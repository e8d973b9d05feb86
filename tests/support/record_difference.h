// Says in words where two sets of records differ, for the message of a failed test.
#pragma once

#include "core/model/record.h"

namespace larder::test {

// The first difference; records in any order.
QString firstDifference(const std::vector<model::Record> &here, const std::vector<model::Record> &there);

} // namespace larder::test
