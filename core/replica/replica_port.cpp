#include "core/replica/replica_port.h"

#include "core/limits.h"
#include "core/logging.h"

namespace larder::replica {

namespace {

void logError(const char *what, const Error &error)
{
    qCWarning(lcReplica, "%s: %s", what, qPrintable(error.detail));
}

} // namespace

ReplicaPort::ReplicaPort(Replica &replica)
    : m_replica(replica)
{
}

ReplicaPort::~ReplicaPort()
{
    flush();
}

void ReplicaPort::tellAll()
{
    Q_EMIT clockOffsetTold(m_replica.clockOffset());
    Q_EMIT spacesTold(m_replica.spaces());
    Q_EMIT queueTold(m_replica.queueState());
}

void ReplicaPort::write(const LocalWrite &write)
{
    m_waiting.push_back(write);
    if (m_waiting.size() == 1) {
        // Behind whatever is queued for this thread by now: the writes among it share the transaction.
        QMetaObject::invokeMethod(this, &ReplicaPort::flush, Qt::QueuedConnection);
    }
}

void ReplicaPort::flush()
{
    if (m_waiting.empty()) {
        return;
    }
    const std::vector<LocalWrite> writes = std::exchange(m_waiting, {});
    const auto answers = m_replica.writeAll(writes);
    std::vector<WriteOutcome> outcomes;
    outcomes.reserve(writes.size());
    for (std::size_t i = 0; i < writes.size(); ++i) {
        outcomes.push_back({ writes[i].intent, {} });
        if (!answers[i]) {
            outcomes.back().refused = answers[i].error().code;
            logError("a write was not kept", answers[i].error());
        }
    }
    Q_EMIT writesEnded(outcomes);
}

void ReplicaPort::load(model::SpaceId space, qint64 watch)
{
    flush(); // what was written before has to be in it
    auto records = m_replica.recordsOf(space);
    if (!records) {
        logError("a space can't be read", records.error());
        Q_EMIT loadFailed(space, watch, records.error().code);
        return;
    }
    std::vector<model::Record> page;
    for (model::Record &record : *records) {
        if (page.size() == std::size_t(limits::kPageRows)) {
            Q_EMIT pageLoaded(
                space, watch, std::make_shared<const std::vector<model::Record>>(std::move(page)), false);
            page = {};
        }
        page.push_back(std::move(record));
    }
    Q_EMIT pageLoaded(
        space, watch, std::make_shared<const std::vector<model::Record>>(std::move(page)), true);
}

void ReplicaPort::tellRecord(const model::RecordKey &key)
{
    auto record = m_replica.record(key);
    if (!record) {
        logError("a record can't be read", record.error());
        return;
    }
    RowsChanged change;
    change.how = RowsChanged::How::Replace;
    change.rows = { std::move(*record).value_or(model::Record { key, {}, 0, {} }) };
    Q_EMIT rowsTold(change);
}

void ReplicaPort::fail(const char *what, const Error &error)
{
    logError(what, error);
    Q_EMIT requestFailed(error.code);
}

void ReplicaPort::listQueue()
{
    const auto listing = m_replica.newestQueued(limits::kQueueShown);
    if (!listing) {
        return fail("the queue can't be read", listing.error());
    }
    Q_EMIT queueListed(*listing);
}

void ReplicaPort::listFailures()
{
    const auto failures = m_replica.failures();
    if (!failures) {
        return fail("refused writes can't be read", failures.error());
    }
    Q_EMIT failuresListed(*failures);
}

void ReplicaPort::listConflicts()
{
    const auto conflicts = m_replica.conflicts();
    if (!conflicts) {
        return fail("conflicts can't be read", conflicts.error());
    }
    Q_EMIT conflictsListed(*conflicts);
}

void ReplicaPort::dismissFailure(qint64 id)
{
    if (const auto done = m_replica.dismissFailure(id); !done) {
        fail("a refused write can't be dismissed", done.error());
    }
}

void ReplicaPort::retryFailure(qint64 id)
{
    if (const auto done = m_replica.retryFailure(id); !done) {
        fail("a refused write can't be tried again", done.error());
    }
}

void ReplicaPort::dismissConflict(qint64 id)
{
    if (const auto done = m_replica.dismissConflict(id); !done) {
        fail("a conflict can't be dismissed", done.error());
    }
}

} // namespace larder::replica
