// What one did in this session, to be taken back: by Ctrl+Z as far as one likes, and for a few seconds from
// the bars at the foot of the page, which are this model's rows.
//
// Taking back is a write like any other, of the values that were there before; so it works offline, and it
// reaches the other devices. It leaves alone what somebody wrote since: a field is only taken back while what
// the step wrote still stands there. Checks in a row share one bar; what can't wait for it (a note that
// something could not be kept) shows as a bar without Undo. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/lists/item_writes.h"
#include "core/clock.h"
#include "core/replica/replica_client.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <vector>

namespace larder::app {

struct UndoStep {
    enum class Kind : quint8 { Added, Edited, Checked, Unchecked, Deleted, Moved, Copied, Merged, Imported };

    Kind kind = Kind::Edited;
    QString name = {}; // of what it was done to
    Changes changes = {};
    int things = 0; // that it was done to; 0: as many as there are changes, purchases aside
    QString where = {}; // the list that they went to
};

class UndoStack final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY depthChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY depthChanged)

public:
    enum Role { BarIdRole = Qt::UserRole + 1, SentenceRole, UndoableRole };

    UndoStack(replica::ReplicaClient &replica, Timers &timers, QObject *parent = nullptr);
    ~UndoStack() override;

    // Takes note of a step; those of which one wants to be told get a bar.
    void push(UndoStep step);
    // The step of a write, or a bar that says why there was none; false then.
    bool note(UndoStep::Kind kind, const QString &name, Result<Changes> changes);
    // A bar that only says something.
    void say(const QString &sentence);

    bool canUndo() const { return !m_steps.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    // Takes back what a bar speaks of, and closes it.
    Q_INVOKABLE void undoBar(int barId);
    Q_INVOKABLE void closeBar(int barId);
    // Nothing can be taken back any more: the lists are another account's, or nobody's.
    void forgetAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void depthChanged();

private:
    // A step with what stood in its fields when it was done, in the order of its registers.
    struct Held {
        int id = 0;
        UndoStep step;
        std::vector<model::Stamp> written;
    };
    struct InBar {
        int stepId = 0;
        int things = 0; // that it was done to
        QString name; // of the thing, when it is one
    };
    struct Bar {
        int id = 0;
        UndoStep::Kind kind = UndoStep::Kind::Edited;
        QString where;
        QString sentence; // of a bar without steps
        std::vector<InBar> steps;
        Timers::Id timer = 0;
    };

    void show(const Held &held);
    void append(Bar bar);
    void startTimer(Bar &bar);
    Held hold(UndoStep step);
    model::Stamp stampOf(const model::RecordKey &key, model::FieldNumber field) const;
    // Writes a step's values; what takes that back again, which is nothing when others wrote since.
    UndoStep perform(const Held &held);
    // The register that had the first stamp stands again, with the second.
    void follow(const model::RecordKey &key, model::FieldNumber field, model::Stamp from, model::Stamp to);
    void forgetInBars(int stepId);
    QString sentence(const Bar &bar) const;

    replica::ReplicaClient &m_replica;
    Timers &m_timers;
    std::deque<Held> m_steps;
    std::vector<Held> m_undone;
    std::vector<Bar> m_bars; // newest last
    int m_lastId = 0;
};

} // namespace larder::app
