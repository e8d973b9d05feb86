#include "core/grocery/entry_number.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace larder::grocery {

namespace {

constexpr qsizetype kMostDigits = 12;
constexpr int kGroup = 3;

struct Fraction {
    char16_t character;
    int thousandths;
};
constexpr Fraction kFractions[] = { { u'¼', 250 }, { u'½', 500 }, { u'¾', 750 }, { u'⅓', 333 }, { u'⅔', 667 },
    { u'⅕', 200 }, { u'⅖', 400 }, { u'⅗', 600 }, { u'⅘', 800 }, { u'⅙', 167 }, { u'⅚', 833 }, { u'⅛', 125 },
    { u'⅜', 375 }, { u'⅝', 625 }, { u'⅞', 875 } };
constexpr int kFractionPlaces = 3;

std::optional<int> fractionOf(QChar c)
{
    for (const Fraction &each : kFractions) {
        if (c == each.character) {
            return each.thousandths;
        }
    }
    return std::nullopt;
}

// Superscripts have a digit value too, but "m²" has no number in it.
int digitOf(QChar c)
{
    return c.isDigit() ? c.digitValue() : -1;
}

// Of other scripts, and the apostrophe of Swiss thousands and of Spanish cents.
QChar separatorOf(QChar c)
{
    switch (c.unicode()) {
    case u'.':
    case u'．':
        return u'.';
    case u',':
    case u'，':
    case u'٫': // the Arabic decimal
        return u',';
    case u'\'':
    case u'’':
    case u'٬': // the Arabic thousands
        return u'\'';
    default:
        return {};
    }
}

bool isSeparator(QChar c)
{
    return !separatorOf(c).isNull();
}

std::optional<qint64> wholeOf(QStringView text)
{
    if (text.isEmpty() || text.size() > kMostDigits) {
        return std::nullopt;
    }
    qint64 number = 0;
    for (const QChar c : text) {
        if (digitOf(c) < 0) {
            return std::nullopt;
        }
        number = number * 10 + digitOf(c);
    }
    return number;
}

// Whether `separator` splits the digits into thousands: "1,234" or "12,345,678", never "0,500".
bool separatesThousands(QStringView text, QChar separator)
{
    const auto groups = text.split(separator);
    if (groups.size() < 2 || groups.front().isEmpty() || groups.front().size() > kGroup
        || groups.front().front().digitValue() == 0) {
        return false;
    }
    for (qsizetype i = 1; i < groups.size(); ++i) {
        if (groups[i].size() != kGroup) {
            return false;
        }
    }
    return true;
}

std::optional<EntryNumber> readDecimal(QStringView typed, QChar decimal)
{
    QString word = typed.toString();
    for (QChar &c : word) {
        c = isSeparator(c) ? separatorOf(c) : c;
    }
    if (word.contains(u'\'')) {
        const qsizetype fraction = std::max(word.indexOf(u'.'), word.indexOf(u','));
        const QStringView whole = QStringView(word).first(fraction < 0 ? word.size() : fraction);
        if (separatesThousands(whole, u'\'')) {
            word.remove(u'\'');
        } else {
            word.replace(u'\'', decimal);
        }
    }
    const QChar other = decimal == u'.' ? u',' : u'.';
    const qsizetype last = std::max(word.lastIndexOf(decimal), word.lastIndexOf(other));
    if (last < 0) {
        const auto whole = wholeOf(word);
        return whole ? std::optional(EntryNumber { *whole, 0 }) : std::nullopt;
    }
    const QChar separator = word[last];
    const QChar grouping = separator == u'.' ? u',' : u'.';
    const QStringView before = QStringView(word).first(last);
    const QStringView after = QStringView(word).mid(last + 1);
    if (separator == other && !word.contains(decimal) && separatesThousands(word, other)) {
        const auto whole = wholeOf(QString(word).remove(other));
        return whole ? std::optional(EntryNumber { *whole, 0 }) : std::nullopt;
    }
    QString digits = before.toString();
    if (digits.contains(grouping)) {
        if (!separatesThousands(before, grouping)) {
            return std::nullopt;
        }
        digits.remove(grouping);
    }
    const auto whole = wholeOf(QString(digits + after));
    if (digits.isEmpty() || after.isEmpty() || !whole) {
        return std::nullopt;
    }
    return EntryNumber { *whole, int(after.size()) };
}

} // namespace

std::optional<qint64> EntryNumber::scaled(int wanted) const
{
    qint64 count = digits;
    for (int i = places; i > wanted; --i) {
        if (count % 10 != 0) {
            return std::nullopt;
        }
        count /= 10;
    }
    for (int i = places; i < wanted; ++i) {
        count *= 10; // at most kMostDigits digits and a few places more: no overflow
    }
    return count;
}

std::optional<EntryNumber> readNumber(QStringView word, QChar decimal)
{
    if (word.isEmpty()) {
        return std::nullopt;
    }
    if (const auto fraction = fractionOf(word.back())) {
        const auto whole = word.size() > 1 ? wholeOf(word.chopped(1)) : std::optional<qint64>(0);
        return whole ? std::optional(EntryNumber { *whole * 1'000 + *fraction, kFractionPlaces })
                     : std::nullopt;
    }
    if (const auto fraction = readFraction(word)) {
        return fraction;
    }
    return readDecimal(word, decimal);
}

std::optional<EntryNumber> readFraction(QStringView word)
{
    constexpr qint64 kMostParts = 16;
    const qsizetype slash = std::max(word.indexOf(u'/'), word.indexOf(u'⁄'));
    if (slash < 0) {
        return std::nullopt;
    }
    const auto above = wholeOf(word.first(slash));
    const auto below = wholeOf(word.mid(slash + 1));
    if (!above || !below || *above < 1 || *above >= *below || *below > kMostParts) {
        return std::nullopt;
    }
    return EntryNumber { (*above * 2'000 + *below) / (2 * *below), kFractionPlaces };
}

qsizetype numberLength(QStringView word)
{
    const auto isNumber = [](QChar c) { return digitOf(c) >= 0 || fractionOf(c) || c == u'/' || c == u'⁄'; };
    qsizetype length = 0;
    while (length < word.size()
        && (isNumber(word[length])
            || (isSeparator(word[length]) && length > 0 && length + 1 < word.size()
                && digitOf(word[length + 1]) >= 0))) {
        ++length;
    }
    return length;
}

} // namespace larder::grocery
