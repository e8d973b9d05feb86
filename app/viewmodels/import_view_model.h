// Bringing in lists from a file, from what was pasted, or from another app: first as a preview, then for
// good.
//
// Reading and planning are done on another thread, since a file may have 10 MB; nothing is written before the
// person says so, and all of it is one step to undo. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/lists/import_writes.h"
#include "app/viewmodels/import_rows.h"
#include "app/viewmodels/undo_stack.h"

#include <QtCore/QFutureWatcher>
#include <QtQml/qqmlregistration.h>

namespace larder::app {

class HouseholdMemory;
class ListViewModel;

class ImportViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(larder::app::ImportRows *rows READ rows CONSTANT)
    Q_PROPERTY(QString source READ source NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QStringList targets READ targets NOTIFY changed)
    Q_PROPERTY(int target READ target WRITE setTarget NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)

public:
    enum Stage { Closed, Asking, Reading, Preview };
    Q_ENUM(Stage)
    enum Target { ThisList, OwnLists };
    Q_ENUM(Target)

    ImportViewModel(ListViewModel &list, replica::ReplicaClient &replica, HouseholdMemory &memory,
        UndoStack &undo, QObject *parent = nullptr);

    Stage stage() const { return m_stage; }
    ImportRows *rows() { return &m_rows; }
    // "shopping.csv, a table"
    QString source() const;
    // "27 new, 3 on the list already"
    QString summary() const;
    // Where it can go; one when there is no choice.
    QStringList targets() const;
    int target() const { return m_target; }
    void setTarget(int target);
    // What taking it is called: "Add 30 items"; empty when nothing is chosen.
    QString answer() const;
    // Why there is no preview; empty while there is no reason.
    QString refusal() const { return m_refusal; }

    // Asks where from.
    Q_INVOKABLE void ask();
    Q_INVOKABLE void chooseFile() { Q_EMIT fileAsked(); }
    Q_INVOKABLE void paste();
    Q_INVOKABLE void readUrl(const QUrl &url);
    void readFile(const QString &path);
    Q_INVOKABLE void readText(const QString &text);
    // There is no dialog on this system, or it can't be shown.
    void tellNoDialog();

    Q_INVOKABLE void take();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void fileAsked();
    // Lists were made; the first of them is to be shown.
    void listMade(const QString &listId);

private:
    struct Found {
        std::shared_ptr<const exchange::Import> import;
        ImportPlan plan;
        Target target = ThisList;
        QString refusal;
    };

    void setStage(Stage stage);
    void refuse(const QString &sentence);
    // Reads and plans on another thread; a target that nobody chose is the likelier one.
    void start(std::function<Found()> read, const QString &source);
    void takeFound();
    std::function<ImportPlan(const exchange::Import &, Target)> planner() const;
    std::vector<ItemThere> listed() const;
    bool canGoToList() const;

    ListViewModel &m_list;
    replica::ReplicaClient &m_replica;
    HouseholdMemory &m_memory;
    UndoStack &m_undo;
    ImportRows m_rows;
    Stage m_stage = Closed;
    QString m_source; // the file's name; empty: what was pasted
    QString m_refusal;
    std::shared_ptr<const exchange::Import> m_import;
    int m_target = ThisList;
    QFutureWatcher<Found> m_reading;
};

} // namespace larder::app
