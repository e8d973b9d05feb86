#include "core/grocery/entry_words.h"

#include "core/model/text.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using model::Currency;

namespace {

// No symbol that several countries use comes without the currency that it most often is.
struct Symbol {
    QStringView text;
    QStringView codes; // the list's own, if it is among them, else the first
};
constexpr Symbol kSymbols[] = { { u"€", u"EUR" }, { u"EUR", u"EUR" }, { u"Eur", u"EUR" }, { u"eur", u"EUR" },
    { u"euro", u"EUR" }, { u"euros", u"EUR" }, { u"Euro", u"EUR" }, { u"Euros", u"EUR" },
    { u"£", u"GBP EGP SYP LBP" },
    { u"$",
        u"USD CAD AUD NZD MXN ARS CLP COP SGD HKD TWD UYU DOP BBD BSD BZD FJD GYD JMD LRD NAD SRD TTD XCD" },
    { u"US$", u"USD" }, { u"¥", u"JPY CNY" }, { u"₹", u"INR" }, { u"₩", u"KRW" }, { u"₽", u"RUB" },
    { u"₺", u"TRY" }, { u"₴", u"UAH" }, { u"₪", u"ILS" }, { u"₫", u"VND" }, { u"₱", u"PHP" },
    { u"฿", u"THB" }, { u"zł", u"PLN" }, { u"Kč", u"CZK" }, { u"Ft", u"HUF" }, { u"Fr.", u"CHF XOF XAF" },
    { u"SFr.", u"CHF" }, { u"kr", u"SEK NOK DKK ISK" }, { u"USD", u"USD" }, { u"GBP", u"GBP" },
    { u"CHF", u"CHF" }, { u"SEK", u"SEK" }, { u"NOK", u"NOK" }, { u"DKK", u"DKK" }, { u"PLN", u"PLN" },
    { u"CZK", u"CZK" }, { u"HUF", u"HUF" }, { u"RON", u"RON" }, { u"CAD", u"CAD" }, { u"AUD", u"AUD" },
    { u"NZD", u"NZD" }, { u"JPY", u"JPY" }, { u"CNY", u"CNY" }, { u"INR", u"INR" }, { u"MXN", u"MXN" },
    { u"BRL", u"BRL" }, { u"R$", u"BRL" }, { u"TRY", u"TRY" }, { u"ILS", u"ILS" }, { u"KRW", u"KRW" },
    { u"ZAR", u"ZAR" } };

constexpr QStringView kOnes = u"a|an|one|ein|eine|einen|einem|einer|un|une|una|uno";
constexpr QStringView kHalves = u"half|halbe|halber|halbes|halben|demi|demie|medio|media";
constexpr QStringView kConnectors = u"of|de|du|des|del";
constexpr QStringView kBullets = u"-*•–·";

bool isAmong(QStringView words, QStringView word)
{
    return words.split(u'|').contains(word.toString().toCaseFolded());
}

bool isVisible(QStringView text)
{
    const auto codes = text.toUcs4();
    return std::any_of(codes.begin(), codes.end(), [](uint code) {
        const auto category = QChar::category(char32_t(code));
        return !QChar::isSpace(char32_t(code)) && category != QChar::Other_Format
            && category != QChar::Other_Control;
    });
}

QString firstCodePoints(const QString &text, qint64 most)
{
    qsizetype at = 0;
    for (qint64 count = 0; at < text.size() && count < most; ++count) {
        at += text[at].isHighSurrogate() ? 2 : 1;
    }
    return text.first(std::min(at, text.size()));
}

} // namespace

QString cleaned(QStringView text, qint64 mostCodePoints)
{
    // Composing may take several characters together, so a line of any length is first cut to a few times the
    // limit.
    QString result = QString(text.first(std::min<qsizetype>(text.size(), 4 * mostCodePoints)).toString());
    result.remove(QChar(QChar::ByteOrderMark)); // also from the middle, where a name may begin
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control) {
            c = u' ';
        }
    }
    result = model::keepable(std::move(result)).normalized(QString::NormalizationForm_C).simplified();
    if (result.size() > 2 && kBullets.contains(result[0]) && result[1] == u' ' && isVisible(result.mid(2))) {
        result.remove(0, 2);
    }
    return isVisible(result) ? firstCodePoints(result, mostCodePoints).trimmed() : QString();
}

QString cutAtWord(const QString &text, qint64 mostCodePoints)
{
    const QString cut = firstCodePoints(text, mostCodePoints);
    if (cut.size() == text.size()) {
        return text;
    }
    const qsizetype space = cut.lastIndexOf(u' ');
    return (text[cut.size()] != u' ' && space > cut.size() * 3 / 4 ? cut.first(space) : cut).trimmed();
}

TextAndNote splitNote(QStringView line)
{
    for (qsizetype at = line.indexOf(u'!'); at >= 0; at = line.indexOf(u'!', at + 1)) {
        const QStringView note = line.mid(at + 1).trimmed();
        if (at > 0 && line[at - 1] == u' ' && !note.isEmpty() && note.front() != u'!') {
            return { line.first(at).trimmed(), note };
        }
    }
    return { line, {} };
}

Words splitWords(QStringView text)
{
    Words words;
    int segment = 0;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty()) {
            words.push_back({ std::exchange(word, QString()), segment });
        }
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        // "1,5" is a number, "apples,2 kg" is not one word.
        const bool inNumber = i > 0 && text[i - 1].isDigit() && i + 1 < text.size() && text[i + 1].isDigit();
        if (c == u' ') {
            finish();
        } else if (c == u';' || (c == u',' && !inNumber)) {
            finish();
            segment = words.empty() ? 0 : words.back().segment + 1;
        } else {
            word += c;
        }
    }
    finish();
    return words;
}

std::optional<int> readNumberWord(QStringView word)
{
    if (isAmong(kOnes, word)) {
        return 1'000;
    }
    return isAmong(kHalves, word) ? std::optional(500) : std::nullopt;
}

bool isConnector(QStringView word)
{
    return isAmong(kConnectors, word);
}

QString withoutElision(const QString &word)
{
    const bool elided
        = word.size() > 2 && (word[0] == u'd' || word[0] == u'D') && (word[1] == u'\'' || word[1] == u'’');
    return elided ? word.mid(2) : word;
}

std::optional<Currency> readCurrency(QStringView text, Currency own)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QString ownCode = own.code();
    if (text == ownCode) {
        return own;
    }
    for (const Symbol &each : kSymbols) {
        if (text == each.text) {
            return !ownCode.isEmpty() && each.codes.contains(ownCode)
                ? own
                : Currency::fromCode(each.codes.first(3)).value_or(own);
        }
    }
    return std::nullopt;
}

qsizetype currencyLength(QStringView word)
{
    qsizetype length = 0;
    while (length < word.size() && !word[length].isDigit()) {
        ++length;
    }
    return length;
}

} // namespace larder::grocery
