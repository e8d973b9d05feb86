// The transport over a WebSocket: binary messages, none larger than kDownMessageBytes.
//
// The server mostly says its reason in a `denied` before it closes; the close code counts where nothing was
// said. Lives on the thread it was made on.
#pragma once

#include "core/sync/transport.h"

class QWebSocket;

namespace larder::sync {

class WebSocketTransport final : public Transport {
    Q_OBJECT

public:
    explicit WebSocketTransport(QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void open(const QUrl &url) override;
    void close() override;
    void send(const QByteArray &message) override;

private:
    void lose(Code code, const QString &detail);
    void drop();

    QWebSocket *m_socket = nullptr; // a child; null when closed
};

} // namespace larder::sync
