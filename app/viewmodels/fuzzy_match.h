// How well what somebody types fits a text: for the palette, where a few letters in their order are enough.
//
// Both sides are folded first, so that neither case nor accents stand in the way. Every word of the query has
// to be found, in any order; the start of a word is worth more than its middle, letters in a row more than
// letters with gaps, a short text more than a long one.
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace larder::app {

// Lower case, without accents.
QString folded(const QString &text);

// Higher is better, 0 at least; none when it doesn't fit. Both sides folded, the query in its words.
std::optional<int> fuzzyScore(const QStringList &words, const QString &text);

} // namespace larder::app
