#include "core/model/decimal.h"

#include <limits>

namespace larder::model {

using namespace Qt::StringLiterals;

Result<qint64> parseDecimal(QStringView text, int places)
{
    const bool negative = text.startsWith(u'-');
    const QStringView digits = negative ? text.mid(1) : text;
    int after = -1; // digits behind the point, once it was seen
    // Counted downwards, because the least integer has no positive twin.
    qint64 count = 0;
    const auto add = [&count](int digit) {
        return !__builtin_mul_overflow(count, qint64(10), &count)
            && !__builtin_sub_overflow(count, qint64(digit), &count);
    };
    for (const QChar c : digits) {
        if (c == u'.' && after < 0) {
            after = 0;
            continue;
        }
        const int digit = c.unicode() - u'0';
        if (digit < 0 || digit > 9 || after >= places || !add(digit)) {
            return Failure(Code::InvalidValue, u"not a number of at most %1 places that fits"_s.arg(places));
        }
        after += after >= 0;
    }
    if (digits.isEmpty() || digits.front() == u'.' || digits.back() == u'.') {
        return Failure(Code::InvalidValue, u"not a number"_s);
    }
    for (int left = places - std::max(after, 0); left > 0; --left) {
        if (!add(0)) {
            return Failure(Code::InvalidValue, u"a number too large"_s);
        }
    }
    if (!negative && count == std::numeric_limits<qint64>::min()) {
        return Failure(Code::InvalidValue, u"a number too large"_s);
    }
    return negative ? count : -count;
}

QString formatDecimal(qint64 count, int places, Zeros zeros)
{
    const bool negative = count < 0;
    QString text
        = QString::number(negative ? 0 - quint64(count) : quint64(count)).rightJustified(places + 1, u'0');
    if (places > 0) {
        text.insert(text.size() - places, u'.');
        while (zeros == Zeros::Drop && text.back() == u'0') {
            text.chop(1);
        }
        if (text.back() == u'.') {
            text.chop(1);
        }
    }
    return negative ? u'-' + text : text;
}

Result<qint64> addExactly(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) {
        return Failure(Code::InvalidValue, u"a sum too large"_s);
    }
    return sum;
}

} // namespace larder::model
