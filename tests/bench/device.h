// A device as the client program is one below its screen: a replica in a file of its own and a sync client
// over a real socket. Lives on the main thread, like all of the benchmark.
#pragma once

#include "core/random.h"
#include "core/replica/replica.h"
#include "core/sync/sync_client.h"
#include "core/sync/web_socket_transport.h"
#include "tests/bench/moment.h"

#include <QtCore/QTemporaryDir>

namespace larder::bench {

// Signed in from the first moment, with a token that outlives the run.
class SignedIn final : public sync::TokenSource {
    Q_OBJECT

public:
    SignedIn(model::UserId user, quint16 syncPort);

    model::UserId user() const override { return m_user; }
    QString accessToken() const override { return m_token; }
    QUrl syncUrl() const override { return m_url; }
    std::chrono::milliseconds renewalDueIn() const override { return std::chrono::hours(1); }
    void obtain(Address address) override;
    void renew() override;
    void setClockOffset(Micros) override { }
    void signOut() override { }
    void refuse(Code code) override;

private:
    model::UserId m_user;
    QString m_token;
    QUrl m_url;
};

class Device {
public:
    // `file`: where its replica is, to be used after it; else it is gone with the device.
    Device(model::UserId user, quint16 syncPort, const QString &file = {});
    Q_DISABLE_COPY_MOVE(Device)

    // Turns the event loop until `done`; aborts when that takes minutes.
    void runUntil(const std::function<bool()> &done);
    bool isLive() const;
    void setOffline(bool offline);
    // All of the list is held up to `version`.
    bool has(model::SpaceId list, qint64 version) const;
    int queued() const { return m_replica->queueState().queued; }
    void makeList(quint32 list);
    // As a person does offline: each in a record of its own.
    void writeItems(quint32 list, int count);
    // When the socket of the newest connection was open, and its hello left.
    Moment helloAt() const { return m_helloAt; }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    EventLoopTimers m_timers;
    model::StampClock m_stamps;
    SignedIn m_tokens;
    sync::WebSocketTransport m_transport;
    std::unique_ptr<replica::Replica> m_replica;
    std::unique_ptr<sync::SyncClient> m_client;
    Moment m_helloAt;
    quint32 m_written = 0;
};

} // namespace larder::bench
