// How the rows of a list are arranged: in which order, under which headers, and which of them show.
//
// Values: changing how a list is looked at means making another one. What a filter looks for is compared
// without case and accents. Lives on the UI thread.
#pragma once

#include "core/grocery/amounts.h"
#include "core/model/record.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace larder::app {

struct ItemFilter {
    enum class State : quint8 { Any, Open, Checked };
    enum class Price : quint8 { Any, Priced, Unpriced };

    QString text = {}; // each of its words is looked for in the name, the note and the category
    QStringList categories = {}; // any of them; empty: all
    State state = State::Any;
    Price price = Price::Any;
    model::UserId person = {}; // to whom it is given; null: anybody or nobody

    bool isEmpty() const { return *this == ItemFilter {}; }
    friend bool operator==(const ItemFilter &, const ItemFilter &) = default;
};

// One line each, to be kept in a file of preferences; what can't be read is no filter.
QString filterToText(const ItemFilter &filter);
ItemFilter filterFromText(const QString &text);

enum class ItemSort : quint8 { Shop, Category, Name, Quantity, Newest };

class Arrangement {
public:
    Arrangement() = default;
    // `way` is the order of categories through the shop; those that it lacks follow as they always stand.
    Arrangement(ItemSort sort, const QStringList &way, ItemFilter filter,
        grocery::UnitPreference units = grocery::UnitPreference::AsWritten);

    ItemSort sort() const { return m_sort; }
    const ItemFilter &filter() const { return m_filter; }
    // In which units amounts are shown.
    grocery::UnitPreference units() const { return m_units; }
    // Whether each category has a header.
    bool isGrouped() const { return m_sort == ItemSort::Shop || m_sort == ItemSort::Category; }
    bool shows(const model::Record &item) const;

    int rankOf(const QString &category) const;
    // What orders categories of one rank.
    QString groupOf(const QString &category) const;
    // What orders items within their category, the smallest first; then `textOf`, an empty one last.
    qint64 numberOf(const model::Record &item) const;
    QString textOf(const model::Record &item) const;

private:
    const QString &foldedTitle(const QString &category) const;

    ItemSort m_sort = ItemSort::Shop;
    QHash<QString, int> m_way;
    ItemFilter m_filter;
    grocery::UnitPreference m_units = grocery::UnitPreference::AsWritten;
    QStringList m_words;
    mutable QHash<QString, QString> m_titles; // folded, by category
    mutable QSet<QString> m_groups; // each text once, so that rows of one group share it
};

} // namespace larder::app
