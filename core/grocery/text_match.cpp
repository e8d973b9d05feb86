#include "core/grocery/text_match.h"

#include <algorithm>
#include <array>

namespace larder::grocery {

using namespace Qt::StringLiterals;

namespace {

// What Unicode doesn't take apart, but people leave out.
QLatin1StringView spelledOut(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
    case u'ẞ':
        return "ss"_L1;
    case u'œ':
    case u'Œ':
        return "oe"_L1;
    case u'æ':
    case u'Æ':
        return "ae"_L1;
    case u'ø':
    case u'Ø':
        return "o"_L1;
    case u'ł':
    case u'Ł':
        return "l"_L1;
    case u'đ':
    case u'Đ':
    case u'ð':
    case u'Ð':
        return "d"_L1;
    case u'þ':
    case u'Þ':
        return "th"_L1;
    case u'ı':
        return "i"_L1;
    default:
        return {};
    }
}

// The accents of Latin, Greek and Cyrillic, the points of Hebrew and Arabic. Other scripts write vowels and
// consonants with marks, and without them would not be themselves.
bool isLeftOut(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= 0x0300 && unit <= 0x036f) || (unit >= 0x0591 && unit <= 0x05c7)
        || (unit >= 0x064b && unit <= 0x065f) || unit == 0x0670 || c.category() == QChar::Other_Format;
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ';
}

bool separates(QChar c)
{
    switch (c.category()) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Other_Control:
        return true;
    default:
        return c.isSpace();
    }
}

// "goat's" is "goats", "d'eau" is two words.
bool isPossessive(QStringView text, qsizetype apostrophe)
{
    const bool before = apostrophe > 0 && text[apostrophe - 1].isLetter();
    const bool letter
        = apostrophe + 1 < text.size() && (text[apostrophe + 1] == u's' || text[apostrophe + 1] == u'S');
    return before && letter && (apostrophe + 2 == text.size() || !text[apostrophe + 2].isLetterOrNumber());
}

void appendFolded(QString &result, QStringView decomposed)
{
    bool space = false;
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed[i];
        if (isLeftOut(c) || (isApostrophe(c) && isPossessive(decomposed, i))) {
            continue;
        }
        if (separates(c)) {
            space = !result.isEmpty();
            continue;
        }
        if (space) {
            result += u' ';
            space = false;
        }
        if (const auto spelled = spelledOut(c); !spelled.isEmpty()) {
            result += spelled;
        } else {
            result += c.isDigit() ? QChar(u'0' + c.digitValue()) : c;
        }
    }
}

// Of the letters of Latin-1 and Latin Extended-A, which is nearly all that four languages write, the one
// below the accent; 0 where it is not that simple. Unicode's tables say the same, ten times slower.
constexpr auto kPlain = [] {
    std::array<char, 0x180> plain {};
    for (char c = '0'; c <= '9'; ++c) {
        plain[std::size_t(c)] = c;
    }
    for (char c = 'a'; c <= 'z'; ++c) {
        plain[std::size_t(c)] = c;
        plain[std::size_t(c - 'a' + 'A')] = c;
    }
    constexpr std::u16string_view kAccented = u"ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖòóôõöÙÚÛÜùúûüÝýÿŠšŽžČč";
    constexpr std::string_view kBelow = "aaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooouuuuuuuuyyysszzcc";
    static_assert(kAccented.size() == kBelow.size());
    for (std::size_t i = 0; i < kAccented.size(); ++i) {
        plain[kAccented[i]] = kBelow[i];
    }
    return plain;
}();

// Nothing where the text has something that needs the long way.
std::optional<QString> foldedPlain(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    QChar *to = result.data();
    qsizetype length = 0;
    bool space = false;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const char plain = unit < kPlain.size() ? kPlain[unit] : '\0';
        if (plain != '\0') {
            if (space) {
                to[length++] = u' ';
                space = false;
            }
            to[length++] = QLatin1Char(plain);
        } else if (unit == u' ' || unit == u'-' || unit == u',' || unit == u'.' || unit == u'%') {
            space = length > 0;
        } else {
            return std::nullopt;
        }
    }
    result.truncate(length);
    return length > 0 ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace

QString folded(QStringView text)
{
    if (auto plain = foldedPlain(text)) {
        return *std::move(plain);
    }
    // Lower case first, and again: some letters only come apart in one case, and some only have a lower case
    // when they are apart.
    const QString decomposed = text.toString()
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD);
    QString result;
    appendFolded(result, decomposed);
    return result.isEmpty() ? decomposed.simplified() : result;
}

