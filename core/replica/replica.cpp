#include "core/replica/replica.h"

#include "core/assert.h"
#include "core/logging.h"
#include "core/model/uuid7.h"
#include "core/random.h"
#include "core/replica/answers.h"
#include "core/replica/inbound.h"
#include "core/replica/local_writes.h"
#include "core/replica/membership.h"
#include "core/replica/replica_file.h"
#include "core/replica/salvage.h"
#include "core/storage/transaction.h"

#include <QtCore/QLockFile>
#include <QtCore/QThread>

namespace larder::replica {

using namespace Qt::StringLiterals;

namespace {

// What a file that is damaged under way leaves behind: the queue as it was last committed is in memory.
Salvage salvageOf(const Tables &tables)
{
    Salvage salvage;
    for (const auto &[number, entry] : tables.outbox.entries()) {
        if (!entry.acknowledged) {
            salvage.queue.push_back(entry.parcel);
        }
    }
    for (const auto &[space, entry] : tables.cursors.all()) {
        salvage.grants.push_back(entry.grant);
    }
    salvage.failuresOlder = tables.failures.older();
    salvage.user = tables.meta.user();
    salvage.device = tables.meta.device();
    salvage.clockOffset = tables.meta.clockOffset();
    salvage.lastStamp = tables.meta.lastStamp();
    return salvage;
}

// Two processes would each keep their own memory of one queue, and write over each other's entries. A process
// that was killed holds nothing.
Result<std::unique_ptr<QLockFile>> holdAlone(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // however long it is held
    if (!lock->tryLock() && lock->error() == QLockFile::LockFailedError) {
        return Failure(Code::Unavailable,
            u"%1 is open already; use the Larder that has it, or close that one first"_s.arg(path));
    }
    return lock; // where no file can be made, opening the database says so
}

} // namespace

struct Replica::Private {
    using Work = std::function<Result<void>(Context &)>;

    std::unique_ptr<QLockFile> alone;
    QString path;
    const Clock &clock;
    model::StampClock &stamps;
    std::unique_ptr<Tables> tables;
    OpenReport report;
    QueueState told;
    bool stale = false; // what is in memory may not be what is on the disk

    Result<void> reload();
    Result<void> transact(const Work &work, Effects &effects);
    Result<void> recover();
};

// After a rollback. Until it has worked nothing is done with what is in memory.
Result<void> Replica::Private::reload()
{
    auto loaded = tables->load();
    stale = !loaded;
    return loaded;
}

// One transaction: all of `work` or nothing, in the tables and in what is kept of them in memory.
Result<void> Replica::Private::transact(const Work &work, Effects &effects)
{
    if (stale) {
        if (auto loaded = reload(); !loaded) {
            return loaded;
        }
    }
    auto transaction = storage::Transaction::begin(*tables->database);
    if (!transaction) {
        return Failure(transaction.error());
    }
    Context context { *tables, effects, clock, stamps };
    auto done = work(context);
    if (done) {
        const model::Stamp last = effects.stampsBackTo.value_or(stamps.last());
        if (last != tables->meta.lastStamp()) {
            done = tables->meta.setLastStamp(last);
        }
    }
    if (done) {
        done = (*transaction)->commit();
    }
    if (done) {
        if (effects.stampsBackTo) {
            stamps.reset(*effects.stampsBackTo);
        }
        return {};
    }
    effects = {};
    transaction->reset();
    auto loaded = reload();
    return loaded ? done : loaded;
}

Result<void> Replica::Private::recover()
{
    Salvage salvage = salvageOf(*tables);
    auto failures = tables->failures.all();
    auto conflicts = tables->conflicts.all();
    Salvage pages;
    if (stale || !failures || !conflicts) {
        pages = salvageFrom(path);
    }
    if (stale) {
        // An entry may have left memory in the transaction that failed. What is queued twice becomes one
        // again.
        salvage.queue.insert(salvage.queue.begin(), pages.queue.begin(), pages.queue.end());
    }
    salvage.failures = failures ? std::move(*failures) : std::move(pages.failures);
    salvage.conflicts = conflicts ? std::move(*conflicts) : std::move(pages.conflicts);
    tables.reset();
    auto replaced = replaceReplicaFile(path, clock, salvage);
    if (!replaced) {
        return Failure(replaced.error());
    }
    tables = std::move(replaced->tables);
    stale = false;
    report = replaced->report;
    return {};
}

Replica::Replica(std::unique_ptr<Private> state)
    : m_state(std::move(state))
{
}

Replica::~Replica() = default;

Result<std::unique_ptr<Replica>> Replica::open(
    const QString &path, const Clock &clock, model::StampClock &stamps)
{
    auto alone = holdAlone(path);
    if (!alone) {
        return Failure(alone.error());
    }
    auto opened = openReplicaFile(path, clock);
    if (!opened) {
        return Failure(opened.error());
    }
    std::unique_ptr<Private> state(new Private {
        std::move(*alone), path, clock, stamps, std::move(opened->tables), opened->report, {}, false });
    stamps.observe(state->tables->meta.lastStamp());
    if (state->tables->meta.device().isNull()) {
        SystemRandom random;
        const model::DeviceId device { model::makeUuid7(clock.now(), random) };
        Effects effects;
        auto set = state->transact(
            [&](Context &context) { return context.tables.meta.setDevice(device); }, effects);
        if (!set) {
            return Failure(set.error());
        }
    }
    state->told = state->tables->queueState();
    return std::unique_ptr<Replica>(new Replica(std::move(state)));
}

// Runs `work`, a second time on a new file when the first one turns out to be damaged, and tells what it did.
Result<void> Replica::change(const std::function<Result<void>(Context &)> &work)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    if (!m_state->tables) {
        return Failure(Code::Storage, u"the damaged file could not be replaced"_s);
    }
    Effects effects;
    auto done = m_state->transact(work, effects);
    if (!done && done.error().code == Code::Corrupt) {
        qCWarning(lcReplica, "the replica is damaged: %s", qPrintable(done.error().detail));
        if (auto replaced = m_state->recover(); !replaced) {
            return replaced;
        }
        done = m_state->transact(work, effects);
        effects.spaces = true;
        Q_EMIT recovered(m_state->report);
    }
    tell(effects);
    return done;
}

