#include "core/grocery/amounts.h"

#include "core/model/kinds.h"

#include <QtCore/QLatin1StringView>

#include <algorithm>
#include <array>
#include <vector>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using model::Thousandths;

namespace {

// The products of quantities and parts pass 64 bits: 999,999 gallons are 2 × 10^20 parts.
__extension__ using Parts = __int128;

enum class Dimension : quint8 { Mass, Volume, Length, Count, Thing };
enum class System : quint8 { None, Metric, Imperial };

struct Measure {
    QLatin1StringView unit;
    Dimension dimension;
    System system;
    qint64 parts; // one of it, in the smallest part that its dimension needs
};

// Mass in eighths of a microgram, because an ounce is 28349523.125 of them.
constexpr qint64 kGram = 8'000'000;
constexpr qint64 kOunce = 226'796'185;
// Volume in parts of which a millilitre has 32 million, because a teaspoon is 4.92892159375 ml.
constexpr qint64 kMillilitre = 32'000'000;
constexpr qint64 kTeaspoon = 157'725'491;
constexpr qint64 kFluidOunce = 6 * kTeaspoon;

constexpr std::array kMeasures = {
    Measure { "mg"_L1, Dimension::Mass, System::Metric, kGram / 1'000 },
    Measure { "g"_L1, Dimension::Mass, System::Metric, kGram },
    Measure { "oz"_L1, Dimension::Mass, System::Imperial, kOunce },
    Measure { "lb"_L1, Dimension::Mass, System::Imperial, 16 * kOunce },
    Measure { "kg"_L1, Dimension::Mass, System::Metric, 1'000 * kGram },
    Measure { "ml"_L1, Dimension::Volume, System::Metric, kMillilitre },
    Measure { "tsp"_L1, Dimension::Volume, System::Imperial, kTeaspoon },
    Measure { "cl"_L1, Dimension::Volume, System::Metric, 10 * kMillilitre },
    Measure { "tbsp"_L1, Dimension::Volume, System::Imperial, 3 * kTeaspoon },
    Measure { "fl oz"_L1, Dimension::Volume, System::Imperial, kFluidOunce },
    Measure { "dl"_L1, Dimension::Volume, System::Metric, 100 * kMillilitre },
    Measure { "cup"_L1, Dimension::Volume, System::Imperial, 8 * kFluidOunce },
    Measure { "pint"_L1, Dimension::Volume, System::Imperial, 16 * kFluidOunce },
    Measure { "quart"_L1, Dimension::Volume, System::Imperial, 32 * kFluidOunce },
    Measure { "l"_L1, Dimension::Volume, System::Metric, 1'000 * kMillilitre },
    Measure { "gallon"_L1, Dimension::Volume, System::Imperial, 128 * kFluidOunce },
    Measure { "cm"_L1, Dimension::Length, System::Metric, 1 },
    Measure { "m"_L1, Dimension::Length, System::Metric, 100 },
    Measure { ""_L1, Dimension::Count, System::None, 1 },
    Measure { "pcs"_L1, Dimension::Count, System::None, 1 },
};

// Nothing for packages and what we don't know: those are things of their own.
const Measure *measureOf(QStringView unit)
{
    const auto at = std::find_if(
        kMeasures.begin(), kMeasures.end(), [unit](const Measure &each) { return unit == each.unit; });
    return at != kMeasures.end() ? &*at : nullptr;
}

bool isSameSort(QStringView a, QStringView b)
{
    const Measure *one = measureOf(a);
    const Measure *other = measureOf(b);
    return a == b || (one && other && one->dimension == other->dimension);
}

bool fits(Parts thousandths)
{
    const model::Field &quantity = *model::findKind(model::Kind::Item)->find(model::item::kQuantity);
    return thousandths >= quantity.min && thousandths <= quantity.max;
}

// Of parts, in steps of so many thousandths of a unit; half a step goes up.
Parts rounded(Parts thousandParts, Parts unit, qint64 step = 1)
{
    const Parts stepParts = unit * step;
    return (2 * thousandParts + stepParts) / (2 * stepParts) * step;
}

Amount amountOf(Parts thousandths, QLatin1StringView unit)
{
    return { Thousandths { qint64(thousandths) }, unit };
}

} // namespace

bool canAdd(const Amount &a, const Amount &b)
{
    return !a.quantity || !b.quantity || isSameSort(a.unit, b.unit);
}

std::optional<Amount> sumOf(std::span<const Amount> amounts)
{
    std::vector<const Amount *> counted;
    for (const Amount &each : amounts) {
        if (each.quantity) {
            counted.push_back(&each);
        }
    }
    if (counted.empty()) {
        // Some of a unit that all agree on, else just some.
        const bool agree = !amounts.empty()
            && std::all_of(amounts.begin(), amounts.end(),
                [&](const Amount &each) { return each.unit == amounts.front().unit; });
        return Amount { {}, agree ? amounts.front().unit : QString() };
    }
    Parts sum = 0; // in thousandths of parts
    std::vector<const Measure *> units;
    for (const Amount *each : counted) {
        if (!isSameSort(each->unit, counted.front()->unit)) {
            return std::nullopt;
        }
        const Measure *measure = measureOf(each->unit);
        sum += Parts(each->quantity->count) * (measure ? measure->parts : 1);
        units.push_back(measure);
    }
    if (!units.front()) {
        return fits(sum) ? std::optional(Amount { Thousandths { qint64(sum) }, counted.front()->unit })
                         : std::nullopt;
    }
    // Pieces before bare numbers, else the largest first.
    std::sort(units.begin(), units.end(),
        [](const Measure *a, const Measure *b) { return std::pair(a->parts, a) > std::pair(b->parts, b); });
    for (const Measure *unit : units) {
        if (sum % unit->parts == 0 && fits(sum / unit->parts)) {
            return amountOf(sum / unit->parts, unit->unit);
        }
    }
    const Parts nearest = rounded(sum, units.front()->parts);
    return fits(nearest) ? std::optional(amountOf(nearest, units.front()->unit)) : std::nullopt;
}

std::optional<Amount> sumOf(const Amount &a, const Amount &b)
{
    const Amount both[] = { a, b };
    return sumOf(both);
}

std::optional<Amount> converted(const Amount &amount, QStringView unit)
{
    if (!isSameSort(amount.unit, unit)) {
        return std::nullopt;
    }
    const Measure *from = measureOf(amount.unit);
    const Measure *to = measureOf(unit);
    if (!amount.quantity || !from || !to) {
        return Amount { amount.quantity, unit.toString() };
    }
    const Parts nearest = rounded(Parts(amount.quantity->count) * from->parts, to->parts);
    return fits(nearest) ? std::optional(amountOf(nearest, to->unit)) : std::nullopt;
}

namespace {

struct Rung {
    QLatin1StringView unit;
    Parts from; // parts at which it begins to be read more easily than the smaller one
    qint64 step; // thousandths
};

// Largest first; the last one takes what is left.
constexpr Rung kMetricMass[] = { { "kg"_L1, 1'000 * Parts(kGram), 10 }, { "g"_L1, 10 * Parts(kGram), 1'000 },
    { "g"_L1, Parts(kGram), 500 }, { "mg"_L1, 0, 1'000 } };
constexpr Rung kMetricVolume[] = { { "l"_L1, 1'000 * Parts(kMillilitre), 10 },
    { "ml"_L1, 10 * Parts(kMillilitre), 1'000 }, { "ml"_L1, Parts(kMillilitre), 500 }, { "ml"_L1, 0, 100 } };
constexpr Rung kImperialMass[] = { { "lb"_L1, Parts(16 * kOunce), 100 }, { "oz"_L1, 0, 100 } };
constexpr Rung kImperialVolume[] = { { "gallon"_L1, Parts(128 * kFluidOunce), 100 },
    { "quart"_L1, Parts(32 * kFluidOunce), 100 }, { "fl oz"_L1, Parts(2 * kFluidOunce), 100 },
    { "tbsp"_L1, Parts(3 * kTeaspoon), 500 }, { "tsp"_L1, 0, 250 } };

Amount onLadder(Parts thousandParts, std::span<const Rung> ladder)
{
    // What rounds up to the beginning of a rung is on it: 999.9 g are 1 kg.
    for (const Rung &rung : ladder) {
        const Parts unit = measureOf(QString(rung.unit))->parts;
        const Parts nearest = rounded(thousandParts, unit, rung.step);
        const bool last = &rung == &ladder.back();
        if (last || nearest * unit >= 1'000 * rung.from) {
            return amountOf(std::max<Parts>(nearest, rung.step), rung.unit);
        }
    }
    return {};
}

// Cups are read in halves, thirds and quarters, and for the sake of one a difference of 3 % is let go.
std::optional<Amount> inCups(Parts thousandParts)
{
    constexpr Parts kCup = 8 * Parts(kFluidOunce);
    constexpr qint64 kNice[]
        = { 250, 333, 500, 667, 750, 1'000, 1'250, 1'333, 1'500, 1'667, 1'750, 2'000, 2'500, 3'000, 3'500 };
    for (const qint64 cups : kNice) {
        const Parts apart = thousandParts - cups * kCup;
        if (100 * (apart < 0 ? -apart : apart) <= 3 * cups * kCup) {
            return amountOf(cups, "cup"_L1);
        }
    }
    return std::nullopt;
}

// To a smaller or larger unit of the same system, where that is exact and spares zeros.
Amount tidied(const Amount &amount, const Measure &measure)
{
    constexpr qint64 kMany = 1'000'000;
    constexpr qint64 kFew = 100;
    const qint64 count = amount.quantity->count;
    if (measure.system != System::Metric || (count < kMany && count >= kFew)) {
        return amount;
    }
    const bool mass = measure.dimension == Dimension::Mass;
    const QLatin1StringView larger = mass ? (measure.unit == "mg"_L1 ? "g"_L1 : "kg"_L1) : "l"_L1;
    const QLatin1StringView smaller = mass ? (measure.unit == "kg"_L1 ? "g"_L1 : "mg"_L1) : "ml"_L1;
    const Measure &to = *measureOf(QString(count >= kMany ? larger : smaller));
    const Parts all = Parts(count) * measure.parts;
    return all % to.parts == 0 && fits(all / to.parts) ? amountOf(all / to.parts, to.unit) : amount;
}

} // namespace

Amount shown(const Amount &amount, UnitPreference preference)
{
    const Measure *measure = measureOf(amount.unit);
    const bool convertible
        = measure && (measure->dimension == Dimension::Mass || measure->dimension == Dimension::Volume);
    if (preference == UnitPreference::AsWritten || !amount.quantity || amount.quantity->count <= 0
        || !convertible) {
        return amount;
    }
    const bool mass = measure->dimension == Dimension::Mass;
    const Parts all = Parts(amount.quantity->count) * measure->parts;
    if (preference == UnitPreference::Metric) {
        return measure->system == System::Metric ? tidied(amount, *measure)
            : mass                               ? onLadder(all, kMetricMass)
                                                 : onLadder(all, kMetricVolume);
    }
    if (measure->system == System::Imperial) {
        return amount;
    }
    if (mass) {
        return onLadder(all, kImperialMass);
    }
    const auto cups = inCups(all);
    return cups ? *cups : onLadder(all, kImperialVolume);
}

} // namespace larder::grocery
