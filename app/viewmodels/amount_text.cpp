#include "app/viewmodels/amount_text.h"

#include "core/model/decimal.h"

#include <QtCore/QLocale>

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kPlainDigits = 2; // of an amount in no currency

// In the locale's digits, with its decimal point.
static QString localized(const QString &digits)
{
    const QLocale locale;
    const QString zero = locale.zeroDigit();
    QString text;
    for (const QChar c : digits) {
        if (c == u'.') {
            text += locale.decimalPoint();
        } else {
            text += c.isDigit() && zero.size() == 1 ? QChar(zero[0].unicode() + c.digitValue()) : c;
        }
    }
    return text;
}

// To the form that core reads: digits of ASCII, a point, no spaces.
static QString plain(const QString &text)
{
    constexpr QChar kArabicPoint(0x066B);
    QString digits;
    for (const QChar c : text) {
        if (c == u',' || c == kArabicPoint) {
            digits += u'.';
        } else if (c.isDigit()) {
            digits += QChar(u'0' + c.digitValue());
        } else if (!c.isSpace()) {
            digits += c;
        }
    }
    return digits;
}

static int digitsOf(const QString &currency)
{
    const auto known = model::Currency::fromCode(currency);
    return known ? known->digits() : kPlainDigits;
}

QString signOf(const QString &currency)
{
    struct Sign {
        QLatin1StringView code;
        QStringView sign;
    };
    static constexpr std::array kSigns = {
        Sign { "EUR"_L1, u"€" },
        Sign { "USD"_L1, u"$" },
        Sign { "GBP"_L1, u"£" },
        Sign { "JPY"_L1, u"¥" },
        Sign { "INR"_L1, u"₹" },
        Sign { "KRW"_L1, u"₩" },
        Sign { "UAH"_L1, u"₴" },
        Sign { "TRY"_L1, u"₺" },
        Sign { "ILS"_L1, u"₪" },
    };
    for (const Sign &sign : kSigns) {
        if (sign.code == currency) {
            return sign.sign.toString();
        }
    }
    return currency;
}

// To be read, not to be changed: the thousands are told apart.
static QString grouped(const QString &digits)
{
    const QLocale locale;
    const qsizetype point = digits.indexOf(u'.');
    const QString whole = locale.toString(digits.left(point).toLongLong());
    return point < 0 ? whole : QString(whole + localized(digits.mid(point)));
}

QString quantityText(model::Thousandths quantity)
{
    return localized(quantity.format());
}

Result<model::Thousandths> quantityFromText(const QString &text)
{
    return model::Thousandths::parse(plain(text));
}

QString priceText(qint64 minor, const QString &currency)
{
    return localized(model::formatDecimal(minor, digitsOf(currency), model::Zeros::Keep));
}

QString shownPriceText(qint64 minor, const QString &currency)
{
    return grouped(model::formatDecimal(minor, digitsOf(currency), model::Zeros::Keep));
}

QString moneyText(qint64 minor, const QString &currency)
{
    const QString amount = shownPriceText(minor, currency);
    if (currency.isEmpty()) {
        return amount;
    }
    const QString pattern = QLocale().toCurrencyString(qlonglong(1), u"¤"_s);
    const QString sign = signOf(currency);
    const bool first = pattern.startsWith(u'¤') && sign.size() == 1 && QLocale().language() != QLocale::C;
    if (first) {
        return sign + amount;
    }
    return amount + QChar(0x00A0) + sign;
}

Result<qint64> priceFromText(const QString &text, const QString &currency)
{
    return model::parseDecimal(plain(text), digitsOf(currency));
}

} // namespace larder::app
