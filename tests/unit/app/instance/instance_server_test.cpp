#include "app/instance/instance_server.h"

#include "app/instance/instance_address.h"
#include "app/instance/instance_messages.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/app/commands/command_home.h"

#include <QtCore/QJsonArray>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::CommandHome;
using Window = InstanceServer::Window;

namespace {

struct Served : CommandHome {
    explicit Served(Window window = Window::Shown, InstanceLimits bounds = {})
        : server(runner, manualTimers, window, bounds)
        , socket(*instanceSocket(
              canonicalDatabase(folder.filePath(u"larder.sqlite"_s)), { folder.filePath(u"s"_s) }))
    {
        if (!server.listen(socket)) {
            qFatal("can't listen");
        }
    }

    test::VirtualTime time;
    test::ManualTimers manualTimers { time };
    InstanceServer server;
    QString socket;
};

// Says what it is told to, and keeps what it hears until it is hung up on.
struct Peer : QLocalSocket {
    explicit Peer(const Served &served)
    {
        QObject::connect(this, &QLocalSocket::readyRead, this, [this] { heard += readAll(); });
        connectToServer(served.socket);
    }
    bool isGone() const { return state() == UnconnectedState; }
    QByteArrayList lines() const
    {
        QByteArrayList all = heard.split('\n');
        all.removeLast();
        return all;
    }
    int exit() const
    {
        const auto answer = decodeAnswer(lines().isEmpty() ? QByteArray() : lines().last());
        return answer ? int(answer->exit) : -1;
    }

    QByteArray heard;
};

} // namespace

class InstanceServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCommandIsTakenAndAnswered()
    {
        Served home;
        Peer peer(home);
        peer.write(encodeRequest(CommandHome::request({ u"add"_s, u"milk"_s })));
        QTRY_VERIFY(peer.isGone());
        QCOMPARE(peer.lines().size(), 2);
        QVERIFY(isTaken(peer.lines().first()));
        const auto answer = decodeAnswer(peer.lines().last());
        QVERIFY(answer);
        QCOMPARE(answer->json[u"added"_s][0][u"name"_s].toString(), u"milk"_s);
    }

    void aRequestMayComeInPieces()
    {
        Served home;
        Peer peer(home);
        const QByteArray request = encodeRequest(CommandHome::request({ u"add"_s, u"milk"_s }));
        for (const char byte : request) {
            peer.write(&byte, 1);
            peer.flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(peer.isGone());
        QCOMPARE(peer.lines().size(), 2);
    }

    void aSecondStartComesToTheWindow()
    {
        Served home;
        QSignalSpy activated(&home.server, &InstanceServer::activated);
        Peer peer(home);
        peer.write(encodeRequest(Activation { Activation::Kind::Prefill, {}, u"2 kg apples"_s }));
        QTRY_VERIFY(peer.isGone());
        QCOMPARE(peer.exit(), int(Exit::Done));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).value<Activation>().text, u"2 kg apples"_s);
        QCOMPARE(home.replica->unsavedCount(), 0); // nothing is written by a link
    }

    void withoutAWindowItSaysSo()
    {
        Served home(Window::None);
        Peer peer(home);
        peer.write(encodeRequest(Activation {}));
        QTRY_VERIFY(peer.isGone());
        QCOMPARE(peer.exit(), int(Exit::InUse));
    }

    void whoOnlyWaitsGivesWay()
    {
        Served home(Window::GivenWay);
        QSignalSpy asked(&home.server, &InstanceServer::askedToGiveWay);
        Peer peer(home);
        peer.write(encodeRequest(Activation {}));
        QTRY_COMPARE(asked.count(), 1);
        QTRY_VERIFY(peer.isGone());
        QVERIFY(peer.heard.isEmpty()); // who hears nothing tries again
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("exit");
        QTest::newRow("no JSON") << "GET / HTTP/1.1\r\n"_ba << int(Exit::Usage);
        QTest::newRow("empty") << "\n"_ba << int(Exit::Usage);
        QTest::newRow("no version") << "{\"activate\":{\"do\":\"raise\"}}\n"_ba << int(Exit::Usage);
        QTest::newRow("another version")
            << "{\"larder\":2,\"activate\":{\"do\":\"raise\"}}\n"_ba << int(Exit::InUse);
        QTest::newRow("no command") << "{\"larder\":1,\"run\":{\"command\":\"exec\"}}\n"_ba
                                    << int(Exit::Usage);
        QTest::newRow("a hostile link")
            << "{\"larder\":1,\"activate\":{\"do\":\"add\",\"text\":\"a\\nb\"}}\n"_ba << int(Exit::Usage);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, line);
        Served home;
        QSignalSpy activated(&home.server, &InstanceServer::activated);
        Peer peer(home);
        peer.write(line);
        QTRY_VERIFY(peer.isGone());
        QCOMPARE(peer.lines().size(), 1);
        QTEST(peer.exit(), "exit");
        QCOMPARE(activated.count(), 0);
    }

    void whoSendsTooMuchIsHungUpOn()
    {
        Served home(Window::Shown, { .requestBytes = 1'000 });
        Peer peer(home);
        peer.write(QByteArray(1'001, 'x'));
        QTRY_VERIFY(peer.isGone());
        QVERIFY(peer.heard.isEmpty());
    }

    void whoSaysNothingIsHungUpOn()
    {
        Served home;
        Peer peer(home);
        peer.write("{");
        QTRY_COMPARE(home.manualTimers.running(), 1);
        home.time.advance(limits::kInstanceRequestTime - 1ms);
        QCoreApplication::processEvents();
        QVERIFY(!peer.isGone());
        home.time.advance(1ms);
        QTRY_VERIFY(peer.isGone());
    }

    void noMoreAreHeardThanTheBound()
    {
        Served home(Window::Shown, { .connections = 2 });
        Peer first(home);
        Peer second(home);
        QTRY_COMPARE(home.manualTimers.running(), 2);
        Peer third(home);
        QTRY_VERIFY(third.isGone());
        first.disconnectFromServer();
        QTRY_COMPARE(home.manualTimers.running(), 1);
        Peer fourth(home);
        fourth.write(encodeRequest(CommandHome::request({ u"lists"_s })));
        QTRY_VERIFY(fourth.isGone());
        QCOMPARE(fourth.lines().size(), 2);
    }

    void whoDoesNotReadItsAnswerIsHungUpOn()
    {
        Served home;
        QCOMPARE(int(home.run({ u"add"_s, u"-"_s }, QByteArray("thing\n").repeated(5'000)).exit), 0);
        Peer peer(home);
        peer.setReadBufferSize(1); // so the rest stays where the server can't get rid of it
        peer.write(encodeRequest(CommandHome::request({ u"list"_s })));
        QTRY_VERIFY(!peer.heard.isEmpty());
        peer.blockSignals(true); // reads no more
        QTRY_VERIFY_WITH_TIMEOUT(home.runner.isIdle(), 60'000);
        QCOMPARE(home.manualTimers.running(), 1);
        home.time.advance(limits::kInstanceAnswerTime);
        QCOMPARE(home.manualTimers.running(), 0);
        peer.blockSignals(false);
        QTRY_VERIFY(peer.isGone());
    }

    void whoGoesAwayHarmsNothing()
    {
        Served home;
        {
            Peer peer(home);
            peer.write(encodeRequest(CommandHome::request({ u"add"_s, u"milk"_s })));
            QTRY_VERIFY(!peer.heard.isEmpty()); // it is taken
        }
        QTRY_VERIFY(home.runner.isIdle());
        QCOMPARE(home.run({ u"list"_s }).json[u"items"_s].toArray().size(), 1);
    }

    void whatAKilledProcessLeftIsNoHindrance()
    {
        Served home;
        const QString left = home.folder.filePath(u"s/left"_s);
        QFile file(left);
        QVERIFY(file.open(QIODevice::WriteOnly));
        InstanceServer server(home.runner, home.timers, Window::Shown);
        QVERIFY(server.listen(left));
    }

    void whoStopsListeningAnswersWhatItTook()
    {
        Served home;
        Peer peer(home);
        peer.write(encodeRequest(CommandHome::request({ u"add"_s, u"milk"_s })));
        QTRY_VERIFY(!peer.heard.isEmpty());
        home.server.stopListening();
        QTRY_VERIFY(peer.isGone());
        QCOMPARE(peer.lines().size(), 2);
        Peer late(home);
        QTRY_VERIFY(late.isGone());
    }
};

QTEST_GUILESS_MAIN(InstanceServerTest)
#include "instance_server_test.moc"
