// Work for the store that is done once more when the connection it began on turns out to be lost.
//
// After a restart of the database every pooled connection is dead and only its next use notices; without
// this, as many requests as there are connections would fail. Only for work that may be done twice: whether
// the first attempt was committed before the connection went, nobody knows.
#pragma once

#include "server/store/store.h"

namespace larder::server {

template<typename Work> auto persistently(Work work)
{
    return [work = std::move(work)](Store &store) mutable {
        auto answer = work(store);
        if (!answer && answer.error().code == Code::Unavailable) {
            store.markLost();
            if (store.reconnect()) {
                answer = work(store);
            }
        }
        return answer;
    };
}

} // namespace larder::server
