#include "app/viewmodels/item_rows.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/item_text.h"
#include "app/viewmodels/row_diff.h"
#include "core/assert.h"

namespace larder::app {

using namespace std::chrono_literals;
using Section = ItemRow::Section;

static constexpr auto kGlideAfter = 300ms; // so long a checked row stays under the finger
static constexpr auto kTouchedFor = 1000ms; // the tint of somebody else's change
static constexpr Micros kSliceTime = 4ms; // of a frame of 16
static constexpr size_t kSliceRows = 250; // between looks at the clock
// The view makes the rows of the first screenful within a frame, so they come a few a frame: one in the
// first, which also loads what a row is made of, two in the second and so on.
static constexpr size_t kScreenful = 32;
static constexpr int kRowsAFrame = 6;
static constexpr auto kFrame = 16ms;
static constexpr int kFramesToFill = 10; // then what comes is folded, and costs no frame
static constexpr size_t kAtOnce = 50; // changes that are taken without slicing

static bool inOrder(const ItemRow *a, const ItemRow *b)
{
    return compare(a->place, b->place) < 0;
}

ItemRows::ItemRows(replica::ReplicaClient &replica, const ItemSelection &selection, Timers &timers,
    const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_replica(replica)
    , m_selection(selection)
    , m_timers(timers)
    , m_clock(clock)
{
    m_checkedHeader.row = checkedHeader();
    connect(&m_selection, &ItemSelection::changed, this, [this] {
        if (!m_order.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), { SelectedRole, SpokenRole });
        }
    });
}

ItemRows::~ItemRows()
{
    clear();
}

void ItemRows::clear()
{
    for (const auto &[id, timer] : m_gliding) {
        m_timers.stop(timer);
    }
    for (const auto &[id, timer] : m_touched) {
        m_timers.stop(timer);
    }
    m_timers.stop(m_slice);
    m_slice = 0;
    m_gliding.clear();
    m_touched.clear();
    m_backlog.clear();
    m_order.clear();
    m_headers.clear();
    m_rows.clear();
    m_totals.clear();
    m_checkedHeader.count = 0;
    m_found = 0;
    m_open = 0;
    m_checked = 0;
}

void ItemRows::show(model::SpaceId space)
{
    beginResetModel();
    clear();
    m_space = space;
    m_filled = false;
    endResetModel();
    Q_EMIT countsChanged();
}

void ItemRows::readCurrency()
{
    const model::Record *list
        = m_replica.record({ m_space, model::Kind::List, model::RecordId { m_space.value } });
    const QString currency = list ? list->text(model::list::kCurrency) : QString();
    if (currency != m_currency) {
        m_currency = currency;
        if (!m_order.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), { DetailRole });
        }
    }
}

void ItemRows::fill()
{
    const std::vector<const model::Record *> records = m_replica.records(m_space, model::Kind::Item);
    beginResetModel();
    clear();
    m_filled = true;
    readCurrency();
    m_rows.reserve(records.size());
    m_order.reserve(records.size());
    for (const model::Record *record : records) {
        if (std::optional<ItemRow> row = itemRow(*record, m_arrangement)) {
            const ItemRow &held = m_rows.emplace(record->key.id, std::move(*row)).first->second;
            count(held, 1);
        }
    }
    placeAll();
    endResetModel();
    Q_EMIT countsChanged();
}

void ItemRows::placeAll()
{
    for (const auto &[id, row] : m_rows) {
        if (const ItemRow *header = countPlaced(row.place, 1)) {
            m_order.push_back(header);
        }
        if (isShown(row.place)) {
            m_order.push_back(&row);
        }
    }
    std::sort(m_order.begin(), m_order.end(), inOrder);
}

