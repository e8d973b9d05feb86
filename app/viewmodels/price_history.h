// What the household paid for a thing, read from the purchases of all its lists: when, where, how much, and
// the course of the price as a line to draw.
//
// Prices of one currency alone are compared: that of the list that is shown. The line follows the price of
// one unit where the amounts can be converted into each other, else the price as it was paid. Lives on the
// UI thread; owned by ItemViewModel.
#pragma once

#include "core/grocery/amounts.h"
#include "core/replica/replica_client.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QPointF>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace larder::app {

class PriceHistory final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to an ItemViewModel")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString byShop READ byShop NOTIFY changed)
    Q_PROPERTY(QList<QPointF> line READ line NOTIFY changed)

public:
    // What one says of a purchase besides its price: when, where and how much.
    enum Role { DetailsRole = Qt::UserRole + 1, PriceRole, PlainPriceRole };

    explicit PriceHistory(const replica::ReplicaClient &replica, QObject &owner);

    // Of a name, in a currency; empty: the prices that have none.
    void show(const QString &name, const QString &currency);

    int count() const { return int(m_paid.size()); }
    // "1.19 – 1.49 €, 5 times"; empty when nothing was paid.
    QString summary() const;
    // The last price in every shop, the lowest first: "Market 1.19 € · Corner shop 1.49 €"; empty when no
    // shop is known.
    QString byShop() const;
    // From the oldest on the left, both ways between 0 and 1; empty with less than two.
    QList<QPointF> line() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    struct Paid {
        Micros at {};
        QString shop; // its name
        qint64 price = 0; // minor units
        grocery::Amount amount;
    };

    static QString details(const Paid &paid);
    std::vector<double> prices() const;

    const replica::ReplicaClient &m_replica;
    QString m_currency;
    std::vector<Paid> m_paid; // newest first
};

} // namespace larder::app
