#include "app/viewmodels/entry_view_model.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/list_view_model.h"
#include "app/viewmodels/unit_text.h"

#include <QtCore/QLocale>
#include <QtGui/QKeySequence>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using grocery::Entry;
using Field = replica::ReplicaClient::Field;

static QString ownCurrency(const QString &listCurrency)
{
    return listCurrency.isEmpty() ? QLocale().currencySymbol(QLocale::CurrencyIsoCode) : listCurrency;
}

EntryViewModel::EntryViewModel(ListViewModel &list, QObject *parent)
    : QObject(parent)
    , m_list(list)
{
}

void EntryViewModel::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    // What was taken back stays so while the line is finished.
    if (text.trimmed().isEmpty()) {
        m_takenBack.clear();
    }
    understand();
    Q_EMIT textChanged();
    Q_EMIT partsChanged();
}

Entry EntryViewModel::parse(const QString &line) const
{
    grocery::EntryHabits habits;
    habits.decimal = QLocale().decimalPoint().front();
    if (const auto currency = model::Currency::fromCode(ownCurrency(m_list.currency()))) {
        habits.currency = *currency;
    }
    Entry entry = grocery::parseEntry(line, habits);
    entry.category
        = entry.category.isEmpty() ? m_list.categoryOf(entry.name) : categoryFromText(entry.category);
    return entry;
}

// What was taken back goes to the name, on the side of it where it was written.
static void addToName(Entry &entry, const QString &words)
{
    const bool before = !entry.typed.startsWith(entry.name.left(1));
    entry.name = before ? words + u' ' + entry.name : entry.name + u' ' + words;
}

void EntryViewModel::takeBackIn(Entry &entry) const
{
    const auto isTakenBack = [this](PartKind kind) {
        return std::find(m_takenBack.begin(), m_takenBack.end(), kind) != m_takenBack.end();
    };
    const QString guessed = m_list.categoryOf(entry.name);
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
        if (entry.category != guessed) {
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
    m_entry = parse(m_text);
    takeBackIn(m_entry);
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
        m_takenBack.push_back(m_parts[part].kind);
        understand();
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

bool EntryViewModel::keep(const Entry &entry)
{
    std::vector<Field> fields;
    for (model::Register &reg : grocery::registersOf(entry, {})) {
        fields.push_back({ reg.field, std::move(reg.value) });
    }
    return !entry.name.isEmpty() && !m_list.add(std::move(fields)).isNull();
}

void EntryViewModel::submit()
{
    if (keep(m_entry)) {
        setText({});
    }
}

void EntryViewModel::add(const QString &text)
{
    keep(parse(text));
}

} // namespace larder::app
