// Reads which spaces users have, for many sessions in one task: after a restart of the feed or of a proxy all
// of them ask at once. Lives on its worker's thread.
#pragma once

#include "server/gateway/session_action.h"
#include "server/gateway/store_desk.h"

#include <functional>
#include <vector>

namespace larder::server {

class SpacesReader {
public:
    using SessionNumber = quint64;
    // `asOf`: what the worker had noted of the feed when the question was asked.
    using Answered
        = std::function<void(SessionNumber session, quint64 asOf, const Result<SpacesRead> &answer)>;

    SpacesReader(StoreDesk &desk, Answered answered);

    void ask(SessionNumber session, quint64 asOf, ReadSpaces request);

private:
    struct Asker {
        SessionNumber session;
        quint64 asOf;
    };

    void send();

    StoreDesk &m_desk;
    const Answered m_answered;
    std::vector<Asker> m_askers; // who waits, and
    std::vector<ReadSpaces> m_requests; // for what
    bool m_due = false; // a later turn will send them
};

} // namespace larder::server
