#include "tests/support/scripted_http.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QTcpSocket>

namespace larder::test {

using namespace Qt::StringLiterals;

ScriptedHttp::ScriptedHttp()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, &ScriptedHttp::serve);
}

QUrl ScriptedHttp::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

void ScriptedHttp::serve()
{
    QTcpSocket *socket = nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        const QByteArray all = socket->peek(socket->bytesAvailable());
        const qsizetype headEnd = all.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        ScriptedRequest request;
        qsizetype length = 0;
        const auto lines = all.first(headEnd).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith("content-length:")) {
                length = line.mid(15).trimmed().toInt();
            } else if (line.toLower().startsWith("authorization:")) {
                request.authorization = line.mid(14).trimmed();
            }
        }
        if (all.size() < headEnd + 4 + length) {
            return;
        }
        const auto first = lines.first().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        request.body = QJsonDocument::fromJson(all.mid(headEnd + 4, length)).object();
        socket->readAll();
        requests.push_back(request);
        const ScriptedAnswer reply
            = answer ? answer(request) : ScriptedAnswer { 404, {}, {}, ScriptedAnswer::Way::Answer };
        if (reply.way == ScriptedAnswer::Way::HangUp) {
            socket->abort();
        } else if (reply.way == ScriptedAnswer::Way::Answer) {
            socket->write("HTTP/1.1 " + QByteArray::number(reply.status)
                + " X\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n" + reply.headers
                + "\r\n" + reply.body.chopped(reply.withheld));
        }
    });
}

ScriptedAnswer json(const QJsonObject &object, int status)
{
    return { status, QJsonDocument(object).toJson(), "Content-Type: application/json\r\n",
        ScriptedAnswer::Way::Answer };
}

ScriptedAnswer problem(int status, const QString &code)
{
    ScriptedAnswer answer = json({ { "code"_L1, code }, { "status"_L1, status } }, status);
    answer.headers = "Content-Type: application/problem+json\r\n";
    return answer;
}

} // namespace larder::test
