// A WebSocket client without manners: it says exactly the bytes it is told to, and reads only when told to.
#pragma once

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <optional>

namespace larder::test {

class RawWebSocket {
public:
    enum class Opcode : quint8 { Continuation = 0, Binary = 2, Close = 8, Ping = 9 };
    enum class Part : quint8 { More = 0, Last = 0x80 };
    static constexpr quint32 kHere = 0x7F00'0001; // 127.0.0.1
    static constexpr quint32 kNeighbour = 0x7F00'0002; // another host, as far as the server can tell

    RawWebSocket() = default;
    ~RawWebSocket();
    Q_DISABLE_COPY_MOVE(RawWebSocket)

    // Blocks, as all but readAll() does. With a receive buffer of that many bytes in the system, so that it
    // fills.
    bool connectTo(quint16 port, int receiveBuffer = 0, quint32 from = kHere);
    // Up to the end of the server's answer to the upgrade.
    bool upgrade();
    // False when the server does not take it: it hung up, or reads no more.
    bool write(const QByteArray &bytes);
    bool send(Opcode opcode, const QByteArray &payload) { return write(frame(opcode, payload)); }
    static QByteArray frame(Opcode opcode, const QByteArray &payload, Part part = Part::Last);
    // Takes the next message off, whatever it says.
    bool skipMessage();
    // With what code the server closes, while all else it says is thrown away. 0 when it hangs up without a
    // word.
    std::optional<int> closeCode();
    // Whether it hangs up, as a server of HTTP does; all it says is thrown away.
    bool isHungUpOn();
    // Whether the server has hung up, once nothing is left to read.
    bool isHungUp() const;

    // From now on everything is read, by the event loop; each message is given to `hear`.
    void readAll(std::function<void(const QByteArray &message)> hear);

private:
    void read();
    struct Frame {
        qsizetype size = 0; // with its head
        Opcode opcode {};
        QByteArray payload;
    };
    // The first of what is unread, if all of it is there. Of a server: unmasked, and here never in fragments.
    std::optional<Frame> nextFrame() const;
    // Takes frames off up to one of that kind. Nothing when the server hung up (`hungUp`), or says no more.
    std::optional<Frame> skipTo(Opcode opcode, bool &hungUp);

    int m_descriptor = -1; // until readAll()
    QTcpSocket m_socket;
    QByteArray m_unread;
    std::function<void(const QByteArray &)> m_hear;
};

} // namespace larder::test
