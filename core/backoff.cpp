#include "core/backoff.h"

#include <algorithm>

namespace larder {

std::chrono::milliseconds Backoff::wait(int attempt, Random &random) const
{
    auto ceiling = first;
    for (int doubled = 1; doubled < attempt && ceiling < most; ++doubled) {
        ceiling *= 2;
    }
    ceiling = std::min(ceiling, most);
    return std::chrono::milliseconds(random.below(quint64(ceiling.count()) + 1));
}

} // namespace larder
