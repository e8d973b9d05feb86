#include "app/commands/known_lists.h"

#include "app/viewmodels/item_row.h"
#include "core/model/decimal.h"
#include "core/model/money.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using model::SpaceId;

KnownLists::KnownLists(replica::ReplicaClient &replica, const Preferences &preferences)
    : m_replica(replica)
    , m_preferences(preferences)
{
    using replica::ReplicaClient;
    connect(&m_replica, &ReplicaClient::spacesChanged, this, &KnownLists::watchAll);
    connect(&m_replica, &ReplicaClient::started, this, &KnownLists::changed);
    connect(&m_replica, &ReplicaClient::loaded, this, &KnownLists::changed);
    connect(&m_replica, &ReplicaClient::loadFailed, this, [this](SpaceId, Code code) {
        m_failed = code;
        Q_EMIT changed();
    });
    watchAll();
}

KnownLists::~KnownLists()
{
    for (const SpaceId &space : m_watched) {
        m_replica.unwatch(space);
    }
}

void KnownLists::watchAll()
{
    std::erase_if(m_watched, [this](SpaceId space) {
        const bool gone = !m_replica.space(space);
        if (gone) {
            m_replica.unwatch(space);
        }
        return gone;
    });
    for (const replica::Space &space : m_replica.spaces()) {
        const SpaceId id = space.grant.space;
        const bool fresh = space.grant.kind == model::SpaceKind::List
            && std::find(m_watched.begin(), m_watched.end(), id) == m_watched.end();
        if (fresh) {
            m_watched.push_back(id);
            m_replica.watch(id);
        }
    }
    Q_EMIT changed();
}

bool KnownLists::isLoaded() const
{
    return m_replica.isStarted() && std::all_of(m_watched.begin(), m_watched.end(), [this](SpaceId space) {
        return m_replica.isLoaded(space);
    });
}

void KnownLists::retry()
{
    if (m_failed.has_value()) {
        m_failed.reset();
        for (const SpaceId &space : m_watched) {
            m_replica.watch(space);
            m_replica.unwatch(space);
        }
    }
}

const Record *KnownLists::head(SpaceId list) const
{
    return m_replica.record({ list, Kind::List, model::RecordId { list.value } });
}

QString KnownLists::nameOf(SpaceId list) const
{
    const Record *record = head(list);
    return record ? record->text(model::list::kName) : QString();
}

std::vector<SpaceId> KnownLists::all() const
{
    std::vector<SpaceId> lists;
    for (const SpaceId &space : m_watched) {
        const Record *list = head(space);
        if (list && !list->isDeleted() && !list->truth(model::list::kArchived)) {
            lists.push_back(space);
        }
    }
    std::sort(lists.begin(), lists.end(), [this](SpaceId a, SpaceId b) {
        const int order = QString::localeAwareCompare(nameOf(a), nameOf(b));
        return order != 0 ? order < 0 : a < b;
    });
    return lists;
}

std::vector<ListedItem> KnownLists::items(SpaceId list) const
{
    std::vector<std::pair<ItemRow::Place, ListedItem>> rows;
    for (const Record *record : m_replica.records(list, Kind::Item)) {
        if (auto row = itemRow(*record, {})) {
            rows.emplace_back(std::move(row->place), ListedItem { record, row->checked, 0 });
        }
    }
    std::sort(
        rows.begin(), rows.end(), [](const auto &a, const auto &b) { return compare(a.first, b.first) < 0; });
    std::vector<ListedItem> items;
    for (auto &[place, item] : rows) {
        item.number = int(items.size()) + 1;
        items.push_back(item);
    }
    return items;
}

static QString quoted(const QString &text)
{
    static constexpr int kShown = 60;
    return u'\'' + (text.size() > kShown ? QString(text.left(kShown) + u'…') : text) + u'\'';
}

static QString namesOf(const std::vector<Named> &named)
{
    static constexpr int kShown = 5;
    QStringList names;
    for (const Named &each : named) {
        if (names.size() == kShown) {
            names.append(u"…"_s);
            break;
        }
        names.append(
            each.number > 0 ? u"%1 (%2)"_s.arg(quoted(each.name)).arg(each.number) : quoted(each.name));
    }
    return names.join(u", "_s);
}

