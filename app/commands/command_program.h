// `larder add`, `larder list` and the others, as a process: reads its arguments and input, has the command
// carried out, prints what came of it.
//
// One process at a time has a database open. When nobody has it, the command runs here; else it is handed to
// whoever has. A short command of another process is waited for, but not without end.
#pragma once

#include "app/commands/command_answer.h"
#include "app/commands/command_request.h"

namespace larder::app {

// The process's exit code. `database` is where the lists are unless the arguments say otherwise.
int runCommand(int argc, char **argv, const QStringList &arguments, const QString &database);

// Once a QCoreApplication is there. `database` is canonical.
CommandAnswer carryOut(
    const CommandRequest &request, const QString &database, std::chrono::milliseconds patience);

// Waits until nobody has the database open, or for a moment.
void awaitRelease(const QString &database, std::chrono::milliseconds moment);

} // namespace larder::app
