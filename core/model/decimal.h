// Exact decimal text for integers that count a power of ten's part: thousandths, cents.
#pragma once

#include "core/result.h"

#include <QtCore/QString>

namespace larder::model {

// "-12.5" with two places is -1250. InvalidValue for more places than that, no digits, or an overflow.
Result<qint64> parseDecimal(QStringView text, int places);

enum class Zeros : quint8 { Drop, Keep }; // at the end of the places
QString formatDecimal(qint64 count, int places, Zeros zeros);

// InvalidValue on overflow.
Result<qint64> addExactly(qint64 a, qint64 b);

} // namespace larder::model
