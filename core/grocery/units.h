// The units that an item can be counted in, by the name that is stored, and the words that people type for
// them in English, German, French and Spanish. What a unit is called on the screen is the translations'
// business.
#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QStringList>

#include <optional>
#include <span>

namespace larder::grocery {

// Measures are exact; a package is a thing of its own, so that "2 bottles" alone can be something to buy.
enum class UnitType : quint8 { Measure, Package };

struct Unit {
    QLatin1StringView id; // the item's `unit` field
    UnitType type;
};

std::span<const Unit> units();
const Unit *findUnit(QStringView id);
bool isLength(const Unit &unit);

// A unit as somebody typed it, from the front of some words.
struct TypedUnit {
    const Unit *unit = nullptr;
    int factor = 1; // a dozen is 12 pcs, a German Pfund 500 g
    qsizetype words = 0; // how many it took: "fl. oz" is two
};

std::optional<TypedUnit> readUnit(std::span<const QString> words);

} // namespace larder::grocery
