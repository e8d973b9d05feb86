// What came of a command: an object for scripts, from which the text for people is made, and the code that
// the process ends with (docs/command-line.md).
#pragma once

#include <QtCore/QJsonObject>

namespace larder::app {

enum class Exit : quint8 {
    Done = 0,
    Failed = 1, // the disk or the list refused
    Usage = 2,
    NotFound = 3,
    Ambiguous = 4,
    Offline = 5, // the server is not in reach, or did not come to an end in time
    InUse = 6, // another Larder has the lists and does not answer
    Unknown = 7, // it ended before it answered: perhaps it was done
};

struct CommandAnswer {
    Exit exit = Exit::Done;
    // Of what failed: `code`, `message` (a whole sentence) and, where several were meant, `candidates`.
    QJsonObject json;

    friend bool operator==(const CommandAnswer &, const CommandAnswer &) = default;
};

CommandAnswer refusal(Exit exit, const QString &message);

} // namespace larder::app
