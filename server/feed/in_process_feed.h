// The feed of a server whose store is one SQLite file: the process that writes is the only one, so it tells
// itself.
//
// The store's one writer thread publishes each outcome after its commit and before its next transaction; so
// the order here is commit order. It never loses its connection, hence never says that it was interrupted.
#pragma once

#include "server/feed/feed.h"
#include "server/store/store.h"

namespace larder::server {

class InProcessFeed final : public Feed {
    Q_OBJECT

public:
    using Feed::Feed;

    // Says `resumed`: there is nothing to connect to.
    void start() override;
    void stop() override;

    // On the store's writer thread, after the commit.
    void publish(const PushOutcome &outcome);
    void publishDeleted(model::SpaceId space);
};

} // namespace larder::server
