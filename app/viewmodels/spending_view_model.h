// Where the money of a list goes: by category, of what stands on it or of what was bought in a while.
//
// Each currency is added up alone, the list's own first, and the largest sum of it leads. What has no price
// is not counted, and its number is said. It reads only while it is shown. Lives on the UI thread; owned by
// ListViewModel.
#pragma once

#include "core/clock.h"
#include "core/replica/replica_client.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QDate>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace larder::app {

class SpendingViewModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a ListViewModel")
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged)
    Q_PROPERTY(int span READ span WRITE setSpan NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString unpriced READ unpriced NOTIFY changed)

public:
    enum Span { OnList, ThisMonth, LastMonth, ThisYear };
    Q_ENUM(Span)
    enum Role {
        TitleRole = Qt::UserRole + 1,
        HueRole,
        AmountRole,
        ShareRole, // of all in its currency, 0 to 1
        TotalRole, // of its currency, at the first of it; else empty
        SpokenRole,
    };

    SpendingViewModel(const replica::ReplicaClient &replica, const Clock &clock, QObject *parent);

    void show(model::SpaceId list);
    bool isShown() const { return m_shown; }
    void setShown(bool shown);
    int span() const { return m_span; }
    void setSpan(int span);
    int count() const { return int(m_rows.size()); }
    // "3 things without a price are not counted"; empty when all have one.
    QString unpriced() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void shownChanged();
    void changed();

private:
    struct Row {
        QString currency;
        QString category;
        qint64 sum = 0; // minor units
        qint64 total = 0; // of the currency
        bool first = false; // of it
    };
    class Sums;

    void read();
    void addItems(Sums &sums) const;
    void addPurchases(Sums &sums) const;
    // The days of the span, the last one not included.
    std::pair<QDate, QDate> days() const;

    const replica::ReplicaClient &m_replica;
    const Clock &m_clock;
    model::SpaceId m_list;
    std::vector<Row> m_rows;
    int m_unpriced = 0;
    int m_span = OnList;
    bool m_shown = false;
};

} // namespace larder::app
