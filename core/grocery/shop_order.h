// The way through a shop, as the order of categories in which its shelves are passed.
//
// It is dragged by hand, and learnt from the order in which things are checked there: of each two categories
// the one comes first that came first on more of the last visits; a drag speaks for as many visits as
// kDragWeight. Ranks come from all pairs together (Copeland's method), so one odd visit moves nothing, and
// what was never seen keeps its place in the order that was there before.
#pragma once

#include <QtCore/QStringList>

#include <span>

namespace larder::grocery {

inline constexpr int kDragWeight = 3;
inline constexpr int kVisitsRemembered = 20;

// A shop's `category_order`: one category a line. Blank lines and those that were there before are left out.
QStringList categoriesOf(const QString &text);
QString textOf(const QStringList &categories);

// One visit: the category of each thing, in the order in which they were checked. Oldest visit first; of more
// than kVisitsRemembered the newest count. The answer holds each category of `dragged` and of the visits
// once.
QStringList learntOrder(const QStringList &dragged, std::span<const QStringList> visits);

} // namespace larder::grocery
