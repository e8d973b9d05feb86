#include "app/viewmodels/bulk_view_model.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/error_text.h"

#include <algorithm>

namespace larder::app {

using model::Kind;
using model::Record;
using model::RecordKey;
using Field = replica::ReplicaClient::Field;

BulkViewModel::BulkViewModel(replica::ReplicaClient &replica, ItemRows &rows, ItemSelection &selection,
    UndoStack &undo, ItemWrites &writes, const ShopsViewModel &shops, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_rows(rows)
    , m_selection(selection)
    , m_undo(undo)
    , m_writes(writes)
    , m_shops(shops)
{
    connect(&m_selection, &ItemSelection::changed, this, &BulkViewModel::changed);
}

void BulkViewModel::show(model::SpaceId list)
{
    m_list = list;
    clear();
}

QString BulkViewModel::summary() const
{
    return tr("%Ln selected", nullptr, count());
}

bool BulkViewModel::isEditable(model::SpaceId list) const
{
    const replica::Space *space = m_replica.space(list);
    return space && (space->local || model::mayWrite(space->grant.role));
}

void BulkViewModel::toggle(const QString &itemId)
{
    const auto id = model::RecordId::fromString(itemId);
    if (id && isEditable(m_list)) {
        m_anchor = *id;
        m_selection.toggle(*id);
    }
}

void BulkViewModel::selectTo(const QString &itemId)
{
    const auto id = model::RecordId::fromString(itemId);
    if (!id || !isEditable(m_list)) {
        return;
    }
    const int to = m_rows.rowOf(*id);
    const int from = m_anchor.isNull() ? to : m_rows.rowOf(m_anchor);
    if (to < 0 || from < 0) {
        toggle(itemId);
        return;
    }
    m_selection.add(m_rows.itemsBetween(std::min(from, to), std::max(from, to)));
    m_anchor = *id;
}

void BulkViewModel::selectAll()
{
    if (isEditable(m_list)) {
        m_selection.add(m_rows.itemsBetween(0, m_rows.rowCount() - 1));
    }
}

void BulkViewModel::clear()
{
    m_anchor = {};
    m_selection.clear();
}

std::vector<RecordKey> BulkViewModel::all() const
{
    std::vector<RecordKey> keys;
    if (!m_list.isNull()) {
        for (const Record *item : m_replica.records(m_list, Kind::Item)) {
            if (!item->isDeleted()) {
                keys.push_back(item->key);
            }
        }
    }
    return keys;
}

std::vector<RecordKey> BulkViewModel::meant() const
{
    if (!isSelecting()) {
        return all();
    }
    std::vector<std::pair<int, RecordKey>> places;
    for (const model::RecordId &id : m_selection.ids()) {
        const int row = m_rows.rowOf(id);
        places.emplace_back(row < 0 ? INT_MAX : row, RecordKey { m_list, Kind::Item, id });
    }
    std::ranges::sort(places);
    std::vector<RecordKey> keys;
    for (const auto &[row, key] : places) {
        keys.push_back(key);
    }
    return keys;
}

template<typename Write>
void BulkViewModel::forEach(UndoStep step, const std::vector<RecordKey> &items, Write write)
{
    if (!isEditable(m_list)) {
        return;
    }
    std::optional<Code> failed;
    for (const RecordKey &key : items) {
        const Record *record = m_replica.record(key);
        if (!record || record->isDeleted()) {
            continue;
        }
        const QString name = record->text(model::item::kName);
        Result<Changes> changes = write(*record);
        if (!changes) {
            failed = changes.error().code;
        } else if (!changes->empty()) {
            step.name = name;
            ++step.things;
            std::ranges::move(*changes, std::back_inserter(step.changes));
        }
    }
    clear();
    if (!step.changes.empty()) {
        m_undo.push(std::move(step));
    }
    if (failed) {
        m_undo.say(errorSentence(*failed));
    }
}

void BulkViewModel::setChecked(bool checked)
{
    const auto kind = checked ? UndoStep::Kind::Checked : UndoStep::Kind::Unchecked;
    forEach({ .kind = kind }, meant(), [&](const Record &item) -> Result<Changes> {
        if (item.truth(model::item::kChecked) == checked) {
            return Changes {};
        }
        return m_writes.setChecked(item.key, checked, m_shops.shop());
    });
}

void BulkViewModel::remove()
{
    if (isSelecting()) {
        forEach({ .kind = UndoStep::Kind::Deleted }, meant(),
            [&](const Record &item) { return m_writes.remove(item.key); });
    }
}

void BulkViewModel::clearChecked()
{
    forEach({ .kind = UndoStep::Kind::Deleted }, all(), [&](const Record &item) -> Result<Changes> {
        return item.truth(model::item::kChecked) ? m_writes.remove(item.key) : Changes {};
    });
}

QStringList BulkViewModel::categoryChoices() const
{
    return m_shops.wayTitles() << categoryTitle({});
}

void BulkViewModel::setCategory(const QString &category)
{
    const QString id = categoryFromText(category.trimmed());
    forEach({ .kind = UndoStep::Kind::Edited }, meant(), [&](const Record &item) -> Result<Changes> {
        if (item.text(model::item::kCategory) == id) {
            return Changes {};
        }
        return m_writes.set(
            item.key, { { model::item::kCategory, id.isEmpty() ? model::Value() : model::Value(id) } });
    });
}

QString BulkViewModel::nameOf(model::SpaceId list) const
{
    const Record *head = m_replica.record({ list, Kind::List, model::RecordId { list.value } });
    return head ? head->text(model::list::kName) : QString();
}

void BulkViewModel::transfer(const std::vector<RecordKey> &items, const QString &listId, Keep keep)
{
    const auto to = model::SpaceId::fromString(listId);
    if (!to || *to == m_list) {
        return;
    }
    if (!isEditable(*to)) {
        m_undo.say(errorSentence(Code::ReadOnly));
        return;
    }
    if (!m_replica.isLoaded(*to)) {
        m_undo.say(tr("That list is still being read. Try again in a moment."));
        return;
    }
    const bool moves = keep == Keep::CopyAlone;
    const auto kind = moves ? UndoStep::Kind::Moved : UndoStep::Kind::Copied;
    forEach({ .kind = kind, .where = nameOf(*to) }, items, [&](const Record &item) -> Result<Changes> {
        auto made = m_writes.copy(item.key, *to);
        if (!made) {
            return Failure(made.error());
        }
        if (moves) {
            auto gone = m_writes.remove(item.key);
            if (!gone) {
                return Failure(gone.error());
            }
            made->push_back(std::move(gone->front()));
        }
        return made;
    });
}

void BulkViewModel::moveTo(const QString &listId)
{
    if (isSelecting()) {
        transfer(meant(), listId, Keep::CopyAlone);
    }
}

void BulkViewModel::copyTo(const QString &listId)
{
    if (isSelecting()) {
        transfer(meant(), listId, Keep::Original);
    }
}

void BulkViewModel::moveItemTo(const QString &itemId, const QString &listId)
{
    const auto id = model::RecordId::fromString(itemId);
    if (id && m_selection.contains(*id)) {
        moveTo(listId);
    } else if (id) {
        transfer({ { m_list, Kind::Item, *id } }, listId, Keep::CopyAlone);
    }
}

} // namespace larder::app
