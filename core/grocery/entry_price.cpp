#include "core/grocery/entry_price.h"

#include <algorithm>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using model::Currency;

namespace {

bool isFree(const Words &words, std::size_t at, std::size_t next)
{
    return next < words.size() && !words[next].used && words[next].segment == words[at].segment;
}

// "2,-", "12.–": no cents.
qsizetype noCentsLength(QStringView rest)
{
    if (rest.size() < 2 || (rest[0] != u',' && rest[0] != u'.')) {
        return 0;
    }
    qsizetype length = 1;
    while (length < rest.size() && (rest[length] == u'-' || rest[length] == u'–' || rest[length] == u'—')) {
        ++length;
    }
    return length > 1 ? length : 0;
}

// "1 299,00" in two words, as French is written; only before a currency, because "2 500 g" are two of 500 g.
std::optional<QString> groupedBySpace(const Words &words, std::size_t at, QChar decimal)
{
    const QString &first = words[at].text;
    if (!isFree(words, at, at + 1) || first.size() > 3 || numberLength(first) != first.size()
        || first.startsWith(u'0')
        || !std::all_of(first.begin(), first.end(), [](QChar c) { return c.isDigit(); })) {
        return std::nullopt;
    }
    const QString &second = words[at + 1].text;
    const qsizetype length = numberLength(second);
    const QString digits = second.first(length);
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const bool group = length >= 3 && std::all_of(digits.begin(), digits.begin() + 3, isDigit)
        && (length == 3 || digits[3] == u',');
    if (!group || (decimal != u',' && !digits.contains(u','))) {
        return std::nullopt;
    }
    return first + second;
}

struct Piece {
    QString word;
    QString next; // what stands after it
    std::size_t words = 1;
};

std::optional<TypedPrice> numberFirst(const Piece &piece, QChar decimal, Currency own)
{
    const qsizetype length = numberLength(piece.word);
    const auto number = readNumber(QStringView(piece.word).first(length), decimal);
    if (!number) {
        return std::nullopt;
    }
    QStringView rest = QStringView(piece.word).mid(length);
    const qsizetype noCents = number->isWhole() ? noCentsLength(rest) : 0;
    rest = rest.mid(noCents);
    const QStringView unit = rest.isEmpty() ? QStringView(piece.next) : rest;
    const std::size_t words = piece.words + (rest.isEmpty() ? 1 : 0);
    if (const auto currency = readCurrency(unit, own)) {
        return TypedPrice { *number, currency, words };
    }
    if (noCents > 0 && rest.isEmpty()) {
        return TypedPrice { *number, std::nullopt, piece.words };
    }
    if (number->isWhole() && isHundredth(unit, own)) {
        return TypedPrice { { number->digits, 2 }, std::nullopt, words };
    }
    // "2€29"
    const qsizetype symbol = currencyLength(rest);
    const auto cents = readNumber(rest.mid(symbol), decimal);
    const auto currency = readCurrency(rest.first(symbol), own);
    if (currency && cents && cents->isWhole() && rest.size() == symbol + 2 && number->isWhole()) {
        return TypedPrice { { number->digits * 100 + cents->digits, 2 }, currency, piece.words };
    }
    return std::nullopt;
}

} // namespace

std::optional<TypedPrice> readPrice(const Words &words, std::size_t at, const EntryHabits &habits)
{
    if (at >= words.size() || words[at].used) {
        return std::nullopt;
    }
    const auto textAt
        = [&](std::size_t next) { return isFree(words, at, next) ? words[next].text : QString(); };
    const QString &word = words[at].text;
    if (const auto grouped = groupedBySpace(words, at, habits.decimal)) {
        if (auto price = numberFirst({ *grouped, textAt(at + 2), 2 }, u',', habits.currency)) {
            return price;
        }
    }
    if (word.size() > 3 && word[0] == u'-' && (word[1] == u',' || word[1] == u'.') && word[2].isDigit()) {
        // "-,99"
        auto price = numberFirst({ u'0' + word.mid(1), textAt(at + 1), 1 }, word[1], habits.currency);
        const bool cents = numberLength(word.mid(2)) == 2 && word.size() == 4;
        return price || !cents ? price : TypedPrice { { word.mid(2).toLongLong(), 2 }, std::nullopt, 1 };
    }
    if (numberLength(word) > 0) {
        return numberFirst({ word, textAt(at + 1), 1 }, habits.decimal, habits.currency);
    }
    const qsizetype symbol = currencyLength(word);
    const bool apart = symbol == word.size();
    const QString next = textAt(at + 1);
    const auto currency = readCurrency(QStringView(word).first(symbol), habits.currency);
    QStringView digits = apart ? QStringView(next) : QStringView(word).mid(symbol);
    digits.chop(noCentsLength(digits.mid(numberLength(digits))));
    const auto number = readNumber(digits, habits.decimal);
    return currency && number ? std::optional(TypedPrice { *number, currency, apart ? 2u : 1u })
                              : std::nullopt;
}

} // namespace larder::grocery
