// What the commands do to lists, over the same image and the same writes as the pages: add, list, check,
// uncheck, remove, lists, and the words that a shell may go on with.
//
// All of it happens in one turn, and nothing is written before everything that was named has been found.
// What was written is on the disk only when ReplicaClient says so, which CommandRunner waits for. Lives on
// the UI thread.
#pragma once

#include "app/commands/command_request.h"
#include "app/commands/known_lists.h"
#include "app/lists/household_memory.h"
#include "app/lists/item_writes.h"

namespace larder::app {

// An answer, and the records of which the disk has to take the writes before it is true.
struct VerbOutcome {
    CommandAnswer answer;
    std::vector<model::RecordKey> written;
};

class ListVerbs {
public:
    ListVerbs(
        replica::ReplicaClient &replica, KnownLists &lists, HouseholdMemory &memory, const Clock &clock);

    VerbOutcome add(const CommandRequest &request);
    VerbOutcome list(const CommandRequest &request);
    VerbOutcome check(const CommandRequest &request); // and uncheck
    VerbOutcome remove(const CommandRequest &request);
    VerbOutcome lists();
    VerbOutcome complete(const CommandRequest &request);

private:
    Meant<model::SpaceId> listToAddTo(const CommandRequest &request, std::vector<model::RecordKey> &written);
    CommandAnswer addedAnswer(model::SpaceId list, const ItemWrites::Added &added, qsizetype asked) const;
    Meant<std::vector<ListedItem>> itemsMeant(
        model::SpaceId list, const QStringList &words, std::optional<bool> checked) const;
    QJsonObject listJson(model::SpaceId list) const;
    QString currencyOf(model::SpaceId list) const;

    replica::ReplicaClient &m_replica;
    KnownLists &m_lists;
    HouseholdMemory &m_memory;
    const Clock &m_clock;
    ItemWrites m_writes;
};

// What the list refused, in words.
CommandAnswer refusalOf(const Error &error);

} // namespace larder::app
