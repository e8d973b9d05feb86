#include "app/viewmodels/item_text.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/unit_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace larder::app {

using namespace Qt::StringLiterals;
using namespace model::item;

grocery::Amount amountOf(const model::Record &item)
{
    const qint64 thousandths = item.integer(kQuantity);
    return { thousandths > 0 ? std::optional(model::Thousandths { thousandths }) : std::nullopt,
        item.text(kUnit) };
}

QString amountText(const model::Record &item, grocery::UnitPreference units)
{
    const grocery::Amount amount = grocery::shown(amountOf(item), units);
    return amountText(amount.quantity, amount.unit);
}

QString detailText(const model::Record &item, const QString &listCurrency)
{
    QStringList parts;
    if (const QString note = item.text(kNote); !note.isEmpty()) {
        parts.append(note.simplified());
    }
    if (const qint64 price = item.integer(kPrice, -1); price >= 0) {
        const QString currency = item.text(kCurrency);
        parts.append(moneyText(price, currency.isEmpty() ? listCurrency : currency));
    }
    return parts.join(u" · "_s);
}

QString spokenText(const model::Record &item, grocery::UnitPreference units)
{
    QStringList parts { item.text(kName) };
    if (const QString amount = amountText(item, units); !amount.isEmpty()) {
        parts.append(amount);
    }
    parts.append(item.truth(kChecked) ? QCoreApplication::translate("ItemText", "checked")
                                      : QCoreApplication::translate("ItemText", "not checked"));
    parts.append(categoryTitle(item.text(kCategory)));
    if (!item.text(kPhoto).isEmpty()) {
        parts.append(QCoreApplication::translate("ItemText", "with a photo"));
    }
    return parts.join(u", "_s);
}

QString totalsText(const std::map<QString, qint64> &totals, const QString &listCurrency, qint64 budget)
{
    std::map<QString, qint64> sums;
    for (const auto &[currency, amount] : totals) {
        sums[currency.isEmpty() ? listCurrency : currency] += amount;
    }
    if (budget > 0) {
        sums.try_emplace(listCurrency, 0);
    }
    QStringList parts;
    for (const auto &[currency, amount] : sums) {
        const bool counted = budget > 0 && currency == listCurrency;
        parts.append(counted ? QCoreApplication::translate("ItemText", "%1 of %2", "spent of a budget")
                                   .arg(shownPriceText(amount, currency), moneyText(budget, currency))
                             : moneyText(amount, currency));
    }
    return parts.join(u" + "_s);
}

} // namespace larder::app
