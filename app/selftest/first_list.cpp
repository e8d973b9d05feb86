#include "app/selftest/first_list.h"

#include <QtCore/QFile>
#include <QtQuick/QQuickWindow>

#include <cstdio>
#include <unistd.h>

namespace larder::app {

using namespace Qt::StringLiterals;

static qint64 residentKilobytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * (sysconf(_SC_PAGESIZE) / 1024);
}

FirstList::FirstList(QQuickWindow &window, AppViewModel &app, const Clock &clock, Micros begun)
    : m_app(app)
    , m_clock(clock)
    , m_begun(begun)
{
    // The basic render loop, which the software renderer uses, does both on this thread.
    connect(
        &window, &QQuickWindow::beforeSynchronizing, this,
        [this] { m_synchronised = m_app.list()->rows()->rowCount() > 0; }, Qt::DirectConnection);
    connect(&window, &QQuickWindow::frameSwapped, this, &FirstList::tell, Qt::QueuedConnection);
}

void FirstList::tell()
{
    if (m_synchronised) {
        const auto taken
            = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_begun);
        std::printf("{\"firstListMs\": %lld, \"rssKb\": %lld, \"rows\": %d}\n",
            static_cast<long long>(taken.count()), static_cast<long long>(residentKilobytes()),
            m_app.list()->rows()->rowCount());
        std::fflush(stdout);
        Q_EMIT shown();
    }
}

} // namespace larder::app
