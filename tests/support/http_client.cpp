#include "tests/support/http_client.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace larder::test {

using namespace Qt::StringLiterals;

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString HttpAnswer::code() const
{
    return json().value("code"_L1).toString();
}

HttpClient::HttpClient(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    const bool decided = QTest::qWaitFor(
        [this] {
            return m_socket.state() == QAbstractSocket::ConnectedState
                || m_socket.state() == QAbstractSocket::UnconnectedState;
        },
        20'000);
    if (!decided) {
        qFatal("port %d does not answer", int(port));
    }
}

QByteArray HttpClient::request(const QByteArray &method, const QByteArray &path, const QByteArray &body,
    const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto &[name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    if (!body.isNull()) {
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n";
    }
    return bytes + "\r\n" + body;
}

void HttpClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

// The server may live in this very thread, so the event loop runs meanwhile.
bool HttpClient::readMore(std::chrono::milliseconds patience)
{
    const bool came = QTest::qWaitFor(
        [this] {
            return m_socket.bytesAvailable() > 0 || m_socket.state() == QAbstractSocket::UnconnectedState;
        },
        int(patience.count()));
    const QByteArray bytes = m_socket.readAll();
    m_arrived += bytes;
    return came && !bytes.isEmpty();
}

HttpAnswer HttpClient::receive(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    qsizetype headEnd = -1;
    while ((headEnd = m_arrived.indexOf("\r\n\r\n")) < 0) {
        if (!readMore(std::chrono::milliseconds(deadline.remainingTime()))) {
            return {};
        }
    }
    HttpAnswer answer;
    const QList<QByteArray> lines = m_arrived.first(headEnd).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    m_arrived.remove(0, headEnd + 4);
    if (answer.status == 100) {
        return receive(std::chrono::milliseconds(deadline.remainingTime()));
    }
    const qsizetype length = answer.headers.value("content-length").toLongLong();
    while (m_arrived.size() < length) {
        if (!readMore(std::chrono::milliseconds(deadline.remainingTime()))) {
            break;
        }
    }
    answer.body = m_arrived.first(std::min(length, m_arrived.size()));
    m_arrived.remove(0, answer.body.size());
    return answer;
}

HttpAnswer HttpClient::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
    const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    send(request(method, path, body, headers));
    return receive();
}

bool HttpClient::isHungUp(std::chrono::milliseconds patience)
{
    return QTest::qWaitFor(
        [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, int(patience.count()));
}

} // namespace larder::test
