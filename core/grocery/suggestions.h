// What the entry line offers while somebody types: what this household buys, then what the catalogue has.
//
// Own names come first, those that begin with the typed text before those that only hold it, and of two the
// one with the higher frecency: every purchase counts 1 on its day and half of that every 30 days later, so
// what is bought each week overtakes what was bought often last year. Then come the names of the catalogue
// in any language, shown in the reader's. What matches only with a typo comes behind everything that matches
// as it was typed, because then it is a guess. No name comes twice, and no grocery of the catalogue that has
// an own name among the results. What is on the list already is the caller's to say.
//
// Lives on one thread; a view model holds it and tells it of every purchase. A purchase that is taken back or
// changed can't be told apart from the others any more: then a new object learns the whole history, which for
// 10,000 purchases takes about 10 ms.
#pragma once

#include "core/clock.h"
#include "core/grocery/catalogue.h"
#include "core/model/quantity.h"
#include "core/model/record.h"

#include <QtCore/QHash>

namespace larder::grocery {

// What is known of something that was bought.
struct Bought {
    QString name;
    QString category;
    QString unit;
    std::optional<model::Thousandths> quantity;
    Micros at {};
};

// What a purchase's record says; nothing of one that was deleted, or has no name or time.
std::optional<Bought> boughtOf(const model::Record &purchase);

struct Suggestion {
    enum class Source : quint8 { History, Catalogue };

    QString name;
    QString category; // of an own name: as it was last bought, which can be none
    QString unit;
    std::optional<model::Thousandths> quantity; // the usual one, of an own name
    Source source = Source::History;
    MatchRank rank = MatchRank::Prefix;

    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

class Suggestions {
public:
    static constexpr std::chrono::hours kHalfLife = std::chrono::hours(24 * 30);

    // The catalogue outlives this object.
    Suggestions(const Catalogue &catalogue, Language language);

    void setLanguage(Language language) { m_language = language; }

    // One purchase more, in any order of time; what it was called and what category it had is taken from the
    // latest. A new name costs what NameIndex::add() costs; for a whole history there is learnAll().
    void learn(const Bought &bought);
    void learnAll(std::span<const Bought> all);
    // Everything about a name, as somebody wishes who mistyped it once.
    void forget(QStringView name);
    int size() const { return int(m_numbers.size()); }

    // At most so many, best first; for no text, what is bought most.
    std::vector<Suggestion> find(QStringView typed, Micros now, int most) const;

private:
    struct Amount {
        model::Thousandths quantity;
        QString unit;
        Micros at {};
    };
    struct Own {
        QString name;
        QString category;
        QString unit; // of the latest, when no amount is known
        Micros last {};
        double visits = 0; // what they counted for when the last one was made
        std::vector<Amount> amounts; // the latest few, newest first
    };
    class Search;

    quint32 numberOf(const QString &folded, std::vector<QString> &added);
    void note(Own &own, const Bought &bought);
    double frecency(const Own &own, Micros now) const;

    const Catalogue &m_catalogue;
    Language m_language;
    NameIndex m_index;
    std::vector<Own> m_own; // numbered as in m_index
    QHash<QString, quint32> m_numbers; // by folded name
};

} // namespace larder::grocery
