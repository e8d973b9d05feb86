#include "app/viewmodels/lists_view_model.h"

#include "app/viewmodels/error_text.h"

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using model::SpaceId;

static model::RecordKey headKey(SpaceId space)
{
    return { space, Kind::List, model::RecordId { space.value } };
}

ListsViewModel::ListsViewModel(replica::ReplicaClient &replica, UndoStack &undo, QObject *parent)
    : QAbstractListModel(parent)
    , m_replica(replica)
    , m_undo(undo)
{
    connect(&m_replica, &replica::ReplicaClient::spacesChanged, this, &ListsViewModel::onSpacesChanged);
    connect(&m_replica, &replica::ReplicaClient::loaded, this, &ListsViewModel::onLoaded);
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this, &ListsViewModel::onRowsChanged);
    onSpacesChanged();
}

ListsViewModel::~ListsViewModel()
{
    for (const auto &[space, card] : m_cards) {
        m_replica.unwatch(space);
    }
}

bool ListsViewModel::contains(SpaceId space) const
{
    return rowOf(space) >= 0;
}

int ListsViewModel::rowOf(SpaceId space) const
{
    const auto at = std::find(m_order.begin(), m_order.end(), space);
    return at == m_order.end() ? -1 : int(at - m_order.begin());
}

void ListsViewModel::onSpacesChanged()
{
    std::vector<SpaceId> gone;
    for (const auto &[space, card] : m_cards) {
        if (!m_replica.space(space)) {
            gone.push_back(space);
        }
    }
    for (const SpaceId &space : gone) {
        m_cards[space].named = false;
        place(space);
        m_cards.erase(space);
        m_replica.unwatch(space);
    }
    std::vector<SpaceId> fresh;
    for (const replica::Space &space : m_replica.spaces()) {
        const bool isList = space.grant.kind == model::SpaceKind::List;
        if (isList && m_cards.try_emplace(space.grant.space).second) {
            fresh.push_back(space.grant.space);
        }
    }
    for (const SpaceId &space : fresh) {
        m_replica.watch(space);
        if (m_replica.isLoaded(space)) {
            onLoaded(space);
        }
    }
    for (const SpaceId &space : m_order) {
        changed(space); // a role may have
    }
}

void ListsViewModel::onLoaded(SpaceId space)
{
    const auto card = m_cards.find(space);
    if (card == m_cards.end()) {
        return;
    }
    card->second = Card {};
    const std::vector<const Record *> items = m_replica.records(space, Kind::Item);
    card->second.items.reserve(items.size());
    for (const Record *item : items) {
        if (!item->isDeleted()) {
            const bool checked = item->truth(model::item::kChecked);
            card->second.items.emplace(item->key.id, checked);
            ++(checked ? card->second.checked : card->second.left);
        }
    }
    readHead(space, card->second);
    place(space);
    changed(space);
}

void ListsViewModel::onRowsChanged(SpaceId space, Kind kind, const std::vector<model::RecordId> &ids)
{
    const auto card = m_cards.find(space);
    if (card == m_cards.end() || !m_replica.isLoaded(space)) {
        return;
    }
    if (kind == Kind::Item) {
        for (const model::RecordId &id : ids) {
            countItem(space, card->second, id);
        }
    } else {
        readHead(space, card->second);
        place(space);
    }
    changed(space);
}

void ListsViewModel::countItem(SpaceId space, Card &card, model::RecordId id)
{
    if (const auto held = card.items.find(id); held != card.items.end()) {
        --(held->second ? card.checked : card.left);
        card.items.erase(held);
    }
    const Record *item = m_replica.record({ space, Kind::Item, id });
    if (item && !item->isDeleted()) {
        const bool checked = item->truth(model::item::kChecked);
        card.items.emplace(id, checked);
        ++(checked ? card.checked : card.left);
    }
}

void ListsViewModel::readHead(SpaceId space, Card &card)
{
    const Record *list = m_replica.record(headKey(space));
    card.named = list && !list->isDeleted() && !list->truth(model::list::kArchived);
    card.name = list ? list->text(model::list::kName) : QString();
    card.icon = list ? list->text(model::list::kIcon) : QString();
    card.hue = list ? int(list->integer(model::list::kColor, 4)) : 4;
    card.people.clear();
    for (const Record *member : m_replica.records(space, Kind::Member)) {
        if (!member->isDeleted()) {
            card.people.append(member->text(model::member::kName));
        }
    }
    card.people.sort(Qt::CaseInsensitive);
}

