// The rows of the list that is shown, as it is arranged: what is open, by default under the headers of its
// categories, then what is checked.
//
// Checking one of ten thousand items touches that one row; 300 ms later it glides to its new place in one
// move, so that a finger that hit the wrong row finds it where it was. Many changes at once (a catch-up) are
// taken in slices, so that no frame waits for them. Only another list resets the model; another arrangement
// comes between arranging() and arranged(), in which rows become others where they stand. Lives on the UI
// thread; owned by ListViewModel.
#pragma once

#include "app/viewmodels/item_row.h"
#include "app/viewmodels/item_selection.h"
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
    Q_PROPERTY(int found READ foundCount NOTIFY countsChanged)
    Q_PROPERTY(int foundChecked READ foundCheckedCount NOTIFY countsChanged)

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
        SelectedRole,
        PhotoRole,
    };

    ItemRows(replica::ReplicaClient &replica, const ItemSelection &selection, Timers &timers,
        const Clock &clock, QObject *parent = nullptr);
    ~ItemRows() override;

    // Shows another list, whose records are loaded or about to be.
    void show(model::SpaceId space);
    // Fills from the image; for a list that was just loaded.
    void fill();
    void take(const std::vector<model::RecordId> &ids, bool remote);
    // The list's own record changed: the currency of its prices may have.
    void readCurrency();
    void setCheckedShown(bool shown);
    // How the rows are looked at from now on.
    void arrange(Arrangement arrangement);
    const Arrangement &arrangement() const { return m_arrangement; }

    int openCount() const { return m_open; }
    int checkedCount() const { return m_checked; }
    // What the filter lets through; all when there is none.
    int foundCount() const { return m_found; }
    int foundCheckedCount() const { return m_checkedHeader.count; }
    // Minor units by currency, of all items that have a price.
    const std::map<QString, qint64> &totals() const { return m_totals; }
    // Where an item is now; -1 when it isn't shown.
    int rowOf(model::RecordId id) const;
    // Those that are shown from row to row, both included.
    std::vector<model::RecordId> itemsBetween(int from, int to) const;
    // Between which items of which category something stands that is put down before a row.
    struct Spot {
        QString category;
        std::vector<model::RecordId> others; // of the category, in their order
        qsizetype index = 0; // among them
    };
    // Nothing where no open item can stand, or while the rows are not in the order of the shop.
    std::optional<Spot> spotBefore(int row, model::RecordId moved) const;
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
    void arranging();
    // `another`: it is sorted or filtered in another way; else the same way leads to other places.
    void arranged(bool another);

private:
    struct Change {
        model::RecordId id;
        bool remote = false;
    };
    using Rows = std::unordered_map<model::RecordId, ItemRow>;

    model::RecordKey key(model::RecordId id) const { return { m_space, model::Kind::Item, id }; }
    void clear();
    void placeAll();
    void putInPlace(std::vector<const ItemRow *> order);
    void takeOne(const Change &change);
    void takeSlice();
    void takeManyNew(std::vector<ItemRow *> added);
    void update(ItemRow &row, const ItemRow &now);
    void remove(Rows::iterator row);
    void glide(model::RecordId id);
    std::optional<ItemRow> rowNow(model::RecordId id) const;
    void relocate(ItemRow &row, const ItemRow::Place &place);
    void touch(model::RecordId id, model::UserId by);
    void untouch(model::RecordId id);
    void count(const ItemRow &row, int sign);
    // Counts a placed row, and its header when it has one, which is returned when it has to appear, or
    // (sign < 0) to go.
    ItemRow *countPlaced(const ItemRow::Place &place, int sign);
    bool isStop(int row) const;
    bool isShown(const ItemRow::Place &place) const;
    int lowerBound(const ItemRow::Place &place) const;
    void insertAt(const ItemRow *row);
    void removeAt(const ItemRow *row);
    QString initialOf(model::UserId user) const;
    QString detailOf(const model::Record &record) const;
    QVariant headerData(const ItemRow &row, int role) const;

    replica::ReplicaClient &m_replica;
    const ItemSelection &m_selection;
    Timers &m_timers;
    const Clock &m_clock;
    model::SpaceId m_space;
    Arrangement m_arrangement;
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
    int m_found = 0;
    bool m_checkedShown = false;
    bool m_filled = false;
};

} // namespace larder::app
