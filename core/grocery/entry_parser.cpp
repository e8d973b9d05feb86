#include "core/grocery/entry_parser.h"

#include "core/grocery/entry_amount.h"
#include "core/grocery/entry_price.h"

#include <algorithm>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using model::Currency;
using model::Money;
using model::Thousandths;
namespace item = model::item;

namespace {

constexpr qint64 kMostInFront = 999'000; // "1000 island" and "4711" are names
constexpr qint64 kMostAtTheEnd = 99'000; // "flour 405" and "WD 40000" are too

const model::Field &field(model::FieldNumber number)
{
    return *model::findKind(model::Kind::Item)->find(number);
}

bool fits(model::FieldNumber number, qint64 value)
{
    return value >= field(number).min && value <= field(number).max;
}

class Parser {
public:
    Parser(Words words, const EntryHabits &habits)
        : m_words(std::move(words))
        , m_habits(habits)
        , m_amounts(m_words, habits.decimal)
    {
    }

    Entry parse();

private:
    void readCategory();
    void readTypedPrice();
    void readQuantity();
    void readBareNumbers();
    QString nameOfTheRest() const;

    bool take(std::size_t at, const std::optional<ReadAmount> &amount);
    bool takeInFront(std::size_t at);
    bool takeAtTheEnd(std::size_t at);
    bool takeSize(std::size_t next);
    void takeConnector(std::size_t next);
    bool takePrice(std::size_t at, const TypedPrice &price);
    bool isAlone(std::size_t at) const;
    bool isFree(std::size_t at) const { return m_amounts.isFree(at); }
    bool isNext(std::size_t at, std::size_t later) const { return m_amounts.isNext(at, later); }
    std::size_t firstFree() const;
    std::size_t lastFree() const;

