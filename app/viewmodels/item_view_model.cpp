#include "app/viewmodels/item_view_model.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/list_view_model.h"
#include "core/grocery/barcode.h"

#include <algorithm>

namespace larder::app {

using namespace model::item;
using model::Kind;
using model::Record;
using model::Thousandths;
using model::Value;

static Value textOrNull(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Value() : Value(trimmed);
}

ItemViewModel::ItemViewModel(
    replica::ReplicaClient &replica, ListViewModel &list, UndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_list(list)
    , m_undo(undo)
    , m_prices(replica, *this)
{
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this,
        [this](model::SpaceId space, Kind, const std::vector<model::RecordId> &ids) {
            onRowsChanged(space, ids);
        });
    connect(&m_list, &ListViewModel::shownChanged, this, [this] {
        if (m_list.space() != m_space) {
            show({});
        }
    });
    connect(&m_list, &ListViewModel::headChanged, this, &ItemViewModel::changed);
}

void ItemViewModel::show(const QString &itemId)
{
    const auto id = model::RecordId::fromString(itemId);
    if (id && *id == m_id) {
        return;
    }
    leave();
    m_id = id ? *id : model::RecordId {};
    m_space = m_list.space();
    if (!record()) {
        m_id = {};
    }
    m_nameError.clear();
    m_quantityError.clear();
    m_unitError.clear();
    m_priceError.clear();
    m_noteError.clear();
    m_barcodeError.clear();
    m_prices.show(record() ? name() : QString(), currency());
    Q_EMIT itemChanged();
    Q_EMIT changed();
    Q_EMIT errorsChanged();
}

void ItemViewModel::leave()
{
    if (record()) {
        Q_EMIT leaving();
    }
}

model::RecordKey ItemViewModel::key() const
{
    return { m_list.space(), Kind::Item, m_id };
}

const Record *ItemViewModel::record() const
{
    const Record *item = m_id.isNull() ? nullptr : m_replica.record(key());
    return item && !item->isDeleted() ? item : nullptr;
}

void ItemViewModel::onRowsChanged(model::SpaceId space, const std::vector<model::RecordId> &ids)
{
    if (m_id.isNull() || space != m_list.space() || std::find(ids.begin(), ids.end(), m_id) == ids.end()) {
        return;
    }
    if (record()) {
        Q_EMIT changed();
    } else {
        show({});
    }
}

bool ItemViewModel::isEditable() const
{
    return m_list.isEditable();
}

bool ItemViewModel::isChecked() const
{
    const Record *item = record();
    return item && item->truth(kChecked);
}

QString ItemViewModel::text(model::FieldNumber field) const
{
    const Record *item = record();
    return item ? item->text(field) : QString();
}

QString ItemViewModel::name() const
{
    return text(kName);
}

QString ItemViewModel::quantity() const
{
    const Record *item = record();
    const qint64 count = item ? item->integer(kQuantity) : 0;
    return count > 0 ? quantityText({ count }) : QString();
}

QString ItemViewModel::unit() const
{
    return text(kUnit);
}

QString ItemViewModel::note() const
{
    return text(kNote);
}

QString ItemViewModel::typed() const
{
    return text(kTyped);
}

QString ItemViewModel::currency() const
{
    const QString own = text(kCurrency);
    return own.isEmpty() ? m_list.currency() : own;
}

QString ItemViewModel::price() const
{
    const Record *item = record();
    const qint64 minor = item ? item->integer(kPrice, -1) : -1;
    return minor >= 0 ? priceText(minor, currency()) : QString();
}

QString ItemViewModel::currencySign() const
{
    return signOf(currency());
}

QStringList ItemViewModel::categories() const
{
    QStringList titles;
    for (const QString &id : knownCategories()) {
        titles.append(categoryTitle(id));
    }
    const QString own = text(kCategory);
    if (!own.isEmpty() && !knownCategories().contains(own)) {
        titles.append(categoryTitle(own));
    }
    return titles;
}

QString ItemViewModel::categoryId(int index) const
{
    const QStringList known = knownCategories();
    return index >= 0 && index < known.size() ? known[index] : text(kCategory);
}

int ItemViewModel::category() const
{
    const QString own = text(kCategory);
    const qsizetype known = knownCategories().indexOf(own);
    return own.isEmpty() ? -1 : known >= 0 ? int(known) : int(knownCategories().size());
}

int ItemViewModel::hueOfCategory(int index) const
{
    return categoryHue(categoryId(index));
}

std::optional<Code> ItemViewModel::write(model::FieldNumber field, const Value &value)
{
    const Record *item = record();
    if (!item || !isEditable() || item->value(field) == value) {
        return std::nullopt;
    }
    const QString name = item->text(kName);
    auto changes = m_list.writes().edit(key(), { { field, value } });
    if (!changes) {
        return changes.error().code;
    }
    m_undo.push({ UndoStep::Kind::Edited, name, std::move(*changes) });
    return std::nullopt;
}

void ItemViewModel::setError(QString &error, const QString &sentence)
{
    if (error != sentence) {
        error = sentence;
        Q_EMIT errorsChanged();
    }
}

void ItemViewModel::setName(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        setError(m_nameError, tr("An item needs a name. To remove it, delete it."));
        return;
    }
    const auto refused = write(kName, text.trimmed());
    setError(m_nameError, refused ? tr("A name has at most 255 characters.") : QString());
}

