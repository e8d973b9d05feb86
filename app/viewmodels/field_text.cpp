#include "app/viewmodels/field_text.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace larder::app {

using model::Kind;

static QString text(const char *words)
{
    return QCoreApplication::translate("FieldText", words);
}

QString fieldTitle(Kind kind, model::FieldNumber field)
{
    if (kind == Kind::List) {
        switch (field) {
        case model::list::kName:
            return text("name");
        case model::list::kIcon:
            return text("picture");
        case model::list::kColor:
            return text("colour");
        case model::list::kCurrency:
            return text("currency");
        case model::list::kBudget:
            return text("budget");
        default:
            return text("list");
        }
    }
    switch (field) {
    case model::item::kName:
        return text("name");
    case model::item::kQuantity:
        return text("quantity");
    case model::item::kUnit:
        return text("unit");
    case model::item::kCategory:
        return text("category");
    case model::item::kNote:
        return text("note");
    case model::item::kPrice:
        return text("price");
    case model::item::kCurrency:
        return text("currency");
    case model::item::kChecked:
        return text("check");
    case model::item::kPosition:
        return text("place");
    case model::item::kBarcode:
        return text("barcode");
    default:
        return text("item");
    }
}

QString fieldText(Kind kind, model::FieldNumber field, const model::Value &value)
{
    if (model::isNull(value)) {
        return text("nothing");
    }
    if (const bool *truth = std::get_if<bool>(&value)) {
        return *truth ? text("checked") : text("not checked");
    }
    if (const qint64 *number = std::get_if<qint64>(&value)) {
        if (kind == Kind::Item && field == model::item::kQuantity) {
            return quantityText({ *number });
        }
        const bool money = kind == Kind::Item ? field == model::item::kPrice : field == model::list::kBudget;
        return money ? priceText(*number, {}) : QLocale().toString(*number);
    }
    const QString *words = std::get_if<QString>(&value);
    if (words && kind == Kind::Item && field == model::item::kCategory) {
        return categoryTitle(*words);
    }
    return words ? *words : QString();
}

} // namespace larder::app
