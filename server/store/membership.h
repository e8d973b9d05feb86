// Who belongs to a space: the changes that only the server makes. Each locks the space, so that of two owners
// who step down at the same time one stays.
#pragma once

#include "core/clock.h"
#include "server/store/dialect.h"
#include "server/store/push_plan.h"
#include "server/store/store.h"

namespace larder::server {

// One attempt each, as push().
Result<PushPlan> setMember(
    Dialect &dialect, const Clock &clock, model::UserId actor, model::SpaceId space, const Member &member);
Result<PushPlan> removeMember(
    Dialect &dialect, const Clock &clock, model::UserId actor, model::SpaceId space, model::UserId user);
Result<PushPlan> deleteSpace(Dialect &dialect, model::UserId actor, model::SpaceId space);

} // namespace larder::server
