// What a person may know of synchronisation: the badge that is always there, and the page behind it with the
// queue, what the server refused, and what lost to somebody's later change.
//
// The sync client lives on the replica thread: its status comes in through setStatus() as a value, and what
// the person asks goes out as signals, which main.cpp connects. Lives on the UI thread; owned by
// AppViewModel.
#pragma once

#include "app/viewmodels/notice_rows.h"
#include "app/viewmodels/undo_stack.h"
#include "core/replica/replica_client.h"
#include "core/sync/sync_status.h"

#include <QtCore/QStringList>

namespace larder::app {

class SyncViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(Badge badge READ badge NOTIFY changed)
    Q_PROPERTY(bool attention READ wantsAttention NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(QString lastSync READ lastSync NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool signedOut READ isSignedOut NOTIFY changed)
    Q_PROPERTY(bool manualOffline READ isManualOffline NOTIFY changed)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed)
    Q_PROPERTY(larder::app::NoticeRows *repairs READ repairs CONSTANT)
    Q_PROPERTY(larder::app::NoticeRows *queue READ queue CONSTANT)
    Q_PROPERTY(QString olderQueued READ olderQueued NOTIFY changed)
    Q_PROPERTY(larder::app::NoticeRows *failures READ failures CONSTANT)
    Q_PROPERTY(QString olderFailures READ olderFailures NOTIFY changed)
    Q_PROPERTY(larder::app::NoticeRows *conflicts READ conflicts CONSTANT)

public:
    enum Badge {
        Done, // all of it is with the server
        Working, // catching up
        Waiting, // some changes are on their way
        Offline,
        Attention, // the session ended
        Local, // no account: everything is on this device
    };
    Q_ENUM(Badge)

    SyncViewModel(
        replica::ReplicaClient &replica, UndoStack &undo, const Clock &clock, QObject *parent = nullptr);

    Badge badge() const;
    // Something is to be decided: the session ended, a change was refused, a damaged file was set aside.
    bool wantsAttention() const;
    QString headline() const;
    QString reason() const;
    QString lastSync() const;
    // Changes that are to be sent; none while there is nowhere to send them.
    int waiting() const { return isSignedOut() && !m_status.reason ? 0 : m_queue.waiting(); }
    bool isSignedOut() const { return m_status.phase == sync::Phase::SignedOut; }
    bool isManualOffline() const { return m_status.manualOffline; }
    bool canRetry() const;
    NoticeRows *repairs() { return &m_repairs; }
    // The newest of what is to be sent; listed while the page is open, and while there is somewhere to send
    // it.
    NoticeRows *queue() { return &m_queueRows; }
    // How many more there are than are listed; empty when all are.
    QString olderQueued() const;
    NoticeRows *failures() { return &m_failures; }
    // How many more there were than are kept to be listed; empty when all are.
    QString olderFailures() const;
    NoticeRows *conflicts() { return &m_conflicts; }

    // The language is another: what was written in the old one is listed anew.
    void retranslate();
    // The page is looked at, or no longer.
    void setOpen(bool open);
    void setStatus(const larder::sync::SyncStatus &status);
    // Nobody asked for it, so it is said on whatever page one is.
    void tellSessionEnded(larder::Code code);
    // The file with the lists was found damaged, at the start or while running, and a new one begun.
    void tellSetAside(const larder::replica::OpenReport &report);

    Q_INVOKABLE void setManualOffline(bool offline);
    Q_INVOKABLE void retryNow();
    Q_INVOKABLE void dismissRepair(qint64 id);
    Q_INVOKABLE void retryFailure(qint64 id);
    Q_INVOKABLE void retryFailures();
    // What the refused change said, as text on the clipboard.
    Q_INVOKABLE void copyFailure(qint64 id);
    Q_INVOKABLE void copyFailures();
    Q_INVOKABLE void dismissFailure(qint64 id);
    Q_INVOKABLE void takeMine(qint64 id);
    Q_INVOKABLE void keepTheirs(qint64 id);

Q_SIGNALS:
    void changed();
    void manualOfflineAsked(bool offline);
    void retryAsked();

private:
    void onQueueChanged(const replica::QueueState &queue);
    void listQueue();
    void onQueueListed(const replica::QueueListing &listing);
    void onFailuresListed(const std::vector<replica::RefusedWrite> &failures);
    void onConflictsListed(const std::vector<replica::Conflict> &conflicts);
    QString nameOf(const model::RecordKey &key) const;
    QString nameOf(const protocol::Write &write) const;
    QString personIn(model::SpaceId space, model::UserId user) const;
    QString conflictSentence(const replica::Conflict &conflict) const;
    QString when(Micros at) const;

    replica::ReplicaClient &m_replica;
    UndoStack &m_undo;
    const Clock &m_clock;
    sync::SyncStatus m_status;
    replica::QueueState m_queue;
    std::vector<replica::RefusedWrite> m_refused;
    std::vector<replica::Conflict> m_held;
    bool m_open = false;
    enum class Asked : quint8 { No, Yes, Again } m_asked = Asked::No; // for the queue
    int m_olderQueued = 0;
    struct Repair {
        qint64 id = 0;
        replica::OpenReport report;
        Micros at {};
    };
    void listRepairs();
    std::vector<Repair> m_told; // what was set aside
    NoticeRows m_repairs;
    NoticeRows m_queueRows;
    NoticeRows m_failures;
    NoticeRows m_conflicts;
};

} // namespace larder::app
