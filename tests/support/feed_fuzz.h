// One input for the feed's parsers, as libFuzzer gives it: messages, each behind its length in two bytes.
//
// Whatever the bytes say, nothing may crash, and what comes out keeps the promises that the gateway builds
// on.
#pragma once

#include "core/assert.h"
#include "server/feed/event_builder.h"

#include <QtCore/QtEndian>

#include <map>

namespace larder::test {

inline void checkPromises(const std::vector<server::FeedEvent> &events, std::map<model::SpaceId, int> &open)
{
    for (const server::FeedEvent &event : events) {
        if (const auto *change = std::get_if<server::Change>(&event)) {
            LARDER_ASSERT(change->version > 0);
            LARDER_ASSERT(change->part == open[change->space]);
            open[change->space] = change->last ? 0 : change->part + 1;
            for (const model::Record &row : change->rows) {
                LARDER_ASSERT(row.key.space == change->space);
                LARDER_ASSERT(row.version == change->version);
            }
        } else if (const auto *skipped = std::get_if<server::Skipped>(&event)) {
            open[skipped->space] = 0;
        } else {
            open[std::get<server::SpaceDeleted>(event).space] = 0;
        }
    }
}

inline void feedOneInput(QByteArrayView input)
{
    server::EventBuilder::Bounds bounds {
        .part = { .rows = 3, .bytes = 4'000 }, .heldBytes = 8'000, .spaces = 8, .marks = 4
    };
    server::EventBuilder builder(bounds);
    builder.restart(700);
    std::map<model::SpaceId, int> open;
    while (input.size() >= 2) {
        const auto length = std::min<qsizetype>(qFromBigEndian<quint16>(input.data()), input.size() - 2);
        const bool taken = builder.take(input.sliced(2, length)).has_value();
        LARDER_ASSERT(builder.waitingBytes() >= 0);
        LARDER_ASSERT(builder.waitingBytes() <= bounds.heldBytes);
        checkPromises(builder.takeOutput().events, open);
        if (!taken) {
            builder.restart(700); // as after the reconnect that follows
            open.clear();
        }
        input = input.sliced(2 + length);
    }
}

} // namespace larder::test
