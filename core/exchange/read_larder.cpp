#include "core/exchange/export_writer.h"
#include "core/exchange/read_json.h"

#include "core/grocery/barcode.h"
#include "core/model/decimal.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;
using model::Currency;
using Value = JsonTree::Value;
using Type = JsonTree::Type;
using enum WhyUnreadable;

namespace {

std::optional<Currency> currencyOf(const Value &value)
{
    const auto currency = Currency::fromCode(value.text());
    return currency ? std::optional(*currency) : std::nullopt;
}

std::optional<int> colorOf(const Value &value)
{
    bool isNumber = false;
    const int color = value.text().toInt(&isNumber);
    return isNumber ? std::optional(color) : std::nullopt;
}

class LarderReader {
public:
    explicit LarderReader(ImportBuilder &builder)
        : m_builder(builder)
    {
    }

    void readList(const Value &list);

private:
    void readShops(const Value &shops, ListDetails &details);
    void readItem(const Value &value);
    bool readAmounts(const Value &value, ExportedItem &item);
    void complain(const Value &value, WhyUnreadable why)
    {
        const QString name = value.find(u"name").text();
        m_builder.complain(value.line(), name, why);
    }

    ImportBuilder &m_builder;
    Currency m_currency; // of the list
};

void LarderReader::readShops(const Value &shops, ListDetails &details)
{
    for (Value each = shops.first(); each.exists(); each = each.next()) {
        ExportedShop shop;
        shop.name = importedText(each.find(u"name").text());
        for (Value category = each.find(u"categories").first(); category.exists();
             category = category.next()) {
            const QString name = importedText(category.text());
            if (!name.isEmpty() && !name.contains(u'\n')) {
                shop.order.append(name);
            }
        }
        if (isShop(shop)) {
            details.shops.push_back(std::move(shop));
        } else {
            complain(each, BadDetail);
        }
    }
}

bool LarderReader::readAmounts(const Value &value, ExportedItem &item)
{
    if (const Value quantity = value.find(u"quantity"); quantity.isSaid()) {
        const auto read = model::Thousandths::parse(quantity.text());
        if (!read) {
            complain(value, BadQuantity);
            return false;
        }
        item.quantity = *read;
    }
    const Value price = value.find(u"price");
    const Value currency = value.find(u"currency");
    if (!price.isSaid()) {
        return true;
    }
    const auto own = currency.isSaid() ? currencyOf(currency) : Currency();
    if (!own) {
        complain(value, BadCurrency);
        return false;
    }
    const auto read = model::Money::parse(price.text(), *own == Currency() ? m_currency : *own);
    if (!read) {
        complain(value, BadPrice);
        return false;
    }
    item.price = model::Money { read->minor, *own };
    return true;
}

void LarderReader::readItem(const Value &value)
{
    if (value.isBroken()) {
        return; // the tree has told so
    }
    ExportedItem item;
    item.name = value.find(u"name").text();
    item.unit = value.find(u"unit").text();
    item.category = value.find(u"category").text();
    item.note = value.find(u"note").text();
    if (const Value barcode = value.find(u"barcode"); barcode.isSaid()) {
        const auto read = grocery::otherBarcode(barcode.text());
        if (!read) {
            complain(value, BadBarcode);
        }
        item.barcode = read.value_or(QString());
    }
    item.checked = value.find(u"checked").type() == Type::True;
    if (readAmounts(value, item)) {
        const QString name = item.name;
        m_builder.add(value.line(), name, std::move(item));
    }
}

void LarderReader::readList(const Value &list)
{
    ListDetails details;
    details.name = list.find(u"name").text();
    details.icon = list.find(u"icon").text();
    if (const Value color = list.find(u"color"); color.isSaid()) {
        details.color = colorOf(color).value_or(-1); // which the builder tells
    }
    if (const Value currency = list.find(u"currency"); currency.isSaid()) {
        const auto read = currencyOf(currency);
        if (!read) {
            complain(list, BadCurrency);
        }
        details.currency = read.value_or(Currency());
    }
    m_currency = details.currency;
    if (const Value budget = list.find(u"budget"); budget.isSaid()) {
        const auto read = model::Money::parse(budget.text(), m_currency);
        details.budget = read ? read->minor : -1;
    }
    readShops(list.find(u"shops"), details);
    m_builder.beginList(list.line(), std::move(details));
    for (Value item = list.find(u"items").first(); item.exists(); item = item.next()) {
        readItem(item);
    }
}

} // namespace

void readLarder(const Value &root, ImportBuilder &builder)
{
    bool isNumber = false;
    const int version = root.find(u"version").text().toInt(&isNumber);
    if (isNumber && version > kJsonVersion) {
        builder.complain(0, {}, NewerVersion);
        return;
    }
    LarderReader reader(builder);
    for (Value list = root.find(u"lists").first(); list.exists(); list = list.next()) {
        reader.readList(list);
    }
}

} // namespace larder::exchange
