// An HTTP/1.1 client for tests, which can also be rude: it sends the bytes it is told to, as slowly as it is
// told to.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtNetwork/QTcpSocket>

namespace larder::test {

struct HttpAnswer {
    int status = 0; // 0: the connection ended without an answer
    QHash<QByteArray, QByteArray> headers; // by lower-case name
    QByteArray body;

    QJsonObject json() const;
    QString code() const; // of a problem document
};

class HttpClient {
public:
    explicit HttpClient(quint16 port);

    // What was asked, as bytes.
    static QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
        const QList<std::pair<QByteArray, QByteArray>> &headers = {});

    void send(const QByteArray &bytes);
    // The next answer; interim ones (100) are skipped.
    HttpAnswer receive(std::chrono::milliseconds patience = std::chrono::seconds(20));
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
        const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    // Whether the other side hangs up in time.
    bool isHungUp(std::chrono::milliseconds patience = std::chrono::seconds(20));

    QTcpSocket &socket() { return m_socket; }

private:
    bool readMore(std::chrono::milliseconds patience);

    QTcpSocket m_socket;
    QByteArray m_arrived;
};

} // namespace larder::test
