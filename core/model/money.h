// An amount of money, in exact minor units of a currency: 3.49 EUR is 349. Amounts of two currencies are
// never added.
#pragma once

#include "core/result.h"

#include <QtCore/QString>

#include <array>
#include <compare>
#include <span>

namespace larder::model {

// A currency of ISO 4217 that is in use.
struct Currency {
    std::array<char, 3> letters {}; // zeros: none

    // Three capital letters; InvalidValue when no currency has them.
    static Result<Currency> fromCode(QStringView code);
    QString code() const { return letters[0] != 0 ? QString::fromLatin1(letters.data(), 3) : QString(); }
    // How many decimal digits its minor unit has: 2 of most, 0 of JPY, 3 of KWD.
    int digits() const;

    friend bool operator==(const Currency &, const Currency &) = default;
    friend auto operator<=>(const Currency &, const Currency &) = default;
};

// By code.
std::span<const Currency> currencies();

struct Money {
    qint64 minor = 0;
    Currency currency;

    // Digits, with a point and no more than the currency's: "3.49". InvalidValue otherwise.
    static Result<Money> parse(QStringView amount, Currency currency);
    // The amount alone, with all its digits: "3.50". For what a program reads again; for people there is
    // app/viewmodels/amount_text.h.
    QString formatAmount() const;

    // For sums over items: InvalidValue when the currencies differ or the sum is too large.
    Result<Money> plus(const Money &other) const;

    friend bool operator==(const Money &, const Money &) = default;
};

} // namespace larder::model
