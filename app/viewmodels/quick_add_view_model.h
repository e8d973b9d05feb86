// The small window with one line, for what comes to mind while doing something else: which list it adds to,
// and the same entry line as everywhere.
//
// The list is chosen apart from the one that the window shows, and stays chosen. While the small window is
// away nothing is watched for it. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/viewmodels/entry_view_model.h"
#include "app/viewmodels/list_view_model.h"
#include "app/viewmodels/lists_view_model.h"

namespace larder::app {

class QuickAddViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(larder::app::EntryViewModel *entry READ entry CONSTANT)
    Q_PROPERTY(QStringList lists READ lists NOTIFY changed)
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)

public:
    // `open` is the list of the window, which is the one to add to until another was chosen.
    QuickAddViewModel(replica::ReplicaClient &replica, Preferences &preferences, UndoStack &undo,
        Timers &timers, const Clock &clock, HouseholdMemory &memory, ListsViewModel &lists,
        const ListViewModel &open);

    // There is a list to add to, or one that the first item will make.
    bool isPossible() const;
    EntryViewModel *entry() { return &m_entry; }
    QStringList lists() const { return m_lists.namesOf(m_ids); }
    int chosen() const; // among them; -1: the list that is about to be
    QString name() const { return m_list.name(); }

    Q_INVOKABLE void begin();
    Q_INVOKABLE void choose(int list);
    // What was written and not added is forgotten.
    Q_INVOKABLE void end();

Q_SIGNALS:
    void changed();
    void added();

private:
    void read();

    Preferences &m_preferences;
    ListsViewModel &m_lists;
    const ListViewModel &m_open;
    ListViewModel m_list;
    EntryViewModel m_entry;
    QStringList m_ids; // of the lists that one may write to
    bool m_begun = false;
};

} // namespace larder::app
