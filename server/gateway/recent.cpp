#include "server/gateway/recent.h"

#include <algorithm>

namespace larder::server {

namespace {

constexpr qsizetype kEntryWeight = 160; // of the containers, for each entry

} // namespace

void Recent::note(const Delivery &delivery, Keep keep)
{
    Trail &trail = m_trails[delivery.space];
    const bool kept = keep == Keep::Parcel && delivery.parcel != nullptr;
    if (!kept || (!trail.parcels.isEmpty() && trail.parcels.back()->after() != delivery.parcel->before())) {
        giveUpParcels(trail);
    }
    trail.newest = std::max(trail.newest, delivery.after);
    ++trail.entries;
    Entry entry { delivery.space, kEntryWeight, kept };
    if (kept) {
        entry.weight += delivery.parcel->weight();
        trail.parcels.append(delivery.parcel);
    }
    m_weight += entry.weight;
    m_order.push_back(entry);
    ++m_sequence;
    while (m_weight > m_bound) {
        dropOldest();
    }
}

// Their entries stay in the order, and are let go there without a parcel.
void Recent::giveUpParcels(Trail &trail)
{
    trail.lost += int(trail.parcels.size());
    trail.parcels.clear();
}

void Recent::dropOldest()
{
    const Entry oldest = m_order.front();
    m_order.pop_front();
    m_weight -= oldest.weight;
    const auto place = m_trails.find(oldest.space);
    Trail &trail = place->second;
    if (oldest.parcel) {
        if (trail.lost > 0) {
            --trail.lost;
        } else {
            trail.parcels.removeFirst();
        }
    }
    if (--trail.entries == 0) {
        m_trails.erase(place);
    }
}

std::optional<Position> Recent::newest(const model::SpaceId &space) const
{
    const auto place = m_trails.find(space);
    return place == m_trails.end() ? std::nullopt : std::optional(place->second.newest);
}

std::vector<SharedParcel> Recent::after(const model::SpaceId &space, Position at) const
{
    std::vector<SharedParcel> found;
    const auto place = m_trails.find(space);
    if (place == m_trails.end()) {
        return found;
    }
    const QList<SharedParcel> &parcels = place->second.parcels;
    auto next = std::ranges::upper_bound(parcels, at, {}, [](const SharedParcel &parcel) { return parcel->after(); });
    if (next == parcels.end() || !(*next)->follows(at)) {
        return found;
    }
    qsizetype weight = 0;
    for (; next != parcels.end() && weight < limits::kClientBacklogBytes; ++next) {
        weight += (*next)->weight();
        found.push_back(*next);
    }
    return found;
}

} // namespace larder::server
