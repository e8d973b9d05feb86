// Numbers as people type them in front of groceries: 2, 1.5, 1,5, 1.234,56, ½, 1½, 1/2, in the digits of any
// script.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace larder::grocery {

// An exact decimal: digits / 10^places.
struct EntryNumber {
    qint64 digits = 0;
    int places = 0;

    bool isWhole() const { return places == 0; }
    // As a count of 10^-wanted; nothing when it is finer than that or too large.
    std::optional<qint64> scaled(int wanted) const;
};

// The whole word must be a number. `decimal` settles what "1.500" is, where the other one separates
// thousands; a fraction is rounded to thousandths.
std::optional<EntryNumber> readNumber(QStringView word, QChar decimal);

// "1/2" and the like; below one, and with a small divisor, because dates and scores look alike.
std::optional<EntryNumber> readFraction(QStringView word);

// How many characters of a number stand at the front of a word, before its unit or currency.
qsizetype numberLength(QStringView word);

} // namespace larder::grocery
