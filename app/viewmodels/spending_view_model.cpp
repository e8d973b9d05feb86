#include "app/viewmodels/spending_view_model.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>
#include <map>

namespace larder::app {

using model::Kind;
using model::Record;

class SpendingViewModel::Sums {
public:
    explicit Sums(QString listCurrency)
        : m_listCurrency(std::move(listCurrency))
    {
    }

    void add(const model::Value &price, const QString &currency, const QString &category)
    {
        if (!std::holds_alternative<qint64>(price)) {
            ++m_unpriced;
            return;
        }
        const qint64 paid = std::get<qint64>(price);
        const QString &counted = currency.isEmpty() ? m_listCurrency : currency;
        m_sums[counted][category] += paid;
        m_totals[counted] += paid;
    }
    int unpriced() const { return m_unpriced; }

    std::vector<Row> rows() const
    {
        std::vector<Row> rows;
        for (const auto &[currency, sums] : m_sums) {
            for (const auto &[category, sum] : sums) {
                if (sum > 0) {
                    rows.push_back({ currency, category, sum, m_totals.at(currency) });
                }
            }
        }
        std::ranges::stable_sort(rows, [this](const Row &a, const Row &b) {
            const auto key = [this](const Row &row) {
                return std::tuple(row.currency != m_listCurrency, row.currency, -row.sum);
            };
            return key(a) < key(b);
        });
        for (std::size_t at = 0; at < rows.size(); ++at) {
            rows[at].first = at == 0 || rows[at].currency != rows[at - 1].currency;
        }
        return rows;
    }

private:
    QString m_listCurrency;
    std::map<QString, std::map<QString, qint64>> m_sums; // by currency and category
    std::map<QString, qint64> m_totals; // by currency
    int m_unpriced = 0;
};

SpendingViewModel::SpendingViewModel(
    const replica::ReplicaClient &replica, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_replica(replica)
    , m_clock(clock)
{
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this, [this](model::SpaceId space, Kind kind) {
        if (m_shown && space == m_list && kind != Kind::Member && kind != Kind::Shop) {
            read();
        }
    });
    connect(&m_replica, &replica::ReplicaClient::loaded, this, [this](model::SpaceId space) {
        if (m_shown && space == m_list) {
            read();
        }
    });
}

void SpendingViewModel::show(model::SpaceId list)
{
    m_list = list;
    setShown(false);
}

void SpendingViewModel::setShown(bool shown)
{
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    read();
    Q_EMIT shownChanged();
}

void SpendingViewModel::setSpan(int span)
{
    const int wanted = std::clamp(span, int(OnList), int(ThisYear));
    if (wanted != m_span) {
        m_span = wanted;
        read();
    }
}

std::pair<QDate, QDate> SpendingViewModel::days() const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.now().count() / 1'000).date();
    const QDate month(today.year(), today.month(), 1);
    switch (m_span) {
    case LastMonth:
        return { month.addMonths(-1), month };
    case ThisYear:
        return { QDate(today.year(), 1, 1), QDate(today.year() + 1, 1, 1) };
    default:
        return { month, month.addMonths(1) };
    }
}

void SpendingViewModel::read()
{
    beginResetModel();
    m_rows.clear();
    m_unpriced = 0;
    if (m_shown && m_replica.isLoaded(m_list)) {
        const Record *list = m_replica.record({ m_list, Kind::List, model::RecordId { m_list.value } });
        Sums sums(list ? list->text(model::list::kCurrency) : QString());
        m_span == OnList ? addItems(sums) : addPurchases(sums);
        m_rows = sums.rows();
        m_unpriced = sums.unpriced();
    }
    endResetModel();
    Q_EMIT changed();
}

void SpendingViewModel::addItems(Sums &sums) const
{
    using namespace model::item;
    for (const Record *item : m_replica.records(m_list, Kind::Item)) {
        if (!item->isDeleted()) {
            sums.add(item->value(kPrice), item->text(kCurrency), item->text(kCategory));
        }
    }
}

void SpendingViewModel::addPurchases(Sums &sums) const
{
    using namespace model::purchase;
    const auto [from, to] = days();
    const qint64 first = from.startOfDay().toMSecsSinceEpoch();
    const qint64 end = to.startOfDay().toMSecsSinceEpoch();
    for (const Record *bought : m_replica.records(m_list, Kind::Purchase)) {
        const qint64 at = bought->integer(kBought) / 1'000;
        if (!bought->isDeleted() && at >= first && at < end) {
            sums.add(bought->value(kPrice), bought->text(kCurrency), bought->text(kCategory));
        }
    }
}

QString SpendingViewModel::unpriced() const
{
    return m_unpriced == 0 ? QString()
                           : tr("%Ln things without a price are not counted", nullptr, m_unpriced);
}

int SpendingViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SpendingViewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    const double share = double(row.sum) / double(row.total);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return categoryTitle(row.category);
    case HueRole:
        return categoryHue(row.category);
    case AmountRole:
        return moneyText(row.sum, row.currency);
    case ShareRole:
        return share;
    case TotalRole:
        return row.first ? moneyText(row.total, row.currency) : QString();
    case SpokenRole:
        return tr("%1: %2, %3 percent")
            .arg(categoryTitle(row.category), moneyText(row.sum, row.currency),
                QLocale().toString(qRound(100 * share)));
    default:
        return {};
    }
}

QHash<int, QByteArray> SpendingViewModel::roleNames() const
{
    return { { TitleRole, "title" }, { HueRole, "hue" }, { AmountRole, "amount" }, { ShareRole, "share" },
        { TotalRole, "total" }, { SpokenRole, "spoken" } };
}

} // namespace larder::app
