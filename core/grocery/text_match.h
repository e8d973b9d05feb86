// When two names that people wrote mean the same, or one is the beginning of the other, give or take a typo.
//
// Everything here compares folded text, so the case, the accents and the punctuation of a name never matter.
// Pure functions; the index over many names is core/grocery/name_index.h.
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace larder::grocery {

// Lower case without accents, ß as ss and œ as oe, digits of any script as 0-9, words single-spaced, without
// punctuation. Text that is nothing but punctuation stays itself, so that only blank text folds to nothing.
// Folding twice is folding once.
QString folded(QStringView text);

// What a folded name could be the plural of, by the simple rules of English, German, French and Spanish:
// "cherries" of "cherry", "birnen" of "birne" and "birn". Most of the answers are no words, so they serve to
// be looked up and not to be shown. Irregular plurals are the synonyms of the catalogue.
QStringList singularsOf(QStringView foldedName);
// The other way round: each of these has the name among its singulars.
QStringList pluralsOf(QStringView foldedName);
// Equal, or one a singular of the other.
bool isSameName(QStringView foldedName, QStringView other);

// One for words of 4 to 7 characters, two for longer ones, none for shorter ones.
int typosAllowed(qsizetype length);

// The least number of typos (a character too much, too few, wrong, or two exchanged) that make `typed` of
// some beginning of `word`; nothing above `most`.
std::optional<int> typosInPrefix(QStringView typed, QStringView word, int most);

// One bit for each letter and digit in folded text. What has a letter more than another text has is no
// part of it, and each typo brings at most one.
quint64 lettersOf(QStringView foldedText);

} // namespace larder::grocery
