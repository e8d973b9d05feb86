// One HTTP connection, between the network and Qt's parser.
//
// Everything that arrives goes to a RequestFramer; the parser is shown one whole, bounded request at a time
// and the next only after the answer to the last, so answers can't be swapped. Whoever breaks a bound, or is
// too slow, gets a problem document and is hung up on, without the parser ever hearing of it.
//
// Lives on the main thread. GuardedTcpServer makes it and sweeps it once a second; HttpServer answers through
// it.
#pragma once

#include "core/clock.h"
#include "server/api/request_framer.h"

#include <QtNetwork/QTcpSocket>

namespace larder::server {

class GuardedTcpServer;

class GuardedSocket final : public QTcpSocket {
    Q_OBJECT

public:
    explicit GuardedSocket(GuardedTcpServer &server);
    ~GuardedSocket() override;

    // The answer to the request that the parser was given. What the connection does next is in the request.
    void answer(const QByteArray &bytes);
    bool answersThenCloses() const { return !m_keepAlive; }

    // Answers a request that never came to be, and hangs up.
    void refuse(int status);
    // Hangs up now if nothing is being asked, else after the answer.
    void finish();
    // Hangs up on whoever took too long.
    void sweep(Micros now);

    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    enum class Phase : quint8 { Reading, Answering, Lingering };

    void takeIn();
    void release();
    void goOn();
    void linger();
    void enter(Phase phase);
    void account();

    GuardedTcpServer &m_server;
    RequestFramer m_framer;
    QByteArray m_released; // for the parser: the rest of one request
    QByteArray m_readAhead; // arrived while answering
    Phase m_phase = Phase::Reading;
    RequestFramer::State m_seen = RequestFramer::State::Between;
    bool m_keepAlive = true;
    bool m_fresh = true; // no request came yet
    Micros m_since; // when the phase, or the part of the request, began
    Micros m_wrote; // when the client last took some of our bytes
    qint64 m_accounted = 0;
};

} // namespace larder::server
