#include "app/commands/name_match.h"

#include <algorithm>

namespace larder::app {

QString foldedName(const QString &name)
{
    const QString apart = name.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(apart.size());
    for (const QChar c : apart) {
        if (!c.isMark()) {
            folded.append(c);
        }
    }
    return folded.toCaseFolded().simplified();
}

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
    const QString folded = foldedName(typed);
    if (folded.isEmpty()) {
        return {};
    }
    if (auto found = those(all, [&](const Named &each) { return foldedName(each.name) == folded; });
        !found.empty()) {
        return found;
    }
    bool isNumber = false;
    if (const int number = folded.toInt(&isNumber); isNumber) {
        if (auto found = those(all, [&](const Named &each) { return number > 0 && each.number == number; });
            !found.empty()) {
            return found;
        }
    }
    return those(all, [&](const Named &each) { return foldedName(each.name).startsWith(folded); });
}

} // namespace larder::app