void ItemViewModel::setQuantity(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        write(kQuantity, Value());
        setError(m_quantityError, {});
        return;
    }
    const auto quantity = quantityFromText(text);
    const auto refused = quantity ? write(kQuantity, quantity->count) : std::optional(Code::InvalidValue);
    setError(m_quantityError, refused ? tr("A number from 0.001 to 999,999.") : QString());
}

void ItemViewModel::setUnit(const QString &text)
{
    const auto refused = write(kUnit, textOrNull(text));
    setError(m_unitError, refused ? tr("A unit has at most 32 characters.") : QString());
}

void ItemViewModel::setNote(const QString &text)
{
    const auto refused = write(kNote, textOrNull(text));
    setError(m_noteError, refused ? tr("A note has at most 4,000 characters.") : QString());
}

void ItemViewModel::setPrice(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        write(kPrice, Value());
        setError(m_priceError, {});
        return;
    }
    const auto price = priceFromText(text, currency());
    const auto refused = price ? write(kPrice, *price) : std::optional(Code::InvalidValue);
    setError(m_priceError, refused ? tr("An amount such as 3.49, up to 999,999.99.") : QString());
}

void ItemViewModel::setCategory(int index)
{
    write(kCategory, index == category() ? Value() : Value(categoryId(index)));
}

void ItemViewModel::step(int direction)
{
    const Record *item = record();
    const qint64 count = item ? item->integer(kQuantity) : 0;
    const qint64 one = Thousandths::kOne;
    // Down from 200 goes by the step that led up to it.
    const qint64 level = direction < 0 ? count - 1 : count;
    const qint64 size = level < 20 * one ? one : level < 200 * one ? 10 * one : 50 * one;
    const qint64 next = count + direction * size;
    const auto refused = write(kQuantity, next > 0 ? Value(next) : Value());
    setError(m_quantityError, refused ? tr("A number from 0.001 to 999,999.") : QString());
}

std::vector<std::pair<QString, model::UserId>> ItemViewModel::members() const
{
    std::vector<std::pair<QString, model::UserId>> members;
    if (m_replica.isLoaded(m_list.space())) {
        for (const Record *member : m_replica.records(m_list.space(), Kind::Member)) {
            if (!member->isDeleted()) {
                members.emplace_back(
                    member->text(model::member::kName), model::UserId { member->key.id.value });
            }
        }
    }
    std::ranges::sort(members);
    return members;
}

QStringList ItemViewModel::people() const
{
    QStringList names;
    for (const auto &[name, id] : members()) {
        names.append(name);
    }
    return names;
}

int ItemViewModel::person() const
{
    const Record *item = record();
    const Value given = item ? item->value(kAssignee) : Value();
    const auto all = members();
    const auto at = std::ranges::find_if(
        all, [&](const auto &member) { return Value(member.second.toBytes()) == given; });
    return at != all.end() ? int(at - all.begin()) : -1;
}

QString ItemViewModel::barcode() const
{
    return text(kBarcode);
}

void ItemViewModel::setBarcode(const QString &written)
{
    QString digits = written;
    digits.remove(u' ').remove(u'-');
    const auto code = grocery::tradeBarcode(digits);
    // What a scanner read may be no number of the trade; it stays as long as nobody changes it.
    const bool kept = digits.isEmpty() || code || written == barcode();
    setError(m_barcodeError,
        kept ? QString() : tr("The digits below the bars of the packet, as they stand there."));
    if (kept && written != barcode()) {
        write(kBarcode, code ? Value(*code) : Value());
    }
}

void ItemViewModel::setPerson(int at)
{
    const auto all = members();
    if (at >= 0 && at < int(all.size())) {
        write(kAssignee, at == person() ? Value() : Value(all[std::size_t(at)].second.toBytes()));
    }
}

} // namespace larder::app
