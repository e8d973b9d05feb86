#include "server/gateway/fan_out.h"

#include "core/limits.h"

namespace larder::server {

namespace {

constexpr int kRounds = 2;

// What goes out at once, and the feed's batches that it was made of.
struct Round {
    std::vector<Delivery> deliveries;
    std::vector<std::shared_ptr<const void>> batches;
};

std::vector<MemberChange> membersOf(const std::vector<model::Record> &rows, qint64 version)
{
    std::vector<MemberChange> members;
    std::unordered_map<model::UserId, std::size_t> places;
    for (const model::Record &row : rows) {
        if (row.key.kind != model::Kind::Member) {
            continue;
        }
        MemberChange change { model::UserId { row.key.id.value }, version, {} };
        if (row.isDeleted()) {
            change.role = model::Role::None;
        } else if (row.find(model::member::kRole) != nullptr) {
            const qint64 role = row.integer(model::member::kRole, -1);
            if (role >= qint64(model::Role::None) && role <= qint64(model::Role::Owner)) {
                change.role = model::Role(role);
            }
        }
        const auto [place, first] = places.try_emplace(change.user, members.size());
        if (first) {
            members.push_back(change);
        } else {
            members[place->second] = change; // what it was in the midst of a transaction nobody may see
        }
    }
    return members;
}

} // namespace

FanOut::FanOut(int workers, GatewayStats &stats)
    : m_workers(workers)
    , m_stats(stats)
{
}

void FanOut::take(const std::shared_ptr<const std::vector<FeedEvent>> &events)
{
    for (const FeedEvent &event : *events) {
        std::visit([this](const auto &known) { add(known); }, event);
    }
    if (m_waitingRows > limits::kFanOutRows || m_waitingBytes > limits::kFanOutBytes) {
        giveUpRows();
    } else {
        m_batches.push_back(events);
    }
    flush();
}

void FanOut::add(const Change &change)
{
    const qsizetype weight = weightOf(change.rows);
    m_waitingRows += qint64(change.rows.size());
    m_waitingBytes += weight;
    const auto newest = m_newest.find(change.space);
    if (newest != m_newest.end() && mergeInto(m_waiting[newest->second], change, weight)) {
        return;
    }

    Waiting waiting;
    waiting.delivery.space = change.space;
    waiting.delivery.after
        = change.last ? Position { change.version, 0 } : Position { change.version - 1, change.part + 1 };
    waiting.delivery.members = membersOf(change.rows, change.version);
    // All parts are of one version: who changed in two of them is told of the first.
    waiting.delivery.membersUntold = change.part > 0 && !waiting.delivery.members.empty();
    waiting.mergeable = change.part == 0 && change.last && waiting.delivery.members.empty();
    waiting.weight = weight;
    waiting.rows.space = change.space;
    waiting.rows.from = change.version - 1;
    waiting.rows.to = change.version;
    waiting.rows.part = change.part;
    waiting.rows.last = change.last;
    waiting.rows.rows = change.rows;
    m_newest[change.space] = m_waiting.size();
    m_waiting.push_back(std::move(waiting));
}

void FanOut::add(const SpaceDeleted &gone)
{
    Waiting waiting;
    waiting.delivery.space = gone.space;
    waiting.delivery.deleted = true;
    waiting.untold = true;
    m_newest.erase(gone.space);
    m_waiting.push_back(std::move(waiting));
}

void FanOut::add(const Skipped &skipped)
{
    Waiting waiting;
    waiting.delivery.space = skipped.space;
    waiting.delivery.after = { skipped.version, 0 };
    waiting.delivery.members = membersOf(skipped.members, skipped.version);
    waiting.delivery.membersUntold = true;
    waiting.untold = true;
    m_newest.erase(skipped.space);
    m_waiting.push_back(std::move(waiting));
}

bool FanOut::mergeInto(Waiting &waiting, const Change &change, qsizetype weight)
{
    const bool successive
        = waiting.mergeable && change.part == 0 && change.last && waiting.rows.to == change.version - 1;
    if (!successive || waiting.rows.rows.size() + change.rows.size() > std::size_t(limits::kMergedRows)
        || waiting.weight + weight > limits::kMergedBytes) {
        return false;
    }
    for (const model::Record &row : change.rows) {
        if (row.key.kind == model::Kind::Member) {
            return false;
        }
    }
    waiting.rows.rows.insert(waiting.rows.rows.end(), change.rows.begin(), change.rows.end());
    waiting.rows.to = change.version;
    waiting.delivery.after = { change.version, 0 };
    waiting.weight += weight;
    return true;
}

// One entry for each space is left. Its members stay, because they decide who may read on.
void FanOut::giveUpRows()
{
    std::vector<Waiting> left;
    m_newest.clear();
    for (Waiting &waiting : m_waiting) {
        const auto [place, first] = m_newest.try_emplace(waiting.delivery.space, left.size());
        waiting.rows.rows = {};
        waiting.mergeable = false;
        waiting.untold = true;
        if (first) {
            left.push_back(std::move(waiting));
            continue;
        }
        Delivery &kept = left[place->second].delivery;
        kept.after = std::max(kept.after, waiting.delivery.after);
        kept.deleted = kept.deleted || waiting.delivery.deleted;
        kept.membersUntold = kept.membersUntold || waiting.delivery.membersUntold;
        kept.members.insert(
            kept.members.end(), waiting.delivery.members.begin(), waiting.delivery.members.end());
    }
    m_waiting = std::move(left);
    m_stats.skipped.add(m_waitingRows);
    m_waitingRows = 0;
    m_waitingBytes = 0;
    m_batches.clear();
}

void FanOut::flush()
{
    if (m_waiting.empty() || m_underWay > (kRounds - 1) * m_workers) {
        return;
    }
    auto round = std::make_shared<Round>();
    round->batches = std::exchange(m_batches, {});
    round->deliveries.reserve(m_waiting.size());
    for (Waiting &waiting : m_waiting) {
        if (!waiting.untold) {
            waiting.delivery.parcel = std::make_shared<const Parcel>(std::move(waiting.rows));
        }
        round->deliveries.push_back(std::move(waiting.delivery));
    }
    m_waiting.clear();
    m_newest.clear();
    m_waitingRows = 0;
    m_waitingBytes = 0;
    m_underWay += m_workers;
    Q_EMIT delivered({ round, &round->deliveries });
}

// What waits may be of a history that the next connection does not know. Nothing is lost with it: after
// `resumed` every session compares with the store.
void FanOut::feedInterrupted()
{
    m_waiting.clear();
    m_newest.clear();
    m_batches.clear();
    m_waitingRows = 0;
    m_waitingBytes = 0;
    Q_EMIT interrupted();
}

void FanOut::feedResumed()
{
    Q_EMIT resumed();
}

void FanOut::acknowledge()
{
    --m_underWay;
    flush();
}

} // namespace larder::server
