// A really started larderd with a list of Ana's that Bob may be shown and Eve may not, and a client that says
// what ours never would. Over both stores, as what asks for one is compiled for it.
#pragma once

#include "core/protocol/close_code.h"
#include "core/protocol/codec.h"
#include "core/protocol/version.h"
#include "tests/support/larderd.h"
#include "tests/support/postgres.h"
#include "tests/support/store_home.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

namespace larder::test {

using namespace Qt::StringLiterals;

// Says whatever it is told to, and keeps whatever it hears.
class Intruder {
public:
    explicit Intruder(quint16 port)
    {
        QObject::connect(
            &m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &bytes) {
                m_bytes += bytes;
                const auto plain
                    = protocol::isCompressed(bytes) ? protocol::decompress(bytes) : Result<QByteArray>(bytes);
                auto message = protocol::decodeDown(*plain);
                if (message) {
                    m_heard.push_back(std::move(*message));
                }
            });
        m_socket.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)));
        if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; })) {
            qFatal("no connection");
        }
    }

    void says(const protocol::Up &message) { saysBytes(protocol::encode(message)); }
    void saysBytes(const QByteArray &message) { m_socket.sendBinaryMessage(message); }
    void greets(const QByteArray &token, std::vector<protocol::Cursor> cursors = {})
    {
        protocol::Hello hello;
        hello.version = protocol::kVersion;
        hello.token = QString::fromLatin1(token);
        hello.device = { uuid(0xDE) };
        hello.cursors = std::move(cursors);
        says(hello);
    }
    // Waits for a message of that type, and takes it out.
    template<typename Message> std::optional<Message> hears()
    {
        std::optional<Message> found;
        const auto look = [&] {
            const auto at = std::ranges::find_if(
                m_heard, [](const protocol::AnyDown &each) { return std::holds_alternative<Message>(each); });
            if (at != m_heard.end()) {
                found = std::get<Message>(*at);
                m_heard.erase(at);
            }
            return found.has_value();
        };
        (void)QTest::qWaitFor(look, 10'000);
        return found;
    }
    // Everything that the server had to say by now has arrived: it answers in order.
    bool isThrough()
    {
        says(protocol::Ping { ++m_pings });
        const auto pong = hears<protocol::Pong>();
        return pong && pong->id == m_pings;
    }
    bool isClosedWith(Code code)
    {
        return QTest::qWaitFor(
                   [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, 10'000)
            && protocol::codeOfClose(quint16(m_socket.closeCode())) == code;
    }
    std::vector<model::Record> rowsOf(model::SpaceId space) const
    {
        std::vector<model::Record> rows;
        for (const protocol::AnyDown &each : m_heard) {
            if (const auto *message = std::get_if<protocol::Rows>(&each);
                message && message->space == space) {
                rows.insert(rows.end(), message->rows.begin(), message->rows.end());
            }
        }
        return rows;
    }
    bool heardOf(const QString &text) const { return m_bytes.contains(text.toUtf8()); }
    void forget()
    {
        m_heard.clear();
        m_bytes.clear();
    }

private:
    QWebSocket m_socket;
    std::vector<protocol::AnyDown> m_heard;
    QByteArray m_bytes;
    qint64 m_pings = 0;
};

inline protocol::Push pushOf(protocol::Write write)
{
    protocol::Push push;
    push.seq = 1;
    push.writes.push_back(std::move(write));
    return push;
}

inline Micros now()
{
    return Micros(QDateTime::currentMSecsSinceEpoch() * 1000);
}

// Each test program has one server; each test function a list of its own.
class SecurityFixture : public QObject {
protected:
    void begin()
    {
        m_larderd = kDialectUnderTest == storage::Dialect::Postgres
            ? std::make_unique<Larderd>(PostgresServer::shared().createDatabase())
            : std::make_unique<Larderd>();
        m_ana = m_larderd->registerUser("Ana");
        m_bob = m_larderd->registerUser("Bob");
        m_eve = m_larderd->registerUser("Eve");
    }
    void makeList()
    {
        const HttpAnswer made = ana("POST", "/api/lists", { { u"name"_s, u"Weekly"_s } });
        const QString id = made.json()["id"_L1].toString();
        m_space = *model::SpaceId::fromString(id);
        m_list = "/api/lists/" + id.toLatin1();
        const HttpAnswer item = ana("POST", m_list + "/items", { { u"name"_s, m_secret } });
        QVERIFY(item.status / 100 == 2);
        m_item = item.json()["id"_L1].toString().toLatin1();
    }
    // So that nobody is a member of anything when the next test begins.
    void deleteList() { QVERIFY(ana("DELETE", m_list).status / 100 == 2); }
    HttpAnswer ana(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) const
    {
        return m_larderd->call(method, path, body, m_ana.token);
    }
    void share(const Larderd::User &user, const QString &role) const
    {
        const HttpAnswer shared = ana("PUT", m_list + "/members/" + user.email, { { u"role"_s, role } });
        QVERIFY2(shared.status / 100 == 2, shared.body.constData());
    }
    QByteArray items() const { return ana("GET", m_list + "/items").body; }
    void checkLogForSecrets() const
    {
        const QByteArray log = m_larderd->log();
        for (const QByteArray &secret : { m_ana.token, m_ana.refreshToken, QByteArray("correct horse"),
                 QByteArray("wrong horse"), m_ana.email, m_secret.toUtf8() }) {
            QVERIFY2(!log.contains(secret), secret.constData());
        }
    }

    std::unique_ptr<Larderd> m_larderd;
    Larderd::User m_ana;
    Larderd::User m_bob;
    Larderd::User m_eve;
    QByteArray m_list; // the path of Ana's list
    QByteArray m_item; // in it
    model::SpaceId m_space;
    const QString m_secret = u"Surprise for Bob"_s;
};

} // namespace larder::test
