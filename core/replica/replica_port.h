// The replica thread's end of ReplicaClient: takes its requests as they come, gives values back by signals.
//
// Writes that arrive together go to the disk in one transaction; each is told as saved only after its commit.
// Made by ReplicaClient and moved to the replica thread, where all of its functions run.
#pragma once

#include "core/replica/replica.h"

namespace larder::replica {

// A space's rows, or some of them; shared because a copy per receiver would cost more than reading them.
using RowsPage = std::shared_ptr<const std::vector<model::Record>>;

struct WriteOutcome {
    qint64 intent = 0;
    std::optional<Code> refused; // none: it is on the disk
};

class ReplicaPort : public QObject {
    Q_OBJECT

public:
    explicit ReplicaPort(Replica &replica);
    // Writes what still waits.
    ~ReplicaPort() override;

    void tellAll();
    void write(const LocalWrite &write);
    // Emits pageLoaded for each page, or loadFailed; `watch` comes back with it, so that an answer that is no
    // longer wanted is known.
    void load(model::SpaceId space, qint64 watch);
    // Emits rowsTold with the record as it is on the disk.
    void tellRecord(const model::RecordKey &key);
    void listQueue();
    void listFailures();
    void listConflicts();
    void dismissFailure(qint64 id);
    void retryFailure(qint64 id);
    void dismissConflict(qint64 id);

Q_SIGNALS:
    void spacesTold(const std::vector<larder::replica::Space> &spaces);
    void queueTold(const larder::replica::QueueState &state);
    void clockOffsetTold(std::chrono::microseconds offset);
    void writesEnded(const std::vector<larder::replica::WriteOutcome> &outcomes);
    void pageLoaded(
        larder::model::SpaceId space, qint64 watch, const larder::replica::RowsPage &rows, bool last);
    void loadFailed(larder::model::SpaceId space, qint64 watch, larder::Code code);
    void rowsTold(const larder::replica::RowsChanged &change);
    void queueListed(const larder::replica::QueueListing &listing);
    void failuresListed(const std::vector<larder::replica::RefusedWrite> &failures);
    void conflictsListed(const std::vector<larder::replica::Conflict> &conflicts);
    void requestFailed(larder::Code code); // one of the list… , dismiss… and retry… functions

private:
    void flush();
    void fail(const char *what, const Error &error);

    Replica &m_replica;
    std::vector<LocalWrite> m_waiting;
};

} // namespace larder::replica
