#include "core/sync/web_socket_transport.h"

#include "core/limits.h"
#include "core/protocol/close_code.h"

#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

using namespace larder;
using namespace larder::sync;
using namespace Qt::StringLiterals;

class WebSocketTransportTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_peer;
    std::unique_ptr<WebSocketTransport> m_transport;

    static std::unique_ptr<QWebSocketServer> listening()
    {
        auto server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
        if (!server->listen(QHostAddress::LocalHost)) {
            qFatal("can't listen");
        }
        return server;
    }
    void connectBoth()
    {
        QSignalSpy opened(m_transport.get(), &Transport::opened);
        m_transport->open(m_server->serverUrl());
        QVERIFY(opened.wait());
        QTRY_VERIFY(m_server->hasPendingConnections());
        m_peer.reset(m_server->nextPendingConnection());
    }

private Q_SLOTS:
    void init()
    {
        m_server = listening();
        m_transport = std::make_unique<WebSocketTransport>();
    }
    void cleanup()
    {
        m_transport.reset();
        m_peer.reset();
        m_server.reset();
    }

    void carriesWholeMessagesBothWays()
    {
        connectBoth();
        QSignalSpy there(m_peer.get(), &QWebSocket::binaryMessageReceived);
        QSignalSpy here(m_transport.get(), &Transport::received);
        m_transport->send("hello");
        QVERIFY(there.wait());
        QCOMPARE(there[0][0].toByteArray(), "hello");
        const QByteArray largest(limits::kDownMessageBytes, 'x');
        m_peer->sendBinaryMessage(largest);
        QTRY_COMPARE(here.size(), 1);
        QCOMPARE(here[0][0].toByteArray(), largest);
    }

    void takesNothingLargerThanItsBound()
    {
        connectBoth();
        QSignalSpy here(m_transport.get(), &Transport::received);
        QSignalSpy closed(m_transport.get(), &Transport::closed);
        m_peer->sendBinaryMessage(QByteArray(limits::kDownMessageBytes + 1, 'x'));
        QVERIFY(closed.wait());
        QVERIFY(here.isEmpty());
    }

    void takesNoTextMessage()
    {
        connectBoth();
        QSignalSpy closed(m_transport.get(), &Transport::closed);
        m_peer->sendTextMessage(u"hello"_s);
        QVERIFY(closed.wait());
        QCOMPARE(closed[0][0].value<Code>(), Code::Malformed);
    }

    void saysWhyTheServerClosed_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<Code>("code");
        QTest::newRow("token") << 4440 << Code::TokenExpired;
        QTest::newRow("rate") << 4429 << Code::RateLimited;
        QTest::newRow("going away") << 1001 << Code::Unavailable;
        QTest::newRow("normal") << 1000 << Code::Network;
        QTest::newRow("unknown") << 4999 << Code::Network;
    }

    void saysWhyTheServerClosed()
    {
        QFETCH(int, number);
        QFETCH(Code, code);
        connectBoth();
        QSignalSpy closed(m_transport.get(), &Transport::closed);
        m_peer->close(QWebSocketProtocol::CloseCode(number), u"because"_s);
        QVERIFY(closed.wait());
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<Code>(), code);
        QCOMPARE(closed[0][1].toString(), u"because"_s);
    }

    void saysOnceThatNobodyIsThere()
    {
        const QUrl url = m_server->serverUrl();
        m_server.reset();
        QSignalSpy closed(m_transport.get(), &Transport::closed);
        m_transport->open(url);
        QVERIFY(closed.wait());
        m_server = listening();
        connectBoth(); // and what the first socket had left to say would have been said
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<Code>(), Code::Network);
    }

    void saysOnceThatTheOtherSideIsNoWebSocket()
    {
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost));
        connect(&web, &QTcpServer::newConnection, &web, [&] {
            QTcpSocket *socket = web.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        QSignalSpy closed(m_transport.get(), &Transport::closed);
        m_transport->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(web.serverPort())));
        QVERIFY(closed.wait());
        connectBoth();
        QCOMPARE(closed.size(), 1);
    }

    void isSilentAfterItsOwnClose()
    {
        connectBoth();
        QSignalSpy closed(m_transport.get(), &Transport::closed);
        QSignalSpy here(m_transport.get(), &Transport::received);
        QSignalSpy gone(m_peer.get(), &QWebSocket::disconnected);
        m_peer->sendBinaryMessage("late");
        m_transport->close();
        m_transport->send("dropped");
        QVERIFY(gone.wait());
        QVERIFY(closed.isEmpty() && here.isEmpty());
    }

    void opensAnewFromItsOwnSignal()
    {
        connectBoth();
        connect(m_transport.get(), &Transport::closed, this,
            [this] { m_transport->open(m_server->serverUrl()); });
        QSignalSpy opened(m_transport.get(), &Transport::opened);
        m_peer->abort();
        QVERIFY(opened.wait());
    }
};

QTEST_GUILESS_MAIN(WebSocketTransportTest)
#include "web_socket_transport_test.moc"
