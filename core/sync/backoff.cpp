#include "core/sync/backoff.h"

#include "core/limits.h"

#include <algorithm>

namespace larder::sync {

std::chrono::milliseconds backoff(int attempt, Random &random)
{
    auto ceiling = limits::kBackoffFirst;
    for (int doubled = 1; doubled < attempt && ceiling < limits::kBackoffMax; ++doubled) {
        ceiling *= 2;
    }
    ceiling = std::min(ceiling, limits::kBackoffMax);
    return std::chrono::milliseconds(random.below(quint64(ceiling.count()) + 1));
}

} // namespace larder::sync
