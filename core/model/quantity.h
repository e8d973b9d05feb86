// How much of something, in exact thousandths: 1.5 is 1500. There is no rounding, because there are no
// doubles.
#pragma once

#include "core/result.h"

#include <QtCore/QString>

#include <compare>

namespace larder::model {

struct Thousandths {
    qint64 count = 0;

    static constexpr qint64 kOne = 1'000;

    // Digits, with a point and up to three more: "2", "0.5", "-1.250". InvalidValue for what is finer or too
    // large.
    static Result<Thousandths> parse(QStringView text);
    // The shortest such text.
    QString format() const;

    // For two items that become one: InvalidValue when the sum is too large.
    Result<Thousandths> plus(Thousandths other) const;

    friend bool operator==(const Thousandths &, const Thousandths &) = default;
    friend auto operator<=>(const Thousandths &, const Thousandths &) = default;
};

} // namespace larder::model
