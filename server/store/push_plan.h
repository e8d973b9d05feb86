// What a push comes to: a pure function from what the store holds to what it shall hold.
//
// Each write is kept, kept with other stamps, or refused on its own; the others are not affected. Several
// writes to one record merge. A space's version moves by one when anything in it changed, and not at all
// otherwise.
#pragma once

#include "core/clock.h"
#include "core/model/merge.h"
#include "core/protocol/messages.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace larder::server {

// Of a space: the items that are not deleted, and what else its members write but its list: deleted items,
// shops and purchases.
struct ItemCount {
    int live = 0;
    int others = 0;
};

// A space as it is under the lock of the transaction that asks.
struct SpaceState {
    enum class Fate : quint8 { Unknown, Exists, Deleted };
    Fate fate = Fate::Unknown;
    model::SpaceKind kind = model::SpaceKind::List;
    qint64 version = 0;
    ItemCount items {};
    model::Role role = model::Role::None; // the author's
};

struct Situation {
    std::unordered_map<model::SpaceId, SpaceState> spaces; // every space that a write names
    std::unordered_map<model::RecordKey, model::Record>
        records; // of those that a write names, the existing ones
    int spacesOfAuthor = 0; // counted when a write may make a space
    QString nameOfAuthor; // likewise
};

struct PushPlan {
    struct Space {
        model::SpaceId id;
        model::SpaceKind kind = model::SpaceKind::List;
        qint64 version = 0; // after the push
        std::optional<ItemCount> items; // when known
        bool isNew = false;
    };
    std::vector<Space> spaces; // that changed, by id
    struct Row {
        model::Record record;
        bool isNew = false;
    };
    std::vector<Row> rows; // that changed, by key
    std::vector<protocol::Correction> corrections; // by index
};

// Whether the write would make its space, if there is none yet.
bool makesSpace(const protocol::Write &write);

PushPlan planPush(
    model::UserId author, Micros now, std::span<const protocol::Write> writes, Situation situation);

} // namespace larder::server
