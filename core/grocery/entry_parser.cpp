#include "core/grocery/entry_parser.h"

#include "core/grocery/entry_number.h"
#include "core/grocery/entry_words.h"
#include "core/grocery/units.h"

#include <algorithm>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using model::Currency;
using model::Money;
using model::Thousandths;
namespace item = model::item;

namespace {

constexpr qint64 kMostOfWholeAtTheEnd = 99; // "flour 405" and "WD 40000" are names

const model::Field &field(model::FieldNumber number)
{
    return *model::findKind(model::Kind::Item)->find(number);
}

bool fits(model::FieldNumber number, qint64 value)
{
    return value >= field(number).min && value <= field(number).max;
}

bool isTimes(QStringView word)
{
    return word == u"x" || word == u"X" || word == u"×" || word == u"*";
}

class Parser {
public:
    Parser(Words words, const EntryHabits &habits)
        : m_words(std::move(words))
        , m_habits(habits)
    {
    }

    Entry parse();

private:
    struct Amount {
        qint64 thousandths = 0;
        const Unit *unit = nullptr;
        std::size_t words = 0;
    };

    void readCategory();
    void readTypedPrice();
    void readQuantity();
    void readBareNumbers();
    QString nameOfTheRest() const;

    std::optional<Amount> amountWithUnit(std::size_t at) const;
    std::optional<Amount> amountInWords(std::size_t at) const;
    std::optional<Amount> times(std::size_t at) const;
    std::optional<Amount> number(std::size_t at) const;
    std::optional<TypedUnit> unitAt(std::size_t at) const;
    bool take(std::size_t at, const std::optional<Amount> &amount);
    bool takePrice(
        const EntryNumber &number, std::optional<Currency> currency, std::size_t from, std::size_t count);
    bool isAlone(std::size_t at) const;
    bool isFree(std::size_t at) const { return at < m_words.size() && !m_words[at].used; }
    bool isSameSegment(std::size_t a, std::size_t b) const
    {
        return m_words[a].segment == m_words[b].segment;
    }
    std::size_t firstFree() const;
    std::size_t lastFree() const;

