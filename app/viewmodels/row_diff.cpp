#include "app/viewmodels/row_diff.h"

#include <algorithm>

namespace larder::app {

static bool before(const ItemRow *a, const ItemRow *b)
{
    return compare(a->place, b->place) < 0;
}

std::vector<InsertRun> insertRuns(std::span<const ItemRow *const> held, std::span<const ItemRow *const> added)
{
    std::vector<InsertRun> runs;
    auto from = held.begin();
    for (int next = 0; next < int(added.size());) {
        from = std::lower_bound(from, held.end(), added[next], before);
        int count = 1;
        while (
            next + count < int(added.size()) && (from == held.end() || before(added[next + count], *from))) {
            ++count;
        }
        runs.push_back({ int(from - held.begin()) + next, next, count });
        next += count;
    }
    return runs;
}

} // namespace larder::app
