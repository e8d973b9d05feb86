// For defects of ours, never for input: a condition that the code around it guarantees. It also holds in
// release builds, because a process that goes on with a broken invariant writes it to disk.
#pragma once

#include <QtCore/qlogging.h>

#define LARDER_ASSERT(cond)                                                                                  \
    do {                                                                                                     \
        if (!(cond)) [[unlikely]] {                                                                          \
            qFatal("%s:%d: %s: assertion failed: %s", __FILE__, __LINE__, Q_FUNC_INFO, #cond);               \
        }                                                                                                    \
    } while (false)