    Words m_words;
    const EntryHabits &m_habits;
    const AmountReader m_amounts; // over m_words
    Entry m_entry;
    std::optional<std::size_t> m_package; // the word that named it
};

std::size_t Parser::firstFree() const
{
    std::size_t at = 0;
    while (at < m_words.size() && m_words[at].used) {
        ++at;
    }
    return at;
}

std::size_t Parser::lastFree() const
{
    std::size_t at = m_words.size();
    while (at > 0 && m_words[at - 1].used) {
        --at;
    }
    return at - 1; // beyond the end when there is none
}

// The only word left of its segment, which is not the only segment.
bool Parser::isAlone(std::size_t at) const
{
    const auto free = [&](const Word &word) { return !word.used && word.segment == m_words[at].segment; };
    return m_words.back().segment > 0 && std::count_if(m_words.begin(), m_words.end(), free) == 1;
}

void Parser::readCategory()
{
    for (Word &word : m_words) {
        const QString name = word.text.mid(1);
        const bool marked = word.text.startsWith(u'#') || word.text.startsWith(u'@');
        const bool named = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
        if (marked && named && fits(item::kCategory, name.toUcs4().size())) {
            m_entry.category = name;
            word.used = true;
            return;
        }
    }
}

bool Parser::takePrice(std::size_t at, const TypedPrice &price)
{
    const Currency used = price.currency.value_or(m_habits.currency);
    const auto minor = price.number.scaled(used.digits());
    if (m_entry.price || !minor || !fits(item::kPrice, *minor)) {
        return false;
    }
    m_entry.price = Money { *minor, used };
    m_entry.currencyTyped = price.currency.has_value();
    for (std::size_t i = at; i < at + price.words; ++i) {
        m_words[i].used = true;
    }
    // "bread for 3.49", "pain à 1,20 €"
    if (at > 1 && isFree(at - 1) && isFree(at - 2) && m_words[at - 1].segment == m_words[at].segment
        && isPriceConnector(m_words[at - 1].text)) {
        m_words[at - 1].used = true;
    }
    return true;
}

void Parser::readTypedPrice()
{
    for (std::size_t i = 0; i < m_words.size() && !m_entry.price; ++i) {
        if (const auto price = readPrice(m_words, i, m_habits)) {
            takePrice(i, *price);
        }
    }
}

bool Parser::take(std::size_t at, const std::optional<ReadAmount> &amount)
{
    if (!amount || !fits(item::kQuantity, amount->thousandths)) {
        return false;
    }
    m_entry.quantity = Thousandths { amount->thousandths };
    for (std::size_t i = at; i < at + amount->words; ++i) {
        m_words[i].used = true;
    }
    const std::size_t next = at + amount->words;
    if (amount->unit) {
        m_entry.unit = amount->unit->id;
        const bool package = amount->unit->type == UnitType::Package;
        if (package && amount->words > 1) {
            m_package = next - 1;
        }
        if (!package || !takeSize(next)) {
            takeConnector(next);
        }
    } else if (!amount->size.isEmpty()) {
        m_words[at] = { amount->size, m_words[at].segment, false, true };
        takeConnector(next);
    } else {
        takeSize(next);
    }
    return true;
}

// "2 kg of apples", "1 l d'huile"
void Parser::takeConnector(std::size_t next)
{
    if (next == 0 || !isFree(next) || m_words[next].segment != m_words[next - 1].segment) {
        return;
    }
    if (isFree(next + 1) && isConnector(m_words[next].text)) {
        m_words[next].used = true;
    } else {
        m_words[next].text = withoutElision(m_words[next].text);
    }
}

// "6 x 330 ml cola" are six, of which each is "cola 330 ml"; "2 400 g cans tomatoes" are two cans.
bool Parser::takeSize(std::size_t next)
{
    const auto size = m_amounts.withUnit(next);
    if (!size || size->unit->type != UnitType::Measure || isLength(*size->unit)) {
        return false;
    }
    const auto free
        = std::count_if(m_words.begin(), m_words.end(), [](const Word &word) { return !word.used; });
    if (free <= std::ptrdiff_t(size->words)) {
        return false; // there would be no name
    }
    for (std::size_t i = next; i < next + size->words; ++i) {
        m_words[i].behind = true;
    }
    std::size_t after = next + size->words;
    const auto unit = m_entry.unit.isEmpty() && isNext(next, after) ? m_amounts.unitAt(after) : std::nullopt;
    if (unit && unit->unit->type == UnitType::Package && isNext(next, after + std::size_t(unit->words))) {
        m_entry.unit = unit->unit->id;
        for (qsizetype i = 0; i < unit->words; ++i) {
            m_words[after++].used = true;
        }
    }
    takeConnector(after);
    return true;
}

// A number in front, which needs no unit; one with as many decimals as a price has is a price.
bool Parser::takeInFront(std::size_t at)
{
    const auto count = m_amounts.bare(at);
    if (!count || count->thousandths > kMostInFront) {
        return take(at, m_amounts.countInWords(at));
    }
    const auto number = readNumber(m_words[at].text, m_habits.decimal);
    const bool likePrice = number && number->places > 0 && number->places == m_habits.currency.digits()
        && m_words[at].text.contains(m_habits.decimal);
    return !likePrice && take(at, count);
}

void Parser::readQuantity()
{
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if (take(i, m_amounts.times(i))) {
            return;
        }
    }
    const std::size_t first = firstFree();
    if (take(first, m_amounts.withUnit(first)) || take(first, m_amounts.inWords(first))
        || takeInFront(first)) {
        return;
    }
    // Of "aspirin 500 mg 20 pieces" the pieces are what is counted.
    for (std::size_t i = first + 1; i < m_words.size(); ++i) {
        const auto amount = m_amounts.withUnit(i);
        if (amount && (amount->unit->type == UnitType::Package || amount->unit->id == "pcs"_L1)
            && take(i, amount)) {
            return;
        }
    }
    for (std::size_t i = first + 1; i < m_words.size(); ++i) {
        // "tomates, medio kilo"
        const auto inWords
            = m_words[i - 1].segment != m_words[i].segment ? m_amounts.inWords(i) : std::nullopt;
        if (take(i, m_amounts.withUnit(i))
            || (inWords && !isNext(i, i + inWords->words) && take(i, inWords))) {
            return;
        }
    }
}

// A number behind the name, with its beginning where it has several words: "apples 2 - 3", "cups 1 1/2".
bool Parser::takeAtTheEnd(std::size_t at)
{
    for (std::size_t back = std::min<std::size_t>(at, 2) + 1; back-- > 0;) {
        const std::size_t from = at - back;
        const auto count = m_amounts.bare(from);
        if (!count || count->words != back + 1 || from == firstFree()) {
            continue;
        }
        const bool numbered = from > 0 && isNext(from, from - 1) && isNumbered(m_words[from - 1].text);
        const bool whole = count->thousandths % Thousandths::kOne == 0 || back == 1;
        const bool likeCount = isAlone(at)
            || (whole && count->thousandths <= kMostAtTheEnd && !m_words[from].text.startsWith(u'0')
                && !numbered);
        return likeCount && take(from, count);
    }
    return false;
}

