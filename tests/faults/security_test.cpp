// Invariant 4: no byte of a space reaches a user without a role in it; no write by a viewer is kept. Tried over the
// real socket of a real larderd, by clients that say what ours never would.
#include "core/protocol/close_code.h"
#include "core/protocol/codec.h"
#include "core/protocol/version.h"

#include "tests/support/larderd.h"
#include "tests/support/postgres.h"
#include "tests/support/store_home.h"

#include <QtCore/QCborArray>
#include <QtCore/QCborMap>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using protocol::DropReason;

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// Says whatever it is told to, and keeps whatever it hears.
class Intruder {
public:
    explicit Intruder(quint16 port)
    {
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &bytes) {
            m_bytes += bytes;
            const auto plain = protocol::isCompressed(bytes) ? protocol::decompress(bytes) : Result<QByteArray>(bytes);
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
    template<typename Message>
    std::optional<Message> hears()
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
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, 10'000)
            && protocol::codeOfClose(quint16(m_socket.closeCode())) == code;
    }
    std::vector<model::Record> rowsOf(model::SpaceId space) const
    {
        std::vector<model::Record> rows;
        for (const protocol::AnyDown &each : m_heard) {
            if (const auto *message = std::get_if<protocol::Rows>(&each); message && message->space == space) {
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

protocol::Push pushOf(protocol::Write write)
{
    protocol::Push push;
    push.seq = 1;
    push.writes.push_back(std::move(write));
    return push;
}

// JSON is easier to read without escapes.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

Micros now()
{
    return Micros(QDateTime::currentMSecsSinceEpoch() * 1000);
}

} // namespace

class SecurityTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Larderd> m_larderd;
    Larderd::User m_ana;
    Larderd::User m_bob;
    Larderd::User m_eve;
    QByteArray m_list; // the path of Ana's list
    QByteArray m_item; // in it
    model::SpaceId m_space;
    const QString m_secret = u"Surprise for Bob"_s;

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
    QByteArray key() const
    {
        QFile file(m_larderd->folder() + u"/keys.json"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no keys");
        }
        return file.readAll();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_larderd = kDialectUnderTest == storage::Dialect::Postgres
            ? std::make_unique<Larderd>(PostgresServer::shared().createDatabase())
            : std::make_unique<Larderd>();
        m_ana = m_larderd->registerUser("Ana");
        m_bob = m_larderd->registerUser("Bob");
        m_eve = m_larderd->registerUser("Eve");
    }

    void init()
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
    void cleanup() { QVERIFY(ana("DELETE", m_list).status / 100 == 2); }

    // ---- writes

    void aViewersWritesAreNotKept()
    {
        share(m_bob, u"viewer"_s);
        Intruder bob(m_larderd->syncPort());
        bob.greets(m_bob.token);
        QVERIFY(bob.hears<protocol::Welcome>());
        const QByteArray before = items();
        for (const protocol::Write &write : { itemWrite(m_space, 7, now(), { { model::item::kName, u"Mine"_s } }),
                 listWrite(m_space, now(), { { model::list::kName, u"Mine"_s } }),
                 listWrite(m_space, now(), { { model::kDeleted, true } }) }) {
            bob.says(pushOf(write));
            const auto answer = bob.hears<protocol::Pushed>();
            QVERIFY(answer);
            QCOMPARE(answer->corrections.size(), std::size_t(1));
            QCOMPARE(answer->corrections.front().code, Code::ReadOnly);
            QVERIFY(answer->versions.empty());
        }
        QCOMPARE(items(), before);
        QVERIFY(!ana("GET", "/api/lists").body.contains("Mine"));
    }

    void nobodyMakesThemselvesAMember()
    {
        share(m_bob, u"editor"_s);
        for (const Larderd::User &user : { m_bob, m_eve }) {
            Intruder intruder(m_larderd->syncPort());
            intruder.greets(user.token);
            QVERIFY(intruder.hears<protocol::Welcome>());
            protocol::Write write;
            write.key = { m_space, model::Kind::Member, model::RecordId { model::Uuid::fromString(QString::fromLatin1(user.id)).value() } };
            write.registers = { { model::member::kRole, model::Stamp { now().count() }, qint64(model::Role::Owner) },
                { model::member::kName, model::Stamp { now().count() }, u"Owner"_s } };
            intruder.says(pushOf(write));
            const auto answer = intruder.hears<protocol::Pushed>();
            QVERIFY(answer && answer->corrections.size() == 1 && answer->versions.empty());
            QCOMPARE(answer->corrections.front().code, user.id == m_bob.id ? Code::ServerAuthored : Code::NotAMember);
        }
        const QByteArray members = ana("GET", m_list + "/members").body;
        QCOMPARE(members.count("owner"), 1);
        QVERIFY(!members.contains(m_eve.id));
    }

    void anotherUsersSpaceTakesAndGivesNothing()
    {
        Intruder eve(m_larderd->syncPort());
        eve.greets(m_eve.token, { { m_space, 0 } });
        const auto welcome = eve.hears<protocol::Welcome>();
        QVERIFY(welcome && welcome->spaces.empty());
        // A space that is somebody else's looks like one that never was.
        const auto drop = eve.hears<protocol::Drop>();
        QVERIFY(drop);
        QCOMPARE(drop->reason, DropReason::Unknown);
        eve.says(protocol::Pull { m_space, 0 });
        QCOMPARE(eve.hears<protocol::Drop>()->reason, DropReason::Unknown);
        eve.says(protocol::Pull { space(99), 0 });
        QCOMPARE(eve.hears<protocol::Drop>()->reason, DropReason::Unknown);

        const QByteArray before = items();
        for (const protocol::Write &write : { itemWrite(m_space, 7, now(), { { model::item::kName, u"Hers"_s } }),
                 listWrite(m_space, now(), { { model::list::kName, u"Hers"_s } }) }) {
            eve.says(pushOf(write));
            const auto answer = eve.hears<protocol::Pushed>();
            QVERIFY(answer && answer->corrections.size() == 1 && answer->versions.empty());
            QCOMPARE(answer->corrections.front().code, Code::NotAMember);
            QVERIFY(answer->corrections.front().row.registers.empty());
        }
        QCOMPARE(items(), before);
        QVERIFY(ana("POST", m_list + "/items", { { u"name"_s, u"later"_s } }).status / 100 == 2);
        QVERIFY(eve.isThrough());
        QVERIFY(eve.rowsOf(m_space).empty());
        QVERIFY(!eve.heardOf(m_secret) && !eve.heardOf(u"later"_s) && !eve.heardOf(u"Weekly"_s));
    }

    // REST says of it what it says of a list that never was.
    void anotherUsersListIsNotFoundOverRest()
    {
        const QByteArray nowhere = "/api/lists/" + space(99).toString().toLatin1();
        struct Request {
            QByteArray method;
            QByteArray path;
        };
        for (const Request &request : { Request { "GET", "" }, Request { "PATCH", "" }, Request { "DELETE", "" },
                 Request { "GET", "/items" }, Request { "POST", "/items" }, Request { "GET", "/items/" + m_item },
                 Request { "PATCH", "/items/" + m_item }, Request { "DELETE", "/items/" + m_item },
                 Request { "GET", "/members" }, Request { "PUT", "/members/" + m_eve.email },
                 Request { "DELETE", "/members/" + m_ana.id } }) {
            const QJsonObject body = request.path.startsWith("/members") ? QJsonObject { { u"role"_s, u"owner"_s } }
                                                                         : QJsonObject { { u"name"_s, u"Hers"_s } };
            const HttpAnswer hers = m_larderd->call(request.method, m_list + request.path, body, m_eve.token);
            const HttpAnswer none = m_larderd->call(request.method, nowhere + request.path, body, m_eve.token);
            QVERIFY(hers.status == 403 || hers.status == 404);
            QCOMPARE(hers.status, none.status);
            QCOMPARE(hers.code(), none.code());
            QVERIFY(!hers.body.contains(m_secret.toUtf8()) && !hers.body.contains("Weekly"));
            QCOMPARE(m_larderd->call(request.method, m_list + request.path, body).status, 401);
        }
        QVERIFY(!m_larderd->call("GET", "/api/lists", {}, m_eve.token).body.contains("Weekly"));
        QVERIFY(items().contains(m_secret.toUtf8()) && !items().contains("Hers"));
        QVERIFY(!ana("GET", m_list + "/members").body.contains(m_eve.id));
    }

    void aViewerChangesNothingOverRest()
    {
        share(m_bob, u"viewer"_s);
        const QByteArray before = items();
        const QJsonObject name { { u"name"_s, u"Mine"_s } };
        for (const auto &[method, path] : { std::pair<QByteArray, QByteArray>("PATCH", m_list), { "DELETE", m_list },
                 { "POST", m_list + "/items" }, { "PATCH", m_list + "/items/" + m_item },
                 { "DELETE", m_list + "/items/" + m_item } }) {
            QCOMPARE(m_larderd->call(method, path, name, m_bob.token).status, 403);
        }
        const QJsonObject owner { { u"role"_s, u"owner"_s } };
        QCOMPARE(m_larderd->call("PUT", m_list + "/members/" + m_bob.email, owner, m_bob.token).status, 403);
        QCOMPARE(m_larderd->call("DELETE", m_list + "/members/" + m_ana.id, {}, m_bob.token).status, 403);
        QCOMPARE(items(), before);
    }

    // Whose a write is follows from the token; what a message claims beside it is not looked at.
    void anotherAuthorCanNotBeClaimed()
    {
        share(m_bob, u"editor"_s);
        Intruder bob(m_larderd->syncPort());
        bob.greets(m_bob.token);
        QVERIFY(bob.hears<protocol::Rows>());
        bob.forget();
        const auto ana = model::Uuid::fromString(QString::fromLatin1(m_ana.id));
        const auto himself = model::Uuid::fromString(QString::fromLatin1(m_bob.id));
        const protocol::Push push = pushOf(itemWrite(m_space, 7, now(), { { model::item::kName, u"hers"_s } }));
        QCborMap message = QCborValue::fromCbor(protocol::encode(protocol::Up(push))).toMap();
        QCborArray writes = message["writes"_L1].toArray();
        QCborArray write = writes[0].toArray();
        write.append(ana->toBytes());
        writes[0] = write;
        message["writes"_L1] = writes;
        message["author"_L1] = ana->toBytes();
        message["user"_L1] = ana->toBytes();
        bob.saysBytes(QCborValue(message).toCbor());
        const auto answer = bob.hears<protocol::Pushed>();
        QVERIFY(answer && answer->corrections.empty());
        QVERIFY(QTest::qWaitFor([&] { return !bob.rowsOf(m_space).empty(); }));
        QCOMPARE(bob.rowsOf(m_space).front().author.value, *himself);
    }

    void aSpaceThatIsGoneTakesNothing()
    {
        const HttpAnswer made = ana("POST", "/api/lists", { { u"name"_s, u"Short"_s } });
        const QByteArray path = "/api/lists/" + made.json()["id"_L1].toString().toLatin1();
        const auto gone = *model::SpaceId::fromString(made.json()["id"_L1].toString());
        QVERIFY(ana("DELETE", path).status / 100 == 2);
        Intruder owner(m_larderd->syncPort());
        owner.greets(m_ana.token, { { gone, 1 } });
        QVERIFY(owner.hears<protocol::Welcome>());
        QCOMPARE(owner.hears<protocol::Drop>()->reason, DropReason::Deleted);
        struct Try {
            protocol::Write write;
            Code code;
        };
        for (const Try &each : { Try { itemWrite(gone, 7, now(), { { model::item::kName, u"x"_s } }), Code::SpaceGone },
                 Try { listWrite(gone, now(), { { model::list::kName, u"x"_s } }), Code::SpaceGone },
                 Try { itemWrite(space(98), 7, now(), { { model::item::kName, u"x"_s } }), Code::NotAMember } }) {
            owner.says(pushOf(each.write));
            const auto answer = owner.hears<protocol::Pushed>();
            QVERIFY(answer && answer->corrections.size() == 1 && answer->versions.empty());
            QCOMPARE(answer->corrections.front().code, each.code);
        }
        QVERIFY(!m_larderd->call("GET", "/api/lists", {}, m_ana.token).body.contains(gone.toString().toLatin1()));
    }

    // ---- roles that end

    void aRevokedMembersSocketHearsNoMore()
    {
        share(m_bob, u"editor"_s);
        Intruder bob(m_larderd->syncPort());
        bob.greets(m_bob.token);
        QVERIFY(bob.hears<protocol::Rows>());
        QVERIFY(bob.heardOf(m_secret));
        QVERIFY(ana("DELETE", m_list + "/members/" + m_bob.id).status / 100 == 2);
        QCOMPARE(bob.hears<protocol::Drop>()->reason, DropReason::Revoked);
        bob.forget();
        for (int round = 0; round < 20; ++round) {
            QVERIFY(ana("POST", m_list + "/items", { { u"name"_s, u"after %1"_s.arg(round) } }).status / 100 == 2);
        }
        bob.says(protocol::Pull { m_space, 0 });
        QCOMPARE(bob.hears<protocol::Drop>()->reason, DropReason::Revoked);
        bob.says(pushOf(itemWrite(m_space, 7, now(), { { model::item::kName, u"still here"_s } })));
        const auto answer = bob.hears<protocol::Pushed>();
        QVERIFY(answer && answer->versions.empty());
        QCOMPARE(answer->corrections.front().code, Code::NotAMember);
        QVERIFY(answer->corrections.front().row.registers.empty());
        QVERIFY(bob.isThrough());
        QVERIFY(bob.rowsOf(m_space).empty());
        QVERIFY(!bob.heardOf(u"after"_s) && !bob.heardOf(m_secret));
        QVERIFY(!items().contains("still here"));
        // Nor does a new connection, whatever it claims to hold.
        Intruder again(m_larderd->syncPort());
        again.greets(m_bob.token, { { m_space, 1 } });
        QVERIFY(again.hears<protocol::Welcome>()->spaces.empty());
        QCOMPARE(again.hears<protocol::Drop>()->reason, DropReason::Revoked);
        QVERIFY(again.isThrough() && !again.heardOf(u"after"_s));
    }

    // The last write goes out in the same moment in which the role ends; whichever is first, nothing follows the drop.
    void nothingFollowsADrop()
    {
        for (int round = 0; round < 10; ++round) {
            share(m_bob, u"viewer"_s);
            Intruder bob(m_larderd->syncPort());
            bob.greets(m_bob.token);
            QVERIFY(bob.hears<protocol::Rows>());
            Intruder writer(m_larderd->syncPort());
            writer.greets(m_ana.token);
            QVERIFY(writer.hears<protocol::Welcome>());
            for (quint64 item = 0; item < 20; ++item) {
                protocol::Push push = pushOf(itemWrite(m_space, 100 + item, now(), { { model::item::kName, u"burst"_s } }));
                push.seq = qint64(item);
                writer.says(push);
            }
            QVERIFY(ana("DELETE", m_list + "/members/" + m_bob.id).status / 100 == 2);
            QVERIFY(bob.hears<protocol::Drop>());
            bob.forget();
            QVERIFY(writer.isThrough() && bob.isThrough());
            QVERIFY(bob.rowsOf(m_space).empty());
        }
    }

    void aSignedOutSessionsSocketIsClosed()
    {
        const Larderd::User zoe = m_larderd->registerUser("Zoe");
        share(zoe, u"editor"_s);
        Intruder socket(m_larderd->syncPort());
        socket.greets(zoe.token);
        QVERIFY(socket.hears<protocol::Rows>());
        const QJsonObject body { { u"refreshToken"_s, QString::fromLatin1(zoe.refreshToken) } };
        const HttpAnswer out = m_larderd->call("POST", "/api/auth/logout", body, zoe.token);
        QVERIFY2(out.status / 100 == 2, out.body.constData());
        QVERIFY(socket.isClosedWith(Code::Unauthenticated));
        Intruder again(m_larderd->syncPort());
        again.greets(zoe.token);
        QVERIFY(again.hears<protocol::Denied>());
        QVERIFY(!again.heardOf(m_secret));
        QCOMPARE(m_larderd->call("POST", "/api/auth/refresh", body).status, 401);
    }

    // ---- tokens

    void noTokenButAGoodOneOpensAnything_data()
    {
        QTest::addColumn<QByteArray>("header"); // empty: that of a good token
        QTest::addColumn<QByteArray>("claims"); // NOW, LATER, EARLIER and ANA are filled in
        QTest::addColumn<QByteArray>("key"); // empty: the server's own; "none": no signature
        QTest::addColumn<Code>("code");
        const QByteArray good = quoted("{'iss':'larder','sub':'ANA','sid':'ANA','iat':NOW,'exp':LATER}");
        const QByteArray none;
        QTest::newRow("good") << none << good << none << Code::Cancelled;
        QTest::newRow("forged") << none << good << QByteArray(32, 'x') << Code::Unauthenticated;
        QTest::newRow("empty key") << none << good << QByteArray("empty") << Code::Unauthenticated;
        QTest::newRow("no signature") << none << good << QByteArray("none") << Code::Unauthenticated;
        for (const char *alg : { "none", "None", "NONE", "nOnE", "HS384", "HS512", "RS256", "ES256", "" }) {
            const QByteArray header = quoted("{'alg':'" + QByteArray(alg) + "','kid':'KID','typ':'JWT'}");
            QTest::addRow("alg %s, unsigned", alg) << header << good << QByteArray("none") << Code::Unauthenticated;
            QTest::addRow("alg %s, signed", alg) << header << good << none << Code::Unauthenticated;
        }
        QTest::newRow("no alg") << quoted("{'kid':'KID','typ':'JWT'}") << good << none << Code::Unauthenticated;
        QTest::newRow("another kid") << quoted("{'alg':'HS256','kid':'../../etc/passwd','typ':'JWT'}") << good << none
                                     << Code::Unauthenticated;
        QTest::newRow("another issuer") << none << QByteArray(good).replace("\"larder\"", "\"other\"") << none << Code::Unauthenticated;
        QTest::newRow("nobody") << none << QByteArray(good).replace("\"sub\":\"ANA\"", "\"sub\":\"\"") << none << Code::Unauthenticated;
        QTest::newRow("expired") << none << quoted("{'iss':'larder','sub':'ANA','sid':'ANA','iat':EARLIER,'exp':NOW}") << none
                                 << Code::TokenExpired;
        QTest::newRow("without end") << none << quoted("{'iss':'larder','sub':'ANA','sid':'ANA','iat':NOW}") << none
                                     << Code::TokenExpired;
    }

    void noTokenButAGoodOneOpensAnything()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, key);
        QFETCH(Code, code);
        const QByteArray token = forged(header, claims, key);
        Intruder socket(m_larderd->syncPort());
        socket.greets(token, { { m_space, 0 } });
        const HttpAnswer rest = m_larderd->call("GET", m_list + "/items", {}, token);
        if (code == Code::Cancelled) { // the forger's hand is steady: what is right opens
            QVERIFY(socket.hears<protocol::Welcome>());
            QCOMPARE(rest.status, 200);
            return;
        }
        const auto denied = socket.hears<protocol::Denied>();
        QVERIFY(denied);
        QCOMPARE(denied->code, code);
        QVERIFY(socket.isClosedWith(code));
        QVERIFY(!socket.heardOf(m_secret) && !socket.heardOf(u"Weekly"_s));
        QCOMPARE(rest.status, 401);
        QVERIFY(!rest.body.contains(m_secret.toUtf8()));
    }

