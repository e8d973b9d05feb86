#include "app/viewmodels/fuzzy_match.h"

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kWhole = 1000; // letters in a row, from the text's start
static constexpr int kWordStart = 900;
static constexpr int kInside = 600;
static constexpr int kScattered = 400; // each letter at the start of a word
static constexpr int kGap = 12; // a letter that was passed over inside the match
static constexpr int kLongest = 60; // longer texts are not worse

QString folded(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (plain) {
        return text.toLower();
    }
    QString result = text.toCaseFolded().normalized(QString::NormalizationForm_KD);
    result.removeIf([](QChar c) { return c.isMark(); });
    result.replace(u'ß', u"ss"_s); // whose capital letters these are
    return result;
}

static bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

static std::optional<int> inARow(const QString &word, const QString &text)
{
    std::optional<int> best;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0) {
            return kWhole;
        }
        if (startsWord(text, at)) {
            return kWordStart;
        }
        best = kInside;
    }
    return best;
}

enum class Letters : quint8 { AsTheyCome, AtWordStarts };

// The letters in their order, with anything between them.
static std::optional<int> scattered(const QString &word, const QString &text, Letters wanted)
{
    int score = kScattered;
    qsizetype last = -1;
    for (const QChar letter : word) {
        qsizetype at = text.indexOf(letter, last + 1);
        if (wanted == Letters::AtWordStarts && (last < 0 || at != last + 1)) {
            for (qsizetype start = at; start >= 0; start = text.indexOf(letter, start + 1)) {
                if (startsWord(text, start)) {
                    at = start;
                    break;
                }
            }
        }
        if (at < 0) {
            return {};
        }
        const bool apart = last < 0 || at != last + 1;
        score -= apart && !startsWord(text, at) ? kGap * int(qMin<qsizetype>(at - last, 8)) : 0;
        last = at;
    }
    return qMax(1, score);
}

static std::optional<int> scattered(const QString &word, const QString &text)
{
    const auto plain = scattered(word, text, Letters::AsTheyCome);
    if (!plain) {
        return {};
    }
    // Reaching ahead for the start of a word may leave too little text for the rest.
    return qMax(*plain, scattered(word, text, Letters::AtWordStarts).value_or(0));
}

std::optional<int> fuzzyScore(const QStringList &words, const QString &text)
{
    int sum = 0;
    for (const QString &word : words) {
        auto score = inARow(word, text);
        if (!score) {
            score = scattered(word, text);
        }
        if (!score) {
            return {};
        }
        sum += *score;
    }
    const int mean = words.isEmpty() ? 0 : sum / int(words.size());
    return mean + kLongest - int(qMin<qsizetype>(text.size(), kLongest));
}

} // namespace larder::app