// Numbers with neither unit nor currency, behind the name.
void Parser::readBareNumbers()
{
    for (std::size_t i = m_words.size(); i-- > 0;) {
        if (!isFree(i) || m_words[i].behind || i == firstFree() || !(i == lastFree() || isAlone(i))) {
            continue;
        }
        const auto bare = readNumber(m_words[i].text, m_habits.decimal);
        const bool likePrice = bare
            && ((bare->places > 0 && bare->places == m_habits.currency.digits()
                    && !readFraction(m_words[i].text))
                || (m_entry.quantity && isAlone(i)));
        if (!(likePrice && takePrice(i, { *bare, std::nullopt, 1 })) && !m_entry.quantity) {
            takeAtTheEnd(i);
        }
    }
    // "3.49 bread"
    const std::size_t first = firstFree();
    const auto price = isFree(first + 1) ? readNumber(m_words[first].text, m_habits.decimal) : std::nullopt;
    if (price && price->places > 0 && price->places == m_habits.currency.digits() && !m_entry.quantity
        && m_words[first].text.contains(m_habits.decimal) && m_amounts.bare(first)) {
        takePrice(first, { *price, std::nullopt, 1 });
    }
}

QString Parser::nameOfTheRest() const
{
    std::vector<const Word *> rest;
    std::vector<const Word *> sizes;
    for (const Word &word : m_words) {
        if (!word.used) {
            (word.behind ? sizes : rest).push_back(&word);
        }
    }
    // "apples - 2 kg", "apples: 2 kg"
    const bool split = rest.size() + sizes.size() < m_words.size();
    while (split && rest.size() > 1 && isSeparator(rest.back()->text)) {
        rest.pop_back();
    }
    while (split && rest.size() > 1 && isSeparator(rest.front()->text)) {
        rest.erase(rest.begin());
    }
    QString name;
    const Word *before = nullptr;
    for (const Word *word : rest) {
        name += !before ? QString() : before->segment == word->segment ? u" "_s : u", "_s;
        name += word->text;
        before = word;
    }
    if (split && name.size() > 1 && name.endsWith(u':')) {
        name.chop(1);
    }
    for (const Word *size : sizes) {
        name += name.isEmpty() ? QString() : u' ' + size->text;
    }
    return name;
}

Entry Parser::parse()
{
    readCategory();
    readTypedPrice();
    readQuantity();
    readBareNumbers();
    m_entry.name = nameOfTheRest();
    if (m_entry.name.isEmpty() && m_package) {
        // "2 bottles": the package is what to buy.
        m_entry.name = m_words[*m_package].text;
        m_entry.unit.clear();
    }
    return std::move(m_entry);
}

} // namespace

Entry parseEntry(QStringView line, const EntryHabits &habits)
{
    const QString typed = cleaned(line, field(item::kTyped).max);
    if (typed.isEmpty()) {
        return {};
    }
    const auto [text, note] = splitNote(typed);
    Entry entry = Parser(splitWords(text), habits).parse();
    if (entry.name.isEmpty()) {
        entry = Entry();
        entry.name = typed;
    } else {
        entry.note = cleaned(note, field(item::kNote).max);
    }
    entry.name = cutAtWord(entry.name, field(item::kName).max);
    entry.typed = typed;
    return entry;
}

std::vector<model::Register> registersOf(const Entry &entry, model::Stamp stamp)
{
    std::vector<model::Register> result;
    const auto add = [&](model::FieldNumber number, model::Value value) {
        result.push_back({ number, stamp, std::move(value) });
    };
    const auto addText = [&](model::FieldNumber number, const QString &text) {
        if (!text.isEmpty()) {
            add(number, text);
        }
    };
    addText(item::kName, entry.name);
    if (entry.quantity) {
        add(item::kQuantity, entry.quantity->count);
    }
    addText(item::kUnit, entry.unit);
    addText(item::kCategory, entry.category);
    addText(item::kNote, entry.note);
    if (entry.price) {
        add(item::kPrice, entry.price->minor);
        if (entry.currencyTyped) {
            add(item::kCurrency, entry.price->currency.code());
        }
    }
    addText(item::kTyped, entry.typed);
    return result;
}

} // namespace larder::grocery