// To a view every row becomes another one where it stands, and the end grows or shrinks: so it keeps what it
// made for the rows in sight, which a reset would have it make anew.
void ItemRows::arrange(Arrangement arrangement)
{
    const bool another
        = arrangement.sort() != m_arrangement.sort() || arrangement.filter() != m_arrangement.filter();
    Q_EMIT arranging();
    for (const auto &[id, timer] : m_gliding) { // what is about to move is at its place at once
        m_timers.stop(timer);
    }
    m_gliding.clear();
    std::vector<const ItemRow *> shown = std::exchange(m_order, {});
    const auto headers = std::exchange(m_headers, {}); // of the rows that are still shown
    m_checkedHeader.count = 0;
    m_found = 0;
    m_arrangement = std::move(arrangement);
    for (const model::Record *record : m_replica.records(m_space, model::Kind::Item)) {
        const auto row = m_rows.find(record->key.id);
        std::optional<ItemRow> now = row == m_rows.end() ? std::nullopt : itemRow(*record, m_arrangement);
        if (now) { // else its coming or going is still to be taken
            row->second.place = std::move(now->place);
        }
    }
    placeAll();
    std::swap(shown, m_order);
    putInPlace(std::move(shown));
    Q_EMIT countsChanged();
    Q_EMIT arranged(another);
}

void ItemRows::putInPlace(std::vector<const ItemRow *> order)
{
    const size_t before = m_order.size();
    const size_t kept = std::min(before, order.size());
    if (kept < before) {
        beginRemoveRows({}, int(kept), int(before) - 1);
        m_order.resize(kept);
        endRemoveRows();
    }
    std::copy_n(order.begin(), kept, m_order.begin());
    if (kept > 0) {
        Q_EMIT dataChanged(index(0), index(int(kept) - 1));
    }
    if (kept < order.size()) {
        beginInsertRows({}, int(kept), int(order.size()) - 1);
        m_order = std::move(order);
        endInsertRows();
    }
}

std::optional<ItemRow> ItemRows::rowNow(model::RecordId id) const
{
    const model::Record *record = m_replica.record(key(id));
    return record ? itemRow(*record, m_arrangement) : std::nullopt;
}

void ItemRows::take(const std::vector<model::RecordId> &ids, bool remote)
{
    if (!m_filled) {
        return;
    }
    if (m_backlog.empty() && ids.size() <= kAtOnce) {
        for (const model::RecordId &id : ids) {
            takeOne({ id, remote });
        }
        Q_EMIT countsChanged();
        return;
    }
    for (const model::RecordId &id : ids) {
        m_backlog.push_back({ id, remote });
    }
    if (m_slice == 0) {
        m_filling = 0;
        m_slice = m_timers.start(0ms, [this] { takeSlice(); }); // the page itself took its time of this turn
    }
}

void ItemRows::takeSlice()
{
    m_slice = 0;
    const bool filling = m_order.size() < kScreenful && ++m_filling <= kFramesToFill;
    const size_t rowsATime = filling ? size_t(std::min(m_filling, kRowsAFrame)) : kSliceRows;
    const Micros until = m_clock.monotonic() + kSliceTime;
    do {
        std::vector<ItemRow *> added;
        for (size_t taken = 0; taken < rowsATime && !m_backlog.empty(); ++taken) {
            const Change change = m_backlog.front();
            m_backlog.pop_front();
            std::optional<ItemRow> row = rowNow(change.id);
            if (!row || m_rows.contains(change.id)) {
                // It may stand among those that are about to be added.
                takeManyNew(std::exchange(added, {}));
                takeOne({ change.id, false });
            } else {
                added.push_back(&m_rows.emplace(change.id, std::move(*row)).first->second);
            }
        }
        takeManyNew(std::move(added));
    } while (!m_backlog.empty() && !filling && m_clock.monotonic() <= until);
    Q_EMIT countsChanged();
    if (!m_backlog.empty()) {
        m_slice = m_timers.start(filling ? kFrame : 0ms, [this] { takeSlice(); });
    }
}

void ItemRows::takeManyNew(std::vector<ItemRow *> added)
{
    std::vector<const ItemRow *> shown;
    for (ItemRow *row : added) {
        count(*row, 1);
        if (const ItemRow *header = countPlaced(row->place, 1)) {
            shown.push_back(header);
        }
        if (isShown(row->place)) {
            shown.push_back(row);
        }
    }
    std::sort(shown.begin(), shown.end(), inOrder);
    for (const InsertRun &run : insertRuns(m_order, shown)) {
        beginInsertRows({}, run.at, run.at + run.count - 1);
        const auto from = shown.begin() + run.first;
        m_order.insert(m_order.begin() + run.at, from, from + run.count);
        endInsertRows();
    }
}

