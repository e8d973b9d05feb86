#include "app/viewmodels/sync_view_model.h"

#include "app/viewmodels/error_text.h"
#include "app/viewmodels/field_text.h"
#include "app/viewmodels/write_text.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using sync::Phase;

// Around what reads from left to right in any language, such as a path: LRI and PDI of UAX #9.
static constexpr QChar kIsolate(0x2066);
static constexpr QChar kIsolateEnd(0x2069);

SyncViewModel::SyncViewModel(
    replica::ReplicaClient &replica, UndoStack &undo, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_undo(undo)
    , m_clock(clock)
    , m_queue(replica.queueState())
    , m_repairs(this)
    , m_queueRows(this)
    , m_failures(this)
    , m_conflicts(this)
{
    using replica::ReplicaClient;
    connect(&m_replica, &ReplicaClient::queueChanged, this, &SyncViewModel::onQueueChanged);
    // A write can also go into an entry that waits already, and then nothing is counted.
    connect(&m_replica, &ReplicaClient::saved, this, &SyncViewModel::listQueue);
    connect(&m_replica, &ReplicaClient::queueListed, this, &SyncViewModel::onQueueListed);
    connect(&m_replica, &ReplicaClient::requestFailed, this, [this] { m_asked = Asked::No; });
    connect(&m_replica, &ReplicaClient::failuresListed, this, &SyncViewModel::onFailuresListed);
    connect(&m_replica, &ReplicaClient::conflictsListed, this, &SyncViewModel::onConflictsListed);
    m_replica.requestFailures();
    m_replica.requestConflicts();
}

SyncViewModel::Badge SyncViewModel::badge() const
{
    switch (m_status.phase) {
    case Phase::SignedOut:
        return m_status.reason ? Attention : Local;
    case Phase::Offline:
        return Offline;
    case Phase::Connecting:
    case Phase::CatchingUp:
        return m_queue.queued > 0 ? Waiting : Working;
    case Phase::Live:
        return m_queue.queued > 0 ? Waiting : Done;
    }
    return Offline;
}

bool SyncViewModel::wantsAttention() const
{
    return badge() == Attention || m_queue.failures > 0 || !m_told.empty();
}

QString SyncViewModel::headline() const
{
    switch (m_status.phase) {
    case Phase::SignedOut:
        return m_status.reason ? tr("Signed out") : tr("On this device only");
    case Phase::Offline:
        return m_status.manualOffline ? tr("Offline, as you asked") : tr("Offline");
    case Phase::Connecting:
        return tr("Connecting");
    case Phase::CatchingUp:
        return tr("Catching up");
    case Phase::Live:
        return m_queue.queued > 0 ? tr("Sending your changes") : tr("Up to date");
    }
    return {};
}

QString SyncViewModel::reason() const
{
    if (m_status.phase == Phase::SignedOut && !m_status.reason) {
        return tr("Your lists are kept here. Sign in to share them and to have them on other devices.");
    }
    if (m_status.manualOffline) {
        return tr("Everything works; your changes are sent when you go online again.");
    }
    if (m_status.phase == Phase::Live || m_status.phase == Phase::CatchingUp) {
        return {};
    }
    QString text = m_status.reason ? syncReason(*m_status.reason) : QString();
    if (m_status.nextAttempt && m_status.phase == Phase::Offline) {
        text += (text.isEmpty() ? QString() : QStringLiteral(" "))
            + tr("It is tried again at %1.").arg(when(*m_status.nextAttempt));
    }
    return text;
}

QString SyncViewModel::lastSync() const
{
    return m_status.lastSync ? tr("Last in agreement with the server: %1").arg(when(*m_status.lastSync))
                             : QString();
}

bool SyncViewModel::canRetry() const
{
    return m_status.phase == Phase::Offline && !m_status.manualOffline;
}

QString SyncViewModel::when(Micros at) const
{
    const auto time = [](Micros micros) { return QDateTime::fromMSecsSinceEpoch(micros.count() / 1000); };
    const QLocale locale;
    const QDateTime moment = time(at);
    // The C locale's short form has seconds, which nobody wants to know.
    const QString clock = locale.language() == QLocale::C
        ? locale.toString(moment.time(), QStringLiteral("HH:mm"))
        : locale.toString(moment.time(), QLocale::ShortFormat);
    if (moment.date() == time(m_clock.now()).date()) {
        return clock;
    }
    return tr("%1, %2", "a date and a time").arg(locale.toString(moment.date(), QLocale::ShortFormat), clock);
}

void SyncViewModel::setStatus(const sync::SyncStatus &status)
{
    if (status != m_status) {
        const bool listed = waiting() > 0;
        m_status = status;
        if (listed != (waiting() > 0)) {
            listQueue();
        }
        Q_EMIT changed();
    }
}

void SyncViewModel::setOpen(bool open)
{
    if (std::exchange(m_open, open) != open) {
        listQueue();
    }
}

// One question at a time: a queue that empties says so many times.
void SyncViewModel::listQueue()
{
    if (!m_open || waiting() == 0) {
        if (m_queueRows.count() > 0) {
            onQueueListed({});
        }
    } else if (m_asked != Asked::No) {
        m_asked = Asked::Again;
    } else {
        m_asked = Asked::Yes;
        m_replica.requestQueue();
    }
}

void SyncViewModel::retranslate()
{
    listRepairs();
    listQueue();
    m_replica.requestFailures();
    m_replica.requestConflicts();
}

void SyncViewModel::tellSessionEnded(Code code)
{
    m_undo.say(syncReason(code));
}

void SyncViewModel::tellSetAside(const replica::OpenReport &report)
{
    if (report.setAside.isEmpty()) {
        return;
    }
    m_told.push_back({ (m_told.empty() ? 0 : m_told.back().id) + 1, report, m_clock.now() });
    listRepairs();
    m_undo.say(tr("The file with your lists was damaged. Sync tells what was saved."));
    Q_EMIT changed();
}

void SyncViewModel::listRepairs()
{
    std::vector<Notice> notices;
    for (const Repair &repair : m_told) {
        const QString saved = repair.report.savedWrites > 0
            ? tr("Changes that had not been sent, saved: %L1.").arg(repair.report.savedWrites)
            : tr("There were no unsent changes to save.");
        notices.push_back({ repair.id, tr("A damaged file was set aside"),
            tr("The file with your lists could not be read any more and was replaced. What the server has "
               "comes back from there. %1 The old file is kept:\n%2")
                .arg(saved, kIsolate + QDir::toNativeSeparators(repair.report.setAside) + kIsolateEnd),
            when(repair.at) });
    }
    m_repairs.setNotices(std::move(notices));
}

void SyncViewModel::dismissRepair(qint64 id)
{
    std::erase_if(m_told, [id](const Repair &repair) { return repair.id == id; });
    listRepairs();
    Q_EMIT changed();
}

void SyncViewModel::onQueueChanged(const replica::QueueState &queue)
{
    const replica::QueueState before = std::exchange(m_queue, queue);
    if (before.failures != queue.failures) {
        m_replica.requestFailures();
    }
    if (before.conflicts != queue.conflicts) {
        m_replica.requestConflicts();
    }
    listQueue();
    Q_EMIT changed();
}

QString SyncViewModel::nameOf(const model::RecordKey &key) const
{
    const Record *record = m_replica.record(key);
    const auto field = key.kind == Kind::List ? model::list::kName : model::item::kName;
    const QString name = record ? record->text(field) : QString();
    return name.isEmpty() ? tr("Something") : name;
}

QString SyncViewModel::nameOf(const protocol::Write &write) const
{
    const QString name = writtenName(write);
    return name.isEmpty() ? nameOf(write.key) : name;
}

QString SyncViewModel::personIn(model::SpaceId space, model::UserId user) const
{
    const Record *member = m_replica.record({ space, Kind::Member, model::RecordId { user.value } });
    return member ? member->text(model::member::kName) : tr("Somebody");
}

void SyncViewModel::onFailuresListed(const std::vector<replica::RefusedWrite> &failures)
{
    m_refused = failures;
    std::vector<Notice> notices;
    for (const replica::RefusedWrite &failure : failures) {
        notices.push_back({ failure.id, nameOf(failure.write),
            tr("%1 Your change is kept here until you decide.").arg(refusalSentence(failure.code)) + u'\n'
                + writeSentence(failure.write, WriteTo::Known),
            when(failure.at) });
    }
    m_failures.setNotices(std::move(notices));
}

void SyncViewModel::onQueueListed(const replica::QueueListing &listing)
{
    const bool again = std::exchange(m_asked, Asked::No) == Asked::Again;
    std::vector<Notice> notices;
    const bool wanted = m_open && waiting() > 0; // nobody may be looking any more
    for (const replica::QueuedWrite &queued : wanted ? listing.writes : std::vector<replica::QueuedWrite>()) {
        const model::RecordKey &key = queued.write.key;
        const Record *held = m_replica.record(key);
        const Record *list = m_replica.record({ key.space, Kind::List, model::RecordId { key.space.value } });
        const QString sentence
            = writeSentence(queued.write, held && held->version == 0 ? WriteTo::New : WriteTo::Known);
        const QString in = list && key.kind != Kind::List ? list->text(model::list::kName) : QString();
        Micros at {};
        for (const model::Register &reg : queued.write.registers) {
            at = std::max(at, Micros(reg.stamp.micros));
        }
        notices.push_back({ queued.entry, nameOf(queued.write),
            in.isEmpty() ? sentence : tr("%1 – %2", "a change and its list").arg(sentence, in), when(at) });
    }
    m_queueRows.setNotices(std::move(notices));
    m_olderQueued = wanted ? listing.older : 0;
    Q_EMIT changed();
    if (again) {
        listQueue();
    }
}

QString SyncViewModel::olderQueued() const
{
    return m_olderQueued > 0 ? tr("And %Ln older.", nullptr, m_olderQueued) : QString();
}

QString SyncViewModel::olderFailures() const
{
    return m_queue.failuresOlder > 0 ? tr("And %Ln older, too many to keep.", nullptr, m_queue.failuresOlder)
                                     : QString();
}

QString SyncViewModel::conflictSentence(const replica::Conflict &conflict) const
{
    const QString person = personIn(conflict.key.space, conflict.author);
    if (conflict.field == model::kDeleted) {
        return tr("%1 removed it while you changed it.").arg(person);
    }
    return tr("%1 changed the %2 to “%3”; you had “%4”.")
        .arg(person, fieldTitle(conflict.key.kind, conflict.field),
            fieldText(conflict.key.kind, conflict.field, conflict.theirs.value),
            fieldText(conflict.key.kind, conflict.field, conflict.mine.value));
}

void SyncViewModel::onConflictsListed(const std::vector<replica::Conflict> &conflicts)
{
    m_held = conflicts;
    std::vector<Notice> notices;
    for (const replica::Conflict &conflict : conflicts) {
        notices.push_back(
            { conflict.id, nameOf(conflict.key), conflictSentence(conflict), when(conflict.at) });
    }
    m_conflicts.setNotices(std::move(notices));
}

void SyncViewModel::setManualOffline(bool offline)
{
    Q_EMIT manualOfflineAsked(offline);
}

void SyncViewModel::retryNow()
{
    Q_EMIT retryAsked();
}

void SyncViewModel::retryFailure(qint64 id)
{
    m_replica.retryFailure(id);
}

void SyncViewModel::retryFailures()
{
    for (const replica::RefusedWrite &refused : m_refused) {
        m_replica.retryFailure(refused.id);
    }
}

void SyncViewModel::copyFailure(qint64 id)
{
    const auto refused = std::ranges::find(m_refused, id, &replica::RefusedWrite::id);
    if (refused != m_refused.end()) {
        const QString name = nameOf(refused->write);
        QGuiApplication::clipboard()->setText(writeAsText(refused->write, name));
        m_undo.say(tr("Copied what you wrote of %1").arg(name));
    }
}

void SyncViewModel::copyFailures()
{
    QStringList texts;
    for (const replica::RefusedWrite &refused : m_refused) {
        texts.append(writeAsText(refused.write, nameOf(refused.write)));
    }
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    m_undo.say(tr("Copied all that was not kept"));
}

void SyncViewModel::dismissFailure(qint64 id)
{
    m_replica.dismissFailure(id);
}

void SyncViewModel::takeMine(qint64 id)
{
    const auto conflict
        = std::find_if(m_held.begin(), m_held.end(), [id](const auto &held) { return held.id == id; });
    if (conflict == m_held.end()) {
        return;
    }
    const model::Value mine = conflict->field == model::kDeleted ? model::Value(false) : conflict->mine.value;
    auto before = m_replica.write(conflict->key, { { conflict->field, mine } });
    if (!before) {
        m_undo.say(errorSentence(before.error().code));
        return;
    }
    m_undo.push({ UndoStep::Kind::Edited, nameOf(conflict->key), { { conflict->key, std::move(*before) } } });
    m_replica.dismissConflict(id);
}

void SyncViewModel::keepTheirs(qint64 id)
{
    m_replica.dismissConflict(id);
}

} // namespace larder::app
