// The page of one list: its head, its rows, and what one can do to them.
//
// Before the first list exists it stands for the one that is about to be: the page shows its name and takes
// the first item, and only then a list is made. So a first start needs no question, and signing in to an
// account that has lists brings no empty one along. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/viewmodels/item_rows.h"
#include "app/viewmodels/undo_stack.h"

#include <QtCore/QStringList>

namespace larder::app {

class ListViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(larder::app::ItemRows *rows READ rows CONSTANT)
    Q_PROPERTY(QString listId READ listId NOTIFY shownChanged)
    Q_PROPERTY(bool starting READ isStarting NOTIFY shownChanged)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged)
    Q_PROPERTY(QString name READ name NOTIFY headChanged)
    Q_PROPERTY(QString icon READ icon NOTIFY headChanged)
    Q_PROPERTY(int hue READ hue NOTIFY headChanged)
    Q_PROPERTY(bool editable READ isEditable NOTIFY headChanged)
    Q_PROPERTY(QStringList people READ people NOTIFY headChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY countsChanged)
    Q_PROPERTY(int checkedCount READ checkedCount NOTIFY countsChanged)
    Q_PROPERTY(qreal budgetUsed READ budgetUsed NOTIFY countsChanged)
    Q_PROPERTY(bool checkedShown READ isCheckedShown WRITE setCheckedShown NOTIFY checkedShownChanged)

public:
    ListViewModel(replica::ReplicaClient &replica, UndoStack &undo, Timers &timers, const Clock &clock,
        QObject *parent = nullptr);
    ~ListViewModel() override;

    // A null id shows the list that is about to be, under a name.
    void show(model::SpaceId space);
    void start(const QString &name, const QString &icon);

    ItemRows *rows() { return &m_rows; }
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
    int openCount() const { return m_rows.openCount(); }
    int checkedCount() const { return m_rows.checkedCount(); }
    // Of the budget, 1 when all of it is spoken for; below 0 when there is none.
    qreal budgetUsed() const;
    QString currency() const;
    // The category that this list last had an item of that name in; empty when it never had one.
    QString categoryOf(const QString &name) const;
    bool isCheckedShown() const { return m_checkedShown; }
    void setCheckedShown(bool shown);

    // Adds an item and returns its id; null when it can't be kept, which the person is told.
    model::RecordId add(std::vector<replica::ReplicaClient::Field> fields);
    Q_INVOKABLE void toggle(const QString &itemId);
    Q_INVOKABLE void remove(const QString &itemId);
    Q_INVOKABLE void clearChecked();
    Q_INVOKABLE int rowOf(const QString &itemId) const;
    Q_INVOKABLE void rename(const QString &name, const QString &icon, int hue);

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
    // Tells the person why it could not be done, or takes note of how to take it back.
    bool note(UndoStep::Kind kind, const QString &name, Result<Changes> changes);
    void onLoaded(model::SpaceId space);
    void onRowsChanged(
        model::SpaceId space, model::Kind kind, const std::vector<model::RecordId> &ids, bool remote);

    replica::ReplicaClient &m_replica;
    UndoStack &m_undo;
    ItemWrites m_writes;
    ItemRows m_rows;
    model::SpaceId m_space;
    QString m_startName;
    QString m_startIcon;
    bool m_checkedShown = false;
};

} // namespace larder::app
