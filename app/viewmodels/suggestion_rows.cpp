#include "app/viewmodels/suggestion_rows.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/unit_text.h"

namespace larder::app {

using namespace Qt::StringLiterals;

SuggestionRows::SuggestionRows(QObject &owner)
    : QAbstractListModel(&owner)
{
}

void SuggestionRows::setCurrent(int row)
{
    const int bounded = std::clamp(row, -1, count() - 1);
    if (bounded != m_current) {
        m_current = bounded;
        Q_EMIT changed();
    }
}

const Offer *SuggestionRows::at(int row) const
{
    return row >= 0 && row < count() ? &m_offers[std::size_t(row)] : nullptr;
}

void SuggestionRows::show(std::vector<Offer> offers, int current)
{
    if (offers != m_offers) {
        beginResetModel();
        m_offers = std::move(offers);
        m_current = current;
        endResetModel();
        Q_EMIT changed();
    } else {
        setCurrent(current);
    }
}

int SuggestionRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SuggestionRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Offer &offer = m_offers[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return offer.name;
    case AmountRole:
        return amountText(offer.amount.quantity, offer.amount.unit);
    case DetailRole:
        return offer.detail;
    case HueRole:
        return categoryHue(offer.category);
    case IconRole:
        switch (offer.kind) {
        case Offer::Kind::Raise:
            return u"up"_s;
        case Offer::Kind::Again:
            return u"undo"_s;
        case Offer::Kind::Apart:
            return u"plus"_s;
        case Offer::Kind::Name:
            return offer.own ? u"history"_s : QString();
        }
        return {};
    default:
        return {};
    }
}

QHash<int, QByteArray> SuggestionRows::roleNames() const
{
    return { { NameRole, "name" }, { AmountRole, "amount" }, { DetailRole, "detail" }, { HueRole, "hue" },
        { IconRole, "face" } };
}

} // namespace larder::app
