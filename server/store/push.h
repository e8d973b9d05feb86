// A push as one transaction: lock the spaces, look, plan, write, commit. Two messages to PostgreSQL when all
// goes its usual way; one more when a space is made, or after somebody wrote past the Store.
#pragma once

#include "core/clock.h"
#include "server/store/dialect.h"
#include "server/store/push_plan.h"

#include <functional>

namespace larder::server {

// Whether the epoch that stands in the database is the one to write into; none: any is.
using EpochTest = std::function<bool(const QString &written)>;

// One attempt; Dialect::mayRetry() says whether another makes sense. Cancelled when the test fails.
Result<PushPlan> push(Dialect &dialect, const Clock &clock, model::UserId author,
    std::span<const protocol::Write> writes, const EpochTest &test);

// From a row of kLockSpaces; none when nobody knows any more.
std::optional<ItemCount> itemCountOf(const RowReader &row);

// What writes a plan down, to be run with the commit.
std::vector<Call> callsFor(const PushPlan &plan, Micros now);

} // namespace larder::server
