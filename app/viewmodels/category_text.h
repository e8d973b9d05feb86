// The categories that have a name in every language, in the order in which most shops are walked, and how one
// that people made up is shown among them.
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace larder::app {

// Uncategorised comes last, what people made up before it.
int categoryRank(const QString &category);
QString categoryTitle(const QString &category);
// One of the twelve hues of the theme.
int categoryHue(const QString &category);
// The ids of the known ones, in order: what an item can be moved to.
QStringList knownCategories();
// The id that a person means who types a title or an id, which is none for "other"; what they typed when no
// known one is meant.
QString categoryFromText(const QString &text);

} // namespace larder::app
