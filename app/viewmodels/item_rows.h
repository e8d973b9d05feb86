// The rows of the list that is shown: open items under the headers of their categories, then what is checked.
//
// Checking one of ten thousand items touches that one row; 300 ms later it glides to its new place in one
// move, so that a finger that hit the wrong row finds it where it was. Many changes at once (a catch-up) are
// taken in slices, so that no frame waits for them. Only another list resets the model. Lives on the UI
// thread; owned by ListViewModel.
#pragma once

#include "app/viewmodels/item_row.h"
#include "core/replica/replica_client.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <map>
#include <memory>
#include <unordered_map>

namespace larder::app {

class ItemRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a ListViewModel")

public:
    enum Kind { Item, CategoryHeader, CheckedHeader };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        ItemIdRole,
        NameRole,
        AmountRole,
        DetailRole,
        CheckedRole,
        HueRole,
        TouchedByRole,
        SpokenRole,
    };

    ItemRows(replica::ReplicaClient &replica, Timers &timers, const Clock &clock, QObject *parent = nullptr);
    ~ItemRows() override;

    // Shows another list, whose records are loaded or about to be.
    void show(model::SpaceId space);
    // Fills from the image; for a list that was just loaded.
    void fill();
    void take(const std::vector<model::RecordId> &ids, bool remote);
    // The list's own record changed: the currency of its prices may have.
    void readCurrency();
    void setCheckedShown(bool shown);

    int openCount() const { return m_open; }
    int checkedCount() const { return m_checked; }
    // Minor units by currency, of all items that have a price.
    const std::map<QString, qint64> &totals() const { return m_totals; }
    // Where an item is now; -1 when it isn't shown.
    int rowOf(model::RecordId id) const;
    // Where the keyboard comes to stand that goes to `row` in steps of `by` (1 or -1): no category's header,
    // at which there is nothing to do; -1 when there is nothing else.
    Q_INVOKABLE int stopAt(int row, int by) const;
    // Where it comes to stand when `row` goes away: behind it if it can, else before it; -1 when there is
    // nothing else.
    Q_INVOKABLE int neighbourOf(int row) const;
    // The next row that is still to buy, or else the one before; -1 when there is none but `row`.
    Q_INVOKABLE int nextToBuy(int row) const;
    bool isFilled() const { return m_filled; }
    bool isIdle() const { return m_backlog.empty() && m_gliding.empty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countsChanged();
    // Just before a row leaves its place for another, or (to < 0) for a section that is folded.
    void gliding(int from, int to);

private:
    struct Change {
        model::RecordId id;
        bool remote = false;
    };
    using Rows = std::unordered_map<model::RecordId, ItemRow>;

    model::RecordKey key(model::RecordId id) const { return { m_space, model::Kind::Item, id }; }
    void clear();
    void takeOne(const Change &change);
    void takeSlice();
    void takeManyNew(std::vector<ItemRow *> added);
    void update(ItemRow &row, const ItemRow &now);
    void remove(Rows::iterator row);
    void glide(model::RecordId id);
    void relocate(ItemRow &row, const ItemRow::Place &place);
    void touch(model::RecordId id, model::UserId by);
    void untouch(model::RecordId id);
    void count(const ItemRow &row, int sign);
    // Counts a placed row under its header, which is returned when it has to appear, or (sign < 0) to go.
    ItemRow *countPlaced(const ItemRow::Place &place, int sign);
    bool isStop(int row) const;
    bool isShown(const ItemRow::Place &place) const;
    int lowerBound(const ItemRow::Place &place) const;
    void insertAt(const ItemRow *row);
    void removeAt(const ItemRow *row);
    QString initialOf(model::UserId user) const;
    QVariant headerData(const ItemRow &row, int role) const;

    replica::ReplicaClient &m_replica;
    Timers &m_timers;
    const Clock &m_clock;
    model::SpaceId m_space;
    Rows m_rows;
    struct Header {
        ItemRow row;
        int count = 0;
    };
    std::unordered_map<QString, Header> m_headers; // by category
    Header m_checkedHeader;
    std::vector<const ItemRow *> m_order; // what is shown, by place
    std::deque<Change> m_backlog;
    std::unordered_map<model::RecordId, Timers::Id> m_gliding;
    std::unordered_map<model::RecordId, Timers::Id> m_touched;
    Timers::Id m_slice = 0;
    int m_filling = 0; // slices that were as small as a frame bears, since the backlog began
    QString m_currency; // the list's
    std::map<QString, qint64> m_totals;
    int m_open = 0;
    int m_checked = 0;
    bool m_checkedShown = false;
    bool m_filled = false;
};

} // namespace larder::app
