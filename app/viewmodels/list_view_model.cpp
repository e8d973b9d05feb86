#include "app/viewmodels/list_view_model.h"

#include "app/viewmodels/error_text.h"
#include "app/viewmodels/item_text.h"

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using Field = replica::ReplicaClient::Field;

static constexpr int kStartHue = 4;

ListViewModel::ListViewModel(
    replica::ReplicaClient &replica, UndoStack &undo, Timers &timers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_undo(undo)
    , m_writes(replica, clock)
    , m_rows(replica, timers, clock)
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
        if (m_replica.isLoaded(space)) {
            m_rows.fill();
        }
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

QString ListViewModel::categoryOf(const QString &name) const
{
    QString category;
    model::Stamp newest;
    if (m_space.isNull() || name.isEmpty()) {
        return category;
    }
    for (const Record *item : m_replica.records(m_space, Kind::Item)) {
        const model::Register *written = item->find(model::item::kCategory);
        if (written && newest < written->stamp
            && name.compare(item->text(model::item::kName), Qt::CaseInsensitive) == 0) {
            newest = written->stamp;
            category = item->text(model::item::kCategory);
        }
    }
    return category;
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

bool ListViewModel::note(UndoStep::Kind kind, const QString &name, Result<Changes> changes)
{
    if (!changes) {
        m_undo.say(errorSentence(changes.error().code));
        return false;
    }
    m_undo.push({ kind, name, std::move(*changes) });
    return true;
}

model::RecordId ListViewModel::add(std::vector<Field> fields)
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
    const auto id = m_writes.add(m_space, std::move(fields));
    if (!id) {
        m_undo.say(errorSentence(id.error().code));
        return {};
    }
    m_undo.push({ UndoStep::Kind::Added, {}, { madeRecord({ m_space, Kind::Item, *id }) } });
    Q_EMIT added(id->toString());
    return *id;
}

void ListViewModel::toggle(const QString &itemId)
{
    const auto key = itemKey(itemId);
    const Record *record = key && isEditable() ? m_replica.record(*key) : nullptr;
    if (record) {
        const bool checked = !record->truth(model::item::kChecked);
        const QString name = record->text(model::item::kName);
        note(checked ? UndoStep::Kind::Checked : UndoStep::Kind::Unchecked, name,
            m_writes.setChecked(*key, checked));
    }
}

void ListViewModel::remove(const QString &itemId)
{
    const auto key = itemKey(itemId);
    const Record *record = key && isEditable() ? m_replica.record(*key) : nullptr;
    if (record) {
        const QString name = record->text(model::item::kName);
        note(UndoStep::Kind::Deleted, name, m_writes.remove(*key));
    }
}

int ListViewModel::rowOf(const QString &itemId) const
{
    const auto key = itemKey(itemId);
    return key ? m_rows.rowOf(key->id) : -1;
}

void ListViewModel::clearChecked()
{
    if (m_space.isNull() || !isEditable()) {
        return;
    }
    UndoStep step { UndoStep::Kind::Deleted, {}, {} };
    std::vector<model::RecordKey> keys;
    for (const Record *item : m_replica.records(m_space, Kind::Item)) {
        if (!item->isDeleted() && item->truth(model::item::kChecked)) {
            keys.push_back(item->key);
            step.name = item->text(model::item::kName);
        }
    }
    for (const model::RecordKey &key : keys) {
        if (auto changes = m_writes.remove(key)) {
            step.changes.push_back(std::move(changes->front()));
        }
    }
    if (!step.changes.empty()) {
        m_undo.push(std::move(step));
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
    note(UndoStep::Kind::Edited, name,
        m_writes.set({ m_space, Kind::List, model::RecordId { m_space.value } },
            { { model::list::kName, name.trimmed() }, { model::list::kIcon, icon },
                { model::list::kColor, qint64(hue) } }));
}

void ListViewModel::onLoaded(model::SpaceId space)
{
    if (space == m_space && !m_rows.isFilled()) {
        m_rows.fill();
        Q_EMIT headChanged();
        Q_EMIT loadedChanged();
    }
}

void ListViewModel::onRowsChanged(
    model::SpaceId space, Kind kind, const std::vector<model::RecordId> &ids, bool remote)
{
    if (space != m_space) {
        return;
    }
    if (kind == Kind::Item) {
        m_rows.take(ids, remote);
    } else if (kind == Kind::List || kind == Kind::Member) {
        m_rows.readCurrency();
        Q_EMIT headChanged();
        Q_EMIT countsChanged();
    }
}

} // namespace larder::app
