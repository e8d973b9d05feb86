#include "app/viewmodels/unit_text.h"

#include "app/viewmodels/amount_text.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

struct UnitName {
    QLatin1StringView id;
    const char *one;
    const char *several;
};

// Those whose name is not the same for every amount.
static constexpr std::array kNames = {
    UnitName { "cup"_L1, QT_TRANSLATE_NOOP("Unit", "cup"), QT_TRANSLATE_NOOP("Unit", "cups") },
    UnitName { "pint"_L1, QT_TRANSLATE_NOOP("Unit", "pint"), QT_TRANSLATE_NOOP("Unit", "pints") },
    UnitName { "quart"_L1, QT_TRANSLATE_NOOP("Unit", "quart"), QT_TRANSLATE_NOOP("Unit", "quarts") },
    UnitName { "gallon"_L1, QT_TRANSLATE_NOOP("Unit", "gallon"), QT_TRANSLATE_NOOP("Unit", "gallons") },
    UnitName { "pcs"_L1, QT_TRANSLATE_NOOP("Unit", "pc"), QT_TRANSLATE_NOOP("Unit", "pcs") },
    UnitName { "pack"_L1, QT_TRANSLATE_NOOP("Unit", "pack"), QT_TRANSLATE_NOOP("Unit", "packs") },
    UnitName { "bottle"_L1, QT_TRANSLATE_NOOP("Unit", "bottle"), QT_TRANSLATE_NOOP("Unit", "bottles") },
    UnitName { "can"_L1, QT_TRANSLATE_NOOP("Unit", "can"), QT_TRANSLATE_NOOP("Unit", "cans") },
    UnitName { "jar"_L1, QT_TRANSLATE_NOOP("Unit", "jar"), QT_TRANSLATE_NOOP("Unit", "jars") },
    UnitName { "tub"_L1, QT_TRANSLATE_NOOP("Unit", "tub"), QT_TRANSLATE_NOOP("Unit", "tubs") },
    UnitName { "tube"_L1, QT_TRANSLATE_NOOP("Unit", "tube"), QT_TRANSLATE_NOOP("Unit", "tubes") },
    UnitName { "bag"_L1, QT_TRANSLATE_NOOP("Unit", "bag"), QT_TRANSLATE_NOOP("Unit", "bags") },
    UnitName { "box"_L1, QT_TRANSLATE_NOOP("Unit", "box"), QT_TRANSLATE_NOOP("Unit", "boxes") },
    UnitName { "crate"_L1, QT_TRANSLATE_NOOP("Unit", "crate"), QT_TRANSLATE_NOOP("Unit", "crates") },
    UnitName { "bunch"_L1, QT_TRANSLATE_NOOP("Unit", "bunch"), QT_TRANSLATE_NOOP("Unit", "bunches") },
    UnitName { "head"_L1, QT_TRANSLATE_NOOP("Unit", "head"), QT_TRANSLATE_NOOP("Unit", "heads") },
    UnitName { "clove"_L1, QT_TRANSLATE_NOOP("Unit", "clove"), QT_TRANSLATE_NOOP("Unit", "cloves") },
    UnitName { "slice"_L1, QT_TRANSLATE_NOOP("Unit", "slice"), QT_TRANSLATE_NOOP("Unit", "slices") },
    UnitName { "loaf"_L1, QT_TRANSLATE_NOOP("Unit", "loaf"), QT_TRANSLATE_NOOP("Unit", "loaves") },
    UnitName { "roll"_L1, QT_TRANSLATE_NOOP("Unit", "roll"), QT_TRANSLATE_NOOP("Unit", "rolls") },
    UnitName { "bar"_L1, QT_TRANSLATE_NOOP("Unit", "bar"), QT_TRANSLATE_NOOP("Unit", "bars") },
    UnitName { "pinch"_L1, QT_TRANSLATE_NOOP("Unit", "pinch"), QT_TRANSLATE_NOOP("Unit", "pinches") },
};

QString unitText(const QString &unit, model::Thousandths amount)
{
    for (const UnitName &name : kNames) {
        if (name.id == unit) {
            const bool one = amount.count <= model::Thousandths::kOne;
            return QCoreApplication::translate("Unit", one ? name.one : name.several);
        }
    }
    return unit;
}

QString amountText(std::optional<model::Thousandths> quantity, const QString &unit)
{
    if (!quantity) {
        return unitText(unit, { model::Thousandths::kOne });
    }
    const QString number = quantityText(*quantity);
    if (unit.isEmpty()) {
        return number;
    }
    return number + QChar(0x00A0) + unitText(unit, *quantity);
}

} // namespace larder::app
