// The pushes that wait for an answer, in the order of the queue.
//
// Writes build on each other: an item on its list, a tick on its item. So a push may only be judged after
// those before it were kept. When one is refused whole, or one is refused in part while an earlier one is
// unanswered, what was judged too early is sent again, each batch when it has become the first; repeating is
// harmless. Values in, values out; SyncClient owns it and sends what it says.
#pragma once

#include "core/clock.h"
#include "core/protocol/messages.h"
#include "core/replica/replica.h"

#include <deque>
#include <optional>
#include <vector>

namespace larder::sync {

class PushWindow {
public:
    enum class Where : quint8 {
        Ready, // to be sent when those before it are
        Sent,
        Held, // to be sent again when it is the first
    };
    struct Batch {
        qint64 seq = 0; // of the last time it was sent
        Where where = Where::Ready;
        Micros sentAt {}; // monotonic
        std::vector<replica::QueuedWrite> writes;

        protocol::Push message() const;
    };

    // A new connection, with what its server allows; nothing is in flight.
    void open(const protocol::Limits &limits);
    void clear() { m_batches.clear(); }

    int writesPerPush() const { return m_writesPerPush; }
    int messageBytes() const { return m_messageBytes; }
    bool hasRoom() const;
    int writes() const; // in all batches
    std::optional<Micros> oldestSent() const;

    void add(std::vector<replica::QueuedWrite> writes);
    // The batch to send now, already under a new number; null when there is none.
    Batch *next();
    void sent(Batch &batch, Micros now);
    // Two halves stand where it stood, and later batches are no larger. It has two writes at least.
    void split(Batch &batch);

    // The answer to a push. The batch when the answer settles it, nothing when it is void.
    std::optional<Batch> answered(const protocol::Pushed &answer);
    // The push was denied whole. Whether that is the server's judgement of the first batch, which is to be
    // acted upon; any later one was judged too early.
    bool denied(qint64 seq);
    Batch *first() { return m_batches.empty() ? nullptr : &m_batches.front(); }
    Batch takeFirst();

private:
    Batch *find(qint64 seq);
    int sentCount() const;

    std::deque<Batch> m_batches;
    qint64 m_seq = 0;
    int m_writesPerPush = 1;
    int m_messageBytes = 0;
    int m_pushesInFlight = 1;
};

} // namespace larder::sync
