#include "app/viewmodels/field_text.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace larder::app {

using model::Kind;

struct FieldText {
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

QString fieldTitle(Kind kind, model::FieldNumber field)
{
    if (kind == Kind::List) {
        switch (field) {
        case model::list::kName:
            return FieldText::tr("name");
        case model::list::kIcon:
            return FieldText::tr("picture");
        case model::list::kColor:
            return FieldText::tr("colour");
        case model::list::kCurrency:
            return FieldText::tr("currency");
        case model::list::kBudget:
            return FieldText::tr("budget");
        default:
            return FieldText::tr("list");
        }
    }
    switch (field) {
    case model::item::kName:
        return FieldText::tr("name");
    case model::item::kQuantity:
        return FieldText::tr("quantity");
    case model::item::kUnit:
        return FieldText::tr("unit");
    case model::item::kCategory:
        return FieldText::tr("category");
    case model::item::kNote:
        return FieldText::tr("note");
    case model::item::kPrice:
        return FieldText::tr("price");
    case model::item::kCurrency:
        return FieldText::tr("currency");
    case model::item::kChecked:
        return FieldText::tr("check");
    case model::item::kPosition:
        return FieldText::tr("place");
    case model::item::kAssignee:
        return FieldText::tr("person");
    case model::item::kPhoto:
        return FieldText::tr("photo");
    case model::item::kBarcode:
        return FieldText::tr("barcode");
    default:
        return FieldText::tr("item");
    }
}

QString fieldText(Kind kind, model::FieldNumber field, const model::Value &value)
{
    if (model::isNull(value)) {
        return FieldText::tr("nothing");
    }
    if (const bool *truth = std::get_if<bool>(&value)) {
        return *truth ? FieldText::tr("checked") : FieldText::tr("not checked");
    }
    if (const qint64 *number = std::get_if<qint64>(&value)) {
        if (kind == Kind::Item && field == model::item::kQuantity) {
            return quantityText({ *number });
        }
        const bool money = kind == Kind::Item ? field == model::item::kPrice : field == model::list::kBudget;
        return money ? priceText(*number, {}) : QLocale().toString(*number);
    }
    if (kind == Kind::Item && field == model::item::kAssignee) {
        return FieldText::tr("somebody");
    }
    if (kind == Kind::Item && field == model::item::kPhoto) {
        return FieldText::tr("another one", "a photo"); // its value is a hash
    }
    const QString *words = std::get_if<QString>(&value);
    if (words && kind == Kind::Item && field == model::item::kCategory) {
        return categoryTitle(*words);
    }
    return words ? *words : QString();
}

} // namespace larder::app
