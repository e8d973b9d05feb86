#include "app/viewmodels/price_history.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/unit_text.h"
#include "core/grocery/text_match.h"
#include "core/limits.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>

namespace larder::app {

using model::Kind;
using model::Record;
namespace purchase = model::purchase;

PriceHistory::PriceHistory(const replica::ReplicaClient &replica, QObject &owner)
    : QAbstractListModel(&owner)
    , m_replica(replica)
{
}

void PriceHistory::show(const QString &name, const QString &currency)
{
    std::vector<Paid> paid;
    const QString wanted = grocery::folded(name);
    for (const replica::Space &space : m_replica.spaces()) {
        const model::SpaceId list = space.grant.space;
        if (wanted.isEmpty() || !m_replica.isLoaded(list)) {
            continue;
        }
        for (const Record *record : m_replica.records(list, Kind::Purchase)) {
            const qint64 price = record->integer(purchase::kPrice);
            if (price <= 0 || record->isDeleted() || record->text(purchase::kCurrency) != currency
                || !grocery::isSameName(grocery::folded(record->text(purchase::kName)), wanted)) {
                continue;
            }
            const auto shopId = model::RecordId::fromBytes(
                std::holds_alternative<QByteArray>(record->value(purchase::kShop))
                    ? std::get<QByteArray>(record->value(purchase::kShop))
                    : QByteArray());
            const Record *shop = shopId ? m_replica.record({ list, Kind::Shop, *shopId }) : nullptr;
            const qint64 quantity = record->integer(purchase::kQuantity);
            paid.push_back({ Micros(record->integer(purchase::kBought)),
                shop ? shop->text(model::shop::kName) : QString(), price,
                { quantity > 0 ? std::optional(model::Thousandths { quantity }) : std::nullopt,
                    record->text(purchase::kUnit) } });
        }
    }
    std::ranges::sort(paid, std::ranges::greater(), &Paid::at);
    if (paid.size() > std::size_t(limits::kPricesShown)) {
        paid.resize(std::size_t(limits::kPricesShown));
    }
    beginResetModel();
    m_currency = currency;
    m_paid = std::move(paid);
    endResetModel();
    Q_EMIT changed();
}

QString PriceHistory::summary() const
{
    if (m_paid.empty()) {
        return {};
    }
    const auto [least, most] = std::ranges::minmax_element(m_paid, {}, &Paid::price);
    const QString times = tr("%Ln times", nullptr, count());
    if (least->price == most->price) {
        return tr("%1, %2").arg(moneyText(least->price, m_currency), times);
    }
    return tr("%1 – %2, %3")
        .arg(shownPriceText(least->price, m_currency), moneyText(most->price, m_currency), times);
}

QString PriceHistory::byShop() const
{
    std::vector<const Paid *> last; // of each shop
    for (const Paid &paid : m_paid) {
        if (!paid.shop.isEmpty() && std::ranges::find(last, paid.shop, &Paid::shop) == last.end()) {
            last.push_back(&paid);
        }
    }
    std::ranges::stable_sort(last, {}, &Paid::price);
    QStringList parts;
    for (const Paid *paid : last) {
        parts.append(tr("%1 %2", "shop and price").arg(paid->shop, moneyText(paid->price, m_currency)));
    }
    return parts.join(tr(" · "));
}

QString PriceHistory::details(const Paid &paid)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(paid.at.count() / 1'000).date();
    QStringList parts { QLocale().toString(day, QLocale::ShortFormat), paid.shop,
        amountText(paid.amount.quantity, paid.amount.unit) };
    parts.removeAll(QString());
    return parts.join(tr(" · "));
}

// For drawing alone, so that a rounding does no harm.
std::vector<double> PriceHistory::prices() const
{
    const QString unit = m_paid.empty() ? QString() : m_paid.front().amount.unit;
    std::vector<double> each;
    for (const Paid &paid : m_paid) {
        const auto amount = grocery::converted(paid.amount, unit);
        if (!amount || !amount->quantity) {
            each.clear();
            break;
        }
        each.push_back(double(paid.price) * model::Thousandths::kOne / double(amount->quantity->count));
    }
    if (each.empty()) {
        std::ranges::transform(
            m_paid, std::back_inserter(each), [](const Paid &paid) { return double(paid.price); });
    }
    return each;
}

QList<QPointF> PriceHistory::line() const
{
    QList<QPointF> points;
    if (m_paid.size() < 2) {
        return points;
    }
    const std::vector<double> heights = prices();
    const auto [least, most] = std::ranges::minmax(heights);
    const double first = double(m_paid.back().at.count());
    const double span = std::max(1.0, double(m_paid.front().at.count()) - first);
    for (std::size_t i = m_paid.size(); i-- > 0;) {
        const double height = most > least ? (heights[i] - least) / (most - least) : 0.5;
        points.append({ (double(m_paid[i].at.count()) - first) / span, height });
    }
    return points;
}

int PriceHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PriceHistory::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Paid &paid = m_paid[std::size_t(index.row())];
    switch (role) {
    case DetailsRole:
        return details(paid);
    case Qt::DisplayRole:
    case PriceRole:
        return moneyText(paid.price, m_currency);
    case PlainPriceRole:
        return priceText(paid.price, m_currency);
    default:
        return {};
    }
}

QHash<int, QByteArray> PriceHistory::roleNames() const
{
    return { { DetailsRole, "details" }, { PriceRole, "price" }, { PlainPriceRole, "plainPrice" } };
}

} // namespace larder::app