void Replica::tell(const Effects &effects)
{
    // Spaces first: whoever shows rows knows then where they belong.
    if (effects.spaces) {
        Q_EMIT spacesChanged(spaces());
    }
    for (const RowsChanged &each : effects.rows) {
        Q_EMIT rowsChanged(each);
    }
    if (effects.clockOffset) {
        Q_EMIT clockOffsetChanged(clockOffset());
    }
    if (const QueueState state = queueState(); !m_state->stale && state != m_state->told) {
        m_state->told = state;
        Q_EMIT queueChanged(state);
    }
}

// Reads need no transaction; but damage that they find is dealt with as in a change.
template<typename T> Result<T> Replica::read(const std::function<Result<T>(Tables &)> &work)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    Result<T> answer = Failure(Code::Storage, u"the damaged file could not be replaced"_s);
    if (m_state->tables) {
        answer = work(*m_state->tables);
    }
    if (answer || answer.error().code != Code::Corrupt) {
        return answer;
    }
    const auto done = change([&](Context &context) -> Result<void> {
        answer = work(context.tables);
        return answer ? Result<void>() : Failure(answer.error());
    });
    return done ? answer : Failure(done.error());
}

const OpenReport &Replica::openReport() const
{
    return m_state->report;
}

Result<void> Replica::write(const protocol::Write &write)
{
    const LocalWrite local { write, clockOffset(), 0 };
    return writeAll(std::span(&local, 1)).front();
}

std::vector<Result<void>> Replica::writeAll(std::span<const LocalWrite> writes)
{
    std::vector<Result<void>> answers;
    const auto done = change([&](Context &context) {
        answers.clear();
        for (const LocalWrite &local : writes) {
            answers.push_back(applyLocalWrite(context, local));
            const auto &answer = answers.back();
            if (!answer && (answer.error().code == Code::Storage || answer.error().code == Code::Corrupt)) {
                return answer;
            }
        }
        return Result<void>();
    });
    if (!done) {
        answers.assign(writes.size(), done);
    }
    return answers;
}

Result<std::vector<model::Record>> Replica::records(model::SpaceId space, model::Kind kind)
{
    return read<std::vector<model::Record>>([&](Tables &tables) { return tables.records.of(space, kind); });
}

Result<std::vector<model::Record>> Replica::recordsOf(model::SpaceId space)
{
    return read<std::vector<model::Record>>([&](Tables &tables) { return tables.records.of(space); });
}

Result<std::optional<model::Record>> Replica::record(const model::RecordKey &key)
{
    return read<std::optional<model::Record>>([&](Tables &tables) { return tables.records.find(key); });
}

Result<std::vector<model::Record>> Replica::allRecords()
{
    return read<std::vector<model::Record>>([](Tables &tables) { return tables.records.all(); });
}

Result<QueueListing> Replica::newestQueued(int most)
{
    return read<QueueListing>(
        [most](Tables &tables) { return Result<QueueListing>(tables.outbox.newest(most)); });
}

Result<std::vector<RefusedWrite>> Replica::failures()
{
    return read<std::vector<RefusedWrite>>([](Tables &tables) { return tables.failures.all(); });
}

Result<std::vector<Conflict>> Replica::conflicts()
{
    return read<std::vector<Conflict>>([](Tables &tables) { return tables.conflicts.all(); });
}

std::vector<Space> Replica::spaces() const
{
    return m_state->tables ? m_state->tables->cursors.spaces() : std::vector<Space>();
}

Micros Replica::clockOffset() const
{
    return m_state->tables ? m_state->tables->meta.clockOffset() : Micros();
}

