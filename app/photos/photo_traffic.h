// Sends the photos that a server has still to get, and fetches those that it has and this device does not.
//
// One at a time, while the sync client is live. What the network stops is tried again when it is live the
// next time, or after ever longer pauses, and so is a photo that is not on the server yet; what the server
// refuses stays marked on the disk, is told once, and is offered again by the next start. What was fetched is
// kept only under the name that its bytes have. Lives on the replica thread, where the session is.
#pragma once

#include "app/photos/photo_files.h"
#include "core/clock.h"
#include "core/sync/rest_client.h"
#include "core/sync/session.h"

#include <set>

namespace larder::app {

class PhotoTraffic final : public QObject {
    Q_OBJECT

public:
    PhotoTraffic(sync::Session &session, const PhotoFiles &files, Timers &timers, QObject *parent = nullptr);
    ~PhotoTraffic() override;

    // Whether the server can be spoken to, as far as the sync client knows.
    void setLive(bool live);
    // Something was marked, or may go now.
    void work();
    void fetch(const larder::app::PhotoName &photo);

Q_SIGNALS:
    void sent(const larder::app::PhotoName &photo);
    void refused(const larder::app::PhotoName &photo, larder::Code code);
    void fetched(const QString &hash);

private:
    using Key = std::pair<model::SpaceId, QString>;

    QUrl urlOf(const PhotoName &photo) const;
    bool sendNext();
    bool fetchNext();
    void takeSent(const PhotoName &photo, const Result<QJsonObject> &answer);
    void takeFetched(const PhotoName &photo, const Result<QByteArray> &answer);
    void pause(const Key &key);

    sync::Session &m_session;
    PhotoFiles m_files;
    Timers &m_timers;
    sync::RestClient m_rest;
    std::set<Key> m_refused; // in this run
    std::set<Key> m_later; // of those to send or to fetch: after the pause, or when the server is live anew
    std::set<Key> m_wanted;
    Timers::Id m_pause = 0;
    int m_pauses = 0; // since anything went well
    bool m_live = false;
    bool m_busy = false;
};

} // namespace larder::app