    Words m_words;
    const EntryHabits &m_habits;
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

bool Parser::takePrice(
    const EntryNumber &number, std::optional<Currency> currency, std::size_t from, std::size_t count)
{
    const Currency used = currency.value_or(m_habits.currency);
    const auto minor = number.scaled(used.digits());
    if (m_entry.price || !minor || !fits(item::kPrice, *minor)) {
        return false;
    }
    m_entry.price = Money { *minor, used };
    m_entry.currencyTyped = currency.has_value();
    for (std::size_t i = from; i < from + count; ++i) {
        m_words[i].used = true;
    }
    return true;
}

// A number and a currency, in one word or two, either first.
void Parser::readTypedPrice()
{
    for (std::size_t i = 0; i < m_words.size() && !m_entry.price; ++i) {
        if (!isFree(i)) {
            continue;
        }
        const QString &word = m_words[i].text;
        const bool pair = isFree(i + 1) && isSameSegment(i, i + 1);
        const QString next = pair ? m_words[i + 1].text : QString();
        const qsizetype length = numberLength(word);
        if (const auto price = readNumber(QStringView(word).first(length), m_habits.decimal)) {
            const QStringView rest = QStringView(word).mid(length);
            const auto currency = readCurrency(rest.isEmpty() ? QStringView(next) : rest, m_habits.currency);
            if (currency) {
                takePrice(*price, currency, i, rest.isEmpty() ? 2 : 1);
            }
            continue;
        }
        const qsizetype symbol = currencyLength(word);
        const QStringView digits = symbol < word.size() ? QStringView(word).mid(symbol) : QStringView(next);
        const auto currency = readCurrency(QStringView(word).first(symbol), m_habits.currency);
        const auto price = readNumber(digits, m_habits.decimal);
        if (currency && price) {
            takePrice(*price, currency, i, symbol < word.size() ? 1 : 2);
        }
    }
}

std::optional<TypedUnit> Parser::unitAt(std::size_t at) const
{
    QStringList words;
    for (std::size_t i = at; isFree(i) && isSameSegment(at, i) && i < at + 3; ++i) {
        words += m_words[i].text;
    }
    return readUnit(words);
}

// "2 kg", "2kg", "1 1/2 cups"; also "6x" before something.
std::optional<Parser::Amount> Parser::amountWithUnit(std::size_t at) const
{
    if (!isFree(at)) {
        return std::nullopt;
    }
    const QStringView word = m_words[at].text;
    const qsizetype length = numberLength(word);
    const auto first = readNumber(word.first(length), m_habits.decimal);
    const auto count = first ? first->scaled(3) : std::nullopt;
    if (!count) {
        return std::nullopt;
    }
    if (length < word.size()) {
        const QStringList rest { word.mid(length).toString() };
        const auto unit = readUnit(rest);
        return unit ? std::optional(Amount { *count * unit->factor, unit->unit, 1 }) : std::nullopt;
    }
    std::size_t words = 1;
    qint64 total = *count;
    if (first->isWhole() && isFree(at + 1) && isSameSegment(at, at + 1)) {
        const QStringView second = m_words[at + 1].text;
        const auto fraction = second.contains(u'/') || second.size() == 1
            ? readNumber(second, m_habits.decimal)
            : std::nullopt;
        if (fraction && !fraction->isWhole()) {
            total += fraction->digits;
            words = 2;
        }
    }
    if (at + words >= m_words.size() || !isSameSegment(at, at + words)) {
        return std::nullopt;
    }
    const auto unit = unitAt(at + words);
    if (!unit) {
        return std::nullopt;
    }
    return Amount { total * unit->factor, unit->unit, words + std::size_t(unit->words) };
}

// "a dozen", "ein halbes Pfund", "medio kilo": only before a unit, because these words start names as well.
std::optional<Parser::Amount> Parser::amountInWords(std::size_t at) const
{
    std::size_t words = 0;
    std::optional<int> count;
    while (isFree(at + words) && isSameSegment(at, at + words) && words < 2) {
        const auto next = readNumberWord(m_words[at + words].text);
        if (!next) {
            break;
        }
        count = count ? std::min(*count, *next) : *next; // "half a" is a half, as "a half"
        ++words;
    }
    if (!count || !isFree(at + words) || !isSameSegment(at, at + words)) {
        return std::nullopt;
    }
    const auto unit = unitAt(at + words);
    if (!unit) {
        return std::nullopt;
    }
    return Amount { qint64(*count) * unit->factor, unit->unit, words + std::size_t(unit->words) };
}

// "6x", "x6", "6 x"; in front of something or behind it.
std::optional<Parser::Amount> Parser::times(std::size_t at) const
{
    if (!isFree(at)) {
        return std::nullopt;
    }
    const QStringView word = m_words[at].text;
    const bool hasNext = isFree(at + 1) && isSameSegment(at, at + 1);
    QStringView digits;
    std::size_t words = 1;
    if (word.size() > 1 && isTimes(word.last(1))) {
        digits = word.chopped(1);
    } else if (word.size() > 1 && isTimes(word.first(1))) {
        digits = word.mid(1);
    } else if (hasNext && isTimes(m_words[at + 1].text)) {
        digits = word;
        words = 2;
    } else if (hasNext && isTimes(word) && at > 0) {
        digits = m_words[at + 1].text;
        words = 2;
    }
    const auto number = readNumber(digits, m_habits.decimal);
    const auto count = number ? number->scaled(3) : std::nullopt;
    return count ? std::optional(Amount { *count, nullptr, words }) : std::nullopt;
}

std::optional<Parser::Amount> Parser::number(std::size_t at) const
{
    const auto number = isFree(at) ? readNumber(m_words[at].text, m_habits.decimal) : std::nullopt;
    const auto count = number ? number->scaled(3) : std::nullopt;
    // "3.5 % milk", "2 in 1 shampoo"
    const bool named = isFree(at + 1) && isSameSegment(at, at + 1)
        && (m_words[at + 1].text.startsWith(u'%') || m_words[at + 1].text == u"in");
    return count && !named ? std::optional(Amount { *count, nullptr, 1 }) : std::nullopt;
}

bool Parser::take(std::size_t at, const std::optional<Amount> &amount)
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
        if (amount->unit->type == UnitType::Package && amount->words > 1) {
            m_package = next - 1;
        }
        // "2 kg of apples", "1 l d'huile"
        if (isFree(next) && isSameSegment(at, next) && isFree(next + 1) && isConnector(m_words[next].text)) {
            m_words[next].used = true;
        } else if (isFree(next) && isSameSegment(at, next)) {
            m_words[next].text = withoutElision(m_words[next].text);
        }
    }
    return true;
}

void Parser::readQuantity()
{
    const std::size_t first = firstFree();
    if (take(first, amountWithUnit(first)) || take(first, amountInWords(first)) || take(first, times(first))
        || take(first, number(first))) {
        return;
    }
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if (take(i, amountWithUnit(i)) || take(i, times(i))) {
            return;
        }
    }
}

// Numbers with neither unit nor currency, behind the name.
void Parser::readBareNumbers()
{
    for (std::size_t i = m_words.size(); i-- > 0;) {
        if (!isFree(i) || i == firstFree()) {
            continue;
        }
        const auto bare = readNumber(m_words[i].text, m_habits.decimal);
        const bool last = i == lastFree();
        if (!bare || !(last || isAlone(i))) {
            continue;
        }
        const bool likePrice = (bare->places > 0 && bare->places == m_habits.currency.digits())
            || (m_entry.quantity && isAlone(i));
        if (likePrice && takePrice(*bare, std::nullopt, i, 1)) {
            continue;
        }
        const bool likeCount = isAlone(i)
            || (bare->isWhole() && bare->digits <= kMostOfWholeAtTheEnd && !m_words[i].text.startsWith(u'0'));
        if (!m_entry.quantity && likeCount) {
            take(i, number(i));
        }
    }
}

QString Parser::nameOfTheRest() const
{
    QString name;
    int segment = -1;
    for (const Word &word : m_words) {
        if (word.used) {
            continue;
        }
        if (!name.isEmpty()) {
            name += segment == word.segment ? u" "_s : u", "_s;
        }
        name += word.text;
        segment = word.segment;
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