QueueState Replica::queueState() const
{
    return m_state->tables ? m_state->tables->queueState() : QueueState();
}

model::UserId Replica::user() const
{
    return m_state->tables ? m_state->tables->meta.user() : model::UserId();
}

model::DeviceId Replica::device() const
{
    return m_state->tables ? m_state->tables->meta.device() : model::DeviceId();
}

QString Replica::epoch() const
{
    return m_state->tables ? m_state->tables->meta.epoch() : QString();
}

Result<std::vector<QueuedWrite>> Replica::outbox(int limit) const
{
    std::vector<QueuedWrite> writes;
    if (!m_state->tables) {
        return writes;
    }
    for (const auto &[number, entry] : m_state->tables->outbox.entries()) {
        if (int(writes.size()) == limit) {
            break;
        }
        if (!entry.acknowledged) {
            writes.push_back({ number, entry.parcel.write });
        }
    }
    return writes;
}

Result<void> Replica::dismissFailure(qint64 id)
{
    return change([&](Context &context) { return context.tables.failures.remove(id); });
}

Result<void> Replica::dismissConflict(qint64 id)
{
    return change([&](Context &context) { return context.tables.conflicts.remove(id); });
}

Result<void> Replica::retryFailure(qint64 id)
{
    return change([&](Context &context) -> Result<void> {
        auto failure = context.tables.failures.find(id);
        if (!failure) {
            return Failure(failure.error());
        }
        if (!*failure) {
            return Failure(Code::NotFound, u"no such failure"_s);
        }
        LocalWrite again { std::move((*failure)->write), context.tables.meta.clockOffset(), 0 };
        const model::Stamp stamp = context.stamps.tick(context.now());
        for (model::Register &reg : again.write.registers) {
            reg.stamp = stamp;
        }
        if (auto written = applyLocalWrite(context, again); !written) {
            return written;
        }
        return context.tables.failures.remove(id);
    });
}

Result<void> Replica::setUser(model::UserId user)
{
    if (const model::UserId held = this->user(); !held.isNull()) {
        return held == user ? Result<void>()
                            : Failure(Code::AlreadyExists, u"this replica is another user's"_s);
    }
    return change([&](Context &context) { return context.tables.meta.setUser(user); });
}

Result<void> Replica::applyWelcome(const protocol::Welcome &welcome, Micros offset)
{
    return change([&](Context &context) { return replica::applyWelcome(context, welcome, offset); });
}

Result<Applied> Replica::applyRows(const protocol::Rows &rows)
{
    Applied applied = Applied::Old;
    const auto done = change([&](Context &context) -> Result<void> {
        const auto answer = replica::applyRows(context, rows);
        if (!answer) {
            return Failure(answer.error());
        }
        applied = *answer;
        return {};
    });
    if (!done) {
        return Failure(done.error());
    }
    return applied;
}

Result<void> Replica::applyGrant(const protocol::Grant &grant)
{
    return change([&](Context &context) { return replica::applyGrant(context, grant.space); });
}

Result<void> Replica::applyDrop(const protocol::Drop &drop)
{
    return change([&](Context &context) { return replica::applyDrop(context, drop); });
}

Result<void> Replica::applyReset(const protocol::Reset &reset)
{
    return change([&](Context &context) { return replica::applyReset(context, reset); });
}

Result<std::vector<QueuedWrite>> Replica::takeQueued(int limit, int bytes)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    if (!m_state->tables) {
        return std::vector<QueuedWrite>();
    }
    if (m_state->stale) {
        if (auto loaded = m_state->reload(); !loaded) {
            return Failure(loaded.error());
        }
    }
    const Cursors &cursors = m_state->tables->cursors;
    return m_state->tables->outbox.take(limit, bytes, [&](model::SpaceId space) {
        const Cursors::Entry *entry = cursors.find(space);
        if (!entry || entry->missing || entry->renewal == Renewal::Healing) {
            return Outbox::Ready::No;
        }
        return entry->local ? Outbox::Ready::ListFirst : Outbox::Ready::Yes;
    });
}

void Replica::releaseInFlight()
{
    if (m_state->tables) {
        m_state->tables->outbox.releaseInFlight();
    }
}

Result<void> Replica::acknowledge(std::span<const QueuedWrite> sent, const protocol::Pushed &answer)
{
    return change([&](Context &context) { return applyAnswer(context, sent, answer); });
}

Result<void> Replica::signOut()
{
    return change([](Context &context) -> Result<void> {
        Tables &tables = context.tables;
        context.effects.spaces = true;
        for (const auto &cleared : { tables.outbox.clear(), tables.failures.clear(), tables.conflicts.clear(),
                 tables.cursors.clear(), tables.meta.setUser({}), tables.meta.setEpoch({}) }) {
            if (!cleared) {
                return cleared;
            }
        }
        return {};
    });
}

} // namespace larder::replica
