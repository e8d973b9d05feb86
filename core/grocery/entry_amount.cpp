#include "core/grocery/entry_amount.h"

#include "core/grocery/entry_number.h"

#include <QtCore/QStringList>

namespace larder::grocery {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOne = 1'000;
constexpr int kHalf = 500;

bool isTimes(QStringView word)
{
    return word == u"x" || word == u"X" || word == u"×" || word == u"*";
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—';
}

} // namespace

// "2-3", "2–3kg" and "1-1/2": of two that something lies between, the larger one is enough.
std::optional<AmountReader::Leading> AmountReader::joined(QStringView word) const
{
    const qsizetype dash = numberLength(word);
    if (dash == 0 || dash + 1 >= word.size() || !isDash(word[dash])) {
        return std::nullopt;
    }
    const QStringView after = word.mid(dash + 1);
    const qsizetype length = numberLength(after);
    const auto from = readNumber(word.first(dash), m_decimal);
    const auto to = readNumber(after.first(length), m_decimal);
    const auto low = from ? from->scaled(3) : std::nullopt;
    const auto high = to ? to->scaled(3) : std::nullopt;
    if (!low || !high || *low == 0) {
        return std::nullopt;
    }
    const bool mixed = from->isWhole() && readFraction(after.first(length));
    if (!mixed && *low >= *high) {
        return std::nullopt;
    }
    return Leading { mixed ? *low + *high : *high, 1, after.mid(length) };
}

// "1 000 g": no other number begins with a zero and goes on.
bool AmountReader::isThousands(std::size_t at) const
{
    constexpr qsizetype kGroup = 3;
    const QStringView second = m_words[at + 1].text;
    if (m_words[at].text.size() > kGroup || numberLength(second) != kGroup || second.front() != u'0') {
        return false;
    }
    const QStringList rest { second.mid(kGroup).toString() };
    return second.size() > kGroup ? readUnit(rest).has_value()
                                  : isNext(at, at + 2) && unitAt(at + 2).has_value();
}

// What the words after a number add to it: "1 1/2", "1 and 1/2", "2 - 3", "2 to 3kg".
void AmountReader::goOn(Leading &leading, std::size_t at, bool whole) const
{
    if (!isNext(at, at + 1)) {
        return;
    }
    if (const std::size_t half = andHalf(at + 1); half > 0 && whole) {
        leading = { leading.thousandths + kHalf, 1 + half, {} };
        return;
    }
    const QStringView second = m_words[at + 1].text;
    const bool added = isAnd(second);
    const std::size_t last = at + (added || isTo(second) ? 2 : 1);
    if (!isNext(at, last)) {
        return;
    }
    const QStringView word = m_words[last].text;
    const qsizetype length = numberLength(word);
    const QStringView digits = word.first(length);
    const auto number = readNumber(digits, m_decimal);
    const auto count = number ? number->scaled(3) : std::nullopt;
    if (!count) {
        return;
    }
    const bool fraction = digits.contains(u'/') || digits.contains(u'⁄') || length == 1;
    const Leading longer { *count, last - at + 1, word.mid(length) };
    if (last == at + 1 && isThousands(at)) {
        leading = longer;
        leading.thousandths += kOne * m_words[at].text.toLongLong() * kOne;
    } else if (last == at + 1 || added) {
        if (whole && fraction && *count < kOne) {
            leading = { leading.thousandths + *count, longer.words, longer.rest };
        }
    } else if (leading.thousandths < *count && leading.thousandths > 0) {
        leading = longer;
    }
}

std::optional<AmountReader::Leading> AmountReader::leading(std::size_t at) const
{
    if (!isFree(at)) {
        return std::nullopt;
    }
    const QStringView word = m_words[at].text;
    if (const auto both = joined(word)) {
        return both;
    }
    const qsizetype length = numberLength(word);
    const auto number = readNumber(word.first(length), m_decimal);
    const auto count = number ? number->scaled(3) : std::nullopt;
    if (!count) {
        return std::nullopt;
    }
    Leading leading { *count, 1, word.mid(length) };
    if (leading.rest.isEmpty()) {
        goOn(leading, at, number->isWhole());
    }
    return leading;
}

