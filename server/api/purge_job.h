// Lets what was deleted kGravestoneLife ago go for good, sessions whose devices went away, and photos that no
// item shows, once a day and first at some moment of the first hour or so, which is drawn by lot: nodes that
// start together do not begin together. After a failure it comes again in an hour.
//
// It goes in short turns on a thread that writes, between which others write. Whoever is connected and has
// heard of the deletions needs nothing; a space that goes is told on as one that was deleted: by PostgreSQL's
// log, or here. Lives on the main thread.
#pragma once

#include "core/random.h"
#include "server/feed/in_process_feed.h"
#include "server/ops/metrics.h"
#include "server/store/photos.h"
#include "server/store/store_pool.h"

namespace larder::server {

class PurgeJob final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        StorePool &pool;
        InProcessFeed *told; // the feed, if it has to be told of commits
        Metrics &metrics;
        const Clock &clock;
        Timers &timers;
        Random &random;
    };

    explicit PurgeJob(const Parts &parts);
    ~PurgeJob() override;

    static constexpr std::chrono::minutes kFirstWithin { 60 };
    static constexpr std::chrono::hours kEvery { 24 };
    static constexpr std::chrono::hours kAfterFailure { 1 };

Q_SIGNALS:
    void done(bool success);

private:
    void begin();
    void go(const model::RecordKey &after);
    void take(const Result<PurgeStep> &step);
    void forgetSessions();
    void forgetPhotos(const PhotoKey &after);
    void end(const Error *error);
    void wait(std::chrono::milliseconds time);

    Parts m_parts;
    Metrics::Counter &m_records;
    Metrics::Counter &m_spaces;
    Metrics::Counter &m_sessions;
    Metrics::Counter &m_photos;
    Timers::Id m_timer = 0;
    Micros m_before {};
    PurgeStep m_sum; // of the turns so far
    int m_sessionSum = 0; // likewise, with their tokens
    int m_photoSum = 0;
};

} // namespace larder::server
