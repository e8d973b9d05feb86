// The answer of a command as people read it: aligned columns, in bold and grey where the terminal has them.
//
// What others wrote into a shared list ends up in this terminal, so nothing that is not plain text gets
// through: no control characters and no marks that turn the direction of writing. Pure functions.
#pragma once

#include "app/commands/command_answer.h"
#include "app/commands/command_request.h"

namespace larder::app {

enum class Looks : quint8 { Plain, Terminal };

// Ends with a line break; empty when there is nothing to say, as of what failed: its sentence goes to the
// standard error instead.
QString textOf(const CommandRequest &request, const CommandAnswer &answer, Looks looks);

// Without what a terminal would obey.
QString plainText(const QString &text);
// Columns that a terminal gives to it: two to the wide letters of East Asia and most pictures.
int columnsOf(const QString &text);

} // namespace larder::app
