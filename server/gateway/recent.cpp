#include "server/gateway/recent.h"

#include <algorithm>

namespace larder::server {

void Recent::note(const Delivery &delivery, Keep keep)
{
    Trail &trail = m_trails[delivery.space];
    trail.newest = std::max(trail.newest, delivery.after);
    ++m_sequence;
    for (const MemberChange &member : delivery.members) {
        trail.members.emplace_back(m_sequence, member);
    }
    ++trail.changes;
    m_changes.push_back(delivery.space);
    if (keep == Keep::Parcel && delivery.parcel) {
        noteParcel(delivery.space, trail, delivery.parcel);
    } else {
        giveUpParcels(trail);
    }
    while (m_weight > m_bounds.weight) {
        dropOldestParcel();
    }
    while (m_changes.size() > m_bounds.changes) {
        dropOldestChange();
    }
}

void Recent::forgetAll()
{
    m_parcels.clear();
    m_changes.clear();
    m_trails.clear();
    m_weight = 0;
    ++m_sequence; // so that nobody's reading reaches back
}

void Recent::noteParcel(const model::SpaceId &space, Trail &trail, const SharedParcel &parcel)
{
    if (!trail.parcels.isEmpty() && trail.parcels.back()->after() != parcel->before()) {
        giveUpParcels(trail);
    }
    trail.parcels.append(parcel);
    m_parcels.emplace_back(space, parcel->weight());
    m_weight += parcel->weight();
}

// Their places in the order stay, and are let go there without a parcel.
void Recent::giveUpParcels(Trail &trail)
{
    trail.lost += int(trail.parcels.size());
    trail.parcels.clear();
}

void Recent::dropOldestParcel()
{
    const auto [space, weight] = m_parcels.front();
    m_parcels.pop_front();
    m_weight -= weight;
    const auto place = m_trails.find(space);
    Trail &trail = place->second;
    if (trail.lost > 0) {
        --trail.lost;
    } else {
        trail.parcels.removeFirst();
    }
    if (trail.changes == 0 && trail.lost == 0 && trail.parcels.isEmpty()) {
        m_trails.erase(place);
    }
}

void Recent::dropOldestChange()
{
    const quint64 oldest = m_sequence - m_changes.size() + 1;
    const auto place = m_trails.find(m_changes.front());
    m_changes.pop_front();
    Trail &trail = place->second;
    std::erase_if(trail.members, [oldest](const auto &member) { return member.first <= oldest; });
    if (--trail.changes == 0 && trail.lost == 0 && trail.parcels.isEmpty()) {
        m_trails.erase(place);
    }
}

std::optional<Position> Recent::newest(const model::SpaceId &space) const
{
    const auto place = m_trails.find(space);
    return place == m_trails.end() ? std::nullopt : std::optional(place->second.newest);
}

std::vector<MemberChange> Recent::memberChanges(const model::SpaceId &space, const model::UserId &user) const
{
    std::vector<MemberChange> found;
    const auto place = m_trails.find(space);
    if (place != m_trails.end()) {
        for (const auto &[sequence, change] : place->second.members) {
            if (change.user == user) {
                found.push_back(change);
            }
        }
    }
    return found;
}

std::vector<SharedParcel> Recent::after(const model::SpaceId &space, Position at) const
{
    std::vector<SharedParcel> found;
    const auto place = m_trails.find(space);
    if (place == m_trails.end()) {
        return found;
    }
    const QList<SharedParcel> &parcels = place->second.parcels;
    auto next = std::ranges::upper_bound(
        parcels, at, {}, [](const SharedParcel &parcel) { return parcel->after(); });
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
