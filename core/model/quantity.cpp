#include "core/model/quantity.h"

#include "core/model/decimal.h"

namespace larder::model {

static constexpr int kPlaces = 3;

Result<Thousandths> Thousandths::parse(QStringView text)
{
    const auto parsed = parseDecimal(text, kPlaces);
    return parsed ? Result<Thousandths>(Thousandths { *parsed }) : Failure(parsed.error());
}

QString Thousandths::format() const
{
    return formatDecimal(count, kPlaces, Zeros::Drop);
}

Result<Thousandths> Thousandths::plus(Thousandths other) const
{
    const auto sum = addExactly(count, other.count);
    return sum ? Result<Thousandths>(Thousandths { *sum }) : Failure(sum.error());
}

} // namespace larder::model
