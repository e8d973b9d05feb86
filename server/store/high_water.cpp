#include "server/store/high_water.h"

#include "core/logging.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace larder::server {

using namespace Qt::StringLiterals;

// One line: the epoch, a blank, the sum of all versions.
struct Mark {
    QByteArray epoch;
    qint64 versions = 0;
};

static Result<Mark> markOf(Store &store)
{
    const auto epoch = store.epoch();
    if (!epoch) {
        return Failure(epoch.error());
    }
    const auto versions = store.sumOfVersions();
    if (!versions) {
        return Failure(versions.error());
    }
    return Mark { epoch->toLatin1(), *versions };
}

Result<bool> beginAnewIfOlder(Store &store, const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return false;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure(Code::Storage, u"can't read %1: %2"_s.arg(path, file.errorString()));
    }
    const QList<QByteArray> words = file.readLine(limits::kHighWaterBytes).trimmed().split(' ');
    const auto is = markOf(store);
    if (!is) {
        return Failure(is.error());
    }
    const bool tells = words.size() == 2;
    if (!tells || (words[0] == is->epoch && words[1].toLongLong() <= is->versions)) {
        return false;
    }
    if (auto begun = store.beginAnew(); !begun) {
        return Failure(begun.error());
    }
    qCWarning(lcStore,
        "the database is older than the one that was served last, as after a restored backup: the devices "
        "are "
        "asked for what it lacks");
    return true;
}

Result<void> writeHighWater(Store &store, const QString &path)
{
    const auto is = markOf(store);
    if (!is) {
        return Failure(is.error());
    }
    const QByteArray line = is->epoch + ' ' + QByteArray::number(is->versions) + '\n';
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit()) {
        return Failure(Code::Storage, u"can't write %1: %2"_s.arg(path, file.errorString()));
    }
    return {};
}

HighWater::HighWater(StorePool &pool, Timers &timers, const QString &path)
    : m_pool(pool)
    , m_timers(timers)
    , m_path(path)
{
    write();
    wait();
}

HighWater::~HighWater()
{
    m_timers.stop(m_timer);
    write().waitForFinished();
}

QFuture<Result<void>> HighWater::write()
{
    return m_pool.write([path = m_path](Store &store) {
        auto written = writeHighWater(store, path);
        if (!written) {
            qCWarning(lcStore, "a backup that is put back may not be noticed: %s",
                qUtf8Printable(written.error().detail));
        }
        return written;
    });
}

void HighWater::wait()
{
    m_timer = m_timers.start(kEvery, [this] {
        write();
        wait();
    });
}

} // namespace larder::server
