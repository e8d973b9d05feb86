#include "app/instance/instance_client.h"

#include <QtCore/QDeadlineTimer>
#include <QtNetwork/QLocalSocket>

namespace larder::app {

using State = InstanceReply::State;

// A line that has come whole; null when there is none in time.
static QByteArray readLine(
    QLocalSocket &socket, QByteArray &received, const QDeadlineTimer &until, qint64 longest)
{
    qsizetype looked = 0;
    for (;;) {
        const qsizetype end = received.indexOf('\n', looked);
        if (end >= 0) {
            QByteArray line = received.left(end);
            received.remove(0, end + 1);
            return line;
        }
        looked = received.size();
        if (looked > longest) {
            return {};
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(int(until.remainingTime()))) {
            return {};
        }
        received += socket.readAll();
    }
}

static InstanceReply askOne(
    const QString &path, const InstanceRequest &request, const InstancePatience &patience)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    const QDeadlineTimer takenBy(patience.taking);
    if (!socket.waitForConnected(int(takenBy.remainingTime()))) {
        return { State::Nobody, {} };
    }
    socket.write(encodeRequest(request));
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(int(takenBy.remainingTime()))) {
            return { State::Nobody, {} }; // no line that lacks its end is taken
        }
    }
    QByteArray received;
    QByteArray line = readLine(socket, received, takenBy, patience.answerBytes);
    if (line.isNull()) {
        // A process that is there and says nothing may yet take it.
        const bool gone = socket.state() != QLocalSocket::ConnectedState;
        return { gone ? State::Nobody : State::Silent, {} };
    }
    if (isTaken(line)) {
        line = readLine(socket, received, QDeadlineTimer(patience.answering), patience.answerBytes);
    }
    const auto answer = decodeAnswer(line);
    return answer ? InstanceReply { State::Answered, *answer } : InstanceReply { State::Silent, {} };
}

InstanceReply askInstance(
    const QStringList &sockets, const InstanceRequest &request, const InstancePatience &patience)
{
    for (const QString &socket : sockets) {
        InstanceReply reply = askOne(socket, request, patience);
        if (reply.state != State::Nobody) {
            return reply;
        }
    }
    return { State::Nobody, {} };
}

} // namespace larder::app