    void whatIsNoTokenOpensNothing()
    {
        const QByteArray cut = m_ana.token.chopped(1);
        const QByteArray longer = m_ana.token + "A";
        const QByteArray loud = m_ana.token.toUpper();
        for (const QByteArray &token : std::initializer_list<QByteArray> {
                 "", "x", "a.b.c", "...", m_ana.refreshToken, cut, longer, loud }) {
            Intruder socket(m_larderd->syncPort());
            socket.greets(token);
            const auto denied = socket.hears<protocol::Denied>();
            QVERIFY(denied);
            QCOMPARE(denied->code, Code::Unauthenticated);
            QVERIFY(!socket.heardOf(m_secret));
        }
    }

    void anotherUsersTokenDoesNotTakeOverAConnection()
    {
        Intruder eve(m_larderd->syncPort());
        eve.greets(m_eve.token);
        QVERIFY(eve.hears<protocol::Welcome>());
        eve.says(protocol::Token { QString::fromLatin1(m_ana.token) });
        QVERIFY(eve.isClosedWith(Code::Unauthenticated));
        QVERIFY(!eve.heardOf(m_secret));
    }

    void nothingIsSaidBeforeTheHello()
    {
        for (const protocol::Up &message : { protocol::Up(protocol::Pull { m_space, 0 }),
                 protocol::Up(pushOf(itemWrite(m_space, 7, now(), { { model::item::kName, u"early"_s } }))),
                 protocol::Up(protocol::Token { QString::fromLatin1(m_ana.token) }) }) {
            Intruder socket(m_larderd->syncPort());
            socket.says(message);
            QVERIFY(socket.isClosedWith(Code::Malformed));
            QVERIFY(!socket.heardOf(m_secret));
        }
        QVERIFY(!items().contains("early"));
    }

