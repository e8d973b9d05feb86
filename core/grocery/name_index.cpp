#include "core/grocery/name_index.h"

#include "core/grocery/text_match.h"

#include <algorithm>

namespace larder::grocery {

namespace {

constexpr qsizetype kShortestInside = 3;
constexpr qsizetype kLongestName = 8'192; // no item's name is that long
constexpr qsizetype kKinCharacters = 4;
constexpr qsizetype kSortedAtOnce = 8;

// The first characters in one number, which settles nearly every comparison. A character that has no room is
// the highest, and so is all behind it, so that the number never says more than the text.
quint64 sortKey(QStringView text)
{
    constexpr char16_t kHighest = 0xff;
    quint64 key = 0;
    bool full = false;
    for (qsizetype i = 0; i < kSortedAtOnce; ++i) {
        const char16_t unit = i < text.size() ? text[i].unicode() : u'\0';
        full = full || unit >= kHighest;
        key = key << 8 | (full ? kHighest : unit);
    }
    return key;
}

// Whether what stands behind says nothing, because a character before it had no room.
bool isOverfull(quint64 key)
{
    return (key & 0xff) == 0xff;
}

} // namespace

QStringView NameIndex::at(quint32 name) const
{
    return QStringView(m_text).mid(m_names[name].at, m_names[name].length);
}

QStringView NameIndex::fromStart(const Start &start) const
{
    const Name &name = m_names[start.name];
    return QStringView(m_text).mid(start.at, name.at + name.length - start.at);
}

bool NameIndex::isBefore(const Start &a, const Start &b) const
{
    const auto order = fromStart(a).compare(fromStart(b));
    return order != 0 ? order < 0 : a.name < b.name;
}

quint32 NameIndex::append(QStringView folded)
{
    const QStringView kept = folded.first(std::min(folded.size(), kLongestName));
    m_names.push_back({ quint32(m_text.size()), quint16(kept.size()), 0, lettersOf(kept) });
    m_text += kept;
    return size() - 1;
}

void NameIndex::addStarts(quint32 name, std::vector<Start> &starts) const
{
    const QStringView text = at(name);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 0 || text[i - 1] == u' ') {
            starts.push_back({ name, m_names[name].at + quint32(i) });
        }
    }
}

quint32 NameIndex::add(QStringView folded)
{
    const quint32 name = append(folded);
    std::vector<Start> starts;
    addStarts(name, starts);
    for (const Start &start : starts) {
        const auto place = std::upper_bound(m_starts.begin(), m_starts.end(), start,
            [this](const Start &a, const Start &b) { return isBefore(a, b); });
        m_starts.insert(place, start);
    }
    return name;
}

void NameIndex::addAll(std::span<const QString> folded)
{
    m_names.reserve(m_names.size() + folded.size());
    for (const QString &each : folded) {
        addStarts(append(each), m_starts);
    }
    struct Keyed {
        quint64 key;
        quint64 nextKey;
        Start start;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(m_starts.size());
    for (const Start &start : m_starts) {
        const QStringView text = fromStart(start);
        keyed.push_back({ sortKey(text), sortKey(text.mid(std::min(kSortedAtOnce, text.size()))), start });
    }
    std::sort(keyed.begin(), keyed.end(), [this](const Keyed &a, const Keyed &b) {
        return a.key != b.key                              ? a.key < b.key
            : a.nextKey != b.nextKey && !isOverfull(a.key) ? a.nextKey < b.nextKey
                                                           : isBefore(a.start, b.start);
    });
    std::transform(
        keyed.begin(), keyed.end(), m_starts.begin(), [](const Keyed &each) { return each.start; });
    countKin();
    m_text.squeeze();
    m_starts.shrink_to_fit();
}

void NameIndex::countKin()
{
    const auto beginning = [this](const Start &start) {
        const QStringView text = fromStart(start);
        return text.first(std::min(text.size(), kKinCharacters));
    };
    for (auto from = m_starts.begin(); from != m_starts.end();) {
        const auto to = std::find_if(from, m_starts.end(),
            [&, first = beginning(*from)](const Start &each) { return beginning(each) != first; });
        for (auto each = from; each != to; ++each) {
            Name &name = m_names[each->name];
            if (each->at == name.at) {
                name.kin = quint16(std::min<std::ptrdiff_t>(to - from, 0xffff));
            }
        }
        from = to;
    }
}

void NameIndex::remove(quint32 name)
{
    std::erase_if(m_starts, [name](const Start &start) { return start.name == name; });
    m_names[name] = {};
}

std::vector<NameMatch> NameIndex::beginningWith(QStringView typed) const
{
    std::vector<NameMatch> matches;
    if (typed.isEmpty()) {
        return matches;
    }
    const auto from = std::lower_bound(m_starts.begin(), m_starts.end(), typed,
        [this](const Start &start, QStringView text) { return fromStart(start).compare(text) < 0; });
    for (auto each = from; each != m_starts.end() && fromStart(*each).startsWith(typed); ++each) {
        const bool first = each->at == m_names[each->name].at;
        matches.push_back({ each->name, first ? MatchRank::Prefix : MatchRank::LaterWord });
    }
    std::sort(matches.begin(), matches.end(), [](const NameMatch &a, const NameMatch &b) {
        return a.name != b.name ? a.name < b.name : a.rank < b.rank;
    });
    const auto end = std::unique(matches.begin(), matches.end(),
        [](const NameMatch &a, const NameMatch &b) { return a.name == b.name; });
    matches.erase(end, matches.end());
    return matches;
}

std::vector<NameMatch> NameIndex::containing(QStringView typed) const
{
    std::vector<NameMatch> matches;
    if (typed.size() < kShortestInside) {
        return matches;
    }
    const quint64 letters = lettersOf(typed);
    for (quint32 name = 0; name < size(); ++name) {
        if ((letters & ~m_names[name].letters) == 0 && at(name).contains(typed)) {
            matches.push_back({ name, MatchRank::Inside });
        }
    }
    return matches;
}

std::vector<NameMatch> NameIndex::almostBeginningWith(QStringView typed) const
{
    std::vector<NameMatch> matches;
    const int most = typosAllowed(typed.size());
    if (most == 0) {
        return matches;
    }
    const quint64 letters = lettersOf(typed);
    for (quint32 name = 0; name < size(); ++name) {
        if (int(qPopulationCount(letters & ~m_names[name].letters)) > most) {
            continue;
        }
        const QStringView text = at(name);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if ((i == 0 || text[i - 1] == u' ') && typosInPrefix(typed, text.mid(i), most)) {
                matches.push_back({ name, MatchRank::Typo });
                break;
            }
        }
    }
    return matches;
}

qsizetype NameIndex::bytes() const
{
    return m_text.capacity() * qsizetype(sizeof(QChar)) + qsizetype(m_names.capacity() * sizeof(Name))
        + qsizetype(m_starts.capacity() * sizeof(Start));
}

} // namespace larder::grocery
