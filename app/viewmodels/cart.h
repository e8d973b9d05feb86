// What was bought for a list today, in money: the running total while one shops. Lives on the UI thread;
// owned by ListViewModel.
#pragma once

#include "core/clock.h"
#include "core/replica/replica_client.h"

#include <QtCore/QDate>

#include <map>
#include <unordered_map>

namespace larder::app {

class Cart {
public:
    Cart(const replica::ReplicaClient &replica, const Clock &clock);

    // Another list, or its records were loaded.
    void read(model::SpaceId list);
    void take(const std::vector<model::RecordId> &purchases);

    int count() const { return int(m_bought.size()); }
    // Minor units by currency, each apart.
    std::map<QString, qint64> totals() const;

private:
    struct Bought {
        QString currency;
        qint64 price = 0;
    };

    void takeOne(const model::Record &purchase);
    QDate today() const;

    const replica::ReplicaClient &m_replica;
    const Clock &m_clock;
    model::SpaceId m_list;
    QDate m_day;
    std::unordered_map<model::RecordId, Bought> m_bought;
};

} // namespace larder::app
