#include "app/instance/instance_client.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QTest>

#include <functional>
#include <future>
#include <thread>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = InstanceReply::State;

namespace {

// The process that has the lists, on a thread of its own because asking blocks.
class Owner {
public:
    Owner(const QString &socket, std::function<void(QLocalSocket &)> serve)
        : m_thread([this, socket, serve = std::move(serve)] {
            QLocalServer server;
            m_listens.set_value(server.listen(socket));
            if (server.waitForNewConnection(60'000)) {
                QLocalSocket *peer = server.nextPendingConnection();
                while (!peer->canReadLine() && peer->waitForReadyRead(60'000)) { }
                serve(*peer);
                peer->waitForBytesWritten(60'000);
                delete peer;
            }
        })
    {
        if (!m_listens.get_future().get()) {
            qFatal("can't listen");
        }
    }
    ~Owner() { m_thread.join(); }
    Q_DISABLE_COPY_MOVE(Owner)

private:
    std::promise<bool> m_listens;
    std::thread m_thread;
};

} // namespace

class InstanceClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsAskedAnswers()
    {
        const Owner owner(socket(), [](QLocalSocket &peer) {
            peer.write(encodeTaken() + encodeAnswer({ Exit::Ambiguous, { { u"x"_s, 1 } } }));
        });
        const InstanceReply reply = ask();
        QCOMPARE(int(reply.state), int(State::Answered));
        QVERIFY(reply.answer == (CommandAnswer { Exit::Ambiguous, { { u"x"_s, 1 } } }));
    }

    void whereNobodyListensTheNextIsAsked()
    {
        QCOMPARE(int(ask().state), int(State::Nobody));
        const Owner owner(socket(), [](QLocalSocket &peer) { peer.write(encodeAnswer({})); });
        QCOMPARE(int(askInstance({ m_folder.filePath(u"nobody"_s), socket() }, Activation {},
                     { .taking = 60s, .answering = 60s })
                         .state),
            int(State::Answered));
    }

    void whoLeavesBeforeTakingItDidNothing()
    {
        const Owner owner(socket(), [](QLocalSocket &peer) { peer.abort(); });
        QCOMPARE(int(ask().state), int(State::Nobody));
    }

    void whoLeavesAfterTakingItMayHaveDoneIt()
    {
        const Owner owner(socket(), [](QLocalSocket &peer) { peer.write(encodeTaken()); });
        QCOMPARE(int(ask().state), int(State::Silent));
    }

    void nonsenseIsNoAnswer()
    {
        const Owner owner(
            socket(), [](QLocalSocket &peer) { peer.write(encodeTaken() + "{\"exit\":99}\n"); });
        QCOMPARE(int(ask().state), int(State::Silent));
    }

    void whoSaysNothingIsNotWaitedForWithoutEnd()
    {
        std::promise<void> over;
        const Owner owner(socket(), [&](QLocalSocket &) { over.get_future().wait(); });
        const InstanceReply reply
            = askInstance({ socket() }, Activation {}, { .taking = 500ms, .answering = 60s });
        QCOMPARE(int(reply.state), int(State::Silent)); // it is there, so it may yet take it
        over.set_value();
    }

    void anAnswerWithoutEndIsGivenUp()
    {
        const Owner owner(socket(), [](QLocalSocket &peer) {
            peer.write(encodeTaken() + QByteArray(100'000, 'x'));
            while (peer.waitForBytesWritten(60'000)) { }
            peer.waitForDisconnected(60'000);
        });
        const InstanceReply reply = askInstance(
            { socket() }, Activation {}, { .taking = 60s, .answering = 600s, .answerBytes = 50'000 });
        QCOMPARE(int(reply.state), int(State::Silent));
    }

private:
    QString socket() const { return m_folder.filePath(u"socket"_s); }
    InstanceReply ask() const
    {
        return askInstance({ socket() }, Activation {}, { .taking = 60s, .answering = 60s });
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(InstanceClientTest)
#include "instance_client_test.moc"
