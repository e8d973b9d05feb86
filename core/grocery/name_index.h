// Many folded names, to be found by what is typed of them.
//
// Every word of a name that something can begin with is kept in order, so that the names that begin with the
// typed text, at their first or at a later word, are one range. The two slower ways go through all names,
// and pass over most of them by the letters that they lack. Names are numbered from 0 as they come. Held by
// Catalogue and Suggestions.
#pragma once

#include <QtCore/QString>

#include <span>
#include <vector>

namespace larder::grocery {

// Best first.
enum class MatchRank : quint8 { Prefix, LaterWord, Inside, Typo };

struct NameMatch {
    quint32 name = 0;
    MatchRank rank = MatchRank::Prefix;

    friend bool operator==(const NameMatch &, const NameMatch &) = default;
};

class NameIndex {
public:
    // One costs as much as moving half of the index in memory; many at once are sorted together.
    quint32 add(QStringView folded);
    void addAll(std::span<const QString> folded);
    // Its number is not used again, and its place in memory is free only in a new index.
    void remove(quint32 name);

    quint32 size() const { return quint32(m_names.size()); }
    QStringView at(quint32 name) const;

    // By number, each name once, with the better rank of the two.
    std::vector<NameMatch> beginningWith(QStringView typed) const;
    // Within a word: "milch" in "vollmilch". Nothing for less than three characters.
    std::vector<NameMatch> containing(QStringView typed) const;
    // A word that begins with almost that; nothing where no typo is allowed.
    std::vector<NameMatch> almostBeginningWith(QStringView typed) const;

    // How many words of all names begin as this name does, which is many for what there are many sorts of.
    // Counted by addAll(); 0 for what came later.
    int kin(quint32 name) const { return m_names[name].kin; }

    qsizetype bytes() const;

private:
    struct Name {
        quint32 at = 0;
        quint16 length = 0;
        quint16 kin = 0;
        quint64 letters = 0;
    };
    struct Start { // of a word
        quint32 name = 0;
        quint32 at = 0; // in the text
    };

    QStringView fromStart(const Start &start) const;
    quint32 append(QStringView folded);
    void countKin();
    void addStarts(quint32 name, std::vector<Start> &starts) const;
    bool isBefore(const Start &a, const Start &b) const;

    QString m_text; // of all names, one after the other
    std::vector<Name> m_names;
    std::vector<Start> m_starts; // by the text from there to the end of the name
};

} // namespace larder::grocery
