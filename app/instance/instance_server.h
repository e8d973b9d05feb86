// The ear of the process that has a database open: other processes of the same person hand it their commands
// and what a second start was given.
//
// Whoever makes one holds the database, so a socket that is there already is left over from a process that
// was killed. The folder of the socket is the person's alone; what comes is bounded and read strictly all the
// same. Lives on the UI thread.
#pragma once

#include "app/commands/command_runner.h"
#include "app/instance/activation.h"
#include "core/limits.h"

#include <QtNetwork/QLocalServer>

#include <map>

class QLocalSocket;

namespace larder::app {

struct InstanceLimits {
    int connections = limits::kInstanceConnections;
    int requestBytes = limits::kInstanceRequestBytes;
    std::chrono::milliseconds requestTime = limits::kInstanceRequestTime;
    std::chrono::milliseconds answerTime = limits::kInstanceAnswerTime;
};

class InstanceServer final : public QObject {
    Q_OBJECT

public:
    // Whether there is a window that can come to the front. A command that only waits for the server gives
    // way to one that is about to open: it ends, and lets go of the lists.
    enum class Window : quint8 { Shown, None, GivenWay };

    InstanceServer(CommandRunner &runner, Timers &timers, Window window, InstanceLimits bounds = {});
    ~InstanceServer() override;

    // Storage when the socket can't be made; the lists can be used all the same, but only here.
    Result<void> listen(const QString &socket);
    // Takes no more; what was taken is still answered.
    void stopListening() { m_server.close(); }

Q_SIGNALS:
    // A second start wants the window to come to the front, and what it was given to be opened.
    void activated(const larder::app::Activation &activation);
    // Of Window::GivenWay: a window wants to open.
    void askedToGiveWay();

private:
    struct Peer {
        QByteArray received;
        Timers::Id timeout = 0;
        quint64 run = 0; // of the runner, 0 before
        bool taken = false;
    };

    void welcome();
    void read(QLocalSocket *socket);
    void take(QLocalSocket *socket, const QByteArray &line);
    void activate(QLocalSocket *socket, const Activation &activation);
    void answer(QLocalSocket *socket, const CommandAnswer &answer);
    void drop(QLocalSocket *socket);

    CommandRunner &m_runner;
    Timers &m_timers;
    const Window m_window;
    const InstanceLimits m_bounds;
    QLocalServer m_server;
    std::map<QLocalSocket *, Peer> m_peers;
};

} // namespace larder::app
