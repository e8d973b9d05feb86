// What people do to the items of a list, as writes to the replica.
//
// The window and the command line both go through here, so that a check means the same in both: what was
// checked was bought, as far as anybody can tell, and the purchase is remembered with it. Each function
// answers what stood there before, which is what takes it back. Lives on the UI thread.
#pragma once

#include "core/clock.h"
#include "core/replica/replica_client.h"

#include <optional>
#include <vector>

namespace larder::app {

struct Change {
    model::RecordKey key;
    std::vector<model::Register> before; // whose values are to be written, to take it back
};
using Changes = std::vector<Change>;

class ItemWrites {
public:
    ItemWrites(replica::ReplicaClient &replica, const Clock &clock);

    // A new item. SpaceFull when the list holds as many as it may.
    Result<model::RecordId> add(model::SpaceId list, std::vector<replica::ReplicaClient::Field> fields);
    // Several, of which the list is counted once: as many as there is room for, and what stopped the others.
    struct Added {
        std::vector<model::RecordId> items;
        std::optional<Error> stopped;
    };
    Added addAll(model::SpaceId list, std::vector<std::vector<replica::ReplicaClient::Field>> items);
    // Checking makes the purchase of the day, unchecking takes it back. A null shop is none that is known.
    Result<Changes> setChecked(const model::RecordKey &item, bool checked, model::RecordId shop = {});
    Result<Changes> set(const model::RecordKey &record, std::vector<replica::ReplicaClient::Field> fields);
    // An item's fields; what was bought of it today follows, so that a price written in the shop, after the
    // check, is the price that was paid.
    Result<Changes> edit(const model::RecordKey &item, std::vector<replica::ReplicaClient::Field> fields);
    Result<Changes> remove(const model::RecordKey &record);
    // An item of the same words in another list, at its end.
    Result<Changes> copy(const model::RecordKey &item, model::SpaceId to);

private:
    model::RecordKey purchaseKey(const model::RecordKey &item) const;
    std::optional<Change> remember(const model::RecordKey &item, model::RecordId shop);
    std::optional<Change> forget(const model::RecordKey &item);
    std::optional<Change> follow(const model::RecordKey &item);
    std::vector<replica::ReplicaClient::Field> purchaseFields(
        const model::RecordKey &item, model::RecordId shop, Micros at) const;
    QString currencyOf(model::SpaceId list) const;

    replica::ReplicaClient &m_replica;
    const Clock &m_clock;
};

// What takes back a record that was made: its deletion.
Change madeRecord(const model::RecordKey &key);

} // namespace larder::app
