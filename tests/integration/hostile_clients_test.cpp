// What clients do on purpose to a real larderd: each costs itself at most, and larderd's memory stays where
// it was. The bounds themselves are tried with a clock that is turned by hand in guarded_server_test and
// gateway_limits_test.
#include "core/limits.h"
#include "core/protocol/close_code.h"
#include "core/protocol/codec.h"
#include "core/protocol/version.h"
#include "tests/support/larderd.h"
#include "tests/support/raw_web_socket.h"

#include <QtCore/QFile>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <algorithm>

#include <sys/resource.h>

using namespace larder;
using namespace Qt::StringLiterals;
using test::Larderd;
using test::RawWebSocket;
using Opcode = RawWebSocket::Opcode;
using Part = RawWebSocket::Part;

static constexpr qint64 kMegabyte = 1 << 20;

static std::optional<int> closed(Code code)
{
    return int(protocol::closeCode(code));
}

class HostileClientsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Larderd> m_larderd;
    Larderd::User m_eve;
    qint64 m_before = 0;

    QByteArray hello(const std::vector<protocol::Cursor> &cursors = {}) const
    {
        protocol::Hello hello;
        hello.version = protocol::kVersion;
        hello.token = QString::fromLatin1(m_eve.token);
        hello.device = { *model::Uuid::fromString(u"0190a0b0-c0d0-7000-8000-000000000001") };
        hello.cursors = cursors;
        return RawWebSocket::frame(Opcode::Binary, protocol::encode(protocol::Up(hello)));
    }
    // By how much its memory was larger than before the attack, at the worst moment.
    qint64 grownBy() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_larderd->pid()));
        if (!status.open(QIODevice::ReadOnly)) {
            qFatal("no %s", qPrintable(status.fileName()));
        }
        const QByteArray text = status.readAll();
        const qsizetype begin = text.indexOf("VmHWM:") + 6;
        return text.mid(begin, text.indexOf("kB", begin) - begin).trimmed().toLongLong() * 1024 - m_before;
    }
    // Whether somebody on another host gets through to both doors.
    bool othersAreServed() const
    {
        RawWebSocket socket;
        RawWebSocket http;
        return socket.connectTo(m_larderd->syncPort(), 0, RawWebSocket::kNeighbour) && socket.upgrade()
            && http.connectTo(m_larderd->httpPort(), 0, RawWebSocket::kNeighbour)
            && http.write("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            && http.isHungUpOn();
    }

private Q_SLOTS:
    void init()
    {
        m_larderd = std::make_unique<Larderd>();
        m_eve = m_larderd->registerUser("Eve");
        RawWebSocket warm; // what a first client costs is nobody's attack
        QVERIFY(warm.connectTo(m_larderd->syncPort()) && warm.upgrade() && warm.write(hello()));
        QVERIFY(othersAreServed());
        QFile worst(u"/proc/%1/clear_refs"_s.arg(m_larderd->pid()));
        QVERIFY(
            worst.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && worst.write("5") == 1); // begins anew
        m_before = m_larderd->residentBytes();
    }
    void cleanup() { m_larderd.reset(); }

    void aCrowdFromOneAddressLeavesRoomForOthers()
    {
        rlimit limit {};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
        const size_t crowd = std::min<size_t>(10'000, limit.rlim_max - 200) / 2;
        std::vector<std::unique_ptr<RawWebSocket>> idle;
        for (size_t i = 0; i < crowd; ++i) {
            for (const quint16 port : { m_larderd->httpPort(), m_larderd->syncPort() }) {
                idle.push_back(std::make_unique<RawWebSocket>());
                QVERIFY(idle.back()->connectTo(port)); // to the kernel at least
            }
        }
        QVERIFY(othersAreServed());
        QTRY_VERIFY(idle.back()->isHungUp());
        const auto kept = std::ranges::count_if(idle, [](const auto &each) { return !each->isHungUp(); });
        QVERIFY2(kept > 0
                && kept <= limits::kSocketConnectionsPerAddress + limits::kHttpConnectionsPerAddress
                        + limits::kHttpRefusalsLingering,
            qPrintable(QString::number(kept)));
        QVERIFY2(grownBy() < 24 * kMegabyte, qPrintable(QString::number(grownBy())));
    }

    void aMessageThatNeverEndsIsCutOff_data()
    {
        QTest::addColumn<bool>("entered");
        QTest::addColumn<int>("size");
        QTest::newRow("before the hello") << false << (64 << 10);
        QTest::newRow("after it") << true << (64 << 10);
        QTest::newRow("by bytes") << true << 1;
    }

    void aMessageThatNeverEndsIsCutOff()
    {
        QFETCH(bool, entered);
        QFETCH(int, size);
        RawWebSocket eve;
        QVERIFY(eve.connectTo(m_larderd->syncPort()) && eve.upgrade());
        QVERIFY(!entered || eve.write(hello()));
        QVERIFY(eve.write(RawWebSocket::frame(Opcode::Binary, QByteArray(size, 'x'), Part::More)));
        const QByteArray more = RawWebSocket::frame(Opcode::Continuation, QByteArray(size, 'x'), Part::More);
        const QByteArray many = more.repeated(std::max(1, (64 << 10) / int(more.size())));
        qint64 sent = 0;
        while (sent < 64 * kMegabyte && !eve.isHungUp() && eve.write(many)) {
            sent += many.size();
        }
        QVERIFY2(sent < 64 * kMegabyte, "it went on listening");
        QVERIFY2(grownBy() < 16 * kMegabyte, qPrintable(QString::number(grownBy())));
        QVERIFY(othersAreServed());
    }

    void framesOfNothingAreNotKept()
    {
        RawWebSocket eve;
        QVERIFY(eve.connectTo(m_larderd->syncPort()) && eve.upgrade() && eve.write(hello()));
        QVERIFY(eve.write(RawWebSocket::frame(Opcode::Binary, "\xa1", Part::More)));
        const QByteArray many = RawWebSocket::frame(Opcode::Continuation, {}, Part::More).repeated(10'000);
        for (int i = 0; i < 100 && eve.write(many); ++i) { }
        QVERIFY2(grownBy() < 16 * kMegabyte, qPrintable(QString::number(grownBy())));
        QVERIFY(othersAreServed());
    }

    void aBombIsNotUnpacked()
    {
        RawWebSocket eve;
        QVERIFY(eve.connectTo(m_larderd->syncPort()) && eve.upgrade() && eve.write(hello()));
        const QByteArray bomb = protocol::compress(QByteArray(200 * kMegabyte, '\0'));
        QVERIFY(bomb.size() < limits::kUpMessageBytes);
        QVERIFY(eve.send(Opcode::Binary, bomb));
        QCOMPARE(eve.closeCode(), closed(Code::Malformed)); // nothing that a client says may be compressed
        QVERIFY2(grownBy() < 8 * kMegabyte, qPrintable(QString::number(grownBy())));
        QVERIFY(othersAreServed());
    }

    void askingForSpacesWithoutEndIsNotKept()
    {
        std::vector<protocol::Cursor> cursors;
        for (quint32 i = 0; i < quint32(limits::kCursorsPerHello); ++i) {
            model::Uuid id;
            qToBigEndian(i + 1, id.bytes.data());
            cursors.push_back({ { id }, 1 });
        }
        const QByteArray greeting = hello(cursors);
        QByteArray pulls;
        for (const protocol::Cursor &cursor : cursors) {
            pulls += RawWebSocket::frame(
                Opcode::Binary, protocol::encode(protocol::Up(protocol::Pull { cursor.space, 0 })));
        }
        for (int i = 0; i < 10; ++i) {
            RawWebSocket eve;
            QVERIFY(eve.connectTo(m_larderd->syncPort()) && eve.upgrade() && eve.write(greeting)
                && eve.skipMessage());
            eve.write(pulls);
            QCOMPARE(eve.closeCode(), closed(Code::RateLimited));
        }
        QVERIFY2(grownBy() < 16 * kMegabyte, qPrintable(QString::number(grownBy())));
        QVERIFY(othersAreServed());
    }

    void aHugeHeaderIsRefused()
    {
        RawWebSocket eve;
        QVERIFY(eve.connectTo(m_larderd->httpPort()));
        eve.write("GET /health HTTP/1.1\r\nX-Filler: " + QByteArray(kMegabyte, 'x') + "\r\n\r\n");
        QVERIFY(eve.isHungUpOn());
        QVERIFY2(grownBy() < 4 * kMegabyte, qPrintable(QString::number(grownBy())));
        QVERIFY(m_larderd->log().contains("\"status\":431"));
    }
};

QTEST_GUILESS_MAIN(HostileClientsTest)
#include "hostile_clients_test.moc"
