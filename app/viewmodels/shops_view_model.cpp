#include "app/viewmodels/shops_view_model.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/error_text.h"
#include "core/grocery/shop_order.h"
#include "core/limits.h"

#include <QtCore/QSet>

#include <algorithm>

namespace larder::app {

using namespace std::chrono_literals;
using model::Kind;
using model::Record;

static constexpr Micros kBetweenVisits = 3h; // without a check; then it is another one

ShopsViewModel::ShopsViewModel(replica::ReplicaClient &replica, Preferences &preferences, UndoStack &undo,
    ItemWrites &writes, QObject *parent)
    : QAbstractListModel(parent)
    , m_replica(replica)
    , m_preferences(preferences)
    , m_undo(undo)
    , m_writes(writes)
{
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this, &ShopsViewModel::onRowsChanged);
}

void ShopsViewModel::show(model::SpaceId list)
{
    m_list = list;
    const auto last = model::RecordId::fromString(m_preferences.shopOf(list.toString()));
    m_current = last ? *last : model::RecordId {};
    read();
}

void ShopsViewModel::read()
{
    readShops();
    learnWay();
}

void ShopsViewModel::onRowsChanged(model::SpaceId list, Kind kind)
{
    if (list == m_list && kind == Kind::Shop) {
        read();
    }
}

void ShopsViewModel::readShops()
{
    beginResetModel();
    m_shops.clear();
    if (m_replica.isLoaded(m_list)) {
        for (const Record *shop : m_replica.records(m_list, Kind::Shop)) {
            if (!shop->isDeleted() && m_shops.size() < limits::kShopsShown) {
                m_shops.push_back({ shop->key.id, shop->text(model::shop::kName) });
            }
        }
        std::ranges::sort(m_shops, [](const Shop &a, const Shop &b) {
            const int order = a.name.localeAwareCompare(b.name);
            return order != 0 ? order < 0 : a.id < b.id;
        });
        if (!m_current.isNull() && std::ranges::find(m_shops, m_current, &Shop::id) == m_shops.end()) {
            m_current = {};
        }
    }
    endResetModel();
    Q_EMIT changed();
}

QString ShopsViewModel::currentName() const
{
    const auto shop = std::ranges::find(m_shops, m_current, &Shop::id);
    return shop != m_shops.end() ? shop->name : QString();
}

// What was dragged, then the categories that everybody has, then those of this list alone.
QStringList ShopsViewModel::dragged() const
{
    const Record *shop = m_current.isNull() ? nullptr : m_replica.record(key(m_current));
    QStringList way = shop ? grocery::categoriesOf(shop->text(model::shop::kOrder)) : QStringList();
    way += knownCategories();
    way.removeDuplicates();
    if (m_replica.isLoaded(m_list)) {
        QSet<QString> known(way.begin(), way.end());
        for (const Record *item : m_replica.records(m_list, Kind::Item)) {
            const QString category = item->text(model::item::kCategory);
            if (!category.isEmpty() && !item->isDeleted() && !known.contains(category)) {
                known.insert(category);
                way.append(category);
            }
        }
    }
    return way;
}

// Since the way was last dragged: what a hand says counts for more than what was before it.
std::vector<QStringList> ShopsViewModel::visits() const
{
    struct Bought {
        Micros at;
        QString category;
    };
    std::vector<Bought> bought;
    const Record *shop = m_current.isNull() ? nullptr : m_replica.record(key(m_current));
    const model::Register *way = shop ? shop->find(model::shop::kOrder) : nullptr;
    const Micros since { way ? way->stamp.micros : 0 };
    const model::Value here = m_current.isNull() ? model::Value() : model::Value(m_current.toBytes());
    for (const Record *purchase : m_replica.records(m_list, Kind::Purchase)) {
        const Micros at { purchase->integer(model::purchase::kBought) };
        if (!purchase->isDeleted() && at > since && purchase->value(model::purchase::kShop) == here) {
            bought.push_back({ at, purchase->text(model::purchase::kCategory) });
        }
    }
    std::ranges::sort(bought, {}, &Bought::at);
    std::vector<QStringList> visits;
    Micros last { 0 };
    for (const Bought &each : bought) {
        if (visits.empty() || each.at - last > kBetweenVisits) {
            visits.emplace_back();
        }
        last = each.at;
        if (!each.category.isEmpty()) {
            visits.back().append(each.category);
        }
    }
    return visits;
}

void ShopsViewModel::learnWay()
{
    QStringList way;
    if (m_replica.isLoaded(m_list)) {
        way = grocery::learntOrder(dragged(), visits());
    }
    if (way != m_way) {
        m_way = std::move(way);
        Q_EMIT wayChanged();
    }
}

QStringList ShopsViewModel::wayTitles() const
{
    QStringList titles;
    std::ranges::transform(m_way, std::back_inserter(titles), &categoryTitle);
    return titles;
}

int ShopsViewModel::hueOfCategory(int at) const
{
    return at >= 0 && at < m_way.size() ? categoryHue(m_way[at]) : 0;
}

std::optional<model::RecordId> ShopsViewModel::shopId(const QString &text) const
{
    const auto id = model::RecordId::fromString(text);
    return id && m_replica.record(key(*id)) ? std::optional(*id) : std::nullopt;
}

void ShopsViewModel::choose(const QString &shopId)
{
    const auto id = model::RecordId::fromString(shopId);
    m_current = id ? *id : model::RecordId {};
    m_preferences.setShopOf(m_list.toString(), shopId);
    read();
}

void ShopsViewModel::create(const QString &name)
{
    const auto made = m_replica.create(m_list, Kind::Shop, { { model::shop::kName, name.trimmed() } });
    if (!made) {
        m_undo.say(errorSentence(made.error().code));
        return;
    }
    m_undo.push({ UndoStep::Kind::Added, {}, { madeRecord(key(*made)) } });
    choose(made->toString());
}

void ShopsViewModel::rename(const QString &shopId, const QString &name)
{
    if (const auto id = this->shopId(shopId)) {
        m_undo.note(
            UndoStep::Kind::Edited, name, m_writes.set(key(*id), { { model::shop::kName, name.trimmed() } }));
    }
}

void ShopsViewModel::remove(const QString &shopId)
{
    if (const auto id = this->shopId(shopId)) {
        const QString name = m_replica.record(key(*id))->text(model::shop::kName);
        m_undo.note(UndoStep::Kind::Deleted, name, m_writes.remove(key(*id)));
    }
}

void ShopsViewModel::moveCategory(int from, int to)
{
    const int last = int(m_way.size()) - 1;
    if (m_current.isNull() || from < 0 || from > last || to < 0 || to > last || from == to) {
        return;
    }
    QStringList way = m_way;
    way.move(from, to);
    m_undo.note(UndoStep::Kind::Edited, currentName(),
        m_writes.set(key(m_current), { { model::shop::kOrder, grocery::textOf(way) } }));
}

int ShopsViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ShopsViewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Shop &shop = m_shops[std::size_t(index.row())];
    switch (role) {
    case ShopIdRole:
        return shop.id.toString();
    case Qt::DisplayRole:
    case NameRole:
        return shop.name;
    case CurrentRole:
        return shop.id == m_current;
    default:
        return {};
    }
}

QHash<int, QByteArray> ShopsViewModel::roleNames() const
{
    return { { ShopIdRole, "shopId" }, { NameRole, "name" }, { CurrentRole, "current" } };
}

} // namespace larder::app
