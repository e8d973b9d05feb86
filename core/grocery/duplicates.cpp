#include "core/grocery/duplicates.h"

#include "core/grocery/text_match.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <numeric>

namespace larder::grocery {

namespace {

// Sets that grow together; each is named by its first member.
class Sets {
public:
    explicit Sets(std::size_t size)
        : m_parents(size)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t(0));
    }

    std::size_t of(std::size_t member)
    {
        while (m_parents[member] != member) {
            m_parents[member] = m_parents[m_parents[member]];
            member = m_parents[member];
        }
        return member;
    }

    void join(std::size_t a, std::size_t b)
    {
        const std::size_t one = of(a);
        const std::size_t other = of(b);
        m_parents[std::max(one, other)] = std::min(one, other);
    }

private:
    std::vector<std::size_t> m_parents;
};

// Each item with the first that is the same thing.
Sets sameThings(std::span<const Listed> items, const Catalogue &catalogue, Language language)
{
    Sets sets(items.size());
    QHash<QString, std::size_t> byName;
    QHash<int, std::size_t> byGrocery;
    std::vector<QString> names;
    names.reserve(items.size());
    byName.reserve(qsizetype(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString &name = names.emplace_back(folded(items[i].name));
        if (name.isEmpty()) {
            continue;
        }
        const auto known = byName.constFind(name);
        if (known != byName.cend()) {
            sets.join(*known, i);
            continue;
        }
        byName.insert(name, i);
        if (const auto grocery = catalogue.findFolded(name, language)) {
            const auto first = byGrocery.constFind(*grocery);
            if (first != byGrocery.cend()) {
                sets.join(*first, i);
            } else {
                byGrocery.insert(*grocery, i);
            }
        }
    }
    for (auto each = byName.cbegin(); each != byName.cend(); ++each) {
        for (const QString &singular : singularsOf(each.key())) {
            if (const auto other = byName.constFind(singular); other != byName.cend()) {
                sets.join(*each, *other);
            }
        }
    }
    return sets;
}

// The groups among the items of one thing.
void addGroups(
    std::vector<DuplicateGroup> &groups, std::span<const Listed> items, const std::vector<std::size_t> &same)
{
    std::vector<std::vector<std::size_t>> sorts;
    std::vector<std::size_t> some;
    for (const std::size_t item : same) {
        if (!items[item].amount.quantity) {
            some.push_back(item);
            continue;
        }
        const auto sort = std::find_if(sorts.begin(), sorts.end(), [&](const std::vector<std::size_t> &each) {
            return canAdd(items[each.front()].amount, items[item].amount);
        });
        if (sort != sorts.end()) {
            sort->push_back(item);
        } else {
            sorts.push_back({ item });
        }
    }
    if (sorts.empty()) {
        sorts.emplace_back();
    }
    sorts.front().insert(sorts.front().end(), some.begin(), some.end());
    for (std::vector<std::size_t> &sort : sorts) {
        std::sort(sort.begin(), sort.end());
        std::vector<Amount> amounts;
        for (const std::size_t item : sort) {
            amounts.push_back(items[item].amount);
        }
        if (const auto merged = sumOf(amounts); merged && sort.size() > 1) {
            groups.push_back({ std::move(sort), *merged });
        }
    }
}

} // namespace

namespace {

void addForms(QSet<QString> &forms, const QString &name)
{
    forms += name;
    for (const QStringList &others : { singularsOf(name), pluralsOf(name) }) {
        for (const QString &other : others) {
            forms += other;
        }
    }
}

// Answers for one thing whether a name means it, mostly by one look into a hash.
class Thing {
public:
    Thing(const QString &name, const Catalogue &catalogue, Language language)
        : m_catalogue(catalogue)
        , m_language(language)
        , m_grocery(catalogue.findFolded(name, language))
    {
        addForms(m_own, name);
        if (m_grocery) {
            const auto [begin, end] = catalogue.namesOf(*m_grocery);
            for (quint32 each = begin; each < end; ++each) {
                addForms(m_known, catalogue.names().at(each).toString());
            }
        }
    }

    // A name that several groceries share is the one that the catalogue finds by it.
    bool isMeantBy(const QString &name) const
    {
        return m_own.contains(name)
            || (m_known.contains(name) && m_catalogue.findFolded(name, m_language) == m_grocery);
    }

private:
    const Catalogue &m_catalogue;
    const Language m_language;
    const std::optional<int> m_grocery;
    QSet<QString> m_own;
    QSet<QString> m_known;
};

} // namespace

std::optional<Duplicate> findDuplicate(
    const Listed &added, std::span<const Listed> items, const Catalogue &catalogue, Language language)
{
    const QString name = folded(added.name);
    if (name.isEmpty()) {
        return std::nullopt;
    }
    const Thing thing(name, catalogue, language);
    std::optional<Duplicate> found;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!thing.isMeantBy(folded(items[i].name))) {
            continue;
        }
        if (auto merged = sumOf(items[i].amount, added.amount)) {
            return Duplicate { i, std::move(merged) };
        }
        if (!found) {
            found = Duplicate { i, std::nullopt };
        }
    }
    return found;
}

std::vector<DuplicateGroup> duplicatesAmong(
    std::span<const Listed> items, const Catalogue &catalogue, Language language)
{
    Sets sets = sameThings(items, catalogue, language);
    std::vector<std::vector<std::size_t>> members(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        members[sets.of(i)].push_back(i);
    }
    std::vector<DuplicateGroup> groups;
    for (const std::vector<std::size_t> &same : members) {
        if (same.size() > 1) {
            addGroups(groups, items, same);
        }
    }
    std::sort(groups.begin(), groups.end(),
        [](const DuplicateGroup &a, const DuplicateGroup &b) { return a.items.front() < b.items.front(); });
    return groups;
}

} // namespace larder::grocery
