#include "server/ops/process.h"

#include "core/assert.h"

#include <QtCore/QFile>
#include <QtCore/QSocketNotifier>

#include <array>

#include <csignal>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace larder::server {

using namespace Qt::StringLiterals;

void keepFilesPrivate()
{
    ::umask(S_IRWXG | S_IRWXO);
}

Result<std::unique_ptr<QFile>> holdAlone(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadWrite)) {
        return Failure(Code::Configuration,
            u"can't make %1: %2; let larderd write in that folder, or name another."_s.arg(
                path, file->errorString()));
    }
    if (::flock(file->handle(), LOCK_EX | LOCK_NB) != 0) {
        return Failure(Code::Configuration,
            u"another larderd uses it (%1 is held); end that one, or name another file."_s.arg(path));
    }
    return file;
}

qint64 raiseFileLimit()
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return 0;
    }
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return qint64(limit.rlim_cur);
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

// A signal handler may hardly do more than write a byte.
static std::array<int, 2> stopPipe { -1, -1 };

static void onStop(int signal)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(stopPipe[0], &byte, 1);
    ::signal(signal, SIG_DFL);
}

StopSignals::StopSignals()
{
    LARDER_ASSERT(stopPipe[0] == -1);
    const bool made
        = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, stopPipe.data()) == 0;
    LARDER_ASSERT(made);
    m_notifier = std::make_unique<QSocketNotifier>(stopPipe[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(stopPipe[1], &byte, 1) == 1) {
            Q_EMIT stopAsked();
        }
    });
    ::signal(SIGTERM, onStop);
    ::signal(SIGINT, onStop);
    ::signal(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals()
{
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    m_notifier.reset();
    ::close(stopPipe[0]);
    ::close(stopPipe[1]);
    stopPipe = { -1, -1 };
}

} // namespace larder::server
