// What was delivered lately, for those who are just behind: a reader that was parked for a moment, or read a
// page while others wrote, goes on from here and not from the store.
//
// It also knows how far the spaces are that changed lately, and whose role did: who subscribes after reading
// both from the store learns here what came in between, or what the store did not show yet although the feed
// had told. Parcels are bounded by weight, all else by number; the oldest goes first. Lives on its worker's
// thread.
#pragma once

#include "core/limits.h"
#include "server/gateway/delivery.h"

#include <QtCore/QList>

#include <deque>
#include <optional>
#include <unordered_map>

namespace larder::server {

class Recent {
public:
    struct Bounds {
        qsizetype weight = limits::kRecentBytes;
        std::size_t changes = limits::kRecentChanges;
    };

    Recent()
        : Recent(Bounds {})
    {
    }
    explicit Recent(Bounds bounds)
        : m_bounds(bounds)
    {
    }

    enum class Keep : quint8 { Parcel, Position };
    void note(const Delivery &delivery, Keep keep);

    // The feed was interrupted: what was told may have been lost by a failover, and what comes may be another
    // history.
    void forgetAll();

    // Counts everything that was noted.
    quint64 sequence() const { return m_sequence; }
    // Whether what was noted after `sequence` is still known.
    bool reachesBackTo(quint64 sequence) const { return sequence + m_changes.size() >= m_sequence; }
    // How far the space is, if it changed lately.
    std::optional<Position> newest(const model::SpaceId &space) const;
    // What lately became of a user's role in a space, in order.
    std::vector<MemberChange> memberChanges(const model::SpaceId &space, const model::UserId &user) const;
    // What leads a reader from `at` to the newest, in order, up to about kClientBacklogBytes; empty when it
    // is not here.
    std::vector<SharedParcel> after(const model::SpaceId &space, Position at) const;

    qsizetype weight() const { return m_weight; }

private:
    struct Trail {
        Position newest;
        int changes = 0; // of m_changes that are about this space
        std::vector<std::pair<quint64, MemberChange>> members; // with their sequence
        QList<SharedParcel> parcels; // each leads on from the one before
        int lost = 0; // of m_parcels that are about this space and were given up
    };

    void noteParcel(const model::SpaceId &space, Trail &trail, const SharedParcel &parcel);
    void giveUpParcels(Trail &trail);
    void dropOldestParcel();
    void dropOldestChange();

    const Bounds m_bounds;
    qsizetype m_weight = 0;
    quint64 m_sequence = 0;
    std::deque<std::pair<model::SpaceId, qsizetype>> m_parcels; // in the order of coming, with their weights
    std::deque<model::SpaceId> m_changes;
    std::unordered_map<model::SpaceId, Trail> m_trails;
};

} // namespace larder::server
