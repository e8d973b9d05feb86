#include "app/viewmodels/list_view_model.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/item_text.h"
#include "core/model/position.h"

#include <QtCore/QLocale>
#include <QtGui/QGuiApplication>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using Field = replica::ReplicaClient::Field;

static constexpr int kStartHue = 4;

ListViewModel::ListViewModel(replica::ReplicaClient &replica, Preferences &preferences, UndoStack &undo,
    Timers &timers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_undo(undo)
    , m_writes(replica, clock)
    , m_rows(replica, m_selection, timers, clock)
    , m_shops(replica, preferences, undo, m_writes)
    , m_arrangement(replica, preferences, m_rows, m_shops)
    , m_bulk(replica, m_rows, m_selection, undo, m_writes, m_shops)
    , m_cart(replica, clock)
    , m_spending(replica, clock, this)
{
    connect(&m_replica, &replica::ReplicaClient::loaded, this, &ListViewModel::onLoaded);
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this, &ListViewModel::onRowsChanged);
    connect(&m_replica, &replica::ReplicaClient::started, this, &ListViewModel::loadedChanged);
    connect(&m_replica, &replica::ReplicaClient::spacesChanged, this, &ListViewModel::headChanged);
    connect(&m_rows, &ItemRows::countsChanged, this, &ListViewModel::countsChanged);
}

ListViewModel::~ListViewModel()
{
    if (!m_space.isNull()) {
        m_replica.unwatch(m_space);
    }
}

void ListViewModel::show(model::SpaceId space)
{
    if (space == m_space && !space.isNull()) {
        if (!isLoaded()) { // perhaps the disk did not give it
            m_replica.watch(space);
            m_replica.unwatch(space);
        }
        return;
    }
    const model::SpaceId before = std::exchange(m_space, space);
    m_rows.show(space);
    if (!space.isNull()) {
        m_replica.watch(space);
    }
    m_bulk.show(space);
    m_shops.show(space);
    m_arrangement.show(space);
    m_cart.read(space);
    m_spending.show(space);
    if (!space.isNull() && m_replica.isLoaded(space)) {
        m_rows.fill();
    }
    if (!before.isNull()) {
        m_replica.unwatch(before);
    }
    Q_EMIT shownChanged();
    Q_EMIT headChanged();
    Q_EMIT loadedChanged();
    Q_EMIT countsChanged();
}

void ListViewModel::start(const QString &name, const QString &icon)
{
    m_startName = name;
    m_startIcon = icon;
    show({});
}

bool ListViewModel::isLoaded() const
{
    return m_space.isNull() ? m_replica.isStarted() : m_replica.isLoaded(m_space);
}

bool ListViewModel::isDeleted() const
{
    const Record *list = head();
    return list && list->isDeleted();
}

const Record *ListViewModel::head() const
{
    return m_space.isNull() ? nullptr
                            : m_replica.record({ m_space, Kind::List, model::RecordId { m_space.value } });
}

QString ListViewModel::name() const
{
    if (m_space.isNull()) {
        return m_startName;
    }
    const Record *list = head();
    return list ? list->text(model::list::kName) : QString();
}

QString ListViewModel::icon() const
{
    if (m_space.isNull()) {
        return m_startIcon;
    }
    const Record *list = head();
    const QString icon = list ? list->text(model::list::kIcon) : QString();
    return icon.isEmpty() ? u"🧺"_s : icon;
}

int ListViewModel::hue() const
{
    const Record *list = head();
    return list ? int(list->integer(model::list::kColor, kStartHue)) : kStartHue;
}

bool ListViewModel::isEditable() const
{
    if (m_space.isNull()) {
        return true;
    }
    const replica::Space *space = m_replica.space(m_space);
    return space && (space->local || model::mayWrite(space->grant.role));
}

