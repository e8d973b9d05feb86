#include "core/model/money.h"

#include "core/model/decimal.h"

#include <algorithm>

namespace larder::model {

using namespace Qt::StringLiterals;

namespace {

// ISO 4217, list one, without metals, funds and testing codes.
constexpr char kCodes[]
    = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD "
      "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP "
      "GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD "
      "KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
      "NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
      "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES "
      "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";
constexpr std::size_t kCount = sizeof(kCodes) / 4;

constexpr auto kCurrencies = [] {
    std::array<Currency, kCount> all;
    for (std::size_t i = 0; i < kCount; ++i) {
        all[i].letters = { kCodes[i * 4], kCodes[i * 4 + 1], kCodes[i * 4 + 2] };
    }
    return all;
}();
static_assert(std::is_sorted(kCurrencies.begin(), kCurrencies.end()));

} // namespace

std::span<const Currency> currencies()
{
    return kCurrencies;
}

Result<Currency> Currency::fromCode(QStringView code)
{
    for (const Currency &each : kCurrencies) {
        if (code == QLatin1StringView(each.letters.data(), 3)) {
            return each;
        }
    }
    return Failure(Code::InvalidValue, u"no currency of ISO 4217"_s);
}

int Currency::digits() const
{
    const auto isOneOf
        = [this](QByteArrayView codes) { return codes.contains(QByteArrayView(letters.data(), 3)); };
    if (isOneOf("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")) {
        return 0;
    }
    return isOneOf("BHD IQD JOD KWD LYD OMR TND") ? 3 : 2;
}

Result<Money> Money::parse(QStringView amount, Currency currency)
{
    const auto minor = parseDecimal(amount, currency.digits());
    return minor ? Result<Money>(Money { *minor, currency }) : Failure(minor.error());
}

QString Money::formatAmount() const
{
    return formatDecimal(minor, currency.digits(), Zeros::Keep);
}

Result<Money> Money::plus(const Money &other) const
{
    if (currency != other.currency) {
        return Failure(Code::InvalidValue, u"money of two currencies"_s);
    }
    const auto sum = addExactly(minor, other.minor);
    return sum ? Result<Money>(Money { *sum, currency }) : Failure(sum.error());
}

} // namespace larder::model
