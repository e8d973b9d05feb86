#include "core/sync/push_window.h"

#include "core/assert.h"

#include <algorithm>

namespace larder::sync {

protocol::Push PushWindow::Batch::message() const
{
    protocol::Push push;
    push.seq = seq;
    push.writes.reserve(writes.size());
    for (const replica::QueuedWrite &queued : writes) {
        push.writes.push_back(queued.write);
    }
    return push;
}

// What a server allows beyond our own bounds is not taken up; what it forbids altogether can't be meant.
void PushWindow::open(const protocol::Limits &limits)
{
    m_batches.clear();
    m_writesPerPush = int(std::clamp<qint64>(limits.writesPerPush, 1, limits::kWritesPerPush));
    m_messageBytes = int(std::clamp<qint64>(limits.messageBytes, 1, limits::kUpMessageBytes));
    m_pushesInFlight = int(std::clamp<qint64>(limits.pushesInFlight, 1, limits::kPushesInFlight));
}

int PushWindow::sentCount() const
{
    return int(std::ranges::count(m_batches, Where::Sent, &Batch::where));
}

bool PushWindow::hasRoom() const
{
    return sentCount() == int(m_batches.size()) && int(m_batches.size()) < m_pushesInFlight;
}

int PushWindow::writes() const
{
    int count = 0;
    for (const Batch &batch : m_batches) {
        count += int(batch.writes.size());
    }
    return count;
}

std::optional<Micros> PushWindow::oldestSent() const
{
    std::optional<Micros> oldest;
    for (const Batch &batch : m_batches) {
        if (batch.where == Where::Sent && (!oldest || batch.sentAt < *oldest)) {
            oldest = batch.sentAt;
        }
    }
    return oldest;
}

void PushWindow::add(std::vector<replica::QueuedWrite> writes)
{
    LARDER_ASSERT(!writes.empty());
    m_batches.push_back({ 0, Where::Ready, {}, std::move(writes) });
}

PushWindow::Batch *PushWindow::next()
{
    if (sentCount() >= m_pushesInFlight) {
        return nullptr;
    }
    const auto batch
        = std::ranges::find_if(m_batches, [](const Batch &each) { return each.where != Where::Sent; });
    if (batch == m_batches.end() || (batch->where == Where::Held && batch != m_batches.begin())) {
        return nullptr;
    }
    batch->seq = ++m_seq;
    return &*batch;
}

void PushWindow::sent(Batch &batch, Micros now)
{
    batch.where = Where::Sent;
    batch.sentAt = now;
}

void PushWindow::split(Batch &batch)
{
    LARDER_ASSERT(batch.writes.size() > 1);
    const auto half = batch.writes.size() / 2;
    m_writesPerPush = int(half);
    const auto middle = batch.writes.begin() + std::ptrdiff_t(half);
    Batch second { 0, batch.where, {},
        { std::make_move_iterator(middle), std::make_move_iterator(batch.writes.end()) } };
    batch.writes.erase(middle, batch.writes.end());
    const auto place
        = std::ranges::find_if(m_batches, [&batch](const Batch &each) { return &each == &batch; });
    m_batches.insert(place + 1, std::move(second));
}

PushWindow::Batch *PushWindow::find(qint64 seq)
{
    const auto batch = std::ranges::find_if(
        m_batches, [seq](const Batch &each) { return each.where == Where::Sent && each.seq == seq; });
    return batch == m_batches.end() ? nullptr : &*batch;
}

std::optional<PushWindow::Batch> PushWindow::answered(const protocol::Pushed &answer)
{
    Batch *batch = find(answer.seq);
    if (batch == nullptr) {
        return std::nullopt;
    }
    const bool refusedSome = std::ranges::any_of(
        answer.corrections, [](const protocol::Correction &each) { return each.code != Code::StampClamped; });
    if (refusedSome && batch != &m_batches.front()) {
        batch->where = Where::Held;
        return std::nullopt;
    }
    Batch settled = std::move(*batch);
    m_batches.erase(std::ranges::find_if(m_batches, [batch](const Batch &each) { return &each == batch; }));
    return settled;
}

bool PushWindow::denied(qint64 seq)
{
    Batch *batch = find(seq);
    if (batch == nullptr) {
        return false;
    }
    if (batch != &m_batches.front()) {
        batch->where = Where::Held;
        return false;
    }
    for (Batch &each : m_batches) {
        each.where = Where::Held;
    }
    return true;
}

PushWindow::Batch PushWindow::takeFirst()
{
    LARDER_ASSERT(!m_batches.empty());
    Batch batch = std::move(m_batches.front());
    m_batches.pop_front();
    return batch;
}

} // namespace larder::sync
