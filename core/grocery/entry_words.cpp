#include "core/grocery/entry_words.h"

#include "core/grocery/entry_number.h"
#include "core/grocery/units.h"
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

constexpr QStringView kHalves = u"half|halbe|halber|halbes|halben|demi|demie|medio|media";
constexpr QStringView kInflectedHalves = u"halbe|halber|halbes|halben|medio|media";
struct NumberWord {
    int thousandths;
    QStringView words;
};
constexpr NumberWord kNumbers[] = { { 250, u"quarter|viertel|quart|cuarto" }, { 500, kHalves },
    { 1'000, u"a|an|one|ein|eine|einen|einem|einer|un|une|una|uno" }, { 1'500, u"anderthalb|eineinhalb" },
    { 2'000, u"two|zwei|deux|dos" }, { 2'500, u"zweieinhalb" }, { 3'000, u"three|drei|trois|tres" },
    { 4'000, u"four|vier|quatre|cuatro" }, { 5'000, u"five|fünf|cinq|cinco" }, { 6'000, u"six|sechs|seis" },
    { 7'000, u"seven|sieben|sept|siete" }, { 8'000, u"eight|acht|huit|ocho" },
    { 9'000, u"nine|neun|neuf|nueve" }, { 10'000, u"ten|zehn|dix|diez" }, { 11'000, u"eleven|elf|onze|once" },
    { 12'000, u"twelve|zwölf|douze|doce" } };
constexpr QStringView kNoNouns
    = u"few|bit|little|lot|couple|pair|some|paar|bisschen|wenig|peu|paire|quarters|quarts|cuartos|poco|"
      u"poca|par|up|and|und|et|y|of|de";
constexpr QStringView kAnds = u"and|und|et|y|&";
constexpr QStringView kTos = u"to|bis|à|a|or|oder|ou|o|-|–|—";
constexpr QStringView kPriceConnectors = u"for|at|für|zu|à|pour|a|por|@|:|=|-|–";
constexpr QStringView kNumbered = u"omega|oméga|spf|lsf|fps|ip|usb|wd|type|typ|nr|nr.|no|no.|n°|nº|number|"
                                  u"nummer|numéro|número|size|größe|gr.|"
                                  u"taille|talla|vitamin|vitamine|vitamina|stage|stufe|phase|pre|level|step|"
                                  u"schritt|faktor|factor|part|teil|"
                                  u"band|heft|tome|tomo|b|d|e|for|für|pour|para";
constexpr QStringView kHundredths = u"¢|ct|ct.|cts|cent|cents|centime|centimes|céntimo|céntimos";
constexpr QStringView kPennies = u"p|penny|pence";
constexpr QStringView kConnectors = u"of|de|du|des|del";
constexpr QStringView kBullets = u"-*•–·☐☑☒✓✔◦▪‣●○";

bool isAmongFolded(QStringView words, QStringView folded)
{
    for (const QStringView each : words.tokenize(u'|')) {
        if (each == folded) {
            return true;
        }
    }
    return false;
}

bool isAmong(QStringView words, QStringView word)
{
    return isAmongFolded(words, word.toString().toCaseFolded());
}

// Marks of direction and empty spaces, which come along with pasted text and make two names differ that look
// the same. Joiners stay, because emoji and Persian are written with them.
bool isInvisible(QChar c)
{
    const char16_t unit = c.unicode();
    return unit == 0x00ad || unit == 0x200b || unit == 0x200e || unit == 0x200f || unit == 0x061c
        || (unit >= 0x202a && unit <= 0x202e) || unit == 0x2060 || (unit >= 0x2066 && unit <= 0x2069)
        || unit == QChar::ByteOrderMark;
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

// "- ", "- [x] ", "☐ ", "1. ", "2) " before something.
static qsizetype bulletLength(QStringView line)
{
    qsizetype length = 0;
    if (line.size() > 2 && kBullets.contains(line[0]) && line[1] == u' ') {
        length = 2;
    }
    const QStringView box = line.mid(length);
    if (box.size() > 4 && box[0] == u'[' && box[2] == u']' && box[3] == u' '
        && QStringView(u" xX").contains(box[1])) {
        return length + 4;
    }
    qsizetype digits = 0;
    while (digits < 2 && digits < line.size() && line[digits].isDigit()) {
        ++digits;
    }
    const bool numbered = digits > 0 && digits + 2 < line.size()
        && (line[digits] == u'.' || line[digits] == u')') && line[digits + 1] == u' '
        && !line[digits + 2].isDigit();
    return numbered ? digits + 2 : length;
}

QString cleaned(QStringView text, qint64 mostCodePoints)
{
    // Composing may take several characters together, so a line of any length is first cut to a few times the
    // limit.
    QString result = QString(text.first(std::min<qsizetype>(text.size(), 4 * mostCodePoints)).toString());
    result.removeIf(isInvisible);
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control) {
            c = u' ';
        }
    }
    result = model::keepable(std::move(result)).normalized(QString::NormalizationForm_C).simplified();
    if (const qsizetype bullet = bulletLength(result); isVisible(QStringView(result).mid(bullet))) {
        result.remove(0, bullet);
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

// "eggs (12)", "apples (2 kg)": around nothing but an amount.
static void takeBracketsOff(Words &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool one = words[i].text.endsWith(u')');
        const std::size_t last = one ? i : i + 1;
        if (!words[i].text.startsWith(u'(') || last >= words.size() || !words[last].text.endsWith(u')')
            || words[last].segment != words[i].segment || (one && words[i].text.size() < 3)) {
            continue;
        }
        const QString first = words[i].text.mid(1).chopped(one ? 1 : 0);
        const QString second = one ? QString() : words[last].text.chopped(1);
        const qsizetype length = numberLength(first);
        const QStringList unit { one ? first.mid(length) : second };
        const bool atEdge = i == 0 || last + 1 == words.size();
        constexpr qsizetype kMostDigits = 2;
        if (length > 0 && (one || length == first.size())
            && (readUnit(unit) || (one && atEdge && length == first.size() && length <= kMostDigits))) {
            words[i].text = first;
            if (!one) {
                words[last].text = second;
            }
        }
    }
}

Words splitWords(QStringView text)
{
    Words words;
    int segment = 0;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty()) {
            words.push_back({ std::exchange(word, QString()), segment, false, false });
        }
    };
    const auto at = [text](qsizetype i) { return i >= 0 && i < text.size() ? text[i] : QChar(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        // "1,5" is a number, "2,-" and "-,99" are prices, "apples,2 kg" is not one word.
        const bool noCents = at(i + 1) == u'-' || at(i + 1) == u'–' || at(i + 1) == u'—';
        const bool onlyCents = at(i - 1) == u'-' && (i == 1 || at(i - 2) == u' ') && at(i + 1).isDigit();
        const bool inNumber = onlyCents || (at(i - 1).isDigit() && (at(i + 1).isDigit() || noCents));
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
    takeBracketsOff(words);
    return words;
}

std::optional<int> readNumberWord(QStringView word)
{
    const QString folded = word.toString().toCaseFolded();
    for (const NumberWord &each : kNumbers) {
        if (isAmongFolded(each.words, folded)) {
            return each.thousandths;
        }
    }
    return std::nullopt;
}

bool isInflectedHalf(QStringView word)
{
    return isAmong(kInflectedHalves, word);
}

bool isNoNoun(QStringView word)
{
    return isAmong(kNoNouns, word);
}

bool isAnd(QStringView word)
{
    return isAmong(kAnds, word);
}

bool isTo(QStringView word)
{
    return isAmong(kTos, word);
}

bool isPriceConnector(QStringView word)
{
    return isAmong(kPriceConnectors, word);
}

bool isNumbered(QStringView word)
{
    return isAmong(kNumbered, word);
}

bool isSeparator(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return QStringView(u"-–—:=|").contains(c); });
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

bool isHundredth(QStringView text, Currency own)
{
    return own.digits() == 2
        && (isAmong(kHundredths, text) || (own.code() == u"GBP" && isAmong(kPennies, text)));
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
