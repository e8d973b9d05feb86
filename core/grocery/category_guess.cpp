#include "core/grocery/category_guess.h"

#include "core/grocery/text_match.h"

#include <algorithm>
#include <iterator>

namespace larder::grocery {

using namespace Qt::StringLiterals;

namespace {

// Folded. What follows one of these says more about the head before it.
constexpr QStringView kRomanceConnectors[] = { u"de", u"d", u"du", u"des", u"del", u"a", u"au", u"aux", u"al",
    u"en", u"sans", u"sin", u"avec", u"con", u"pour", u"para" };
constexpr QStringView kConnectors[] = { u"of", u"with", u"without", u"in", u"for", u"from", u"mit", u"ohne",
    u"fur", u"aus", u"vom", u"zum", u"im" };
constexpr qsizetype kShortestPart = 3; // of a compound, on either side

qsizetype firstOf(std::span<const QStringView> connectors, const QStringList &words)
{
    const auto at = std::find_if(
        words.begin() + std::min<qsizetype>(1, words.size()), words.end(), [&](const QString &word) {
            return std::find(connectors.begin(), connectors.end(), word) != connectors.end();
        });
    return at - words.begin();
}

// Shorter and shorter ends, or beginnings, of some words.
void addEnds(QStringList &heads, const QStringList &words)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        heads += words.mid(i).join(u' ');
    }
}

void addBeginnings(QStringList &heads, const QStringList &words)
{
    for (qsizetype length = words.size() - 1; length > 0; --length) {
        heads += words.first(length).join(u' ');
    }
}

// What the name could be a sort of, the likeliest first.
QStringList headsOf(const QString &folded, Language language)
{
    const QStringList words = folded.split(u' ');
    QStringList heads;
    const bool romance = language == Language::French || language == Language::Spanish;
    const qsizetype romanceConnector = firstOf(kRomanceConnectors, words);
    const qsizetype connector = firstOf(kConnectors, words);
    if (connector < words.size()) {
        // "milk with chocolate"
        const QStringList before = words.first(connector);
        heads += before.join(u' ');
        addEnds(heads, before);
    }
    if (romance || romanceConnector < words.size()) {
        addBeginnings(heads, words);
        addEnds(heads, words);
    } else {
        addEnds(heads, words);
        addBeginnings(heads, words);
    }
    return heads;
}

} // namespace

void CategoryGuess::remember(QStringView name, const QString &category, Micros at)
{
    const QString key = folded(name);
    if (key.isEmpty()) {
        return;
    }
    const auto place = m_chosen.find(key);
    if (place == m_chosen.end()) {
        m_chosen.insert(key, { category, at });
    } else if (at >= place->at) {
        *place = { category, at };
    }
}

void CategoryGuess::forget(QStringView name)
{
    m_chosen.remove(folded(name));
}

// Under the name itself, else under its singular or plural.
std::optional<QString> CategoryGuess::chosen(const QString &folded) const
{
    if (m_chosen.isEmpty()) {
        return std::nullopt;
    }
    auto place = m_chosen.constFind(folded);
    for (const QStringList &forms : { singularsOf(folded), pluralsOf(folded) }) {
        for (qsizetype i = 0; i < forms.size() && place == m_chosen.cend(); ++i) {
            place = m_chosen.constFind(forms[i]);
        }
    }
    return place != m_chosen.cend() ? std::optional(place->category) : std::nullopt;
}

std::optional<QString> CategoryGuess::known(const QString &folded, Language language) const
{
    if (auto category = chosen(folded)) {
        return category;
    }
    const auto grocery = m_catalogue.findFolded(folded, language);
    return grocery ? std::optional(m_catalogue.at(*grocery, language).category) : std::nullopt;
}

// "dinkelvollkornbrot" by "vollkornbrot", else by "brot". Only German writes its compounds in one word, so
// that "scream" is no cream.
std::optional<QString> CategoryGuess::byCompound(const QString &folded) const
{
    const QStringView word = QStringView(folded).mid(folded.lastIndexOf(u' ') + 1);
    for (qsizetype at = kShortestPart; at + kShortestPart <= word.size(); ++at) {
        const QString part = word.mid(at).toString();
        if (auto category = chosen(part)) {
            return category;
        }
        QStringList forms { part };
        if (part.size() > kShortestPart) { // "ent", as in "detergent", is no "Ente"
            forms += singularsOf(part);
            forms += pluralsOf(part);
        }
        for (const QString &form : forms) {
            if (const auto grocery = m_catalogue.findExactly(form, Language::German)) {
                return m_catalogue.at(*grocery, Language::German).category;
            }
        }
    }
    return std::nullopt;
}

QString CategoryGuess::categoryOf(QStringView name, Language language) const
{
    const QString key = folded(name);
    if (auto category = known(key, language)) {
        return *category;
    }
    for (const QString &head : headsOf(key, language)) {
        auto category = known(head, language);
        if (!category && language == Language::German) {
            category = byCompound(head);
        }
        if (category) {
            return *category;
        }
    }
    // A German word in an English list is likely, and one in a French or Spanish list is not, where
    // "detergente" would be an "Ente".
    QString category = language == Language::German ? byCompound(key).value_or(QString()) : QString();
    if (category.isEmpty()) {
        category = byKind(key, language);
    }
    return category.isEmpty() && language == Language::English ? byCompound(key).value_or(QString())
                                                               : category;
}

// "Detergent" by "laundry detergent": of the names that end with it, the category that most have.
QString CategoryGuess::byKind(const QString &folded, Language language) const
{
    QHash<QString, int> counts;
    QString best;
    for (const NameMatch &match : m_catalogue.names().beginningWith(folded)) {
        const auto [grocery, spoken] = m_catalogue.nameOf(match.name);
        if (spoken == language && m_catalogue.names().at(match.name).endsWith(QString(u' ' + folded))) {
            const QString category = m_catalogue.at(grocery, language).category;
            if (++counts[category] > counts.value(best)) {
                best = category;
            }
        }
    }
    return best;
}

} // namespace larder::grocery
