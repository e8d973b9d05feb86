// How a line that begins with `larder` could go on: `larder complete -- WORD...`, which the shells ask.
//
// What the table of commands knows needs no lists; names of lists and items do, and are asked of whoever has
// them open. Pure functions.
#pragma once

#include "app/commands/command_table.h"

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include <vector>

namespace larder::app {

struct Candidate {
    QString value;
    QString says; // beside it, where the shell has room
};

struct Completion {
    Complete kind = Complete::Nothing; // Lists and the items need the lists
    QString beginning; // what is typed of it
    QString list; // which the line named before
    QString database; // likewise
    std::vector<Candidate> candidates; // those that are known without the lists
};

// Of the words behind `larder`; the last is the one that goes on, and may be empty.
Completion completionOf(const QStringList &words);

bool needsLists(const Completion &completion);
// Those that begin so, at most kCompletions; upper and lower case and accents make no difference.
std::vector<Candidate> matching(const std::vector<Candidate> &all, const QString &beginning);
QJsonArray candidatesJson(const std::vector<Candidate> &candidates);

} // namespace larder::app
