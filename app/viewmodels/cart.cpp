#include "app/viewmodels/cart.h"

#include <QtCore/QDateTime>

namespace larder::app {

using model::Record;

Cart::Cart(const replica::ReplicaClient &replica, const Clock &clock)
    : m_replica(replica)
    , m_clock(clock)
{
}

QDate Cart::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.now().count() / 1'000).date();
}

void Cart::read(model::SpaceId list)
{
    m_list = list;
    m_day = today();
    m_bought.clear();
    if (!list.isNull() && m_replica.isLoaded(list)) {
        for (const Record *purchase : m_replica.records(list, model::Kind::Purchase)) {
            takeOne(*purchase);
        }
    }
}

void Cart::take(const std::vector<model::RecordId> &purchases)
{
    if (m_day != today()) {
        read(m_list);
        return;
    }
    for (const model::RecordId &id : purchases) {
        m_bought.erase(id);
        if (const Record *purchase = m_replica.record({ m_list, model::Kind::Purchase, id })) {
            takeOne(*purchase);
        }
    }
}

void Cart::takeOne(const Record &purchase)
{
    const qint64 at = purchase.integer(model::purchase::kBought);
    if (!purchase.isDeleted() && QDateTime::fromMSecsSinceEpoch(at / 1'000).date() == m_day) {
        m_bought[purchase.key.id]
            = { purchase.text(model::purchase::kCurrency), purchase.integer(model::purchase::kPrice) };
    }
}

std::map<QString, qint64> Cart::totals() const
{
    std::map<QString, qint64> totals;
    for (const auto &[id, bought] : m_bought) {
        if (bought.price != 0) {
            totals[bought.currency] += bought.price;
        }
    }
    return totals;
}

} // namespace larder::app
