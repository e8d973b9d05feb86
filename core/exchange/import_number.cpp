#include "core/exchange/import_number.h"

#include "core/grocery/entry_number.h"
#include "core/grocery/entry_price.h"
#include "core/grocery/units.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;
using grocery::Amount;
using grocery::EntryHabits;
using model::Currency;
using model::Money;
using model::Thousandths;

std::optional<Amount> readAmountText(const QString &quantity, const QString &unit, const EntryHabits &habits)
{
    Amount amount;
    amount.unit = unit;
    if (const auto number = grocery::readNumber(quantity, habits.decimal)) {
        const auto thousandths = number->scaled(3);
        if (!thousandths) {
            return std::nullopt;
        }
        amount.quantity = Thousandths { *thousandths };
    } else if (!quantity.isEmpty()) {
        // "2 kg", "a dozen": whatever the entry line understands in front of a name.
        const grocery::Entry entry = grocery::parseEntry(QString(quantity + " thing"_L1), habits);
        if (entry.name != u"thing" || !entry.quantity || (!unit.isEmpty() && !entry.unit.isEmpty())) {
            return std::nullopt;
        }
        amount.quantity = entry.quantity;
        amount.unit = entry.unit.isEmpty() ? unit : entry.unit;
    }
    if (amount.quantity && amount.quantity->count == 0) {
        return Amount { std::nullopt, {} };
    }
    const QStringList words = unit.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto known = grocery::readUnit(words);
    if (known && known->words == words.size()) {
        amount.unit = known->unit->id;
        if (known->factor != 1) {
            const qint64 count = amount.quantity.value_or(Thousandths { Thousandths::kOne }).count;
            qint64 product = 0;
            if (__builtin_mul_overflow(count, known->factor, &product)) {
                return std::nullopt;
            }
            amount.quantity = Thousandths { product };
        }
    }
    return amount;
}

std::optional<Money> readPriceText(const QString &price, Currency currency, const EntryHabits &habits)
{
    EntryHabits ours = habits;
    ours.currency = currency == Currency() ? habits.currency : currency;
    auto number = grocery::readNumber(price, ours.decimal);
    std::optional<Currency> typed;
    if (!number) {
        const grocery::Words words = grocery::splitWords(price);
        const auto read = words.empty() ? std::nullopt : grocery::readPrice(words, 0, ours);
        if (!read || read->words != words.size()) {
            return std::nullopt;
        }
        number = read->number;
        typed = read->currency;
    }
    const Currency used = typed.value_or(ours.currency);
    const auto minor = number->scaled(used.digits());
    if (!minor) {
        return std::nullopt;
    }
    return Money { *minor, used == habits.currency ? Currency() : used };
}

} // namespace larder::exchange
