// One thing done to many items: to those that are selected, or, while none is, to the whole list.
//
// Each is one step to undo, however many items it touches. Lives on the UI thread; owned by ListViewModel.
#pragma once

#include "app/lists/item_writes.h"
#include "app/viewmodels/item_rows.h"
#include "app/viewmodels/shops_view_model.h"
#include "app/viewmodels/undo_stack.h"

#include <QtCore/QStringList>

namespace larder::app {

class BulkViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a ListViewModel")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool selecting READ isSelecting NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    BulkViewModel(replica::ReplicaClient &replica, ItemRows &rows, ItemSelection &selection, UndoStack &undo,
        ItemWrites &writes, const ShopsViewModel &shops, QObject *parent = nullptr);

    // Another list is shown.
    void show(model::SpaceId list);

    int count() const { return m_selection.count(); }
    bool isSelecting() const { return count() > 0; }
    QString summary() const;

    Q_INVOKABLE void toggle(const QString &itemId);
    // From what was selected last to here, as the rows stand.
    Q_INVOKABLE void selectTo(const QString &itemId);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clear();

    Q_INVOKABLE void setChecked(bool checked);
    Q_INVOKABLE void remove();
    // Deletes what is checked, whatever is selected.
    Q_INVOKABLE void clearChecked();
    // Titles of the categories in the order of the shop, and the one of none.
    Q_INVOKABLE QStringList categoryChoices() const;
    Q_INVOKABLE void setCategory(const QString &category);
    Q_INVOKABLE void moveTo(const QString &listId);
    Q_INVOKABLE void copyTo(const QString &listId);
    // To another list: one item, or with it all that are selected when it is one of those.
    Q_INVOKABLE void moveItemTo(const QString &itemId, const QString &listId);

Q_SIGNALS:
    void changed();

private:
    enum class Keep : quint8 { Original, CopyAlone };

    bool isEditable(model::SpaceId list) const;
    // In the order of the rows; those that are hidden come last.
    std::vector<model::RecordKey> meant() const;
    std::vector<model::RecordKey> all() const;
    // Writes to each that is still there, and makes one step of it all.
    template<typename Write>
    void forEach(UndoStep step, const std::vector<model::RecordKey> &items, Write write);
    void transfer(const std::vector<model::RecordKey> &items, const QString &listId, Keep keep);
    QString nameOf(model::SpaceId list) const;

    replica::ReplicaClient &m_replica;
    ItemRows &m_rows;
    ItemSelection &m_selection;
    UndoStack &m_undo;
    ItemWrites &m_writes;
    const ShopsViewModel &m_shops;
    model::SpaceId m_list;
    model::RecordId m_anchor; // selected last
};

} // namespace larder::app
