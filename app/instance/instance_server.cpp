#include "app/instance/instance_server.h"

#include "app/instance/instance_messages.h"

#include <QtNetwork/QLocalSocket>

namespace larder::app {

using namespace Qt::StringLiterals;

InstanceServer::InstanceServer(CommandRunner &runner, Timers &timers, Window window, InstanceLimits bounds)
    : m_runner(runner)
    , m_timers(timers)
    , m_window(window)
    , m_bounds(bounds)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceServer::welcome);
}

InstanceServer::~InstanceServer()
{
    m_server.close();
    while (!m_peers.empty()) {
        QLocalSocket *socket = m_peers.begin()->first;
        drop(socket);
        delete socket;
    }
}

Result<void> InstanceServer::listen(const QString &socket)
{
    QLocalServer::removeServer(socket);
    return m_server.listen(socket) ? Result<void>() : Failure(Code::Storage, m_server.errorString());
}

void InstanceServer::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (int(m_peers.size()) >= m_bounds.connections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        // One byte more than a line may have, so that a longer one shows.
        socket->setReadBufferSize(m_bounds.requestBytes + 1);
        Peer &peer = m_peers[socket];
        peer.timeout = m_timers.start(m_bounds.requestTime, [this, socket] { drop(socket); });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] { drop(socket); });
        read(socket);
    }
}

void InstanceServer::read(QLocalSocket *socket)
{
    const auto at = m_peers.find(socket);
    if (at == m_peers.end()) {
        return;
    }
    Peer &peer = at->second;
    if (peer.taken) {
        socket->readAll(); // one request a connection
        return;
    }
    const qsizetype begin = peer.received.size();
    peer.received += socket->read(m_bounds.requestBytes + 1 - begin);
    const qsizetype end = peer.received.indexOf('\n', begin);
    if (end >= 0 && end <= m_bounds.requestBytes) {
        const QByteArray line = peer.received.left(end);
        peer.received = {};
        peer.taken = true;
        m_timers.stop(peer.timeout);
        take(socket, line);
    } else if (peer.received.size() > m_bounds.requestBytes) {
        drop(socket);
    }
}

void InstanceServer::take(QLocalSocket *socket, const QByteArray &line)
{
    const auto request = decodeRequest(line);
    if (!request) {
        answer(socket,
            request.error().code == Code::UnsupportedVersion
                ? refusal(Exit::InUse,
                    u"The Larder that has your lists open is of another version. Close it, and try again."_s)
                : refusal(Exit::Usage, u"Larder did not understand what it was asked."_s));
        return;
    }
    if (const auto *activation = std::get_if<Activation>(&*request)) {
        activate(socket, *activation);
        return;
    }
    // It has left this process before anything is done: who asked and does not get it may ask again.
    socket->write(encodeTaken());
    socket->flush();
    const auto peer = m_peers.find(socket);
    if (peer != m_peers.end()) { // still there
        peer->second.run = m_runner.run(std::get<CommandRequest>(*request),
            [this, socket](const CommandAnswer &done) { answer(socket, done); });
    }
}

void InstanceServer::activate(QLocalSocket *socket, const Activation &activation)
{
    switch (m_window) {
    case Window::Shown:
        answer(socket, { Exit::Done, {} });
        Q_EMIT activated(activation);
        break;
    case Window::None:
        answer(socket,
            refusal(
                Exit::InUse, u"Your lists are open in a Larder without a window. End it, and try again."_s));
        break;
    case Window::GivenWay:
        drop(socket); // who gets no answer asks whoever comes next, or opens the lists itself
        Q_EMIT askedToGiveWay();
        break;
    }
}

void InstanceServer::answer(QLocalSocket *socket, const CommandAnswer &done)
{
    if (const auto at = m_peers.find(socket); at != m_peers.end()) {
        at->second.run = 0;
        at->second.timeout = m_timers.start(m_bounds.answerTime, [this, socket] { drop(socket); });
        socket->write(encodeAnswer(done));
        socket->flush();
        socket->disconnectFromServer(); // once it is sent; then drop() follows
    }
}

void InstanceServer::drop(QLocalSocket *socket)
{
    const auto at = m_peers.find(socket);
    if (at == m_peers.end()) {
        return;
    }
    m_timers.stop(at->second.timeout);
    m_runner.forget(at->second.run);
    m_peers.erase(at);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

} // namespace larder::app
