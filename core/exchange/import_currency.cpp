#include "core/exchange/import_currency.h"

namespace larder::exchange {

using model::Currency;

void settleCurrencies(ImportedList &list, Currency written, Currency target)
{
    const Currency said = list.details.currency == Currency() ? written : list.details.currency;
    for (ImportedItem &each : list.items) {
        if (each.item.price) {
            Currency &currency = each.item.price->currency;
            currency = currency == Currency() ? said : currency;
            currency = currency == target ? Currency() : currency;
        }
    }
    list.details.currency = target;
}

} // namespace larder::exchange
