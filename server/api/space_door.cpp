#include "server/api/space_door.h"

#include <limits>

namespace larder::server {

QFuture<Answer> SpaceDoor::deleteSpace(model::UserId actor, model::SpaceId space)
{
    auto work = [actor, space, told = m_told](Store &store) {
        Result<void> deleted = store.deleteSpace(actor, space);
        if (deleted && told) {
            told->publishDeleted(space);
        }
        return deleted;
    };
    return m_pool.write(std::move(work)).then(&m_cache, [this, space](const Result<void> &deleted) {
        if (!deleted) {
            return Answer::of(deleted.error());
        }
        m_cache.moved(space, std::numeric_limits<qint64>::max());
        return Answer::nothing();
    });
}

} // namespace larder::server