void ItemRows::takeOne(const Change &change)
{
    const model::Record *record = m_replica.record(key(change.id));
    std::optional<ItemRow> now = rowNow(change.id);
    const auto held = m_rows.find(change.id);
    if (held == m_rows.end()) {
        if (now) {
            takeManyNew({ &m_rows.emplace(change.id, std::move(*now)).first->second });
            if (change.remote) {
                touch(change.id, record->author);
            }
        }
        return;
    }
    if (!now) {
        remove(held);
        return;
    }
    update(held->second, *now);
    if (change.remote) {
        touch(change.id, record->author);
    }
}

void ItemRows::update(ItemRow &row, const ItemRow &now)
{
    const model::RecordId id = row.place.id;
    count(row, -1);
    row.checked = now.checked;
    row.price = now.price;
    row.currency = now.currency;
    count(row, 1);

    if (const auto gliding = m_gliding.find(id); gliding != m_gliding.end()) {
        m_timers.stop(gliding->second);
        m_gliding.erase(gliding);
    }
    if (now.place.section != row.place.section) {
        m_gliding[id] = m_timers.start(kGlideAfter, [this, id] { glide(id); });
    } else if (now.place != row.place) {
        relocate(row, now.place);
    }
    if (const int at = rowOf(id); at >= 0) {
        Q_EMIT dataChanged(index(at), index(at));
    }
}

void ItemRows::glide(model::RecordId id)
{
    m_gliding.erase(id);
    const std::optional<ItemRow> now = rowNow(id);
    const auto held = m_rows.find(id);
    if (now && held != m_rows.end() && now->place != held->second.place) {
        relocate(held->second, now->place);
        Q_EMIT countsChanged();
    }
}

void ItemRows::relocate(ItemRow &row, const ItemRow::Place &place)
{
    const ItemRow::Place old = row.place;
    const bool wasShown = isShown(old);
    const bool willShow = isShown(place);
    if (const ItemRow *header = countPlaced(place, 1)) {
        insertAt(header);
    }
    if (wasShown && willShow) {
        const int from = lowerBound(old);
        const int to = lowerBound(place); // in the order that still holds the row
        if (to == from || to == from + 1) {
            row.place = place;
        } else {
            Q_EMIT gliding(from, to > from ? to - 1 : to);
            beginMoveRows({}, from, from, {}, to);
            const ItemRow *moved = m_order[from];
            m_order.erase(m_order.begin() + from);
            m_order.insert(m_order.begin() + (to > from ? to - 1 : to), moved);
            row.place = place;
            endMoveRows();
        }
    } else if (wasShown) {
        Q_EMIT gliding(lowerBound(old), -1);
        removeAt(&row);
        row.place = place;
    } else {
        row.place = place;
        if (willShow) {
            insertAt(&row);
        }
    }
    if (const ItemRow *header = countPlaced(old, -1)) {
        removeAt(header);
    }
}

void ItemRows::remove(Rows::iterator row)
{
    const model::RecordId id = row->first;
    if (const auto gliding = m_gliding.find(id); gliding != m_gliding.end()) {
        m_timers.stop(gliding->second);
        m_gliding.erase(gliding);
    }
    count(row->second, -1);
    const ItemRow::Place place = row->second.place;
    if (isShown(place)) {
        Q_EMIT gliding(lowerBound(place), -1);
        removeAt(&row->second);
    }
    m_rows.erase(row);
    if (const ItemRow *header = countPlaced(place, -1)) {
        removeAt(header);
    }
}

