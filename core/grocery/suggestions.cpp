#include "core/grocery/suggestions.h"

#include "core/grocery/text_match.h"

#include <QtCore/QSet>

#include <algorithm>
#include <bit>
#include <cmath>

namespace larder::grocery {

namespace {

constexpr std::size_t kAmountsRemembered = 5;

double fading(Micros age)
{
    return std::exp2(-double(age.count()) / double(Micros(Suggestions::kHalfLife).count()));
}

} // namespace

std::optional<Bought> boughtOf(const model::Record &record)
{
    namespace purchase = model::purchase;
    Bought bought { record.text(purchase::kName), record.text(purchase::kCategory),
        record.text(purchase::kUnit), {}, Micros(record.integer(purchase::kBought)) };
    if (const qint64 quantity = record.integer(purchase::kQuantity); quantity > 0) {
        bought.quantity = model::Thousandths { quantity };
    }
    const bool whole = !record.isDeleted() && !bought.name.isEmpty() && bought.at > Micros(0);
    return whole ? std::optional(std::move(bought)) : std::nullopt;
}

Suggestions::Suggestions(const Catalogue &catalogue, Language language)
    : m_catalogue(catalogue)
    , m_language(language)
{
}

// Of a name that is new, the number that it will have; its place in the index is then up to the caller.
quint32 Suggestions::numberOf(const QString &folded, std::vector<QString> &added)
{
    const auto known = m_numbers.constFind(folded);
    if (known != m_numbers.cend()) {
        return *known;
    }
    const auto number = quint32(m_own.size());
    m_own.emplace_back();
    m_numbers.insert(folded, number);
    added.push_back(folded);
    return number;
}

void Suggestions::learn(const Bought &bought)
{
    const QString name = folded(bought.name);
    if (name.isEmpty()) {
        return;
    }
    std::vector<QString> added;
    note(m_own[numberOf(name, added)], bought);
    for (const QString &each : added) {
        m_index.add(each);
    }
}

void Suggestions::learnAll(std::span<const Bought> all)
{
    std::vector<QString> added;
    for (const Bought &bought : all) {
        if (const QString name = folded(bought.name); !name.isEmpty()) {
            note(m_own[numberOf(name, added)], bought);
        }
    }
    m_index.addAll(added);
}

void Suggestions::note(Own &own, const Bought &bought)
{
    const bool latest = own.visits == 0 || bought.at >= own.last;
    if (latest) {
        own.visits = own.visits * fading(bought.at - own.last) + 1;
        own.name = bought.name.trimmed();
        own.category = bought.category;
        own.unit = bought.unit;
        own.last = bought.at;
    } else {
        own.visits += fading(own.last - bought.at);
    }
    if (bought.quantity) {
        const auto place = std::find_if(own.amounts.begin(), own.amounts.end(),
            [&](const Amount &amount) { return amount.at <= bought.at; });
        own.amounts.insert(place, { *bought.quantity, bought.unit, bought.at });
        own.amounts.resize(std::min(own.amounts.size(), kAmountsRemembered));
    }
}

void Suggestions::forget(QStringView name)
{
    const auto known = m_numbers.constFind(folded(name));
    if (known == m_numbers.cend()) {
        return;
    }
    m_index.remove(*known);
    m_own[*known] = {};
    m_numbers.erase(known);
}

// A purchase that a wrong clock put into the future counts as one of now, and not for ever.
double Suggestions::frecency(const Own &own, Micros now) const
{
    return own.visits * fading(std::max(now - own.last, Micros(0)));
}

// One search, from its best results to its last; done as soon as there are enough.
class Suggestions::Search {
public:
    Search(const Suggestions &from, QStringView typed, Micros now, int most)
        : m_from(from)
        , m_typed(typed)
        , m_now(now)
        , m_most(std::size_t(std::max(most, 0)))
    {
    }

    std::vector<Suggestion> run();

private:
    bool isEnough() const { return m_found.size() >= m_most; }
    void addOwn(const std::vector<NameMatch> &matches);
    void addKnown(const std::vector<NameMatch> &matches);
    void addMostBought();
    Suggestion suggestionOf(const Own &own, MatchRank rank) const;

