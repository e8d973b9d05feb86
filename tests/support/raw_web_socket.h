// A WebSocket client without manners: it says exactly the bytes it is told to, and reads only when told to.
#pragma once

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace larder::test {

class RawWebSocket {
public:
    enum class Opcode : quint8 { Binary = 2, Close = 8, Ping = 9 };

    RawWebSocket() = default;
    ~RawWebSocket();
    Q_DISABLE_COPY_MOVE(RawWebSocket)

    // Blocks, as all but readAll() does. With a receive buffer of that many bytes in the system, so that it fills.
    bool connectTo(quint16 port, int receiveBuffer = 0);
    // Up to the end of the server's answer to the upgrade.
    bool upgrade();
    // False when the server does not take it: it hung up, or reads no more.
    bool write(const QByteArray &bytes);
    bool send(Opcode opcode, const QByteArray &payload) { return write(frame(opcode, payload)); }
    static QByteArray frame(Opcode opcode, const QByteArray &payload);
    // Whether the server has hung up, once nothing is left to read.
    bool isHungUp() const;

    // From now on everything is read, by the event loop; each message is given to `hear`.
    void readAll(std::function<void(const QByteArray &message)> hear);

private:
    void read();

    int m_descriptor = -1; // until readAll()
    QTcpSocket m_socket;
    QByteArray m_unread;
    std::function<void(const QByteArray &)> m_hear;
};

} // namespace larder::test