    void theLogHoldsNoSecret()
    {
        Intruder socket(m_larderd->syncPort());
        socket.greets(m_ana.token);
        QVERIFY(socket.hears<protocol::Welcome>());
        (void)m_larderd->call("POST", "/api/auth/login", { { u"email"_s, u"ana@example.org"_s }, { u"password"_s, u"wrong horse"_s } });
        const QByteArray log = m_larderd->log();
        for (const QByteArray &secret : { m_ana.token, m_ana.refreshToken, QByteArray("correct horse"), QByteArray("wrong horse"),
                 m_ana.email, m_secret.toUtf8() }) {
            QVERIFY2(!log.contains(secret), secret.constData());
        }
    }

private:
    QByteArray forged(QByteArray header, QByteArray claims, const QByteArray &wantedKey) const
    {
        const QJsonObject first = QJsonDocument::fromJson(key()).object()["keys"_L1].toArray().first().toObject();
        const QByteArray kid = first["kid"_L1].toString().toLatin1();
        const qint64 seconds = QDateTime::currentSecsSinceEpoch();
        if (header.isEmpty()) {
            header = quoted("{'alg':'HS256','kid':'KID','typ':'JWT'}");
        }
        header.replace("KID", kid);
        claims.replace("ANA", m_ana.id).replace("NOW", QByteArray::number(seconds - 1));
        claims.replace("LATER", QByteArray::number(seconds + 600)).replace("EARLIER", QByteArray::number(seconds - 600));
        const QByteArray text = header.toBase64(kBase64) + '.' + claims.toBase64(kBase64);
        if (wantedKey == "none") {
            return text + '.';
        }
        QByteArray secret = wantedKey == "empty" ? QByteArray() : wantedKey;
        if (wantedKey.isEmpty()) {
            secret = QByteArray::fromBase64(first["secret"_L1].toString().toLatin1(), QByteArray::Base64UrlEncoding);
        }
        return text + '.' + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64(kBase64);
    }
};

QTEST_GUILESS_MAIN(SecurityTest)
#include "security_test.moc"
