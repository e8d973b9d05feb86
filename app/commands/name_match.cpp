#include "app/commands/name_match.h"

#include "core/grocery/text_match.h"

#include <algorithm>

namespace larder::app {

template<typename Meant> static std::vector<Named> those(const std::vector<Named> &all, Meant meant)
{
    std::vector<Named> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found), meant);
    return found;
}

std::vector<Named> findNamed(const std::vector<Named> &all, const QString &typed)
{
    const QString id = typed.trimmed().toLower();
    if (auto found = those(all, [&](const Named &each) { return each.id == id; }); !found.empty()) {
        return found;
    }
    const QString folded = grocery::folded(typed);
    if (folded.isEmpty()) {
        return {};
    }
    if (auto found = those(all, [&](const Named &each) { return grocery::folded(each.name) == folded; });
        !found.empty()) {
        return found;
    }
    bool isNumber = false;
    if (const int number = typed.trimmed().toInt(&isNumber); isNumber) {
        if (auto found = those(all, [&](const Named &each) { return number > 0 && each.number == number; });
            !found.empty()) {
            return found;
        }
    }
    return those(all, [&](const Named &each) { return grocery::folded(each.name).startsWith(folded); });
}

} // namespace larder::app
