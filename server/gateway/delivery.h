// What the fan-out tells every worker about one space, in the order of its versions.
//
// Members stand apart from the rows that carry them, because a session has to know what it may see before it
// is shown anything of the same commit.
#pragma once

#include "core/model/role.h"
#include "server/gateway/parcel.h"

#include <QtCore/QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace larder::server {

struct MemberChange {
    model::UserId user;
    qint64 version = 0; // of the space, with which it changed
    std::optional<model::Role> role; // None: out of the space; nothing: ask the store
};

struct Delivery {
    model::SpaceId space;
    Position after; // where the space then is
    bool deleted = false; // the space is no more; nothing else is set
    SharedParcel parcel; // null: something happened up to `after` that has to be read from the store
    std::vector<MemberChange> members;
    bool membersUntold = false; // there may be others: compare with the store
};

using Deliveries = std::shared_ptr<const std::vector<Delivery>>;

} // namespace larder::server

Q_DECLARE_METATYPE(larder::server::Deliveries)