std::optional<TypedUnit> AmountReader::unitAt(std::size_t at) const
{
    QStringList words;
    for (std::size_t i = at; i < at + 3 && isNext(at, i); ++i) {
        words += m_words[i].text;
    }
    return readUnit(words);
}

// How many words say "and a half", "et demi", "y medio"; 0 for none.
std::size_t AmountReader::andHalf(std::size_t at) const
{
    if (!isFree(at) || !isAnd(m_words[at].text) || !isNext(at, at + 1)) {
        return 0;
    }
    const auto first = readNumberWord(m_words[at + 1].text);
    if (first == kHalf) {
        return 2;
    }
    return first == kOne && isNext(at, at + 2) && readNumberWord(m_words[at + 2].text) == kHalf ? 3 : 0;
}

ReadAmount AmountReader::amountOf(
    qint64 thousandths, const TypedUnit &unit, std::size_t at, std::size_t before) const
{
    std::size_t words = before + std::size_t(unit.words);
    if (const std::size_t half = isNext(at, at + words) ? andHalf(at + words) : 0) {
        thousandths += kHalf;
        words += half;
    }
    return { thousandths * unit.factor, unit.unit, words, {} };
}

std::optional<ReadAmount> AmountReader::withUnit(std::size_t at) const
{
    const auto number = leading(at);
    if (!number) {
        return std::nullopt;
    }
    if (!number->rest.isEmpty()) {
        const QStringList rest { number->rest.toString() };
        const auto unit = readUnit(rest);
        return unit
            ? std::optional(ReadAmount { number->thousandths * unit->factor, unit->unit, number->words, {} })
            : std::nullopt;
    }
    const auto unit = isNext(at, at + number->words) ? unitAt(at + number->words) : std::nullopt;
    return unit ? std::optional(amountOf(number->thousandths, *unit, at, number->words)) : std::nullopt;
}

// One number word, or an article and a part in either order, or two with something between: "half a", "ein
// halbes", "un cuarto de", "two to three", "two and a half".
std::optional<AmountReader::Leading> AmountReader::numberWords(std::size_t at) const
{
    const auto first = isFree(at) ? readNumberWord(m_words[at].text) : std::nullopt;
    if (!first) {
        return std::nullopt;
    }
    Leading leading { *first, 1, {} };
    const auto second = isNext(at, at + 1) ? readNumberWord(m_words[at + 1].text) : std::nullopt;
    if (second && std::max(*first, *second) == kOne && std::min(*first, *second) < kOne) {
        leading = { std::min(*first, *second), 2, {} };
    }
    const std::size_t next = at + leading.words;
    if (leading.thousandths < kOne && isNext(at, next + 1) && isConnector(m_words[next].text)
        && unitAt(next + 1)) {
        ++leading.words;
    } else if (isNext(at, next + 1) && isTo(m_words[next].text)) {
        const auto most = readNumberWord(m_words[next + 1].text);
        if (most && *most > leading.thousandths && *most > kOne) {
            leading = { *most, leading.words + 2, {} };
        }
    } else if (const std::size_t half = isNext(at, next) ? andHalf(next) : 0; half > 0 && *first >= kOne) {
        leading = { leading.thousandths + kHalf, leading.words + half, {} };
    }
    return leading;
}

