#include "app/viewmodels/entry_view_model.h"

#include "app/lists/entry_habits.h"
#include "app/lists/household_memory.h"
#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/item_text.h"
#include "app/viewmodels/list_view_model.h"
#include "app/viewmodels/unit_text.h"
#include "core/grocery/barcode.h"
#include "core/grocery/duplicates.h"
#include "core/grocery/text_match.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeySequence>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using grocery::Entry;
using Field = replica::ReplicaClient::Field;

static constexpr int kOffers = 6;

EntryViewModel::EntryViewModel(ListViewModel &list, HouseholdMemory &memory, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_memory(memory)
    , m_suggestions(*this)
{
}

static bool hasManyLines(const QString &text)
{
    const QStringList lines
        = text.split(QRegularExpression(u"[\\n\\r\\x{2028}\\x{2029}]"_s), Qt::SkipEmptyParts);
    return std::ranges::count_if(lines, [](const QString &line) { return !line.trimmed().isEmpty(); }) > 1;
}

bool EntryViewModel::pasteMany()
{
    const QString text = QGuiApplication::clipboard()->text();
    const bool many = hasManyLines(text);
    if (many) {
        Q_EMIT manyPasted(text);
    }
    return many;
}

void EntryViewModel::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    // Where the system pastes by itself, the line may have been cut to what one holds.
    if (hasManyLines(text)) {
        if (!pasteMany()) {
            Q_EMIT manyPasted(text);
        }
        Q_EMIT textChanged(); // which takes it out of the line again
        return;
    }
    m_text = text;
    // What was taken back stays so while the line is finished.
    if (text.trimmed().isEmpty()) {
        m_takenBack.clear();
        m_barcode.clear();
    }
    readAgain();
}

void EntryViewModel::readAgain()
{
    understand();
    suggest();
    Q_EMIT textChanged();
    Q_EMIT partsChanged();
}

void EntryViewModel::prepare()
{
    m_memory.prepare();
}

std::optional<Offer> EntryViewModel::raised(const Entry &entry) const
{
    const grocery::Listed added { entry.name, { entry.quantity, entry.unit } };
    for (const bool checked : { false, true }) {
        std::vector<const model::Record *> records;
        std::vector<grocery::Listed> listed;
        for (const model::Record *item : m_list.items()) {
            if (item->truth(model::item::kChecked) == checked) {
                records.push_back(item);
                listed.push_back({ item->text(model::item::kName), amountOf(*item) });
            }
        }
        const auto found
            = grocery::findDuplicate(added, listed, m_memory.catalogue(), HouseholdMemory::language());
        if (!found || (!checked && !found->merged)) {
            continue;
        }
        const model::Record &item = *records[found->item];
        const grocery::Amount has = amountOf(item);
        const grocery::Amount next = !checked    ? *found->merged
            : added.amount == grocery::Amount {} ? has
                                                 : added.amount;
        const QString hasText = amountText(has.quantity, has.unit);
        const QString detail = checked ? tr("Checked; to buy again")
            : hasText.isEmpty()        ? tr("On the list already")
                                       : tr("On the list: %1").arg(hasText);
        return Offer { checked ? Offer::Kind::Again : Offer::Kind::Raise, item.key.id, next,
            item.text(model::item::kName), item.text(model::item::kCategory), detail, true };
    }
    return std::nullopt;
}

// Something is written of it that another member wrote otherwise: then it is likelier another thing.
bool EntryViewModel::saysMore(const Offer &again) const
{
    const model::Record *item = m_list.item(again.item);
    const QString note = item ? item->text(model::item::kNote) : QString();
    const qint64 price = item ? item->integer(model::item::kPrice, -1) : -1;
    return (!m_entry.note.isEmpty() && !note.isEmpty() && note != m_entry.note)
        || (m_entry.price && price >= 0 && price != m_entry.price->minor);
}

