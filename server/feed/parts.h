// A change in parts that each make one bounded message, for both feeds.
#pragma once

#include "core/limits.h"
#include "server/feed/feed.h"

namespace larder::server {

struct PartSize {
    int rows = limits::kFeedPartRows;
    qint64 bytes = limits::kFeedPartBytes;
};

// About what a record takes in memory, and at most half as much again as it takes in a message.
qint64 sizeInMemory(const model::Record &record);

// Members before all else: who may no longer read is known before there is anything to read.
void putMembersFirst(std::vector<model::Record> &rows);

// Appends `rows` as the parts of one change, from `firstPart` to its last one.
void appendInParts(std::vector<FeedEvent> &events, Change change, PartSize size = {});

} // namespace larder::server
