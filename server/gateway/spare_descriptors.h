// Keeps the last file descriptors for the server itself: for its database, its log and its keys.
//
// Whoever connects when only those are left is hung up on at once. Accepting until there are none would be
// worse: a QTcpServer that can't accept is told without end that somebody waits, and takes a whole core for
// it.
#pragma once

#include <QtCore/qglobal.h>

#include <sys/resource.h>

namespace larder::server {

inline constexpr rlim_t kSpareDescriptors = 32;

// The system hands out the lowest number that is free, so a high one tells how many are left.
inline bool isSpareDescriptor(qintptr descriptor)
{
    rlimit limit {};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY
        && rlim_t(descriptor) + kSpareDescriptors >= limit.rlim_cur;
}

} // namespace larder::server
