#include "app/viewmodels/undo_stack.h"

#include "app/viewmodels/error_text.h"
#include "core/limits.h"

#include <algorithm>

namespace larder::app {

using namespace std::chrono_literals;
using Kind = UndoStep::Kind;

static constexpr auto kBarFor = 6s; // at least five, as a person counts
static constexpr size_t kBars = 3; // stacked; more of one kind share the newest

static bool wantsBar(Kind kind)
{
    return kind == Kind::Checked || kind == Kind::Deleted || kind == Kind::Moved || kind == Kind::Copied
        || kind == Kind::Merged || kind == Kind::Imported;
}

// A purchase is no thing of its own: it goes with the item that was checked.
static int thingsIn(const UndoStep &step)
{
    return int(std::ranges::count_if(
        step.changes, [](const Change &change) { return change.key.kind != model::Kind::Purchase; }));
}

UndoStack::UndoStack(replica::ReplicaClient &replica, Timers &timers, QObject *parent)
    : QAbstractListModel(parent)
    , m_replica(replica)
    , m_timers(timers)
{
}

UndoStack::~UndoStack()
{
    for (const Bar &bar : m_bars) {
        m_timers.stop(bar.timer);
    }
}

void UndoStack::push(UndoStep step)
{
    m_undone.clear();
    m_steps.push_back(hold(std::move(step)));
    if (m_steps.size() > limits::kUndoSteps) {
        forgetInBars(m_steps.front().id);
        m_steps.pop_front();
    }
    if (wantsBar(m_steps.back().step.kind)) {
        show(m_steps.back());
    }
    Q_EMIT depthChanged();
}

bool UndoStack::note(UndoStep::Kind kind, const QString &name, Result<Changes> changes)
{
    if (!changes) {
        say(errorSentence(changes.error().code));
        return false;
    }
    push({ kind, name, std::move(*changes), 0, {} });
    return true;
}

model::Stamp UndoStack::stampOf(const model::RecordKey &key, model::FieldNumber field) const
{
    const model::Record *record = m_replica.record(key);
    const model::Register *stands = record ? record->find(field) : nullptr;
    return stands ? stands->stamp : model::Stamp();
}

UndoStack::Held UndoStack::hold(UndoStep step)
{
    Held held { ++m_lastId, std::move(step), {} };
    for (const Change &change : held.step.changes) {
        for (const model::Register &before : change.before) {
            held.written.push_back(stampOf(change.key, before.field));
        }
    }
    return held;
}

void UndoStack::show(const Held &held)
{
    if (!m_bars.empty()) {
        Bar &last = m_bars.back();
        const bool shares = last.kind == held.step.kind && last.where == held.step.where
            && !last.steps.empty() && (held.step.kind == Kind::Checked || m_bars.size() >= kBars);
        if (shares) {
            last.steps.push_back({ held.id, thingsIn(held.step), held.step.name });
            startTimer(last);
            const QModelIndex at = index(int(m_bars.size()) - 1);
            Q_EMIT dataChanged(at, at, { SentenceRole });
            return;
        }
    }
    Bar bar;
    bar.kind = held.step.kind;
    bar.where = held.step.where;
    bar.steps.push_back({ held.id, thingsIn(held.step), held.step.name });
    append(std::move(bar));
}

void UndoStack::say(const QString &sentence)
{
    const auto same = [&](const Bar &bar) { return bar.sentence == sentence; };
    if (std::any_of(m_bars.begin(), m_bars.end(), same)) {
        return;
    }
    Bar bar;
    bar.sentence = sentence;
    append(std::move(bar));
}

void UndoStack::append(Bar bar)
{
    bar.id = ++m_lastId;
    startTimer(bar);
    beginInsertRows({}, int(m_bars.size()), int(m_bars.size()));
    m_bars.push_back(std::move(bar));
    endInsertRows();
    if (m_bars.size() > 2 * kBars) {
        closeBar(m_bars.front().id);
    }
}

void UndoStack::startTimer(Bar &bar)
{
    m_timers.stop(bar.timer);
    bar.timer = m_timers.start(kBarFor, [this, id = bar.id] { closeBar(id); });
}

void UndoStack::closeBar(int barId)
{
    const auto bar
        = std::find_if(m_bars.begin(), m_bars.end(), [barId](const Bar &shown) { return shown.id == barId; });
    if (bar == m_bars.end()) {
        return;
    }
    const int row = int(bar - m_bars.begin());
    m_timers.stop(bar->timer);
    beginRemoveRows({}, row, row);
    m_bars.erase(bar);
    endRemoveRows();
}

void UndoStack::forgetAll()
{
    m_steps.clear();
    m_undone.clear();
    while (!m_bars.empty()) {
        closeBar(m_bars.back().id);
    }
    Q_EMIT depthChanged();
}

void UndoStack::follow(
    const model::RecordKey &key, model::FieldNumber field, model::Stamp from, model::Stamp to)
{
    const auto followIn = [&](Held &held) {
        std::size_t at = 0;
        for (const Change &change : held.step.changes) {
            for (const model::Register &before : change.before) {
                model::Stamp &written = held.written[at++];
                if (written == from && before.field == field && change.key == key) {
                    written = to;
                }
            }
        }
    };
    std::ranges::for_each(m_steps, followIn);
    std::ranges::for_each(m_undone, followIn);
}

UndoStep UndoStack::perform(const Held &held)
{
    UndoStep back { held.step.kind, held.step.name, {}, held.step.things, held.step.where };
    bool overtaken = false;
    std::size_t at = 0;
    for (const Change &change : held.step.changes) {
        std::vector<replica::ReplicaClient::Field> fields;
        for (const model::Register &before : change.before) {
            if (stampOf(change.key, before.field) == held.written[at++]) {
                fields.push_back({ before.field, before.value });
            }
        }
        overtaken = overtaken || fields.size() < change.before.size();
        if (fields.empty()) {
            continue;
        }
        auto stood = m_replica.write(change.key, fields);
        if (!stood) {
            say(errorSentence(stood.error().code));
            continue;
        }
        for (const model::Register &before : change.before) {
            const bool restored
                = std::ranges::find(*stood, before.field, &model::Register::field) != stood->end();
            if (restored && !before.stamp.isNull()) {
                follow(change.key, before.field, before.stamp, stampOf(change.key, before.field));
            }
        }
        back.changes.push_back({ change.key, std::move(*stood) });
    }
    if (overtaken) {
        say(tr("Somebody changed it since. That was kept."));
    }
    std::reverse(back.changes.begin(), back.changes.end());
    return back;
}

void UndoStack::undo()
{
    if (m_steps.empty()) {
        return;
    }
    const Held held = std::move(m_steps.back());
    m_steps.pop_back();
    forgetInBars(held.id);
    if (UndoStep back = perform(held); !back.changes.empty()) {
        m_undone.push_back(hold(std::move(back)));
    }
    Q_EMIT depthChanged();
}

void UndoStack::redo()
{
    if (m_undone.empty()) {
        return;
    }
    const Held held = std::move(m_undone.back());
    m_undone.pop_back();
    if (UndoStep back = perform(held); !back.changes.empty()) {
        m_steps.push_back(hold(std::move(back)));
    }
    Q_EMIT depthChanged();
}

void UndoStack::undoBar(int barId)
{
    const auto bar
        = std::find_if(m_bars.begin(), m_bars.end(), [barId](const Bar &shown) { return shown.id == barId; });
    if (bar == m_bars.end()) {
        return;
    }
    const std::vector<InBar> steps = bar->steps;
    closeBar(barId);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const auto place = std::ranges::find(m_steps, step->stepId, &Held::id);
        if (place != m_steps.end()) {
            const Held held = std::move(*place);
            m_steps.erase(place);
            if (UndoStep back = perform(held); !back.changes.empty()) {
                m_undone.push_back(hold(std::move(back)));
            }
        }
    }
    Q_EMIT depthChanged();
}

