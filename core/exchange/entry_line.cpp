#include "core/exchange/export_writer.h"

#include "core/model/kinds.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;
using grocery::EntryHabits;

namespace {

// Which parts of an item a line says, besides its name.
struct Parts {
    bool amountFirst = true;
    bool amount = true;
    bool category = true;
    bool price = true;
};

// From the whole item to the least of it.
constexpr Parts kAttempts[] = { {}, { .amountFirst = false }, { .category = false },
    { .amountFirst = false, .category = false }, { .price = false }, { .amountFirst = false, .price = false },
    { .category = false, .price = false }, { .amountFirst = false, .category = false, .price = false },
    { .amount = false }, { .amount = false, .category = false }, { .amount = false, .price = false },
    { .amount = false, .category = false, .price = false } };

model::Currency currencyOf(const model::Money &price, const EntryHabits &habits)
{
    return price.currency == model::Currency() ? habits.currency : price.currency;
}

QString inHabits(QString number, const EntryHabits &habits)
{
    return number.replace(u'.', habits.decimal);
}

// A number without a unit and with as many decimals as a price would be read as one.
QString amountOf(const ExportedItem &item, const EntryHabits &habits)
{
    QString number = item.quantity->format();
    if (!item.unit.isEmpty()) {
        return inHabits(number, habits) + u' ' + item.unit;
    }
    const qsizetype point = number.indexOf(u'.');
    if (point >= 0 && number.size() - point - 1 == habits.currency.digits()) {
        number += u'0';
    }
    return inHabits(number, habits);
}

QString lineOf(const ExportedItem &item, const Parts &parts, const EntryHabits &habits)
{
    const QString amount = parts.amount && item.quantity ? amountOf(item, habits) : QString();
    QString line = item.name.simplified();
    if (!amount.isEmpty()) {
        line = parts.amountFirst ? QString(amount + u' ' + line) : QString(line + ", "_L1 + amount);
    }
    if (parts.category && !item.category.isEmpty()) {
        line += " #"_L1 + item.category;
    }
    if (parts.price && item.price) {
        const model::Money price { item.price->minor, currencyOf(*item.price, habits) };
        line += ", "_L1 + inHabits(price.formatAmount(), habits);
        line += price.currency == model::Currency() ? QString() : u' ' + price.currency.code();
    }
    return line;
}

bool saysTheSame(const grocery::Entry &entry, const ExportedItem &item, const Parts &parts)
{
    const bool amount = parts.amount ? entry.quantity == item.quantity && entry.unit == item.unit
                                     : !entry.quantity && entry.unit.isEmpty();
    const bool price = parts.price && item.price ? entry.price && entry.price->minor == item.price->minor
            && (item.price->currency == model::Currency() || entry.price->currency == item.price->currency)
                                                 : !entry.price;
    return entry.name == item.name && amount && price && entry.note.isEmpty()
        && entry.category == (parts.category ? item.category : QString());
}

} // namespace

QString entryLine(const ExportedItem &item, const EntryHabits &habits)
{
    QString line;
    for (const Parts &parts : kAttempts) {
        line = lineOf(item, parts, habits);
        if (saysTheSame(grocery::parseEntry(line, habits), item, parts)) {
            break;
        }
    }
    return line;
}

} // namespace larder::exchange
