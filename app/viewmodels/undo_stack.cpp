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
    return kind == Kind::Checked || kind == Kind::Deleted;
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
    m_steps.push_back({ ++m_lastId, std::move(step) });
    if (m_steps.size() > limits::kUndoSteps) {
        forgetInBars(m_steps.front().id);
        m_steps.pop_front();
    }
    if (wantsBar(m_steps.back().step.kind)) {
        show(m_steps.back());
    }
    Q_EMIT depthChanged();
}

void UndoStack::show(const Held &held)
{
    if (!m_bars.empty()) {
        Bar &last = m_bars.back();
        const bool shares = last.kind == held.step.kind && !last.steps.empty()
            && (held.step.kind == Kind::Checked || m_bars.size() >= kBars);
        if (shares) {
            last.steps.push_back(held.id);
            last.things += int(held.step.changes.size());
            startTimer(last);
            const QModelIndex at = index(int(m_bars.size()) - 1);
            Q_EMIT dataChanged(at, at, { SentenceRole });
            return;
        }
    }
    Bar bar;
    bar.kind = held.step.kind;
    bar.steps = { held.id };
    bar.things = int(held.step.changes.size());
    bar.name = held.step.name;
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

UndoStep UndoStack::perform(const UndoStep &step)
{
    UndoStep back { step.kind, step.name, {} };
    for (const UndoStep::Change &change : step.changes) {
        auto before = m_replica.write(change.key, change.fields);
        if (before) {
            back.changes.push_back({ change.key, std::move(*before) });
        } else {
            say(errorSentence(before.error().code));
        }
    }
    // What was done last is taken back first, when a step wrote one field twice.
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
    m_undone.push_back(perform(held.step));
    Q_EMIT depthChanged();
}

void UndoStack::redo()
{
    if (m_undone.empty()) {
        return;
    }
    const UndoStep step = std::move(m_undone.back());
    m_undone.pop_back();
    m_steps.push_back({ ++m_lastId, perform(step) });
    Q_EMIT depthChanged();
}

void UndoStack::undoBar(int barId)
{
    const auto bar
        = std::find_if(m_bars.begin(), m_bars.end(), [barId](const Bar &shown) { return shown.id == barId; });
    if (bar == m_bars.end()) {
        return;
    }
    const std::vector<int> steps = bar->steps;
    closeBar(barId);
    for (auto id = steps.rbegin(); id != steps.rend(); ++id) {
        const auto held
            = std::find_if(m_steps.begin(), m_steps.end(), [id](const Held &entry) { return entry.id == *id; });
        if (held != m_steps.end()) {
            const UndoStep step = std::move(held->step);
            m_steps.erase(held);
            m_undone.push_back(perform(step));
        }
    }
    Q_EMIT depthChanged();
}

void UndoStack::forgetInBars(int stepId)
{
    for (size_t row = 0; row < m_bars.size(); ++row) {
        Bar &bar = m_bars[row];
        if (std::erase(bar.steps, stepId) == 0) {
            continue;
        }
        if (bar.steps.empty()) {
            closeBar(bar.id);
        } else {
            bar.things = int(bar.steps.size());
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
    const bool one = bar.things == 1;
    if (bar.kind == Kind::Deleted) {
        return one ? tr("Deleted %1").arg(bar.name) : tr("Deleted %Ln items", nullptr, bar.things);
    }
    return one ? tr("Checked %1").arg(bar.name) : tr("Checked %Ln items", nullptr, bar.things);
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
