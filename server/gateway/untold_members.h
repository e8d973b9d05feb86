// Spaces whose members may have changed untold: each is compared with the store, however long that takes.
//
// The store may be out of reach, or may not show yet what the feed told already. Then it is asked again, at
// most kLongestDelay apart, until it answers; a member who is never told of a list would have no reason to
// look for it. What is told untold again meanwhile is compared once more. Lives on its worker's thread.
#pragma once

#include "core/clock.h"
#include "server/store/store.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace larder::server {

class UntoldMembers {
public:
    static constexpr std::chrono::milliseconds kFirstDelay { 2 };
    static constexpr std::chrono::milliseconds kLongestDelay { 5'000 };

    using Then = std::function<void(const Result<std::vector<Member>> &)>;
    // Fails as long as the space's `version` is not visible.
    using Read = std::function<void(const model::SpaceId &space, qint64 version, const Then &then)>;
    using Compare = std::function<void(const model::SpaceId &space, const std::vector<Member> &members)>;

    // `timers` outlive it, and so does whatever answers `read`, unless it answers no more.
    UntoldMembers(Timers &timers, Read read, Compare compare);

    void compare(const model::SpaceId &space, qint64 version);
    // Everything is compared in another way: nothing is open any more, also what waits for a version that the
    // store lost when it was restored.
    void forgetAll();
    bool isOpen(const model::SpaceId &space) const { return m_open.contains(space); }

private:
    struct Open {
        qint64 version = 0;
        quint64 told = 0; // the number of its newest telling
        Timers::Id timer = 0;
    };

    void ask(const model::SpaceId &space, std::chrono::milliseconds delay);
    void answered(const model::SpaceId &space, quint64 told, std::chrono::milliseconds delay,
        const Result<std::vector<Member>> &members);

    Timers &m_timers;
    const Read m_read;
    const Compare m_compare;
    std::unordered_map<model::SpaceId, Open> m_open;
    quint64 m_told = 0;
};

} // namespace larder::server
