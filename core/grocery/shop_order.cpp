#include "core/grocery/shop_order.h"

#include <QtCore/QHash>

#include <algorithm>
#include <vector>

namespace larder::grocery {

using namespace Qt::StringLiterals;

QStringList categoriesOf(const QString &text)
{
    QStringList categories;
    for (const QString &line : text.split(u'\n')) {
        const QString category = line.trimmed();
        if (!category.isEmpty() && !categories.contains(category)) {
            categories.append(category);
        }
    }
    return categories;
}

QString textOf(const QStringList &categories)
{
    return categories.join(u'\n');
}

namespace {

// Where the things of a category were checked: their mean place, because one forgets a thing and walks back.
struct MeanPlace {
    qint64 sum = 0;
    qint64 count = 0;

    bool isBefore(const MeanPlace &other) const { return sum * other.count < other.sum * count; }
};

QHash<int, MeanPlace> meanPlaces(const QStringList &visit, const QHash<QString, int> &numbers)
{
    QHash<int, MeanPlace> means;
    for (qsizetype place = 0; place < visit.size(); ++place) {
        MeanPlace &mean = means[numbers.value(visit[place])];
        mean.sum += place;
        ++mean.count;
    }
    return means;
}

} // namespace

QStringList learntOrder(const QStringList &dragged, std::span<const QStringList> visits)
{
    if (visits.size() > std::size_t(kVisitsRemembered)) {
        visits = visits.last(kVisitsRemembered);
    }
    QStringList all = dragged;
    all.removeDuplicates();
    const int known = int(all.size());
    for (const QStringList &visit : visits) {
        for (const QString &category : visit) {
            if (!all.contains(category)) {
                all.append(category);
            }
        }
    }
    QHash<QString, int> numbers;
    for (int i = 0; i < all.size(); ++i) {
        numbers[all[i]] = i;
    }
    const int count = int(all.size());
    // before[a * count + b]: how much speaks for a before b, less what speaks against it.
    std::vector<int> before(std::size_t(count) * std::size_t(count), 0);
    const auto speak = [&](int first, int second, int weight) {
        before[std::size_t(first * count + second)] += weight;
        before[std::size_t(second * count + first)] -= weight;
    };
    for (int first = 0; first < known; ++first) {
        for (int second = first + 1; second < known; ++second) {
            speak(first, second, kDragWeight);
        }
    }
    for (const QStringList &visit : visits) {
        const QHash<int, MeanPlace> means = meanPlaces(visit, numbers);
        for (auto first = means.begin(); first != means.end(); ++first) {
            for (auto second = means.begin(); second != means.end(); ++second) {
                if (first->isBefore(*second)) {
                    speak(first.key(), second.key(), 1);
                }
            }
        }
    }
    std::vector<int> wins(std::size_t(count), 0);
    for (int first = 0; first < count; ++first) {
        for (int second = 0; second < count; ++second) {
            const int balance = before[std::size_t(first * count + second)];
            wins[std::size_t(first)] += (balance > 0) - (balance < 0);
        }
    }
    std::vector<int> order(std::size_t(count), 0);
    for (int i = 0; i < count; ++i) {
        order[std::size_t(i)] = i;
    }
    std::ranges::stable_sort(
        order, [&](int a, int b) { return wins[std::size_t(a)] > wins[std::size_t(b)]; });
    QStringList result;
    for (const int number : order) {
        result.append(all[number]);
    }
    return result;
}

} // namespace larder::grocery