void EntryViewModel::suggest()
{
    std::vector<Offer> offers;
    if (m_entry.name.isEmpty()) {
        m_suggestions.show({}, -1);
        return;
    }
    const std::optional<Offer> again = raised(m_entry);
    if (again) {
        offers.push_back(*again);
        offers.push_back({ Offer::Kind::Apart, {}, { m_entry.quantity, m_entry.unit }, m_entry.name,
            m_entry.category, tr("Another one beside it"), false });
    }
    const QString typed = grocery::folded(m_entry.name);
    for (const grocery::Suggestion &found : m_memory.find(m_entry.name, kOffers)) {
        const bool said = grocery::folded(found.name) == typed || (again && again->name == found.name);
        if (!said && int(offers.size()) < kOffers) {
            const bool amountTyped = m_entry.quantity || !m_entry.unit.isEmpty();
            const grocery::Amount amount = amountTyped
                ? grocery::Amount { m_entry.quantity, m_entry.unit }
                : grocery::Amount { found.quantity, found.quantity ? found.unit : QString() };
            offers.push_back({ Offer::Kind::Name, {}, amount, found.name, found.category,
                found.category.isEmpty() ? QString() : categoryTitle(found.category),
                found.source == grocery::Suggestion::Source::History });
        }
    }
    m_suggestions.show(std::move(offers), again && !saysMore(*again) ? 0 : -1);
}

EntryViewModel::Understood EntryViewModel::parse(const QString &line) const
{
    Entry entry = grocery::parseEntry(line, entryHabits(m_list.currency()));
    const bool typed = !entry.category.isEmpty();
    entry.category = typed ? categoryFromText(entry.category) : m_memory.categoryOf(entry.name);
    return { std::move(entry), typed };
}

// What was taken back goes to the name, on the side of it where it was written.
static void addToName(Entry &entry, const QString &words)
{
    const bool before = !entry.typed.startsWith(entry.name.left(1));
    entry.name = before ? words + u' ' + entry.name : entry.name + u' ' + words;
}

void EntryViewModel::takeBackIn(Understood &understood) const
{
    Entry &entry = understood.entry;
    const auto isTakenBack = [this](PartKind kind) {
        return std::find(m_takenBack.begin(), m_takenBack.end(), kind) != m_takenBack.end();
    };
    if (isTakenBack(PartKind::Amount) && (entry.quantity || !entry.unit.isEmpty())) {
        addToName(entry, amountText(entry.quantity, entry.unit));
        entry.quantity.reset();
        entry.unit.clear();
    }
    if (isTakenBack(PartKind::Price) && entry.price) {
        addToName(entry, priceText(entry.price->minor, entry.price->currency.code()));
        entry.price.reset();
    }
    if (isTakenBack(PartKind::Category) && !entry.category.isEmpty()) {
        if (understood.categoryTyped) {
            addToName(entry, categoryTitle(entry.category));
        }
        entry.category.clear();
    }
    if (isTakenBack(PartKind::Note) && !entry.note.isEmpty()) {
        entry.name += u' ' + std::exchange(entry.note, {});
    }
}

void EntryViewModel::understand()
{
    Understood understood = parse(m_text);
    takeBackIn(understood);
    m_entry = std::move(understood.entry);
    m_categoryTyped = understood.categoryTyped;
    m_parts.clear();
    const auto append = [this](PartKind kind, const QString &words) {
        if (!words.isEmpty()) {
            m_parts.push_back({ kind, words });
        }
    };
    append(PartKind::Amount, amountText(m_entry.quantity, m_entry.unit));
    append(PartKind::Name, m_entry.name);
    append(PartKind::Category, m_entry.category.isEmpty() ? QString() : categoryTitle(m_entry.category));
    if (m_entry.price) {
        append(PartKind::Price, moneyText(m_entry.price->minor, m_entry.price->currency.code()));
    }
    append(PartKind::Note, m_entry.note);
    append(PartKind::Barcode, m_barcode);
    if (m_parts.size() == 1 && m_parts.front().kind == PartKind::Name) {
        m_parts.clear();
    }
}

QStringList EntryViewModel::parts() const
{
    QStringList words;
    for (const Part &part : m_parts) {
        words.append(part.words);
    }
    return words;
}

bool EntryViewModel::isRemovable(int part) const
{
    return part >= 0 && part < int(m_parts.size()) && m_parts[part].kind != PartKind::Name;
}

int EntryViewModel::hueOf(int part) const
{
    const bool category = part >= 0 && part < int(m_parts.size()) && m_parts[part].kind == PartKind::Category;
    return category ? categoryHue(m_entry.category) : -1;
}