void ListsViewModel::place(SpaceId space)
{
    const Card &card = m_cards[space];
    const int from = rowOf(space);
    const auto before = [&](SpaceId other) {
        const int order = QString::localeAwareCompare(m_cards[other].name, card.name);
        return order != 0 ? order < 0 : other < space;
    };
    int to = 0;
    for (const SpaceId &other : m_order) {
        to += other != space && before(other) ? 1 : 0;
    }
    if (!card.named) {
        if (from >= 0) {
            beginRemoveRows({}, from, from);
            m_order.erase(m_order.begin() + from);
            endRemoveRows();
            Q_EMIT countChanged();
        }
    } else if (from < 0) {
        beginInsertRows({}, to, to);
        m_order.insert(m_order.begin() + to, space);
        endInsertRows();
        Q_EMIT countChanged();
    } else if (from != to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_order.erase(m_order.begin() + from);
        m_order.insert(m_order.begin() + to, space);
        endMoveRows();
    }
}

void ListsViewModel::changed(SpaceId space)
{
    if (const int row = rowOf(space); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

QString ListsViewModel::create(const QString &name, const QString &icon, int hue)
{
    const auto space = m_replica.createList({ { model::list::kName, name.trimmed() },
        { model::list::kIcon, icon }, { model::list::kColor, qint64(hue) } });
    if (!space) {
        m_undo.say(errorSentence(space.error().code));
        return {};
    }
    return space->toString();
}

void ListsViewModel::remove(const QString &listId)
{
    const auto space = SpaceId::fromString(listId);
    if (!space || !contains(*space)) {
        return;
    }
    const QString name = m_cards[*space].name;
    auto before = m_replica.write(headKey(*space), { { model::kDeleted, true } });
    if (before) {
        m_undo.push({ UndoStep::Kind::Deleted, name, { { headKey(*space), std::move(*before) } } });
    } else {
        m_undo.say(errorSentence(before.error().code));
    }
}

QStringList ListsViewModel::idsBut(const QString &listId) const
{
    QStringList ids;
    for (const model::SpaceId &id : m_order) {
        const replica::Space *space = m_replica.space(id);
        const bool writable = space && (space->local || model::mayWrite(space->grant.role));
        if (writable && id.toString() != listId) {
            ids.append(id.toString());
        }
    }
    return ids;
}

QStringList ListsViewModel::namesOf(const QStringList &listIds) const
{
    QStringList names;
    for (const QString &listId : listIds) {
        const auto id = model::SpaceId::fromString(listId);
        const auto card = id ? m_cards.find(*id) : m_cards.end();
        names.append(card != m_cards.end() ? card->second.icon + u' ' + card->second.name : QString());
    }
    return names;
}

int ListsViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

QVariant ListsViewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SpaceId space = m_order[index.row()];
    const Card &card = m_cards.at(space);
    const int all = card.left + card.checked;
    switch (role) {
    case ListIdRole:
        return space.toString();
    case Qt::DisplayRole:
    case NameRole:
        return card.name;
    case IconRole:
        return card.icon.isEmpty() ? u"🧺"_s : card.icon;
    case HueRole:
        return card.hue;
    case LeftRole:
        return card.left;
    case ProgressRole:
        return all == 0 ? 0.0 : double(card.checked) / all;
    case SecondLineRole:
        return all == 0 ? tr("Empty") : card.left == 0 ? tr("All done") : tr("%Ln left", nullptr, card.left);
    case PeopleRole:
        return card.people;
    case OwnedRole: {
        const replica::Space *held = m_replica.space(space);
        return held && (held->local || held->grant.role == model::Role::Owner);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ListsViewModel::roleNames() const
{
    return { { ListIdRole, "listId" }, { NameRole, "name" }, { IconRole, "glyph" }, { HueRole, "hue" },
        { LeftRole, "left" }, { ProgressRole, "progress" }, { SecondLineRole, "secondLine" },
        { PeopleRole, "people" }, { OwnedRole, "owned" } };
}

} // namespace larder::app
