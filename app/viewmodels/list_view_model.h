// The page of one list: its head, its rows, and what one can do to them.
//
// Before the first list exists it stands for the one that is about to be: the page shows its name and takes
// the first item, and only then a list is made. So a first start needs no question, and signing in to an
// account that has lists brings no empty one along. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/viewmodels/arrangement_view_model.h"
#include "app/viewmodels/bulk_view_model.h"
#include "app/viewmodels/cart.h"
#include "app/viewmodels/item_rows.h"
#include "app/viewmodels/shops_view_model.h"
#include "app/viewmodels/spending_view_model.h"
#include "app/viewmodels/undo_stack.h"

#include <QtCore/QStringList>

namespace larder::app {

class ListViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(larder::app::ItemRows *rows READ rows CONSTANT)
    Q_PROPERTY(larder::app::ArrangementViewModel *arrangement READ arrangement CONSTANT)
    Q_PROPERTY(larder::app::ShopsViewModel *shops READ shops CONSTANT)
    Q_PROPERTY(larder::app::BulkViewModel *bulk READ bulk CONSTANT)
    Q_PROPERTY(larder::app::SpendingViewModel *spending READ spending CONSTANT)
    Q_PROPERTY(QString listId READ listId NOTIFY shownChanged)
    Q_PROPERTY(bool starting READ isStarting NOTIFY shownChanged)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged)
    Q_PROPERTY(QString name READ name NOTIFY headChanged)
    Q_PROPERTY(QString icon READ icon NOTIFY headChanged)
    Q_PROPERTY(int hue READ hue NOTIFY headChanged)
    Q_PROPERTY(bool editable READ isEditable NOTIFY headChanged)
    Q_PROPERTY(QStringList people READ people NOTIFY headChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY countsChanged)
    Q_PROPERTY(QString cart READ cart NOTIFY countsChanged)
    Q_PROPERTY(int openCount READ openCount NOTIFY countsChanged)
    Q_PROPERTY(int checkedCount READ checkedCount NOTIFY countsChanged)
    // Of the things on the list, how many are checked.
    Q_PROPERTY(qreal progress READ progress NOTIFY countsChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY headChanged)
    Q_PROPERTY(QString usualCurrency READ usualCurrency CONSTANT)
    Q_PROPERTY(QString budget READ budget NOTIFY headChanged)
    Q_PROPERTY(qreal budgetUsed READ budgetUsed NOTIFY countsChanged)
    Q_PROPERTY(bool checkedShown READ isCheckedShown WRITE setCheckedShown NOTIFY checkedShownChanged)

public:
    ListViewModel(replica::ReplicaClient &replica, Preferences &preferences, UndoStack &undo, Timers &timers,
        const Clock &clock, QObject *parent = nullptr);
    ~ListViewModel() override;

    // A null id shows the list that is about to be, under a name.
    void show(model::SpaceId space);
    void start(const QString &name, const QString &icon);

    ItemRows *rows() { return &m_rows; }
    ArrangementViewModel *arrangement() { return &m_arrangement; }
    ShopsViewModel *shops() { return &m_shops; }
    BulkViewModel *bulk() { return &m_bulk; }
    SpendingViewModel *spending() { return &m_spending; }
    ItemWrites &writes() { return m_writes; }
    model::SpaceId space() const { return m_space; }
    QString listId() const { return m_space.isNull() ? QString() : m_space.toString(); }
    bool isStarting() const { return m_space.isNull(); }
    bool isLoaded() const;
    bool isDeleted() const;
    QString name() const;
    QString icon() const;
    int hue() const;
    bool isEditable() const;
    QStringList people() const;
    QString summary() const;
    // "3 in the cart · 12.30 €"; empty before anything is.
    QString cart() const;
    int openCount() const { return m_rows.openCount(); }
    int checkedCount() const { return m_rows.checkedCount(); }
    qreal progress() const;
    // Of the budget, 1 when all of it is spoken for; below 0 when there is none.
    qreal budgetUsed() const;
    QString currency() const;
    QString usualCurrency() const; // of where one is
    const model::Record *item(model::RecordId id) const;
    // Those that are not deleted.
    std::vector<const model::Record *> items() const;
    bool isCheckedShown() const { return m_checkedShown; }
    void setCheckedShown(bool shown);

    // The list that is shown, made if it was only about to be; null when it can't be, which the person is
    // told.
    model::SpaceId begin();
    // Adds an item and returns its id; null when it can't be kept, which the person is told.
    model::RecordId add(std::vector<replica::ReplicaClient::Field> fields);
    // An item that is there gets other values, and is to buy again when it was checked. What was bought today
    // stays bought.
    bool raise(model::RecordId item, std::vector<replica::ReplicaClient::Field> fields);
    // A tap or click: checks, or selects while something is selected, with Ctrl, or with Shift up to here.
    Q_INVOKABLE void tap(const QString &itemId);
    Q_INVOKABLE void toggle(const QString &itemId);
    Q_INVOKABLE void remove(const QString &itemId);
    // An open item is put down before a row, and belongs to the category that it then stands in.
    Q_INVOKABLE void dropBefore(const QString &itemId, int row);
    // One place up (-1) or down (1), for the keyboard.
    Q_INVOKABLE void shift(const QString &itemId, int by);
    Q_INVOKABLE int rowOf(const QString &itemId) const;
    Q_INVOKABLE void rename(const QString &name, const QString &icon, int hue);
    // The budget as it is written in a field, in the currency it is kept in.
    QString budget() const;
    // An empty text is no budget. False, and nothing is written, when it is no amount.
    Q_INVOKABLE bool setBudget(const QString &amount, const QString &currency);

Q_SIGNALS:
    void shownChanged();
    void loadedChanged();
    void headChanged();
    void countsChanged();
    void checkedShownChanged();
    void added(const QString &itemId);
    // The first item made a list.
    void started(larder::model::SpaceId space);

private:
    const model::Record *head() const;
    std::optional<model::RecordKey> itemKey(const QString &itemId) const;
    void dropGone(const std::vector<model::RecordId> &ids);
    void onLoaded(model::SpaceId space);
    void onRowsChanged(
        model::SpaceId space, model::Kind kind, const std::vector<model::RecordId> &ids, bool remote);

    replica::ReplicaClient &m_replica;
    UndoStack &m_undo;
    ItemWrites m_writes;
    ItemSelection m_selection;
    ItemRows m_rows;
    ShopsViewModel m_shops;
    ArrangementViewModel m_arrangement;
    BulkViewModel m_bulk;
    Cart m_cart;
    SpendingViewModel m_spending;
    model::SpaceId m_space;
    QString m_startName;
    QString m_startIcon;
    bool m_checkedShown = false;
};

} // namespace larder::app
