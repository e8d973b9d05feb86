#include "core/exchange/import_builder.h"

#include "core/grocery/entry_words.h"
#include "core/grocery/shop_order.h"
#include "core/limits.h"
#include "core/model/kinds.h"
#include "core/model/text.h"

#include <algorithm>

namespace larder::exchange {

using model::FieldNumber;
using namespace Qt::StringLiterals;
namespace item = model::item;
namespace list = model::list;
using enum WhyUnreadable;

static bool fits(model::Kind kind, FieldNumber number, QStringView text)
{
    const model::Field &field = *model::findKind(kind)->find(number);
    return text.size() <= field.max
        || std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); }) <= field.max;
}

static bool fits(model::Kind kind, FieldNumber number, qint64 value)
{
    const model::Field &field = *model::findKind(kind)->find(number);
    return value >= field.min && value <= field.max;
}

QString importedText(QStringView text)
{
    return model::keepable(text.trimmed().toString()).trimmed();
}

bool isShop(const ExportedShop &shop)
{
    using enum model::Kind;
    return !shop.name.isEmpty() && fits(Shop, model::shop::kName, shop.name)
        && fits(Shop, model::shop::kOrder, grocery::textOf(shop.order));
}

ImportBuilder::ImportBuilder(ImportFormat format, const ImportContext &context)
    : m_context(context)
{
    m_import.format = format;
}

void ImportBuilder::complain(int line, QStringView excerpt, WhyUnreadable why)
{
    ++m_import.unreadableCount;
    if (m_import.unreadable.size() >= std::size_t(limits::kImportUnreadable)) {
        return;
    }
    QString text = importedText(excerpt.first(std::min<qsizetype>(excerpt.size(), 400))).simplified();
    if (text.size() > limits::kImportExcerptChars) {
        const qsizetype end = limits::kImportExcerptChars - 1;
        text.truncate(text[end - 1].isHighSurrogate() ? end - 1 : end);
        text += u'…';
    }
    m_import.unreadable.push_back({ line, text, why });
}

void ImportBuilder::beginList(int line, ListDetails details)
{
    const QString called = details.name;
    m_current.reset();
    m_overfull = m_import.lists.size() >= std::size_t(limits::kImportLists);
    if (m_overfull) {
        complain(line, called, TooManyLists);
        return;
    }
    details.name = importedText(details.name);
    details.icon = importedText(details.icon);
    if (!fits(model::Kind::List, list::kName, details.name)) {
        complain(line, called, NameTooLong);
        details.name.clear();
    }
    const bool badIcon = !fits(model::Kind::List, list::kIcon, details.icon);
    const bool badColor = details.color && !fits(model::Kind::List, list::kColor, qint64(*details.color));
    const bool badBudget = details.budget && !fits(model::Kind::List, list::kBudget, *details.budget);
    if (badIcon || badColor || badBudget) {
        complain(line, called, BadDetail);
        details.icon = badIcon ? QString() : details.icon;
        details.color = badColor ? std::nullopt : details.color;
        details.budget = badBudget ? std::nullopt : details.budget;
    }
    m_current = m_import.lists.size();
    if (!m_named.contains(details.name)) {
        m_named.insert(details.name, *m_current);
    }
    m_import.lists.push_back({ std::move(details), {} });
}

void ImportBuilder::continueList(int line, const QString &name)
{
    const auto known = m_named.constFind(importedText(name));
    if (known != m_named.cend()) {
        m_current = *known;
        m_overfull = false;
        return;
    }
    ListDetails details;
    details.name = name;
    beginList(line, std::move(details));
}

std::optional<WhyUnreadable> ImportBuilder::objectionTo(const ExportedItem &each) const
{
    using enum model::Kind;
    if (each.name.isEmpty()) {
        return NoName;
    }
    if (!fits(Item, item::kName, each.name)) {
        return NameTooLong;
    }
    if (!fits(Item, item::kUnit, each.unit)) {
        return UnitTooLong;
    }
    if (!fits(Item, item::kCategory, each.category)) {
        return CategoryTooLong;
    }
    if (!fits(Item, item::kNote, each.note)) {
        return NoteTooLong;
    }
    if (each.quantity && !fits(Item, item::kQuantity, each.quantity->count)) {
        return BadQuantity;
    }
    if (each.price && !fits(Item, item::kPrice, each.price->minor)) {
        return BadPrice;
    }
    return std::nullopt;
}

ImportedList *ImportBuilder::current(int line, QStringView excerpt)
{
    if (!m_current && !m_overfull) {
        continueList(line, {});
    }
    if (!m_current) {
        complain(line, excerpt, TooManyLists);
        return nullptr;
    }
    ImportedList &result = m_import.lists[*m_current];
    if (result.items.size() >= std::size_t(limits::kRecordsPerSpace)
        || m_items >= std::size_t(limits::kImportItems)) {
        complain(line, excerpt, TooManyItems);
        return nullptr;
    }
    return &result;
}

void ImportBuilder::add(int line, QStringView excerpt, ExportedItem added, const QString &typed)
{
    added.name = importedText(added.name);
    added.unit = importedText(added.unit);
    added.category = importedText(added.category);
    added.note = importedText(added.note);
    if (const auto objection = objectionTo(added)) {
        complain(line, excerpt, *objection);
    } else if (ImportedList *to = current(line, excerpt)) {
        to->items.push_back({ line, std::move(added), typed });
        ++m_items;
    }
}

void ImportBuilder::addTyped(int line, QStringView typed, const Beside &beside)
{
    const QStringView trimmed = typed.trimmed();
    if (trimmed.isEmpty() || !hasRoom(line, trimmed)) {
        return;
    }
    // The parser cuts what is too long, so that typing never fails. Here it would be lost in silence.
    const auto [text, note] = grocery::splitNote(trimmed);
    const bool isLong = !fits(model::Kind::Item, item::kTyped, trimmed);
    const bool longName = !fits(model::Kind::Item, item::kName, text);
    const grocery::Entry entry = grocery::parseEntry(isLong ? text : trimmed, m_context.habits);
    const auto mostChars = model::findKind(model::Kind::Item)->find(item::kName)->max;
    if ((isLong && !fits(model::Kind::Item, item::kTyped, text))
        || (longName && entry.name.size() >= mostChars * 3 / 4)) {
        complain(line, trimmed, NameTooLong);
        return;
    }
    ExportedItem added;
    added.name = entry.name;
    added.quantity = entry.quantity;
    added.unit = entry.unit;
    added.category = entry.category.isEmpty() ? beside.category : entry.category;
    added.price = entry.price;
    if (added.price && (!entry.currencyTyped || added.price->currency == m_context.habits.currency)) {
        added.price->currency = {};
    }
    added.note = isLong ? note.toString() : entry.note;
    if (!beside.note.isEmpty()) {
        added.note += (added.note.isEmpty() ? QString() : u"\n"_s) + beside.note;
    }
    added.checked = beside.checked;
    add(line, trimmed, std::move(added), isLong ? QString() : entry.typed);
}

Import ImportBuilder::finish(const QString &name)
{
    std::ranges::stable_sort(m_import.unreadable, {}, &Unreadable::line);
    for (ImportedList &each : m_import.lists) {
        if (each.details.name.isEmpty() && fits(model::Kind::List, list::kName, name)) {
            each.details.name = name;
        }
    }
    return std::move(m_import);
}

} // namespace larder::exchange
