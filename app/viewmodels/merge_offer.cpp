#include "app/viewmodels/merge_offer.h"

#include "app/lists/household_memory.h"
#include "app/viewmodels/item_text.h"
#include "app/viewmodels/list_view_model.h"
#include "app/viewmodels/unit_text.h"
#include "core/limits.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace larder::app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::Record;
using model::RecordId;
using Field = replica::ReplicaClient::Field;

static constexpr auto kQuiet = 700ms; // nobody is asked while they are still writing

MergeOffer::MergeOffer(ListViewModel &list, replica::ReplicaClient &replica, HouseholdMemory &memory,
    Preferences &preferences, UndoStack &undo, Timers &timers, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_replica(replica)
    , m_memory(memory)
    , m_preferences(preferences)
    , m_undo(undo)
    , m_timers(timers)
{
    connect(&m_list, &ListViewModel::loadedChanged, this, [this] {
        setOffered({});
        lookSoon();
    });
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this,
        [this](model::SpaceId space, model::Kind kind) {
            if (space == m_list.space() && kind == model::Kind::Item) {
                if (isShown() && !sum()) {
                    setOffered({});
                }
                lookSoon();
            }
        });
    connect(&m_search, &QFutureWatcher<Groups>::finished, this, &MergeOffer::takeFound);
}

MergeOffer::~MergeOffer()
{
    m_timers.stop(m_timer);
}

void MergeOffer::lookSoon()
{
    m_timers.stop(m_timer);
    m_timer = m_timers.start(kQuiet, [this] { look(); });
}

void MergeOffer::look()
{
    m_timer = 0;
    if (m_list.isStarting() || !m_list.isLoaded() || !m_list.isEditable()) {
        setOffered({});
        return;
    }
    const QStringList apart = m_preferences.keptApart();
    const QSet<QString> keptApart(apart.begin(), apart.end());
    std::vector<std::pair<RecordId, grocery::Listed>> open;
    for (const Record *item : m_list.items()) {
        if (!item->truth(model::item::kChecked) && !keptApart.contains(item->key.id.toString())) {
            open.push_back({ item->key.id, { item->text(model::item::kName), amountOf(*item) } });
        }
    }
    if (open.size() < 2) {
        setOffered({});
        return;
    }
    std::ranges::sort(open, {}, &std::pair<RecordId, grocery::Listed>::first);
    m_searched = m_list.space();
    m_search.setFuture(QtConcurrent::run(
        [open = std::move(open), catalogue = m_memory.sharedCatalogue(), in = HouseholdMemory::language()] {
            std::vector<grocery::Listed> listed;
            for (const auto &[id, item] : open) {
                listed.push_back(item);
            }
            Groups groups;
            for (const grocery::DuplicateGroup &found : grocery::duplicatesAmong(listed, *catalogue, in)) {
                std::vector<RecordId> &ids = groups.emplace_back();
                for (const std::size_t at : found.items) {
                    ids.push_back(open[at].first);
                }
            }
            return groups;
        }));
}

void MergeOffer::takeFound()
{
    if (m_searched != m_list.space() || m_timer != 0) {
        return; // and another look follows
    }
    for (const std::vector<RecordId> &group : m_search.result()) {
        m_offered = group;
        if (sum()) {
            setOffered(group);
            return;
        }
    }
    setOffered({});
}

void MergeOffer::setOffered(std::vector<RecordId> items)
{
    m_offered = std::move(items);
    Q_EMIT changed();
}

// Two notes that say different things are likelier of two things.
std::vector<const Record *> MergeOffer::items() const
{
    std::vector<const Record *> items;
    QString note;
    for (const RecordId &id : m_offered) {
        const Record *item = m_list.item(id);
        if (!item || item->isDeleted() || item->truth(model::item::kChecked)) {
            return {};
        }
        const QString own = item->text(model::item::kNote);
        if (!own.isEmpty() && !note.isEmpty() && own != note) {
            return {};
        }
        note = own.isEmpty() ? note : own;
        items.push_back(item);
    }
    return items;
}

