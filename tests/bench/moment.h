// Moments and spans of the benchmark: the monotonic clock, so that a writer, a reader and a crowd can be
// compared.
#pragma once

#include <chrono>

namespace larder::bench {

using Moment = std::chrono::steady_clock::time_point;

inline Moment now()
{
    return std::chrono::steady_clock::now();
}
inline double millis(Moment::duration span)
{
    return std::chrono::duration<double, std::milli>(span).count();
}
inline double seconds(Moment::duration span)
{
    return std::chrono::duration<double>(span).count();
}

} // namespace larder::bench
