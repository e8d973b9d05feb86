// The replica thread and all that lives on it: the replica, the account's session, the sync client and
// the photos' way to the server and back.
//
// The database is opened there, while the window is being prepared here; open() waits for it, once. From then
// on nothing here waits for that thread: ask() sends it work, signals bring values back. Made and destroyed
// on the UI thread, after whatever was connected to it is gone.
#pragma once

#include "app/photos/photo_traffic.h"
#include "core/model/stamp.h"
#include "core/replica/replica.h"
#include "core/sync/file_token_store.h"
#include "core/sync/session.h"
#include "core/sync/sync_client.h"
#include "core/sync/web_socket_transport.h"

#include <QtCore/QFuture>
#include <QtCore/QThread>

#include <memory>

namespace larder::app {

class SyncThread final {
public:
    struct Files {
        QString database;
        QString tokens;
        QString photos;
    };

    // Starts opening the database; `clock`, `random` and `stamps` outlive it.
    SyncThread(const Files &files, const Clock &clock, Random &random, model::StampClock &stamps);
    // Ends the thread after everything that it was asked before.
    ~SyncThread();
    Q_DISABLE_COPY_MOVE(SyncThread)

    // Waits until the database is open; what stopped that is what Replica::open() says. Only then the others
    // may be used.
    Result<void> open();
    replica::Replica &replica() const { return *m_parts->replica; }
    sync::Session &session() const { return m_parts->session; }
    sync::SyncClient &sync() const { return m_parts->sync; }
    PhotoTraffic &photos() const { return m_parts->photos; }
    // Takes up the session of the last run, and with it synchronisation.
    void start();

    // Runs on the replica thread, after all that was asked before.
    template<typename Work> void ask(Work work)
    {
        QMetaObject::invokeMethod(&m_context, std::move(work), Qt::QueuedConnection);
    }

private:
    struct Parts {
        Parts(
            std::unique_ptr<replica::Replica> opened, const Files &files, const Clock &clock, Random &random);

        std::unique_ptr<replica::Replica> replica;
        EventLoopTimers timers;
        sync::FileTokenStore tokens;
        sync::Session session;
        sync::WebSocketTransport transport;
        sync::SyncClient sync;
        PhotoTraffic photos;
    };

    QThread m_thread;
    QObject m_context; // lives on the thread, as do the parts
    std::unique_ptr<Parts> m_parts;
    QFuture<Result<void>> m_opened;
};

} // namespace larder::app
