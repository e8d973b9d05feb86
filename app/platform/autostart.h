// Whether Larder starts with the person's session: an entry where the system looks for such things, and
// nowhere else. Off until it is asked for. Nothing is kept in memory: what the person does to the entry
// elsewhere holds. Each function does one thing to one small file; any thread.
#pragma once

#include "core/result.h"

namespace larder::app {

// False where there is no session to start with, and in a sandbox, whose files the session doesn't read.
bool canStartWithSession();
bool startsWithSession();
// Configuration when the system doesn't take it.
Result<void> setStartsWithSession(bool on);

} // namespace larder::app
