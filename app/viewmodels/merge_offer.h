// Offers to make one item of several that mean the same thing, as when two people added milk apart.
//
// The open items of the list that is shown are looked through on another thread when they have been quiet for
// a moment; what is offered is looked at again before it is done. Everybody who takes an offer keeps the same
// item and writes the same sum, so that two people who take it at once have merged once. What somebody wants
// apart stays so on this device. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/platform/preferences.h"
#include "app/viewmodels/undo_stack.h"
#include "core/clock.h"
#include "core/grocery/duplicates.h"
#include "core/replica/replica_client.h"

#include <QtCore/QFutureWatcher>
#include <QtQml/qqmlregistration.h>

namespace larder::app {

class HouseholdMemory;
class ListViewModel;

class MergeOffer final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(bool shown READ isShown NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)

public:
    MergeOffer(ListViewModel &list, replica::ReplicaClient &replica, HouseholdMemory &memory,
        Preferences &preferences, UndoStack &undo, Timers &timers, QObject *parent = nullptr);
    ~MergeOffer() override;

    bool isShown() const { return !m_offered.empty(); }
    // "Milk is here twice: 1 l and 500 ml."
    QString sentence() const;
    // "Make it 1.5 l"
    QString answer() const;

    Q_INVOKABLE void merge();
    Q_INVOKABLE void decline();
    // Somebody said that an item is to stand beside others of its name.
    void keepApart(const QString &itemId);

Q_SIGNALS:
    void changed();

private:
    using Groups = std::vector<std::vector<model::RecordId>>;

    void lookSoon();
    void look();
    void takeFound();
    void setOffered(std::vector<model::RecordId> items);
    // Those of the offer as they are now; empty when it no longer holds.
    std::vector<const model::Record *> items() const;
    std::optional<grocery::Amount> sum() const;

    ListViewModel &m_list;
    replica::ReplicaClient &m_replica;
    HouseholdMemory &m_memory;
    Preferences &m_preferences;
    UndoStack &m_undo;
    Timers &m_timers;
    Timers::Id m_timer = 0;
    QFutureWatcher<Groups> m_search;
    model::SpaceId m_searched; // the list that it looks through
    std::vector<model::RecordId> m_offered; // the smallest first, which is kept
};

} // namespace larder::app