namespace {

constexpr qsizetype kShortestSingular = 3; // "eis" is not several "ei"

struct Ending {
    QLatin1StringView plural;
    QLatin1StringView singular;
};
constexpr Ending kEndings[] = { { "ies"_L1, "y"_L1 }, { "ves"_L1, "f"_L1 }, { "ves"_L1, "fe"_L1 },
    { "ces"_L1, "z"_L1 }, { "aux"_L1, "al"_L1 }, { "x"_L1, ""_L1 }, { "s"_L1, ""_L1 }, { "es"_L1, ""_L1 },
    { "n"_L1, ""_L1 }, { "en"_L1, ""_L1 }, { "e"_L1, ""_L1 } };

bool isSingular(QStringView stem, const Ending &ending)
{
    const bool doubled = ending.plural == "s"_L1 && stem.endsWith(u's'); // "grass" is not several "gras"
    const bool numbered = !stem.isEmpty() && stem.back().isDigit();
    return stem.size() + ending.singular.size() >= kShortestSingular && !doubled && !numbered;
}

void addSingulars(QStringList &all, QStringView before, QStringView word, QStringView after)
{
    for (const Ending &each : kEndings) {
        const QStringView stem = word.chopped(word.endsWith(each.plural) ? each.plural.size() : 0);
        if (stem.size() < word.size() && isSingular(stem, each)) {
            all += before.toString() + stem.toString() + each.singular + after.toString();
        }
    }
}

void addPlurals(QStringList &all, QStringView before, QStringView word, QStringView after)
{
    for (const Ending &each : kEndings) {
        const QStringView stem = word.chopped(word.endsWith(each.singular) ? each.singular.size() : 0);
        if ((each.singular.isEmpty() || stem.size() < word.size()) && isSingular(stem, each)) {
            all += before.toString() + stem.toString() + each.plural + after.toString();
        }
    }
}

bool mayLoseS(QStringView word)
{
    return word.size() > kShortestSingular && word.endsWith(u's') && !word.endsWith("ss"_L1);
}

bool mayGainS(QStringView word)
{
    return word.size() >= kShortestSingular && !word.endsWith(u's');
}

using AddForms = void(QStringList &, QStringView, QStringView, QStringView);

// The noun is the last word in English and German, the first in French and Spanish.
QStringList formsOf(QStringView name, AddForms *add)
{
    QStringList all;
    const qsizetype last = name.lastIndexOf(u' ') + 1;
    add(all, name.first(last), name.mid(last), {});
    if (last > 0) {
        const qsizetype first = name.indexOf(u' ');
        add(all, {}, name.first(first), name.mid(first));
    }
    return all;
}

} // namespace

QStringList singularsOf(QStringView foldedName)
{
    QStringList all = formsOf(foldedName, addSingulars);
    // "pommes vertes", "manzanas rojas": the adjective has a plural as well.
    QStringList words = foldedName.toString().split(u' ');
    if (words.size() == 2 && mayLoseS(words[0]) && mayLoseS(words[1])) {
        all += words[0].chopped(1) + u' ' + words[1].chopped(1);
    }
    return all;
}

QStringList pluralsOf(QStringView foldedName)
{
    QStringList all = formsOf(foldedName, addPlurals);
    QStringList words = foldedName.toString().split(u' ');
    if (words.size() == 2 && mayGainS(words[0]) && mayGainS(words[1])) {
        all += words[0] + u"s "_s + words[1] + u's';
    }
    return all;
}

bool isSameName(QStringView foldedName, QStringView other)
{
    return foldedName == other || singularsOf(foldedName).contains(other)
        || singularsOf(other).contains(foldedName);
}

int typosAllowed(qsizetype length)
{
    constexpr qsizetype kOne = 4;
    constexpr qsizetype kTwo = 8;
    return length < kOne ? 0 : length < kTwo ? 1 : 2;
}

std::optional<int> typosInPrefix(QStringView typed, QStringView word, int most)
{
    constexpr qsizetype kLongest = 64;
    if (typed.size() > kLongest || most < 0) {
        return std::nullopt;
    }
    // Three rows of the table of optimal string alignment; only cells near the diagonal can be small enough.
    const qsizetype width = std::min(word.size(), typed.size() + most);
    using Row = std::array<int, kLongest + 16>;
    if (width >= qsizetype(std::tuple_size_v<Row>)) {
        return std::nullopt;
    }
    Row rows[3];
    for (qsizetype j = 0; j <= width; ++j) {
        rows[0][std::size_t(j)] = int(j);
    }
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        Row &row = rows[i % 3];
        const Row &above = rows[(i + 2) % 3];
        const Row &twoAbove = rows[(i + 1) % 3];
        row[0] = int(i);
        int least = row[0];
        for (qsizetype j = 1; j <= width; ++j) {
            const auto at = std::size_t(j);
            const bool same = typed[i - 1] == word[j - 1];
            int typos = std::min({ above[at] + 1, row[at - 1] + 1, above[at - 1] + (same ? 0 : 1) });
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) {
                typos = std::min(typos, twoAbove[at - 2] + 1);
            }
            row[at] = typos;
            least = std::min(least, typos);
        }
        if (least > most) {
            return std::nullopt;
        }
    }
    const Row &end = rows[typed.size() % 3];
    const int typos = *std::min_element(end.begin(), end.begin() + width + 1);
    return typos <= most ? std::optional(typos) : std::nullopt;
}

quint64 lettersOf(QStringView foldedText)
{
    quint64 letters = 0;
    for (const QChar c : foldedText) {
        if (c != u' ') {
            letters |= quint64(1) << (c.unicode() % 64);
        }
    }
    return letters;
}

} // namespace larder::grocery
