#include "core/exchange/export_writer.h"

#include "core/model/decimal.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;

// Example:
//   {
//     "$schema": "urn:larder:export:1",
//     "format": "larder",
//     "version": 1,
//     "lists": [
//       {
//         "name": "Weekly shop", "currency": "EUR",
//         "items": [
//           {"name": "Milk", "quantity": "1.5", "unit": "l", "category": "dairy", "price": "1.29"},
//           {"name": "Bread", "note": "the dark one", "checked": true}
//         ]
//       }
//     ]
//   }
// Every member that says nothing is left out. Numbers that count something are texts with a decimal point, so
// that nobody's floating point changes them. An item stands in a line of its own, for people who compare two
// files, and so that a reader can tell which one is broken.

namespace {

void appendText(QString &json, QStringView text)
{
    json += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            json += u'\\';
            json += c;
        } else if (c == u'\n') {
            json += "\\n"_L1;
        } else if (c.unicode() < 0x20 || c.unicode() == 0x2028 || c.unicode() == 0x2029) {
            json += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        } else {
            json += c;
        }
    }
    json += u'"';
}

class Members {
public:
    Members(QString &json, QLatin1StringView between)
        : m_json(json)
        , m_between(between)
    {
    }

    void name(QLatin1StringView name)
    {
        if (m_some) {
            m_json += m_between;
        }
        m_some = true;
        appendText(m_json, QString(name));
        m_json += ": "_L1;
    }
    void text(QLatin1StringView of, const QString &text)
    {
        if (!text.isEmpty()) {
            name(of);
            appendText(m_json, text);
        }
    }

private:
    QString &m_json;
    const QLatin1StringView m_between;
    bool m_some = false;
};

void appendItem(QString &json, const ExportedItem &item, const ListDetails &list)
{
    json += u'{';
    Members members(json, ", "_L1);
    members.text("name"_L1, item.name);
    members.text("quantity"_L1, item.quantity ? item.quantity->format() : QString());
    members.text("unit"_L1, item.unit);
    members.text("category"_L1, item.category);
    if (item.price) {
        const bool own = item.price->currency != model::Currency();
        const model::Money price { item.price->minor, own ? item.price->currency : list.currency };
        members.text("price"_L1, price.formatAmount());
        members.text("currency"_L1, item.price->currency.code());
    }
    members.text("note"_L1, item.note);
    members.text("barcode"_L1, item.barcode);
    if (item.checked) {
        members.name("checked"_L1);
        json += "true"_L1;
    }
    json += u'}';
}

void appendShops(QString &json, Members &members, const std::vector<ExportedShop> &shops)
{
    if (shops.empty()) {
        return;
    }
    members.name("shops"_L1);
    json += u'[';
    for (std::size_t i = 0; i < shops.size(); ++i) {
        json += i ? ",\n        {"_L1 : "\n        {"_L1;
        Members ofShop(json, ", "_L1);
        ofShop.text("name"_L1, shops[i].name);
        ofShop.name("categories"_L1);
        json += u'[';
        for (qsizetype category = 0; category < shops[i].order.size(); ++category) {
            json += category ? ", "_L1 : ""_L1;
            appendText(json, shops[i].order[category]);
        }
        json += "]}"_L1;
    }
    json += "\n      ]"_L1;
}

void appendList(QString &json, const ExportedList &list)
{
    json += "    {\n      "_L1;
    Members members(json, ",\n      "_L1);
    members.text("name"_L1, list.details.name);
    members.text("icon"_L1, list.details.icon);
    if (list.details.color) {
        members.name("color"_L1);
        json += QString::number(*list.details.color);
    }
    members.text("currency"_L1, list.details.currency.code());
    if (list.details.budget) {
        const model::Money budget { *list.details.budget, list.details.currency };
        members.text("budget"_L1, budget.formatAmount());
    }
    appendShops(json, members, list.details.shops);
    members.name("items"_L1);
    json += u'[';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        json += i ? ",\n        "_L1 : "\n        "_L1;
        appendItem(json, list.items[i], list.details);
    }
    json += list.items.empty() ? "]\n    }"_L1 : "\n      ]\n    }"_L1;
}

} // namespace

QByteArray writeJson(std::span<const ExportedList> lists)
{
    QString json = u"{\n  \"$schema\": \""_s + QLatin1StringView(kJsonSchema);
    json += u"\",\n  \"format\": \"larder\",\n  \"version\": %1,\n  \"lists\": ["_s.arg(kJsonVersion);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        json += i ? ",\n"_L1 : "\n"_L1;
        appendList(json, lists[i]);
    }
    json += lists.empty() ? "]\n}\n"_L1 : "\n  ]\n}\n"_L1;
    return json.toUtf8();
}

} // namespace larder::exchange
