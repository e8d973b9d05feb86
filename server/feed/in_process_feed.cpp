#include "server/feed/in_process_feed.h"

#include "server/feed/parts.h"

namespace larder::server {

void InProcessFeed::start()
{
    Q_EMIT resumed();
}

void InProcessFeed::stop() { }

void InProcessFeed::publish(const PushOutcome &outcome)
{
    auto events = std::make_shared<std::vector<FeedEvent>>();
    for (const protocol::Cursor &moved : outcome.versions) {
        Change change { moved.space, moved.version, 0, true, {} };
        for (const model::Record &row : outcome.rows) {
            if (row.key.space == moved.space) {
                change.rows.push_back(row);
            }
        }
        if (change.rows.empty()) {
            events->emplace_back(Skipped { moved.space, moved.version });
            continue;
        }
        putMembersFirst(change.rows);
        appendInParts(*events, std::move(change));
    }
    if (!events->empty()) {
        Q_EMIT committed(events);
    }
}

void InProcessFeed::publishDeleted(model::SpaceId space)
{
    auto events = std::make_shared<std::vector<FeedEvent>>();
    events->emplace_back(SpaceDeleted { space });
    Q_EMIT committed(events);
}

} // namespace larder::server
