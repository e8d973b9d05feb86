#include "app/lists/entry_habits.h"

#include <QtCore/QLocale>

namespace larder::app {

grocery::EntryHabits entryHabits(const QString &listCurrency)
{
    const QLocale here;
    const QString code
        = listCurrency.isEmpty() ? here.currencySymbol(QLocale::CurrencyIsoCode) : listCurrency;
    grocery::EntryHabits habits;
    habits.decimal = here.decimalPoint().front();
    if (const auto currency = model::Currency::fromCode(code)) {
        habits.currency = *currency;
    }
    return habits;
}

} // namespace larder::app
