#include "app/viewmodels/arrangement.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/item_text.h"
#include "core/grocery/text_match.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Record;
namespace item = model::item;

Arrangement::Arrangement(
    ItemSort sort, const QStringList &way, ItemFilter filter, grocery::UnitPreference units)
    : m_sort(sort)
    , m_filter(std::move(filter))
    , m_units(units)
    , m_words(grocery::folded(m_filter.text).split(u' ', Qt::SkipEmptyParts))
{
    for (const QString &category : way) {
        m_way.insert(category, int(m_way.size()));
    }
}

int Arrangement::rankOf(const QString &category) const
{
    switch (m_sort) {
    case ItemSort::Shop:
        return m_way.value(category, int(m_way.size()) + categoryRank(category));
    case ItemSort::Category:
        return category.isEmpty() ? 1 : 0;
    default:
        return 0;
    }
}

QString Arrangement::groupOf(const QString &category) const
{
    switch (m_sort) {
    case ItemSort::Shop:
        return *m_groups.insert(category);
    case ItemSort::Category:
        return foldedTitle(category);
    default:
        return {};
    }
}

const QString &Arrangement::foldedTitle(const QString &category) const
{
    auto title = m_titles.find(category);
    if (title == m_titles.end()) {
        title = m_titles.insert(category, grocery::folded(categoryTitle(category)));
    }
    return *title;
}

// A UUIDv7 begins with its milliseconds (RFC 9562 §5.7); another id tells nothing of when.
static qint64 madeAt(const Record &record)
{
    const auto &bytes = record.key.id.value.bytes;
    if (bytes[6] >> 4 == 7) {
        qint64 milliseconds = 0;
        for (int i = 0; i < 6; ++i) {
            milliseconds = milliseconds << 8 | bytes[std::size_t(i)];
        }
        return milliseconds;
    }
    qint64 first = model::Stamp::kMax;
    for (const model::Register &written : record.registers) {
        first = std::min(first, written.stamp.micros);
    }
    return first / 1'000;
}

// Mass in kilograms and volume in litres, so that 500 g is less than 1 kg; the rest as it is counted.
static qint64 muchOf(const Record &record)
{
    const grocery::Amount amount = amountOf(record);
    for (const QString &unit : { u"kg"_s, u"l"_s }) {
        if (const auto same = grocery::converted(amount, unit); same && same->quantity) {
            return same->quantity->count;
        }
    }
    return amount.quantity ? amount.quantity->count : 0;
}

qint64 Arrangement::numberOf(const Record &record) const
{
    switch (m_sort) {
    case ItemSort::Quantity:
        return -muchOf(record);
    case ItemSort::Newest:
        return -madeAt(record);
    default:
        return 0;
    }
}

QString Arrangement::textOf(const Record &record) const
{
    return isGrouped() ? record.text(item::kPosition) : grocery::folded(record.text(item::kName));
}

bool Arrangement::shows(const Record &record) const
{
    using enum ItemFilter::State;
    if (m_filter.state != Any && (m_filter.state == Checked) != record.truth(item::kChecked)) {
        return false;
    }
    if (m_filter.price != ItemFilter::Price::Any) {
        const model::Register *price = record.find(item::kPrice);
        const bool priced = price && !model::isNull(price->value);
        if (priced != (m_filter.price == ItemFilter::Price::Priced)) {
            return false;
        }
    }
    const QString category = record.text(item::kCategory);
    if (!m_filter.categories.isEmpty() && !m_filter.categories.contains(category)) {
        return false;
    }
    if (!m_filter.person.isNull()
        && record.value(item::kAssignee) != model::Value(m_filter.person.toBytes())) {
        return false;
    }
    if (m_words.isEmpty()) {
        return true;
    }
    const QString name = grocery::folded(record.text(item::kName));
    const QString note = grocery::folded(record.text(item::kNote));
    const QString &title = foldedTitle(category);
    return std::ranges::all_of(m_words, [&](const QString &word) {
        return name.contains(word) || note.contains(word) || title.contains(word);
    });
}

QString filterToText(const ItemFilter &filter)
{
    const QJsonObject object { { u"text"_s, filter.text },
        { u"categories"_s, QJsonArray::fromStringList(filter.categories) }, { u"state"_s, int(filter.state) },
        { u"price"_s, int(filter.price) },
        { u"person"_s, filter.person.isNull() ? QString() : filter.person.toString() } };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ItemFilter filterFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    ItemFilter filter;
    filter.text = object[u"text"_s].toString();
    for (const QJsonValue &category : object[u"categories"_s].toArray()) {
        filter.categories.append(category.toString());
    }
    const int state = object[u"state"_s].toInt();
    if (state > 0 && state <= int(ItemFilter::State::Checked)) {
        filter.state = ItemFilter::State(state);
    }
    const int price = object[u"price"_s].toInt();
    if (price > 0 && price <= int(ItemFilter::Price::Unpriced)) {
        filter.price = ItemFilter::Price(price);
    }
    if (const auto person = model::UserId::fromString(object[u"person"_s].toString())) {
        filter.person = *person;
    }
    return filter;
}

} // namespace larder::app
