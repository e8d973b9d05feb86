#include "server/api/purge_job.h"

#include "core/limits.h"
#include "core/logging.h"
#include "server/accounts/refresh_tokens.h"

namespace larder::server {

static constexpr const char *kMetric = "larder_purged_total";
static constexpr const char *kHelp = "What was deleted long ago and went for good.";

PurgeJob::PurgeJob(const Parts &parts)
    : m_parts(parts)
    , m_records(parts.metrics.counter(kMetric, kHelp, { { "what", "record" } }))
    , m_spaces(parts.metrics.counter(kMetric, kHelp, { { "what", "space" } }))
    , m_sessions(parts.metrics.counter(kMetric, kHelp, { { "what", "session" } }))
    , m_photos(parts.metrics.counter(kMetric, kHelp, { { "what", "photo" } }))
{
    const std::chrono::milliseconds within = kFirstWithin;
    wait(std::chrono::minutes(1) + std::chrono::milliseconds(m_parts.random.below(quint64(within.count()))));
}

PurgeJob::~PurgeJob()
{
    m_parts.timers.stop(m_timer);
}

void PurgeJob::wait(std::chrono::milliseconds time)
{
    m_timer = m_parts.timers.start(time, [this] { begin(); });
}

void PurgeJob::begin()
{
    m_before = m_parts.clock.now() - limits::kGravestoneLife;
    m_sum = {};
    m_sessionSum = 0;
    m_photoSum = 0;
    go(PurgeTurn().after);
}

void PurgeJob::go(const model::RecordKey &after)
{
    auto work = [before = m_before, after, told = m_parts.told](Store &store) {
        PurgeTurn turn { after, {} };
        if (told) {
            turn.spaceGone = [told](model::SpaceId space) { told->publishDeleted(space); };
        }
        return store.purge(before, turn);
    };
    m_parts.pool.write(std::move(work)).then(this, [this](const Result<PurgeStep> &step) { take(step); });
}

void PurgeJob::take(const Result<PurgeStep> &step)
{
    if (!step) {
        end(&step.error());
        return;
    }
    m_sum.records += step->records;
    m_sum.spaces += step->spaces;
    m_sum.elsewhere = step->elsewhere;
    m_records.add(quint64(step->records));
    m_spaces.add(quint64(step->spaces));
    if (step->next) {
        go(*step->next);
        return;
    }
    forgetSessions();
}

void PurgeJob::forgetSessions()
{
    auto work
        = [now = m_parts.clock.now()](Store &store) { return server::forgetSessions(store.dialect(), now); };
    m_parts.pool.write(std::move(work)).then(this, [this](const Result<int> &gone) {
        if (!gone) {
            end(&gone.error());
            return;
        }
        m_sessionSum += *gone;
        m_sessions.add(quint64(*gone));
        if (*gone > 0) {
            forgetSessions();
        } else {
            forgetPhotos({});
        }
    });
}

void PurgeJob::forgetPhotos(const PhotoKey &after)
{
    auto work = [now = m_parts.clock.now(), after](Store &store) { return purgePhotos(store, now, after); };
    m_parts.pool.write(std::move(work)).then(this, [this](const Result<PhotoPurge> &turn) {
        if (!turn) {
            end(&turn.error());
            return;
        }
        m_photoSum += turn->gone;
        m_photos.add(quint64(turn->gone));
        if (turn->next) {
            forgetPhotos(*turn->next);
        } else {
            end(nullptr);
        }
    });
}

void PurgeJob::end(const Error *error)
{
    if (error) {
        qCWarning(lcOps,
            "forgot %d deleted records, %d lists, %d sessions or tokens and %d photos before it failed, and "
            "tries again in an hour: %s",
            m_sum.records, m_sum.spaces, m_sessionSum, m_photoSum, qUtf8Printable(error->detail));
    } else {
        qCInfo(lcOps,
            "forgot %d deleted records and %d deleted lists of long ago, %d sessions or tokens, and %d "
            "photos "
            "that nothing shows%s",
            m_sum.records, m_sum.spaces, m_sessionSum, m_photoSum,
            m_sum.elsewhere ? "; another node does the rest" : "");
    }
    wait(error ? kAfterFailure : kEvery);
    Q_EMIT done(error == nullptr);
}

} // namespace larder::server
