#include "core/model/position.h"

#include "core/assert.h"

#include <algorithm>

namespace larder::model {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBase = 62;
constexpr int kMostDigits = 8; // 62^8 is beyond what any list can count to
constexpr qint64 kStep = 64; // the gap that a new end leaves: six halvings
constexpr qsizetype kFieldLimit = 255;
constexpr qsizetype kFirstWindow = 8;
// What neighbours that move are brought to, so that it is long until they move again.
constexpr qsizetype kRelaxedPosition = kComfortablePosition / 4;

using Path = std::vector<qint64>;

int digitOf(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= u'0' && code <= u'9') {
        return code - u'0';
    }
    if (code >= u'A' && code <= u'Z') {
        return code - u'A' + 10;
    }
    return code >= u'a' && code <= u'z' ? code - u'a' + 36 : -1;
}

QChar charOf(qint64 digit)
{
    return QChar(u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[digit]);
}

// How many integers have fewer than `digits` digits: the least non-negative one that has as many.
qint64 firstOf(int digits)
{
    qint64 first = 0;
    for (qint64 count = kBase; --digits > 0; count *= kBase) {
        first += count;
    }
    return first;
}

bool isInRange(qint64 number)
{
    const qint64 end = firstOf(kMostDigits + 1);
    return number < end && number >= -end;
}

// The digits of -1-n are those of n, each taken from 61, so that -1 is "Zz" and -2 is "Zy".
QString encoded(qint64 number)
{
    const bool negative = number < 0;
    qint64 size = negative ? -1 - number : number;
    int digits = 1;
    while (firstOf(digits + 1) <= size) {
        ++digits;
    }
    size -= firstOf(digits);
    QString text(digits + 1, negative ? QChar(u'Z' - (digits - 1)) : QChar(u'a' + (digits - 1)));
    for (qsizetype at = digits; at > 0; --at, size /= kBase) {
        text[at] = charOf(negative ? kBase - 1 - size % kBase : size % kBase);
    }
    return text;
}

std::optional<Path> parsed(QStringView text)
{
    Path path;
    while (!text.isEmpty()) {
        const char16_t head = text.front().unicode();
        const bool negative = head <= u'Z';
        const int digits = negative ? u'Z' - head + 1 : head - u'a' + 1;
        if (digits < 1 || digits > kMostDigits || text.size() < digits + 1) {
            return std::nullopt;
        }
        qint64 size = 0;
        for (qsizetype at = 1; at <= digits; ++at) {
            const int digit = digitOf(text[at]);
            if (digit < 0) {
                return std::nullopt;
            }
            size = size * kBase + (negative ? kBase - 1 - digit : digit);
        }
        size += firstOf(digits);
        path.push_back(negative ? -1 - size : size);
        text = text.mid(digits + 1);
    }
    return path;
}

std::optional<QString> joined(const Path &path)
{
    QString text;
    for (const qint64 number : path) {
        text += encoded(number);
    }
    return text.size() <= kFieldLimit ? std::optional(text) : std::nullopt;
}

Path behind(Path path, std::size_t level)
{
    path.resize(level + 1);
    path[level] += kStep;
    return path;
}

Path child(Path path, qint64 number)
{
    path.push_back(number);
    return path;
}

// Both there, before < after.
Path middle(const Path &before, const Path &after)
{
    const auto level = std::size_t(
        std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
    const Path shared(before.begin(), before.begin() + std::ptrdiff_t(level));
    if (level == before.size()) {
        return child(shared, after[level] - kStep);
    }
    if (after[level] - before[level] > 1) {
        return child(shared, before[level] + (after[level] - before[level]) / 2);
    }
    if (after.size() > level + 1) {
        return child(shared, after[level]);
    }
    return before.size() > level + 1 ? behind(before, level + 1) : child(before, 0);
}

} // namespace

std::optional<QString> positionBetween(QStringView before, QStringView after)
{
    const auto low = parsed(before);
    const auto high = parsed(after);
    if (!low || !high || (!after.isEmpty() && before >= after)) {
        return std::nullopt;
    }
    Path path;
    if (low->empty() && high->empty()) {
        path = { 0 };
    } else if (high->empty()) {
        path = behind(*low, 0);
    } else if (low->empty()) {
        path = { high->front() - kStep };
    } else {
        path = middle(*low, *high);
    }
    const bool fits = std::all_of(path.begin(), path.end(), isInRange);
    return fits ? joined(path) : std::nullopt;
}

// `count` positions between the two, in order, if there are such of at most `longest` characters.
static std::optional<std::vector<QString>> spread(
    QStringView before, QStringView after, qsizetype count, qsizetype longest)
{
    std::vector<QString> result;
    QString last = before.toString();
    for (qsizetype i = 0; i < count; ++i) {
        auto next = positionBetween(last, after);
        if (!next || next->size() > longest) {
            return std::nullopt;
        }
        last = *next;
        result.push_back(std::move(*next));
    }
    return result;
}

Placement place(std::span<const QString> order, qsizetype index)
{
    const auto size = qsizetype(order.size());
    LARDER_ASSERT(index >= 0 && index <= size);
    // A neighbour without a position is not the end of the list, though it looks the same.
    const auto at = [&](qsizetype i) { return order[std::size_t(i)]; };
    const auto usable = [&](qsizetype i) { return i < 0 || i >= size || !at(i).isEmpty(); };
    for (qsizetype window = 0;; window = window == 0 ? kFirstWindow : window * 2) {
        const qsizetype from = std::max<qsizetype>(0, index - window / 2);
        const qsizetype to = std::min(size, index + window / 2);
        const bool whole = from == 0 && to == size;
        if (!whole && !(usable(from - 1) && usable(to))) {
            continue;
        }
        const auto positions = spread(from > 0 ? at(from - 1) : QString(), to < size ? at(to) : QString(),
            to - from + 1, window == 0 ? kComfortablePosition : kRelaxedPosition);
        if (!positions) {
            LARDER_ASSERT(!whole);
            continue;
        }
        Placement placement;
        placement.position = (*positions)[std::size_t(index - from)];
        for (qsizetype i = from; i < to; ++i) {
            const QString &position = (*positions)[std::size_t(i < index ? i - from : i - from + 1)];
            if (position != at(i)) {
                placement.moved.push_back({ i, position });
            }
        }
        return placement;
    }
}

} // namespace larder::model