std::optional<grocery::Amount> MergeOffer::sum() const
{
    std::vector<grocery::Amount> amounts;
    for (const Record *item : items()) {
        amounts.push_back(amountOf(*item));
    }
    return amounts.size() < 2 ? std::nullopt : grocery::sumOf(amounts);
}

QString MergeOffer::sentence() const
{
    const auto same = items();
    if (same.empty()) {
        return {};
    }
    const QString name = same.front()->text(model::item::kName);
    QStringList amounts;
    for (const Record *item : same) {
        const QString amount = amountText(*item);
        const QString own = item->text(model::item::kName);
        const bool alike = own.compare(name, Qt::CaseInsensitive) == 0;
        amounts.append(alike ? amount : amount.isEmpty() ? own : QString(own + u' ' + amount));
    }
    amounts.removeAll(QString());
    return amounts.isEmpty()
        ? tr("%1 is on the list %Ln times.", nullptr, int(same.size())).arg(name)
        : tr("%1 is on the list %Ln times: %2.", nullptr, int(same.size())).arg(name, amounts.join(u", "_s));
}

QString MergeOffer::answer() const
{
    const auto merged = sum();
    const QString amount = merged ? amountText(merged->quantity, merged->unit) : QString();
    return amount.isEmpty() ? tr("Make it one") : tr("Make it %1").arg(amount);
}

void MergeOffer::merge()
{
    const auto merged = sum();
    if (!merged || !m_list.isEditable()) {
        setOffered({});
        return;
    }
    const auto same = items();
    const Record &kept = *same.front();
    std::vector<Field> fields;
    if (merged->quantity) {
        fields.push_back({ model::item::kQuantity, merged->quantity->count });
    }
    fields.push_back(
        { model::item::kUnit, merged->unit.isEmpty() ? model::Value() : model::Value(merged->unit) });
    for (const model::FieldNumber field : { model::item::kCategory, model::item::kNote, model::item::kPrice,
             model::item::kAssignee, model::item::kPhoto, model::item::kBarcode }) {
        const auto has = std::ranges::find_if(
            same, [field](const Record *item) { return !model::isNull(item->value(field)); });
        if (has != same.end()) {
            fields.push_back({ field, (*has)->value(field) });
        }
    }
    std::erase_if(fields, [&](const Field &field) { return kept.value(field.number) == field.value; });
    std::vector<model::RecordKey> others;
    for (std::size_t i = 1; i < same.size(); ++i) {
        others.push_back(same[i]->key);
    }
    UndoStep step { .kind = UndoStep::Kind::Merged, .name = kept.text(model::item::kName), .things = 1 };
    setOffered({});
    Result<Changes> changes
        = fields.empty() ? Result<Changes>(Changes {}) : m_list.writes().set(kept.key, std::move(fields));
    for (auto other = others.begin(); changes && other != others.end(); ++other) {
        std::ranges::move(*changes, std::back_inserter(step.changes));
        changes = m_list.writes().remove(*other);
    }
    if (changes) {
        std::ranges::move(*changes, std::back_inserter(step.changes));
    }
    const QString name = step.name;
    if (!step.changes.empty()) {
        m_undo.push(std::move(step));
    }
    if (!changes) {
        m_undo.note(UndoStep::Kind::Merged, name, std::move(changes));
    }
}

void MergeOffer::decline()
{
    const std::vector<RecordId> apart = m_offered;
    for (std::size_t i = 1; i < apart.size(); ++i) {
        keepApart(apart[i].toString());
    }
    setOffered({});
    lookSoon();
}

void MergeOffer::keepApart(const QString &itemId)
{
    QStringList ids = m_preferences.keptApart();
    ids.removeAll(itemId);
    ids.prepend(itemId);
    m_preferences.setKeptApart(ids.mid(0, limits::kKeptApart));
}

} // namespace larder::app
