#include "app/viewmodels/category_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

struct Category {
    QLatin1StringView id;
    const char *title;
    int hue;
};

static constexpr std::array kCategories = {
    Category { "produce"_L1, QT_TRANSLATE_NOOP("Category", "Produce"), 4 },
    Category { "bakery"_L1, QT_TRANSLATE_NOOP("Category", "Bakery"), 1 },
    Category { "dairy"_L1, QT_TRANSLATE_NOOP("Category", "Dairy"), 7 },
    Category { "meat"_L1, QT_TRANSLATE_NOOP("Category", "Meat"), 0 },
    Category { "fish"_L1, QT_TRANSLATE_NOOP("Category", "Fish"), 6 },
    Category { "frozen"_L1, QT_TRANSLATE_NOOP("Category", "Frozen"), 8 },
    Category { "pantry"_L1, QT_TRANSLATE_NOOP("Category", "Pantry"), 2 },
    Category { "breakfast"_L1, QT_TRANSLATE_NOOP("Category", "Breakfast"), 3 },
    Category { "snacks"_L1, QT_TRANSLATE_NOOP("Category", "Snacks"), 10 },
    Category { "drinks"_L1, QT_TRANSLATE_NOOP("Category", "Drinks"), 5 },
    Category { "household"_L1, QT_TRANSLATE_NOOP("Category", "Household"), 9 },
    Category { "care"_L1, QT_TRANSLATE_NOOP("Category", "Personal care"), 11 },
    Category { "baby"_L1, QT_TRANSLATE_NOOP("Category", "Baby"), 10 },
    Category { "pets"_L1, QT_TRANSLATE_NOOP("Category", "Pets"), 2 },
};

static int indexOf(const QString &category)
{
    for (int i = 0; i < int(kCategories.size()); ++i) {
        if (kCategories[i].id == category) {
            return i;
        }
    }
    return -1;
}

int categoryRank(const QString &category)
{
    if (category.isEmpty()) {
        return int(kCategories.size()) + 1;
    }
    const int known = indexOf(category);
    return known >= 0 ? known : int(kCategories.size());
}

static QString titleOfNone()
{
    return QCoreApplication::translate("Category", "Other");
}

QString categoryTitle(const QString &category)
{
    if (category.isEmpty()) {
        return titleOfNone();
    }
    const int known = indexOf(category);
    if (known >= 0) {
        return QCoreApplication::translate("Category", kCategories[known].title);
    }
    return category.left(1).toUpper() + category.mid(1);
}

int categoryHue(const QString &category)
{
    const int known = indexOf(category);
    return known >= 0 ? kCategories[known].hue : int(qHash(category, 0) % 12);
}

QStringList knownCategories()
{
    QStringList ids;
    for (const Category &category : kCategories) {
        ids.append(category.id);
    }
    return ids;
}

QString categoryFromText(const QString &text)
{
    if (text.compare("other"_L1, Qt::CaseInsensitive) == 0
        || text.compare(titleOfNone(), Qt::CaseInsensitive) == 0) {
        return {};
    }
    for (const Category &category : kCategories) {
        const bool meant = text.compare(category.id, Qt::CaseInsensitive) == 0
            || text.compare(categoryTitle(category.id), Qt::CaseInsensitive) == 0;
        if (meant) {
            return category.id;
        }
    }
    return text;
}

} // namespace larder::app
