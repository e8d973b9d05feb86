#include "core/grocery/barcode.h"

#include "core/model/kinds.h"

#include <algorithm>

namespace larder::grocery {

static bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

// Digits whose last one checks the others: from the right, every second one counts three times.
static bool checks(QStringView digits)
{
    int sum = 0;
    int weight = 1;
    bool zeros = true;
    for (auto at = digits.crbegin(); at != digits.crend(); ++at) {
        if (!isDigit(*at)) {
            return false;
        }
        sum += weight * (at->unicode() - u'0');
        weight = 4 - weight;
        zeros = zeros && *at == u'0';
    }
    return !zeros && sum % 10 == 0;
}

std::optional<QString> eanBarcode(QStringView digits)
{
    const bool fits = digits.size() == 8 || digits.size() == 13;
    return fits && checks(digits) ? std::optional(digits.toString()) : std::nullopt;
}

std::optional<QString> upcEBarcode(QStringView digits)
{
    if (digits.size() != 8 || !std::ranges::all_of(digits, isDigit) || digits[0] > u'1') {
        return std::nullopt;
    }
    // The digit before the check digit says which zeros were left out.
    const QChar rule = digits[6];
    const qsizetype kept = rule <= u'2' ? 2 : rule == u'3' ? 3 : rule == u'4' ? 4 : 5;
    QString number = digits.first(1 + kept).toString();
    const QString zeros(rule <= u'4' && rule >= u'3' ? 5 : 4, u'0');
    if (rule <= u'2') {
        number += rule + zeros + digits.sliced(3, 3);
    } else if (rule <= u'4') {
        number += zeros + digits.sliced(1 + kept, 5 - kept);
    } else {
        number += zeros + rule;
    }
    number = u'0' + number + digits[7];
    return eanBarcode(number);
}

std::optional<QString> tradeBarcode(QStringView digits)
{
    switch (digits.size()) {
    case 8: {
        const auto ean = eanBarcode(digits);
        if (ean && digits[0] != u'0') {
            return ean;
        }
        const auto upc = upcEBarcode(digits);
        return upc ? upc : ean;
    }
    case 12:
        return eanBarcode(QString(u'0' + digits.toString()));
    case 13:
        return eanBarcode(digits);
    case 14:
        if (digits[0] == u'0') {
            return eanBarcode(digits.sliced(1));
        }
        return checks(digits) ? std::optional(digits.toString()) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<QString> otherBarcode(QStringView content)
{
    const QString text = content.trimmed().toString();
    const qint64 longest = model::findKind(model::Kind::Item)->find(model::item::kBarcode)->max;
    const bool printable
        = std::ranges::all_of(text, [](QChar character) { return character >= u' ' && character <= u'~'; });
    if (text.isEmpty() || text.size() > longest || !printable) {
        return std::nullopt;
    }
    const auto trade = text.size() > 8 ? tradeBarcode(text) : std::nullopt;
    return trade ? trade : std::optional(text);
}

} // namespace larder::grocery