    const Suggestions &m_from;
    const QStringView m_typed;
    const Micros m_now;
    const std::size_t m_most;
    std::vector<Suggestion> m_found;
    QSet<QString> m_names; // folded
    QSet<int> m_groceries;
};

std::vector<Suggestion> Suggestions::Search::run()
{
    if (m_typed.isEmpty()) {
        addMostBought();
        return std::move(m_found);
    }
    const NameIndex &own = m_from.m_index;
    const NameIndex &known = m_from.m_catalogue.names();
    addOwn(own.beginningWith(m_typed));
    if (!isEnough()) {
        addOwn(own.containing(m_typed));
    }
    if (!isEnough()) {
        addKnown(known.beginningWith(m_typed));
    }
    if (!isEnough()) {
        addKnown(known.containing(m_typed));
    }
    if (!isEnough()) {
        addOwn(own.almostBeginningWith(m_typed));
    }
    if (!isEnough()) {
        addKnown(known.almostBeginningWith(m_typed));
    }
    return std::move(m_found);
}

Suggestion Suggestions::Search::suggestionOf(const Own &own, MatchRank rank) const
{
    Suggestion suggestion { own.name, own.category, own.unit, {}, Suggestion::Source::History, rank };
    // The amount that was bought most often of late; of two the newer.
    std::ptrdiff_t most = 0;
    for (const Amount &amount : own.amounts) {
        const auto times = std::count_if(own.amounts.begin(), own.amounts.end(), [&](const Amount &other) {
            return other.quantity == amount.quantity && other.unit == amount.unit;
        });
        if (times > most) {
            most = times;
            suggestion.quantity = amount.quantity;
            suggestion.unit = amount.unit;
        }
    }
    return suggestion;
}

void Suggestions::Search::addOwn(const std::vector<NameMatch> &matches)
{
    struct Ranked {
        MatchRank rank;
        double frecency;
        quint32 name;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(matches.size());
    for (const NameMatch &match : matches) {
        ranked.push_back({ match.rank, m_from.frecency(m_from.m_own[match.name], m_now), match.name });
    }
    const auto isBetter = [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank        ? a.rank < b.rank
            : a.frecency != b.frecency ? a.frecency > b.frecency
                                       : a.name < b.name;
    };
    // Each result is in at most one place before, so that twice as many are surely enough.
    const auto end = ranked.begin() + std::ptrdiff_t(std::min(ranked.size(), 2 * m_most));
    std::partial_sort(ranked.begin(), end, ranked.end(), isBetter);
    for (auto each = ranked.begin(); each != end && !isEnough(); ++each) {
        const QString name = m_from.m_index.at(each->name).toString();
        if (m_names.contains(name)) {
            continue;
        }
        m_names += name;
        if (const auto grocery = m_from.m_catalogue.findFolded(name, m_from.m_language)) {
            m_groceries += *grocery;
        }
        m_found.push_back(suggestionOf(m_from.m_own[each->name], each->rank));
    }
}

void Suggestions::Search::addKnown(const std::vector<NameMatch> &matches)
{
    // Each grocery by its best name. The reader's own language comes first, then the shorter name, because it
    // is the more general one; twice as many sorts of something make up for two characters, so that tomatoes
    // come before tomme.
    struct Ranked {
        int grocery;
        MatchRank rank;
        bool foreign;
        int rareness;
        quint32 name;

        auto order() const { return std::tuple(rank, foreign, rareness, name); }
    };
    std::vector<Ranked> ranked;
    ranked.reserve(matches.size());
    const Catalogue &catalogue = m_from.m_catalogue;
    const NameIndex &names = catalogue.names();
    for (const NameMatch &match : matches) {
        const auto [grocery, language] = catalogue.nameOf(match.name);
        ranked.push_back({ grocery, match.rank, language != m_from.m_language,
            int(names.at(match.name).size()) - 2 * int(std::bit_width(unsigned(names.kin(match.name)))),
            match.name });
    }
    std::sort(
        ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.order() < b.order(); });
    for (const Ranked &each : ranked) {
        if (isEnough()) {
            return;
        }
        if (m_groceries.contains(each.grocery)) {
            continue;
        }
        Grocery grocery = catalogue.at(each.grocery, m_from.m_language);
        if (!each.foreign) {
            grocery.name = catalogue.shownName(each.name); // the synonym that was typed
        }
        const QString name = folded(grocery.name);
        if (m_names.contains(name)) {
            continue;
        }
        m_names += name;
        m_groceries += each.grocery;
        m_found.push_back({ std::move(grocery.name), std::move(grocery.category), std::move(grocery.unit), {},
            Suggestion::Source::Catalogue, each.rank });
    }
}

void Suggestions::Search::addMostBought()
{
    std::vector<NameMatch> all;
    all.reserve(std::size_t(m_from.m_numbers.size()));
    for (const quint32 number : m_from.m_numbers) {
        all.push_back({ number, MatchRank::Prefix });
    }
    addOwn(all);
}

std::vector<Suggestion> Suggestions::find(QStringView typed, Micros now, int most) const
{
    return Search(*this, folded(typed), now, most).run();
}

} // namespace larder::grocery
