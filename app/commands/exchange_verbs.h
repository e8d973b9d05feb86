// `larder export` and `larder import`, over the formats of core/exchange and the same writes as the window.
//
// Files are read and written by the process that was started, see command_program.h: what is exported travels
// in the answer, what is imported in the request. All of it happens in one turn. Lives on the UI thread.
#pragma once

#include "app/commands/list_verbs.h"
#include "core/exchange/import_reader.h"

namespace larder::app {

class ExchangeVerbs {
public:
    ExchangeVerbs(
        replica::ReplicaClient &replica, KnownLists &lists, HouseholdMemory &memory, const Clock &clock);

    VerbOutcome exportLists(const CommandRequest &request);
    VerbOutcome importLists(const CommandRequest &request);

private:
    struct Part;

    Meant<std::vector<model::SpaceId>> listsMeant(const CommandRequest &request) const;
    Meant<std::vector<Part>> partsOf(const CommandRequest &request, exchange::Import import) const;
    std::optional<model::SpaceId> listCalled(const QString &name) const;
    void plan(Part &part);
    QJsonObject take(Part &part, bool dryRun, VerbOutcome &outcome);
    QString currencyOf(model::SpaceId list) const;

    replica::ReplicaClient &m_replica;
    KnownLists &m_lists;
    HouseholdMemory &m_memory;
    ItemWrites m_writes;
};

} // namespace larder::app
