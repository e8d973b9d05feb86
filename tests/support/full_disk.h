// A disk that is full for this process alone.
#pragma once

#include <QtCore/qglobal.h>

#include <csignal>
#include <sys/resource.h>

namespace larder::test {

// While it lives, no file of this process takes another byte: what the statements did stands in SQLite's
// memory, and its COMMIT fails where it writes the log.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before {};
};

} // namespace larder::test