void ItemRows::setCheckedShown(bool shown)
{
    if (shown == m_checkedShown) {
        return;
    }
    if (!m_arrangement.filter().isEmpty()) {
        m_checkedShown = shown; // for when the filter goes
        return;
    }
    if (shown) {
        std::vector<const ItemRow *> rows;
        for (const auto &[id, row] : m_rows) {
            if (row.place.section == Section::Checked) {
                rows.push_back(&row);
            }
        }
        std::sort(rows.begin(), rows.end(), inOrder);
        m_checkedShown = true;
        if (!rows.empty()) {
            beginInsertRows({}, int(m_order.size()), int(m_order.size() + rows.size()) - 1);
            m_order.insert(m_order.end(), rows.begin(), rows.end());
            endInsertRows();
        }
        return;
    }
    const auto first = std::find_if(m_order.begin(), m_order.end(),
        [](const ItemRow *row) { return row->place.section == Section::Checked; });
    m_checkedShown = false;
    if (first != m_order.end()) {
        beginRemoveRows({}, int(first - m_order.begin()), int(m_order.size()) - 1);
        m_order.erase(first, m_order.end());
        endRemoveRows();
    }
}

void ItemRows::touch(model::RecordId id, model::UserId by)
{
    const auto row = m_rows.find(id);
    if (row == m_rows.end()) {
        return;
    }
    row->second.touchedBy = by;
    if (const auto running = m_touched.find(id); running != m_touched.end()) {
        m_timers.stop(running->second);
    }
    m_touched[id] = m_timers.start(kTouchedFor, [this, id] { untouch(id); });
    if (const int at = rowOf(id); at >= 0) {
        Q_EMIT dataChanged(index(at), index(at), { TouchedByRole });
    }
}

void ItemRows::untouch(model::RecordId id)
{
    m_touched.erase(id);
    const auto row = m_rows.find(id);
    if (row == m_rows.end()) {
        return;
    }
    row->second.touchedBy = {};
    if (const int at = rowOf(id); at >= 0) {
        Q_EMIT dataChanged(index(at), index(at), { TouchedByRole });
    }
}

void ItemRows::count(const ItemRow &row, int sign)
{
    (row.checked ? m_checked : m_open) += sign;
    if (row.price >= 0) {
        const auto total = m_totals.try_emplace(row.currency, 0).first;
        total->second += sign * row.price;
        if (total->second == 0) {
            m_totals.erase(total);
        }
    }
}

ItemRow *ItemRows::countPlaced(const ItemRow::Place &place, int sign)
{
    if (place.hidden) {
        return nullptr;
    }
    m_found += sign;
    if (place.section == Section::Open && !m_arrangement.isGrouped()) {
        return nullptr;
    }
    Header *header = &m_checkedHeader;
    if (place.section == Section::Open) {
        const auto [entry, made] = m_headers.try_emplace(place.category);
        header = &entry->second;
        if (made) {
            header->row = categoryHeader(place);
        }
    }
    header->count += sign;
    LARDER_ASSERT(header->count >= 0);
    const bool appears = sign > 0 && header->count == 1;
    const bool goes = sign < 0 && header->count == 0;
    return appears || goes ? &header->row : nullptr;
}

// What was looked for is not folded away.
bool ItemRows::isShown(const ItemRow::Place &place) const
{
    return !place.hidden
        && (place.section != Section::Checked || m_checkedShown || !m_arrangement.filter().isEmpty());
}

int ItemRows::lowerBound(const ItemRow::Place &place) const
{
    const auto at = std::lower_bound(m_order.begin(), m_order.end(), place,
        [](const ItemRow *row, const ItemRow::Place &wanted) { return compare(row->place, wanted) < 0; });
    return int(at - m_order.begin());
}

void ItemRows::insertAt(const ItemRow *row)
{
    const int at = lowerBound(row->place);
    beginInsertRows({}, at, at);
    m_order.insert(m_order.begin() + at, row);
    endInsertRows();
}

void ItemRows::removeAt(const ItemRow *row)
{
    const int at = lowerBound(row->place);
    LARDER_ASSERT(at < int(m_order.size()) && m_order[at] == row);
    beginRemoveRows({}, at, at);
    m_order.erase(m_order.begin() + at);
    endRemoveRows();
}

} // namespace larder::app