QStringList ListViewModel::people() const
{
    QStringList names;
    if (m_space.isNull() || !m_replica.isLoaded(m_space)) {
        return names;
    }
    for (const Record *member : m_replica.records(m_space, Kind::Member)) {
        if (!member->isDeleted()) {
            names.append(member->text(model::member::kName));
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString ListViewModel::currency() const
{
    const Record *list = head();
    return list ? list->text(model::list::kCurrency) : QString();
}

const Record *ListViewModel::item(model::RecordId id) const
{
    return m_replica.record({ m_space, Kind::Item, id });
}

std::vector<const Record *> ListViewModel::items() const
{
    std::vector<const Record *> items;
    if (!m_space.isNull() && m_replica.isLoaded(m_space)) {
        items = m_replica.records(m_space, Kind::Item);
        std::erase_if(items, [](const Record *item) { return item->isDeleted(); });
    }
    return items;
}

QString ListViewModel::summary() const
{
    QStringList parts;
    const int open = m_rows.openCount();
    const int checked = m_rows.checkedCount();
    if (open == 0 && checked > 0) {
        parts.append(tr("All done"));
    } else if (open > 0) {
        parts.append(tr("%Ln left", nullptr, open));
    }
    const Record *list = head();
    const QString money
        = totalsText(m_rows.totals(), currency(), list ? list->integer(model::list::kBudget) : 0);
    if (!money.isEmpty()) {
        parts.append(money);
    }
    return parts.join(u" · "_s);
}

QString ListViewModel::cart() const
{
    if (m_cart.count() == 0) {
        return {};
    }
    const QString things = tr("%Ln in the cart", nullptr, m_cart.count());
    const QString money = totalsText(m_cart.totals(), currency(), 0);
    return money.isEmpty() ? things : things + u" · "_s + money;
}

qreal ListViewModel::progress() const
{
    const int all = openCount() + checkedCount();
    return all > 0 ? qreal(checkedCount()) / all : 0;
}

qreal ListViewModel::budgetUsed() const
{
    const Record *list = head();
    const qint64 budget = list ? list->integer(model::list::kBudget) : 0;
    if (budget <= 0) {
        return -1;
    }
    qint64 spent = 0;
    for (const auto &[code, amount] : m_rows.totals()) {
        spent += code.isEmpty() || code == currency() ? amount : 0;
    }
    return qreal(spent) / qreal(budget);
}

void ListViewModel::setCheckedShown(bool shown)
{
    if (shown != m_checkedShown) {
        m_checkedShown = shown;
        m_rows.setCheckedShown(shown);
        Q_EMIT checkedShownChanged();
    }
}

std::optional<model::RecordKey> ListViewModel::itemKey(const QString &itemId) const
{
    const auto id = model::RecordId::fromString(itemId);
    if (!id || m_space.isNull()) {
        return std::nullopt;
    }
    return model::RecordKey { m_space, Kind::Item, *id };
}

model::SpaceId ListViewModel::begin()
{
    if (m_space.isNull()) {
        const auto space = m_replica.createList({ { model::list::kName, m_startName },
            { model::list::kIcon, m_startIcon }, { model::list::kColor, qint64(kStartHue) } });
        if (!space) {
            m_undo.say(errorSentence(space.error().code));
            return {};
        }
        show(*space);
        Q_EMIT started(*space);
    }
    return m_space;
}

model::RecordId ListViewModel::add(std::vector<Field> fields)
{
    if (begin().isNull()) {
        return {};
    }
    const auto id = m_writes.add(m_space, std::move(fields));
    if (!id) {
        m_undo.say(errorSentence(id.error().code));
        return {};
    }
    m_undo.push({ UndoStep::Kind::Added, {}, { madeRecord({ m_space, Kind::Item, *id }) } });
    Q_EMIT added(id->toString());
    return *id;
}

bool ListViewModel::raise(model::RecordId item, std::vector<Field> fields)
{
    const model::RecordKey key { m_space, Kind::Item, item };
    const Record *record = m_replica.record(key);
    if (!record) {
        return false;
    }
    std::erase_if(fields, [&](const Field &field) { return record->value(field.number) == field.value; });
    if (record->truth(model::item::kChecked)) {
        fields.push_back({ model::item::kChecked, false });
    }
    const QString name = record->text(model::item::kName);
    const bool kept
        = fields.empty() || m_undo.note(UndoStep::Kind::Edited, name, m_writes.set(key, std::move(fields)));
    if (kept) {
        Q_EMIT added(item.toString());
    }
    return kept;
}

void ListViewModel::tap(const QString &itemId)
{
    const Qt::KeyboardModifiers held = QGuiApplication::keyboardModifiers();
    if (held.testFlag(Qt::ShiftModifier)) {
        m_bulk.selectTo(itemId);
    } else if (m_bulk.isSelecting() || held.testFlag(Qt::ControlModifier)) {
        m_bulk.toggle(itemId);
    } else {
        toggle(itemId);
    }
}

void ListViewModel::toggle(const QString &itemId)
{
    const auto key = itemKey(itemId);
    const Record *record = key && isEditable() ? m_replica.record(*key) : nullptr;
    if (record) {
        const bool checked = !record->truth(model::item::kChecked);
        const QString name = record->text(model::item::kName);
        m_undo.note(checked ? UndoStep::Kind::Checked : UndoStep::Kind::Unchecked, name,
            m_writes.setChecked(*key, checked, m_shops.shop()));
    }
}

void ListViewModel::remove(const QString &itemId)
{
    const auto key = itemKey(itemId);
    const Record *record = key && isEditable() ? m_replica.record(*key) : nullptr;
    if (record) {
        const QString name = record->text(model::item::kName);
        m_undo.note(UndoStep::Kind::Deleted, name, m_writes.remove(*key));
    }
}

int ListViewModel::rowOf(const QString &itemId) const
{
    const auto key = itemKey(itemId);
    return key ? m_rows.rowOf(key->id) : -1;
}

void ListViewModel::dropBefore(const QString &itemId, int row)
{
    const auto key = itemKey(itemId);
    const Record *item = key && isEditable() ? m_replica.record(*key) : nullptr;
    const auto spot = item ? m_rows.spotBefore(row, key->id) : std::nullopt;
    if (!spot || item->truth(model::item::kChecked)) {
        return;
    }
    std::vector<QString> order;
    for (const model::RecordId &id : spot->others) {
        order.push_back(m_replica.record({ m_space, Kind::Item, id })->text(model::item::kPosition));
    }
    const model::Placement placement = model::place(order, spot->index);
    UndoStep step { UndoStep::Kind::Edited, item->text(model::item::kName), {}, 1, {} };
    std::vector<Field> fields { { model::item::kPosition, placement.position } };
    if (item->text(model::item::kCategory) != spot->category) {
        fields.push_back({ model::item::kCategory,
            spot->category.isEmpty() ? model::Value() : model::Value(spot->category) });
    }
    std::vector<std::pair<model::RecordKey, std::vector<Field>>> writes { { *key, std::move(fields) } };
    for (const model::Placement::Move &move : placement.moved) {
        writes.push_back({ { m_space, Kind::Item, spot->others[std::size_t(move.index)] },
            { { model::item::kPosition, move.position } } });
    }
    for (auto &[record, wanted] : writes) {
        auto changes = m_writes.set(record, std::move(wanted));
        if (!changes) {
            m_undo.say(errorSentence(changes.error().code));
            break;
        }
        step.changes.push_back(std::move(changes->front()));
    }
    if (!step.changes.empty()) {
        m_undo.push(std::move(step));
    }
}

void ListViewModel::shift(const QString &itemId, int by)
{
    if (const int row = rowOf(itemId); row >= 0) {
        dropBefore(itemId, by < 0 ? row - 1 : row + 2);
    }
}

void ListViewModel::rename(const QString &name, const QString &icon, int hue)
{
    if (m_space.isNull()) {
        m_startName = name.trimmed();
        m_startIcon = icon;
        Q_EMIT headChanged();
        return;
    }
    m_undo.note(UndoStep::Kind::Edited, name,
        m_writes.set({ m_space, Kind::List, model::RecordId { m_space.value } },
            { { model::list::kName, name.trimmed() }, { model::list::kIcon, icon },
                { model::list::kColor, qint64(hue) } }));
}

QString ListViewModel::usualCurrency() const
{
    const QString here = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    return here.isEmpty() ? QStringLiteral("EUR") : here;
}

QString ListViewModel::budget() const
{
    const Record *list = head();
    const qint64 budget = list ? list->integer(model::list::kBudget) : 0;
    return budget > 0 ? priceText(budget, currency()) : QString();
}

bool ListViewModel::setBudget(const QString &amount, const QString &currency)
{
    const QString code = currency.trimmed().toUpper();
    std::vector<Field> fields;
    if (code.isEmpty()) {
        fields.push_back({ model::list::kCurrency, {} });
    } else if (model::Currency::fromCode(code)) {
        fields.push_back({ model::list::kCurrency, code });
    } else {
        return false;
    }
    if (amount.trimmed().isEmpty()) {
        fields.push_back({ model::list::kBudget, {} });
    } else if (const auto minor = priceFromText(amount, code)) {
        fields.push_back({ model::list::kBudget, *minor });
    } else {
        return false;
    }
    if (amount == budget() && code == this->currency()) {
        return true;
    }
    return m_undo.note(UndoStep::Kind::Edited, name(),
        m_writes.set({ m_space, Kind::List, model::RecordId { m_space.value } }, std::move(fields)));
}

void ListViewModel::onLoaded(model::SpaceId space)
{
    if (space == m_space && !m_rows.isFilled()) {
        m_shops.read();
        m_arrangement.read();
        m_cart.read(space);
        m_rows.fill();
        Q_EMIT headChanged();
        Q_EMIT loadedChanged();
    }
}

// What is gone can't stay selected.
void ListViewModel::dropGone(const std::vector<model::RecordId> &ids)
{
    if (m_selection.count() == 0) {
        return;
    }
    std::vector<model::RecordId> gone;
    for (const model::RecordId &id : ids) {
        const Record *item = m_replica.record({ m_space, Kind::Item, id });
        if (!item || item->isDeleted()) {
            gone.push_back(id);
        }
    }
    m_selection.drop(gone);
}

void ListViewModel::onRowsChanged(
    model::SpaceId space, Kind kind, const std::vector<model::RecordId> &ids, bool remote)
{
    if (space != m_space) {
        return;
    }
    if (kind == Kind::Item) {
        m_rows.take(ids, remote);
        dropGone(ids);
    } else if (kind == Kind::Purchase) {
        m_cart.take(ids);
        Q_EMIT countsChanged();
    } else if (kind == Kind::List || kind == Kind::Member) {
        m_rows.readCurrency();
        Q_EMIT headChanged();
        Q_EMIT countsChanged();
    }
}

} // namespace larder::app