std::optional<ReadAmount> AmountReader::inWords(std::size_t at) const
{
    if (!isFree(at)) {
        return std::nullopt;
    }
    auto number = numberWords(at);
    const std::size_t next = number ? at + number->words : at;
    if (number && !isNext(at, next)) {
        return std::nullopt;
    }
    // "demi-kilo", "une demi-douzaine"
    if (m_words[next].text.startsWith("demi-"_L1, Qt::CaseInsensitive)) {
        const QStringList rest { m_words[next].text.mid(5) };
        const auto unit = readUnit(rest);
        return unit && (!number || number->thousandths == kOne)
            ? std::optional(ReadAmount { kHalf * unit->factor, unit->unit, next - at + 1, {} })
            : std::nullopt;
    }
    const auto unit = unitAt(next);
    if (!unit) {
        return std::nullopt;
    }
    // Alone only a dozen is a number, written out, and "kilo y medio".
    constexpr int kDozen = 12;
    constexpr qsizetype kShortestDozen = 5;
    const bool dozen = unit->factor == kDozen && m_words[next].text.size() >= kShortestDozen;
    if (!number && !dozen && andHalf(at + std::size_t(unit->words)) == 0) {
        return std::nullopt;
    }
    return amountOf(number ? number->thousandths : kOne, *unit, at, next - at);
}

std::optional<ReadAmount> AmountReader::countInWords(std::size_t at) const
{
    const auto number = numberWords(at);
    // "half fat milk", "quarter pounder": a part alone belongs to the name, but "medio" and "halbes" agree
    // with their noun and are never part of one.
    const bool part = number && number->thousandths < kOne;
    if (!number || (part && number->words == 1 && !isInflectedHalf(m_words[at].text))) {
        return std::nullopt;
    }
    const std::size_t next = at + number->words;
    if (!isNext(at, next) || isNoNoun(m_words[next].text)) {
        return std::nullopt;
    }
    return ReadAmount { number->thousandths, nullptr, number->words, {} };
}

std::optional<ReadAmount> AmountReader::times(std::size_t at) const
{
    if (!isFree(at)) {
        return std::nullopt;
    }
    const QStringView word = m_words[at].text;
    const bool hasNext = isNext(at, at + 1);
    const qsizetype length = numberLength(word);
    ReadAmount amount { 0, nullptr, 1, {} };
    QStringView digits;
    if (word.size() > 1 && isTimes(word.last(1))) {
        digits = word.chopped(1);
    } else if (word.size() > 1 && isTimes(word.first(1))) {
        digits = word.mid(1);
    } else if (length > 0 && length + 1 < word.size() && isTimes(word.mid(length, 1))) {
        // "6x330ml", "6x1,5 l"; "8x4" is a name, and 10x10cm are a square.
        const QStringView size = word.mid(length + 1);
        const qsizetype end = numberLength(size);
        const QStringList rest { end < size.size() ? size.mid(end).toString()
                : hasNext                          ? m_words[at + 1].text
                                                   : QString() };
        const auto unit = end > 0 ? readUnit(rest) : std::nullopt;
        if (!unit || unit->unit->type != UnitType::Measure || isLength(*unit->unit)) {
            return std::nullopt;
        }
        digits = word.first(length);
        amount.size = size.toString();
        if (end == size.size()) {
            amount.size += u' ' + m_words[at + 1].text;
            amount.words = 2;
        }
    } else if (hasNext && (isTimes(m_words[at + 1].text) || m_words[at + 1].text == "mal"_L1)) {
        digits = word;
        amount.words = 2;
    } else if (hasNext && isTimes(word) && at > 0) {
        digits = m_words[at + 1].text;
        amount.words = 2;
    }
    const auto number = readNumber(digits, m_decimal);
    const auto count = number ? number->scaled(3) : std::nullopt;
    amount.thousandths = count.value_or(0);
    return count ? std::optional(amount) : std::nullopt;
}

std::optional<ReadAmount> AmountReader::bare(std::size_t at) const
{
    const auto number = leading(at);
    if (!number || !number->rest.isEmpty()) {
        return std::nullopt;
    }
    // "3.5 % milk", "2 in 1 shampoo"
    const std::size_t next = at + number->words;
    const bool named
        = isNext(at, next) && (m_words[next].text.startsWith(u'%') || m_words[next].text == u"in");
    return named ? std::nullopt
                 : std::optional(ReadAmount { number->thousandths, nullptr, number->words, {} });
}

} // namespace larder::grocery