void UndoStack::forgetInBars(int stepId)
{
    for (size_t row = 0; row < m_bars.size(); ++row) {
        Bar &bar = m_bars[row];
        if (std::erase_if(bar.steps, [stepId](const InBar &step) { return step.stepId == stepId; }) == 0) {
            continue;
        }
        if (bar.steps.empty()) {
            closeBar(bar.id);
        } else {
            Q_EMIT dataChanged(index(int(row)), index(int(row)), { SentenceRole });
        }
        return;
    }
}

QString UndoStack::sentence(const Bar &bar) const
{
    if (bar.steps.empty()) {
        return bar.sentence;
    }
    int things = 0;
    for (const InBar &step : bar.steps) {
        things += step.things;
    }
    const QString &name = bar.steps.front().name;
    const bool one = things == 1;
    switch (bar.kind) {
    case Kind::Deleted:
        return one ? tr("Deleted %1").arg(name) : tr("Deleted %Ln items", nullptr, things);
    case Kind::Moved:
        return one ? tr("Moved %1 to %2").arg(name, bar.where)
                   : tr("Moved %Ln items to %1", nullptr, things).arg(bar.where);
    case Kind::Copied:
        return one ? tr("Copied %1 to %2").arg(name, bar.where)
                   : tr("Copied %Ln items to %1", nullptr, things).arg(bar.where);
    case Kind::Imported:
        return tr("Added %Ln items to %1", nullptr, things).arg(bar.where);
    case Kind::Merged:
        return one ? tr("%1 is one item now").arg(name) : tr("%Ln items are one each now", nullptr, things);
    default:
        return one ? tr("Checked %1").arg(name) : tr("Checked %Ln items", nullptr, things);
    }
}

int UndoStack::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bars.size());
}

QVariant UndoStack::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Bar &bar = m_bars[index.row()];
    switch (role) {
    case BarIdRole:
        return bar.id;
    case Qt::DisplayRole:
    case SentenceRole:
        return sentence(bar);
    case UndoableRole:
        return !bar.steps.empty();
    default:
        return {};
    }
}

QHash<int, QByteArray> UndoStack::roleNames() const
{
    return { { BarIdRole, "barId" }, { SentenceRole, "sentence" }, { UndoableRole, "undoable" } };
}

} // namespace larder::app