void EntryViewModel::takeBack(int part)
{
    if (isRemovable(part)) {
        if (m_parts[part].kind == PartKind::Barcode) {
            m_barcode.clear();
        } else {
            m_takenBack.push_back(m_parts[part].kind);
        }
        understand();
        suggest();
        Q_EMIT partsChanged();
    }
}

QStringList EntryViewModel::examples() const
{
    return { tr("2 kg apples"), tr("milk 1.5 l"), tr("6x eggs") };
}

QString EntryViewModel::shortcut() const
{
    return QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText);
}

int EntryViewModel::maximumLength() const
{
    return int(model::findKind(model::Kind::Item)->find(model::item::kTyped)->max);
}

model::RecordId EntryViewModel::keep(const Entry &entry)
{
    std::vector<Field> fields;
    for (model::Register &reg : grocery::registersOf(entry, {})) {
        fields.push_back({ reg.field, std::move(reg.value) });
    }
    if (!m_barcode.isEmpty()) {
        fields.push_back({ model::item::kBarcode, m_barcode });
    }
    return entry.name.isEmpty() ? model::RecordId {} : m_list.add(std::move(fields));
}

bool EntryViewModel::raise(const Offer &offer, const Entry &entry)
{
    std::vector<Field> fields;
    if (offer.amount.quantity) {
        fields.push_back({ model::item::kQuantity, offer.amount.quantity->count });
    }
    if (!offer.amount.unit.isEmpty()) {
        fields.push_back({ model::item::kUnit, offer.amount.unit });
    }
    if (entry.price) {
        fields.push_back({ model::item::kPrice, entry.price->minor });
    }
    if (!entry.note.isEmpty()) {
        const QString before = m_list.item(offer.item)->text(model::item::kNote);
        const bool said = before.contains(entry.note);
        const QString both = before.isEmpty() ? entry.note : QString(before + u", "_s + entry.note);
        fields.push_back({ model::item::kNote, said ? before : both });
    }
    if (!m_barcode.isEmpty()) {
        fields.push_back({ model::item::kBarcode, m_barcode });
    }
    return m_list.raise(offer.item, std::move(fields));
}

// The digits alone, as a scanner that is a keyboard writes them.
static std::optional<QString> barcodeIn(const QString &text)
{
    const QString digits = text.trimmed();
    return digits.size() >= 8 ? grocery::tradeBarcode(digits) : std::nullopt;
}

void EntryViewModel::scan(const QString &barcode)
{
    const auto product = m_memory.productOf(barcode);
    setText(product.value_or(QString()));
    m_barcode = barcode;
    readAgain();
}

void EntryViewModel::submit()
{
    if (const auto barcode = barcodeIn(m_text)) {
        scan(*barcode);
        if (m_text.isEmpty()) {
            return; // it wants a name first
        }
    }
    if (m_suggestions.current() >= 0) {
        take(m_suggestions.current());
    } else if (!keep(m_entry).isNull()) {
        setText({});
    }
}

void EntryViewModel::take(int suggestion)
{
    const Offer *chosen = m_suggestions.at(suggestion);
    if (!chosen) {
        return;
    }
    const Offer offer = *chosen;
    Entry entry = m_entry;
    bool kept = false;
    switch (offer.kind) {
    case Offer::Kind::Raise:
    case Offer::Kind::Again:
        kept = raise(offer, entry);
        break;
    case Offer::Kind::Apart:
        if (const model::RecordId apart = keep(entry); !apart.isNull()) {
            kept = true;
            Q_EMIT addedApart(apart.toString());
        }
        break;
    case Offer::Kind::Name:
        entry.name = offer.name;
        entry.quantity = offer.amount.quantity;
        entry.unit = offer.amount.unit;
        if (!m_categoryTyped) {
            entry.category = offer.category;
        }
        const auto again = raised(entry);
        kept = again ? raise(*again, entry) : !keep(entry).isNull();
        break;
    }
    if (kept) {
        setText({});
    }
}

void EntryViewModel::add(const QString &text)
{
    keep(parse(text).entry);
}

} // namespace larder::app