static CommandAnswer ambiguous(const QString &typed, const std::vector<Named> &found, const QString &advice)
{
    CommandAnswer answer
        = refusal(Exit::Ambiguous, u"%1 could be %2. %3"_s.arg(quoted(typed), namesOf(found), advice));
    QJsonArray candidates;
    for (const Named &each : found) {
        QJsonObject candidate { { u"id"_s, each.id }, { u"name"_s, each.name } };
        if (each.number > 0) {
            candidate.insert(u"number"_s, each.number);
        }
        candidates.append(candidate);
    }
    answer.json.insert(u"candidates"_s, candidates);
    return answer;
}

Meant<SpaceId> KnownLists::find(const QString &typed) const
{
    const std::vector<SpaceId> lists = all();
    if (typed.isEmpty()) {
        const auto last = SpaceId::fromString(m_preferences.lastList());
        if (last && std::find(lists.begin(), lists.end(), *last) != lists.end()) {
            return *last;
        }
        if (lists.size() == 1) {
            return lists.front();
        }
        return tl::unexpected(lists.empty()
                ? refusal(Exit::NotFound, u"There is no list yet. Make one: larder add milk"_s)
                : refusal(Exit::Ambiguous,
                    u"There are several lists. Name one with --list; 'larder lists' shows them."_s));
    }
    std::vector<Named> named;
    for (const SpaceId &list : lists) {
        named.push_back({ list.toString(), nameOf(list), 0 });
    }
    const std::vector<Named> found = findNamed(named, typed);
    if (found.empty()) {
        return tl::unexpected(refusal(Exit::NotFound,
            u"There is no list called %1. 'larder lists' shows those there are."_s.arg(quoted(typed))));
    }
    if (found.size() > 1) {
        return tl::unexpected(
            ambiguous(typed, found, u"Write the whole name, or the id that 'larder lists --json' shows."_s));
    }
    return *SpaceId::fromString(found.front().id);
}

Meant<ListedItem> KnownLists::findItem(
    SpaceId list, const std::vector<ListedItem> &all, const QString &typed, std::optional<bool> checked) const
{
    std::vector<Named> named;
    for (const ListedItem &item : all) {
        named.push_back(
            { item.record->key.id.toString(), item.record->text(model::item::kName), item.number });
    }
    std::vector<Named> found = findNamed(named, typed);
    if (checked) {
        const auto other = std::stable_partition(found.begin(), found.end(),
            [&](const Named &each) { return all[size_t(each.number - 1)].checked == *checked; });
        if (other != found.begin()) {
            found.erase(other, found.end());
        }
    }
    if (found.empty()) {
        return tl::unexpected(refusal(Exit::NotFound,
            u"There is no %1 on %2. 'larder list --all' shows what is."_s.arg(
                quoted(typed), quoted(nameOf(list)))));
    }
    if (found.size() > 1) {
        return tl::unexpected(ambiguous(
            typed, found, u"Write the whole name, or the number that 'larder list --all' shows."_s));
    }
    return all[size_t(found.front().number - 1)];
}

QJsonObject itemJson(const ListedItem &item, const QString &listCurrency)
{
    using namespace model::item;
    const Record &record = *item.record;
    QJsonObject json { { u"id"_s, record.key.id.toString() }, { u"number"_s, item.number },
        { u"name"_s, record.text(kName) }, { u"checked"_s, item.checked } };
    if (const qint64 quantity = record.integer(kQuantity); quantity > 0) {
        json.insert(u"quantity"_s, model::formatDecimal(quantity, 3, model::Zeros::Drop));
    }
    const auto insert = [&](const QString &name, const QString &text) {
        if (!text.isEmpty()) {
            json.insert(name, text);
        }
    };
    insert(u"unit"_s, record.text(kUnit));
    insert(u"category"_s, record.text(kCategory));
    insert(u"note"_s, record.text(kNote));
    if (const qint64 price = record.integer(kPrice, -1); price >= 0) {
        const QString own = record.text(kCurrency);
        const auto currency = model::Currency::fromCode(own.isEmpty() ? listCurrency : own);
        json.insert(
            u"price"_s, model::formatDecimal(price, currency ? currency->digits() : 2, model::Zeros::Keep));
        insert(u"currency"_s, currency ? currency->code() : QString());
    }
    return json;
}

} // namespace larder::app
