// What was delivered lately, for those who are just behind: a reader that was parked for a moment, or read a page
// while others wrote, goes on from here and not from the store.
//
// It also knows how far the spaces are that changed lately, so that who subscribes after reading the spaces'
// versions learns what came in between, even of a space that nobody here had followed.
// Bounded by weight over all spaces; the oldest goes first. Lives on its worker's thread.
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
    explicit Recent(qsizetype weight = limits::kRecentBytes) : m_bound(weight) { }

    enum class Keep : quint8 { Parcel, Position };
    void note(const Delivery &delivery, Keep keep);

    // Counts everything that was noted.
    quint64 sequence() const { return m_sequence; }
    // Whether what was noted after `sequence` is still known.
    bool reachesBackTo(quint64 sequence) const { return sequence + m_order.size() >= m_sequence; }
    // How far the space is, if it changed lately.
    std::optional<Position> newest(const model::SpaceId &space) const;
    // What leads a reader from `at` to the newest, in order, up to about kClientBacklogBytes; empty when it is
    // not here.
    std::vector<SharedParcel> after(const model::SpaceId &space, Position at) const;

    qsizetype weight() const { return m_weight; }

private:
    struct Entry {
        model::SpaceId space;
        qsizetype weight = 0;
        bool parcel = false;
    };
    struct Trail {
        Position newest;
        int entries = 0;
        int lost = 0; // entries whose parcels were given up
        QList<SharedParcel> parcels; // each leads on from the one before
    };

    void giveUpParcels(Trail &trail);
    void dropOldest();

    const qsizetype m_bound;
    qsizetype m_weight = 0;
    quint64 m_sequence = 0;
    std::deque<Entry> m_order;
    std::unordered_map<model::SpaceId, Trail> m_trails;
};

} // namespace larder::server
