// Which category a thing belongs to, by its name alone.
//
// What the household last said about the name holds before everything, so a correction is remembered, and so
// is that a thing shall have no category. Then comes the catalogue: the name itself, else its head word with
// what was said about that. In English and German the head is the end of the name ("organic whole milk",
// "Bio-Vollmilch", "Dinkelbrot"), in French and Spanish its beginning ("pain de campagne bio"). Last of all,
// the category of most things that are called a sort of it. Pure values; a view model holds it and tells it
// of every choice.
#pragma once

#include "core/clock.h"
#include "core/grocery/catalogue.h"

#include <QtCore/QHash>

namespace larder::grocery {

class CategoryGuess {
public:
    // The catalogue outlives this object.
    explicit CategoryGuess(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    // What somebody chose, at a time that says which of two choices is the last.
    void remember(QStringView name, const QString &category, Micros at);
    void forget(QStringView name);

    // Empty when nothing is known.
    QString categoryOf(QStringView name, Language language) const;

private:
    struct Choice {
        QString category;
        Micros at {};
    };

    std::optional<QString> chosen(const QString &folded) const;
    std::optional<QString> known(const QString &folded, Language language) const;
    std::optional<QString> byCompound(const QString &folded) const;
    QString byKind(const QString &folded, Language language) const;

    const Catalogue &m_catalogue;
    QHash<QString, Choice> m_chosen; // by folded name
};

} // namespace larder::grocery
