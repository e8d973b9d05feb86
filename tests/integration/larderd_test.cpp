// A really started larderd, over HTTP and WebSocket. Runs on SQLite and, compiled again, on PostgreSQL.
#include "core/limits.h"
#include "core/protocol/codec.h"
#include "core/protocol/version.h"
#include "server/gateway/spare_descriptors.h"
#include "tests/support/larderd.h"
#ifdef LARDER_ON_POSTGRES
#include "tests/support/postgres.h"
#endif

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

#include <sys/resource.h>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::HttpAnswer;
using test::HttpClient;
using test::Larderd;

namespace {

std::unique_ptr<Larderd> startLarderd(const QStringList &arguments = {})
{
#ifdef LARDER_ON_POSTGRES
    return std::make_unique<Larderd>(test::PostgresServer::shared().createDatabase(), arguments);
#else
    return std::make_unique<Larderd>(arguments);
#endif
}

// A device that says hello and then listens.
class Listener {
public:
    Listener(quint16 port, const QByteArray &token)
    {
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &bytes) {
            if (const auto message = protocol::decodeDown(bytes)) {
                std::visit([this](const auto &content) { take(content); }, *message);
            }
        });
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket, [this, token] {
            protocol::Hello hello;
            hello.version = protocol::kVersion;
            hello.token = QString::fromLatin1(token);
            hello.device = { *model::Uuid::fromString(u"0190a0b0-c0d0-7000-8000-000000000001") };
            m_socket.sendBinaryMessage(protocol::encode(protocol::Up(hello)));
        });
        m_socket.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)));
    }
    bool isWelcome() const { return m_welcome; }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QStringList itemNames() const { return m_items.values(); }
    bool wasDropped() const { return m_dropped; }

private:
    void take(const protocol::Welcome &) { m_welcome = true; }
    void take(const protocol::Rows &rows)
    {
        for (const model::Record &row : rows.rows) {
            if (row.key.kind == model::Kind::Item) {
                m_items.insert(row.key.id.toString(), row.text(model::item::kName));
            }
        }
    }
    void take(const protocol::Drop &) { m_dropped = true; }
    template<typename Other>
    void take(const Other &)
    {
    }

    QWebSocket m_socket;
    bool m_welcome = false;
    bool m_dropped = false;
    QMap<QString, QString> m_items;
};

QByteArray textOf(const HttpAnswer &answer, const char *name)
{
    return answer.json().value(QLatin1StringView(name)).toString().toUtf8();
}

} // namespace

class LarderdTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Larderd> m_larderd;
    Larderd::User m_ana;
    Larderd::User m_bob;

    HttpAnswer ana(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_larderd->call(method, path, body, m_ana.token);
    }
    HttpAnswer bob(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_larderd->call(method, path, body, m_bob.token);
    }
    HttpAnswer refresh(const QByteArray &token)
    {
        return m_larderd->call("POST", "/api/auth/refresh", { { u"refreshToken"_s, QString::fromLatin1(token) } });
    }
    QByteArray makeList(const QString &name = u"Weekly"_s)
    {
        const HttpAnswer made = ana("POST", "/api/lists", { { u"name"_s, name } });
        if (made.status != 200) {
            qFatal("no list: %s", made.body.constData());
        }
        return "/api/lists/" + textOf(made, "id");
    }
    void share(const QByteArray &list, const QString &role)
    {
        const HttpAnswer shared = ana("PUT", list + "/members/" + m_bob.email, { { u"role"_s, role } });
        QVERIFY2(shared.status == 204, shared.body.constData());
    }
    QStringList itemNames(const HttpAnswer &items) const
    {
        QStringList names;
        for (const QJsonValue &item : items.json().value("items"_L1).toArray()) {
            names.append(item.toObject().value("name"_L1).toString());
        }
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_larderd = startLarderd();
        m_ana = m_larderd->registerUser("Ana");
        m_bob = m_larderd->registerUser("Bob");
        QTRY_COMPARE(m_larderd->call("GET", "/ready").status, 200);
    }

    // ---- accounts

    void registeringSignsIn()
    {
        const HttpAnswer me = ana("GET", "/api/me");
        QCOMPARE(me.status, 200);
        QCOMPARE(me.json(), (QJsonObject { { u"id"_s, QString::fromLatin1(m_ana.id) }, { u"email"_s, u"ana@example.org"_s }, { u"name"_s, u"Ana"_s } }));
        QCOMPARE(ana("GET", "/api/auth/me").json(), me.json());
    }

    void anAddressRegistersOnceInAnyCase()
    {
        const HttpAnswer again = m_larderd->call("POST", "/api/auth/register",
            { { u"email"_s, u"ANA@Example.Org"_s }, { u"name"_s, u"Ana"_s }, { u"password"_s, u"correct horse"_s } });
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"already_exists"_s);
    }

    void aRegistrationNamesEveryFault()
    {
        const HttpAnswer answer = m_larderd->call("POST", "/api/auth/register",
            { { u"email"_s, u"ana"_s }, { u"name"_s, u" "_s }, { u"password"_s, QString(73, u'x') } });
        QCOMPARE(answer.status, 400);
        QStringList fields;
        for (const QJsonValue &fault : answer.json().value("errors"_L1).toArray()) {
            fields.append(fault.toObject().value("field"_L1).toString());
        }
        QCOMPARE(fields, (QStringList { u"email"_s, u"name"_s, u"password"_s }));
        QCOMPARE(m_larderd->call("POST", "/api/auth/register", { { u"email"_s, 7 }, { u"admin"_s, true } }).json().value("errors"_L1).toArray().size(), 4);
    }

    void signingInTakesThePasswordAndNothingElse()
    {
        const auto signIn = [&](const QString &email, const QString &password) {
            return m_larderd->call("POST", "/api/auth/login", { { u"email"_s, email }, { u"password"_s, password } });
        };
        const HttpAnswer good = signIn(u"Ana@example.org"_s, u"correct horse"_s);
        QCOMPARE(good.status, 200);
        QCOMPARE(good.json().value("user"_L1).toObject().value("id"_L1).toString().toLatin1(), m_ana.id);
        QVERIFY(textOf(good, "accessToken") != m_ana.token);
        const HttpAnswer wrong = signIn(u"ana@example.org"_s, u"wrong horse"_s);
        const HttpAnswer unknown = signIn(u"nobody@example.org"_s, u"correct horse"_s);
        for (const HttpAnswer &answer : { wrong, unknown }) {
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.code(), u"invalid_credentials"_s);
        }
        QJsonObject a = wrong.json();
        QJsonObject b = unknown.json();
        a.remove(u"instance"_s);
        b.remove(u"instance"_s);
        QCOMPARE(a, b);
    }

    void aLostRefreshSignsNobodyOutButReuseDoes()
    {
        const auto carla = m_larderd->registerUser("Carla");
        const HttpAnswer lost = refresh(carla.refreshToken);
        QCOMPARE(lost.status, 200);
        const HttpAnswer taken = refresh(carla.refreshToken);
        QCOMPARE(taken.status, 200);
        QCOMPARE(m_larderd->call("GET", "/api/me", {}, textOf(taken, "accessToken")).status, 200);
        const HttpAnswer next = refresh(textOf(taken, "refreshToken"));
        QCOMPARE(next.status, 200);
        Listener listener(m_larderd->syncPort(), textOf(next, "accessToken"));
        QTRY_VERIFY(listener.isWelcome());
        QCOMPARE(refresh(carla.refreshToken).status, 401);
        QCOMPARE(refresh(textOf(next, "refreshToken")).code(), u"unauthenticated"_s);
        QTRY_VERIFY(listener.isClosed());
        QCOMPARE(m_larderd->call("GET", "/api/me", {}, textOf(next, "accessToken")).status, 401);
    }

    void twoRefreshesAtTheSameMomentAreBothAnswered()
    {
        const auto twins = m_larderd->registerUser("Twins");
        const QByteArray body = QJsonDocument(QJsonObject { { u"refreshToken"_s, QString::fromLatin1(twins.refreshToken) } }).toJson(QJsonDocument::Compact);
        HttpClient first(m_larderd->httpPort());
        HttpClient second(m_larderd->httpPort());
        const QByteArray request = "POST /api/auth/refresh HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        first.socket().write(request);
        second.socket().write(request);
        const HttpAnswer a = first.receive();
        const HttpAnswer b = second.receive();
        QCOMPARE(a.status, 200);
        QCOMPARE(b.status, 200);
        QVERIFY(textOf(a, "refreshToken") != textOf(b, "refreshToken"));
        // Whichever answer the client kept, it goes on with that one; the other is nobody's any more.
        const HttpAnswer next = refresh(textOf(a, "refreshToken"));
        QCOMPARE(next.status, 200);
        QCOMPARE(refresh(textOf(next, "refreshToken")).status, 200);
        QCOMPARE(refresh(textOf(b, "refreshToken")).status, 401);
    }

    void signingOutEndsTheSession()
    {
        const auto dora = m_larderd->registerUser("Dora");
        Listener listener(m_larderd->syncPort(), dora.token);
        QTRY_VERIFY(listener.isWelcome());
        QCOMPARE(m_larderd->call("POST", "/api/auth/logout", {}, dora.token).status, 204);
        QCOMPARE(m_larderd->call("GET", "/api/me", {}, dora.token).status, 401);
        QCOMPARE(refresh(dora.refreshToken).status, 401);
        QTRY_VERIFY(listener.isClosed());
    }

    void theRefreshTokenAloneSignsOut()
    {
        const auto gil = m_larderd->registerUser("Gil");
        Listener listener(m_larderd->syncPort(), gil.token);
        QTRY_VERIFY(listener.isWelcome());
        const QJsonObject body { { u"refreshToken"_s, QString::fromLatin1(gil.refreshToken) } };
        QCOMPARE(m_larderd->call("POST", "/api/auth/logout").status, 401);
        QCOMPARE(m_larderd->call("POST", "/api/auth/logout", { { u"refreshToken"_s, u"made-up"_s } }).status, 401);
        QCOMPARE(m_larderd->call("GET", "/api/me", {}, gil.token).status, 200);
        QCOMPARE(m_larderd->call("POST", "/api/auth/logout", body, "an.ended.token").status, 204);
        QTRY_VERIFY(listener.isClosed());
        QCOMPARE(m_larderd->call("GET", "/api/me", {}, gil.token).status, 401);
        QCOMPARE(refresh(gil.refreshToken).status, 401);
        // Whose answer was lost may say it again.
        QCOMPARE(m_larderd->call("POST", "/api/auth/logout", body).status, 204);
    }

    void forgedTokensOpenNothing()
    {
        const QList<QByteArray> parts = m_ana.token.split('.');
        const QByteArray none = QByteArray(R"({"alg":"none","typ":"JWT"})").toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const QList<QByteArray> forged { "x", none + '.' + parts[1] + '.', none + '.' + parts[1] + '.' + parts[2],
            parts[0] + '.' + parts[1] + '.', parts[0] + '.' + m_bob.token.split('.')[1] + '.' + parts[2] };
        for (const QByteArray &token : forged) {
            const HttpAnswer answer = m_larderd->call("GET", "/api/me", {}, token);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.code(), u"unauthenticated"_s);
            Listener listener(m_larderd->syncPort(), token);
            QTRY_VERIFY(listener.isClosed());
            QVERIFY(!listener.isWelcome());
        }
    }

    // ---- lists and items

    void aListIsMadeChangedAndDeleted()
    {
        const HttpAnswer made = ana("POST", "/api/lists", { { u"name"_s, u" Weekly "_s }, { u"icon"_s, u"🛒"_s }, { u"currency"_s, u"EUR"_s }, { u"budget"_s, 5'000 } });
        QCOMPARE(made.status, 200);
        QCOMPARE(textOf(made, "name"), QByteArray("Weekly"));
        const QByteArray list = "/api/lists/" + textOf(made, "id");
        HttpAnswer got = ana("GET", list);
        QCOMPARE(textOf(got, "role"), QByteArray("owner"));
        QCOMPARE(got.json().value("budget"_L1).toInt(), 5'000);
        QCOMPARE(ana("PATCH", list, { { u"name"_s, u"Monthly"_s }, { u"budget"_s, QJsonValue::Null } }).status, 200);
        got = ana("GET", list);
        QCOMPARE(textOf(got, "name"), QByteArray("Monthly"));
        QVERIFY(!got.json().contains("budget"_L1));
        bool listed = false;
        for (const QJsonValue &each : ana("GET", "/api/lists").json().value("lists"_L1).toArray()) {
            listed = listed || each.toObject().value("name"_L1) == u"Monthly"_s;
        }
        QVERIFY(listed);
        QCOMPARE(ana("DELETE", list).status, 204);
        QCOMPARE(ana("GET", list).status, 404);
        QCOMPARE(ana("GET", list + "/items").status, 404);
        QCOMPARE(ana("DELETE", list).status, 404);
    }

    void anItemIsMadeChangedAndDeleted()
    {
        const QByteArray list = makeList();
        const HttpAnswer made = ana("POST", list + "/items", { { u"name"_s, u"Apples"_s }, { u"quantity"_s, 1'500 }, { u"unit"_s, u"kg"_s } });
        QCOMPARE(made.status, 200);
        const QByteArray item = list + "/items/" + textOf(made, "id");
        QCOMPARE(ana("GET", item).json(), made.json());
        QCOMPARE(ana("PATCH", item, { { u"checked"_s, true } }).json().value("checked"_L1).toBool(), true);
        QCOMPARE(itemNames(ana("GET", list + "/items")), QStringList { u"Apples"_s });
        QCOMPARE(ana("DELETE", item).status, 204);
        QCOMPARE(ana("GET", item).status, 404);
        QCOMPARE(ana("PATCH", item, { { u"checked"_s, false } }).status, 404);
        QCOMPARE(ana("DELETE", item).status, 404);
        QCOMPARE(itemNames(ana("GET", list + "/items")), QStringList());
    }

    void whatIsNotWellFormedIsToldWhy()
    {
        const QByteArray list = makeList();
        QCOMPARE(ana("POST", list + "/items", { { u"name"_s, u""_s }, { u"quantity"_s, 1.5 }, { u"colour"_s, 1 } }).json().value("errors"_L1).toArray().size(), 3);
        QCOMPARE(ana("POST", list + "/items", {}).status, 400);
        QCOMPARE(ana("PATCH", list, {}).status, 400);
        HttpClient client(m_larderd->httpPort());
        const auto post = [&](const QByteArray &body, const QByteArray &type) {
            client.send("POST " + list + "/items HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + m_ana.token + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            return client.receive();
        };
        QCOMPARE(post("{\"name\":", "application/json").status, 400);
        QCOMPARE(post("[]", "application/json").status, 400);
        QCOMPARE(post("", "application/json").status, 400);
        QCOMPARE(post(QByteArray(100'000, '['), "application/json").status, 400);
        QCOMPARE(post("{\"name\":\"x\"}", "text/plain").status, 415);
        QCOMPARE(post("{\"name\":\"x\"}", "application/json; charset=utf-8").status, 200);
        QCOMPARE(ana("GET", "/api/lists/no-id/items").status, 404);
        QCOMPARE(ana("GET", list + "/items/no-id").status, 404);
        QCOMPARE(ana("PUT", list).status, 405);
    }

    void aListThatDidNotChangeIsNotSentAgain()
    {
        const QByteArray list = makeList();
        ana("POST", list + "/items", { { u"name"_s, u"Milk"_s } });
        HttpClient client(m_larderd->httpPort());
        const std::pair<QByteArray, QByteArray> token { "Authorization", "Bearer " + m_ana.token };
        for (int i = 0; i < 3; ++i) {
            const HttpAnswer first = client.ask("GET", list + "/items", {}, { token });
            const QByteArray tag = first.headers.value("etag");
            QVERIFY(tag.startsWith('"'));
            const HttpAnswer again = client.ask("GET", list + "/items", {}, { token, { "If-None-Match", tag } });
            QCOMPARE(again.status, 304);
            QCOMPARE(again.body, QByteArray());
            ana("POST", list + "/items", { { u"name"_s, u"More"_s } });
            QCOMPARE(client.ask("GET", list + "/items", {}, { token, { "If-None-Match", tag } }).status, 200);
        }
    }

    void whoWroteReadsWhatTheyWrote()
    {
        const QByteArray list = makeList();
        QStringList expected;
        for (int i = 0; i < 50; ++i) {
            expected.append(u"Item %1"_s.arg(10 + i));
            QCOMPARE(ana("POST", list + "/items", { { u"name"_s, expected.last() } }).status, 200);
            QCOMPARE(itemNames(ana("GET", list + "/items")), expected);
        }
    }

    void anItemPostedReachesAConnectedDevice()
    {
        const QByteArray list = makeList();
        share(list, u"viewer"_s);
        Listener listener(m_larderd->syncPort(), m_bob.token);
        QTRY_VERIFY(listener.isWelcome());
        QCOMPARE(ana("POST", list + "/items", { { u"name"_s, u"Live milk"_s } }).status, 200);
        QTRY_VERIFY(listener.itemNames().contains(u"Live milk"_s));
    }

    // ---- who may what

    void aStrangerSeesNothingAtAll()
    {
        const QByteArray list = makeList();
        const QByteArray item = list + "/items/" + textOf(ana("POST", list + "/items", { { u"name"_s, u"Milk"_s } }), "id");
        ana("GET", list + "/items"); // it is in the cache now
        const QByteArray none = "/api/lists/0190a0b0-c0d0-7000-8000-0000000000ff";
        const auto bare = [](const HttpAnswer &answer) {
            QJsonObject object = answer.json();
            object.remove(u"instance"_s);
            return object;
        };
        for (const char *method : { "GET", "DELETE" }) {
            for (const char *path : { "", "/items", "/members", "/items/0190a0b0-c0d0-7000-8000-0000000000fe" }) {
                const HttpAnswer theirs = bob(method, list + path);
                QVERIFY2(theirs.status == 404 || theirs.status == 405, qPrintable(u"%1 %2: %3"_s.arg(QLatin1StringView(method), QLatin1StringView(path)).arg(theirs.status)));
                QCOMPARE(bare(theirs), bare(bob(method, none + path)));
            }
        }
        QCOMPARE(bob("PATCH", list, { { u"name"_s, u"Mine"_s } }).status, 404);
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).status, 404);
        QCOMPARE(bob("PATCH", item, { { u"name"_s, u"Mine"_s } }).status, 404);
        QCOMPARE(bob("DELETE", item).status, 404);
        QCOMPARE(bob("PUT", list + "/members/me", { { u"role"_s, u"owner"_s } }).status, 404);
        QCOMPARE(itemNames(ana("GET", list + "/items")), QStringList { u"Milk"_s });
    }

    void rolesHold()
    {
        const QByteArray list = makeList();
        share(list, u"viewer"_s);
        QCOMPARE(bob("GET", list + "/items").status, 200);
        QCOMPARE(textOf(bob("GET", list), "role"), QByteArray("viewer"));
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).code(), u"read_only"_s);
        QCOMPARE(bob("PATCH", list, { { u"name"_s, u"Mine"_s } }).status, 403);
        QCOMPARE(bob("DELETE", list).status, 403);
        QCOMPARE(bob("PUT", list + "/members/me", { { u"role"_s, u"owner"_s } }).status, 403);
        share(list, u"editor"_s);
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).status, 200);
        QCOMPARE(bob("PUT", list + "/members/" + m_ana.id, { { u"role"_s, u"viewer"_s } }).status, 403);
        QCOMPARE(bob("DELETE", list + "/members/" + m_ana.id).status, 403);
        QCOMPARE(bob("GET", list + "/members").json().value("members"_L1).toArray().size(), 2);
    }

    void aMemberWhoWasRemovedSeesNothingFromThenOn()
    {
        const QByteArray list = makeList();
        share(list, u"editor"_s);
        Listener listener(m_larderd->syncPort(), m_bob.token);
        QTRY_VERIFY(listener.isWelcome());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(bob("GET", list + "/items").status, 200);
        }
        QCOMPARE(ana("DELETE", list + "/members/" + m_bob.id).status, 204);
        QCOMPARE(bob("GET", list + "/items").status, 404);
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).status, 404);
        QTRY_VERIFY(listener.wasDropped());
    }

    void membersAreNamedByOwnersAndMayLeave()
    {
        const QByteArray list = makeList();
        QCOMPARE(ana("PUT", list + "/members/nobody@example.org", { { u"role"_s, u"editor"_s } }).status, 404);
        QCOMPARE(ana("PUT", list + "/members/" + m_bob.id, { { u"role"_s, u"king"_s } }).status, 400);
        QCOMPARE(ana("PUT", list + "/members/" + m_bob.id, { { u"role"_s, u"editor"_s } }).status, 204);
        QCOMPARE(bob("DELETE", list + "/members/me").status, 204);
        QCOMPARE(bob("GET", list).status, 404);
        const HttpAnswer last = ana("DELETE", list + "/members/me");
        QCOMPARE(last.status, 409);
        QVERIFY(textOf(last, "detail").contains("owner"));
    }

    // ---- the server itself

    void itSaysWhatItIs()
    {
        HttpClient client(m_larderd->httpPort());
        const QJsonObject info = client.ask("GET", "/api/info").json();
        QCOMPARE(info.value("name"_L1).toString(), u"Larder"_s);
        QVERIFY(!info.value("version"_L1).toString().isEmpty());
        QCOMPARE(info.value("protocol"_L1).toObject().value("newest"_L1).toInt(), protocol::kVersion);
        QCOMPARE(info.value("sync"_L1).toString(), u"ws://localhost:%1/"_s.arg(m_larderd->syncPort()));
        QCOMPARE(client.ask("GET", "/health").status, 200);
        const QByteArray metrics = client.ask("GET", "/metrics").body;
        for (const char *name : { "larder_http_requests_total{", "larder_http_request_duration_seconds_bucket{", "larder_gateway_clients ",
                 "larder_auth_attempts_total{", "process_resident_memory_bytes " }) {
            QVERIFY2(metrics.contains(QByteArray(QByteArray("\n") + name)), name);
        }
    }

    void aLargePostCostsNoMemory()
    {
        const qint64 before = m_larderd->residentBytes();
        for (const QByteArray &framing : { QByteArray("Content-Length: 314572800"), QByteArray("Transfer-Encoding: chunked") }) {
            HttpClient client(m_larderd->httpPort());
            client.send("POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + framing + "\r\n\r\n");
            const QByteArray megabyte = "100000\r\n" + QByteArray(1 << 20, 'x') + "\r\n";
            qint64 sent = 0;
            qint64 most = 0;
            while (sent < 300 && client.socket().state() == QAbstractSocket::ConnectedState) {
                if (client.socket().bytesToWrite() < megabyte.size()) {
                    client.socket().write(megabyte);
                    ++sent;
                }
                QTest::qWait(1);
                most = std::max(most, m_larderd->residentBytes());
            }
            QCOMPARE(client.receive(100ms).status, 413);
            QVERIFY2(most - before < 8 << 20, qPrintable(QString::number((most - before) >> 10) + u" KiB"_s));
        }
    }

    void theLogHasRequestIdsAndNoSecrets()
    {
        HttpClient client(m_larderd->httpPort());
        const QByteArray secretive = R"({"email":"planted-mail@example.org","password":"planted-password"})";
        QCOMPARE(client.ask("POST", "/api/auth/login", secretive, { { "X-Request-Id", "planted-request" } }).status, 401);
        client.ask("POST", "/api/auth/refresh", R"({"refreshToken":"planted-token"})");
        client.ask("DELETE", "/api/lists/x/members/planted-mail@example.org", {}, { { "Authorization", "Bearer planted-token" } });
        client.ask("GET", "/api/lists?token=planted-token");
        const QByteArray log = m_larderd->log();
        bool found = false;
        for (const QByteArray &line : log.split('\n')) {
            if (!line.isEmpty()) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                QVERIFY2(object.contains("ts"_L1) && object.contains("level"_L1) && object.contains("category"_L1) && object.contains("msg"_L1), line.constData());
                found = found || (object.value("request"_L1) == u"planted-request"_s && object.value("status"_L1).toInt() == 401);
            }
        }
        QVERIFY(found);
        QVERIFY2(!log.contains(R"("level":"error")"), log.constData());
        for (const QByteArray &secret : { QByteArray("planted-mail"), QByteArray("planted-password"), QByteArray("planted-token"), QByteArray("correct horse"),
                 QByteArray("ana@example.org"), m_ana.token, m_ana.refreshToken, m_ana.token.split('.').last() }) {
            QVERIFY2(!log.contains(secret), secret.constData());
        }
    }

    void attemptsAreLimited()
    {
        const auto strict = startLarderd({ u"--auth-attempts-per-minute"_s, u"5"_s });
        int limited = 0;
        for (int i = 0; i < 8; ++i) {
            const HttpAnswer answer = strict->call("POST", "/api/auth/login", { { u"email"_s, u"ana@example.org"_s }, { u"password"_s, u"guess"_s } });
            if (answer.status == 429) {
                ++limited;
                QCOMPARE(answer.code(), u"rate_limited"_s);
                QVERIFY(answer.headers.value("retry-after").toInt() > 0);
            }
        }
        QVERIFY(limited >= 2);
    }

    void ofRefreshesOnlyTheFailedAreLimited()
    {
        const auto strict = startLarderd({ u"--auth-attempts-per-minute"_s, u"5"_s });
        QByteArray token = strict->registerUser("Eva").refreshToken;
        const auto tryRefresh = [&](const QByteArray &with) {
            return strict->call("POST", "/api/auth/refresh", { { u"refreshToken"_s, QString::fromLatin1(with) } });
        };
        int limited = 0;
        for (int i = 0; i < 12; ++i) {
            const HttpAnswer good = tryRefresh(token);
            QCOMPARE(good.status, 200);
            token = textOf(good, "refreshToken");
            const HttpAnswer bad = tryRefresh("made-up");
            QVERIFY(bad.status == 401 || (bad.status == 429 && bad.headers.value("retry-after").toInt() > 0));
            limited += bad.status == 429 ? 1 : 0;
        }
        QVERIFY(limited >= 2);
    }

    void whatWasAnsweredSurvivesAKill()
    {
        const auto larderd = std::make_unique<Larderd>();
        const auto eva = larderd->registerUser("Eva");
        const QByteArray list = "/api/lists/" + textOf(larderd->call("POST", "/api/lists", { { u"name"_s, u"Kept"_s } }, eva.token), "id");
        QStringList expected;
        for (int i = 0; i < 10; ++i) {
            expected.append(u"Item %1"_s.arg(i));
            QCOMPARE(larderd->call("POST", list + "/items", { { u"name"_s, expected.last() } }, eva.token).status, 200);
            larderd->kill();
            larderd->start();
            // The keys are kept too, so the token is still good.
            QCOMPARE(itemNames(larderd->call("GET", list + "/items", {}, eva.token)), expected);
        }
    }

    void itStopsWhenAskedAlsoWithClientsConnected()
    {
        const auto larderd = startLarderd();
        const auto eva = larderd->registerUser("Eva");
        Listener listener(larderd->syncPort(), eva.token);
        QTRY_VERIFY(listener.isWelcome());
        HttpClient idle(larderd->httpPort());
        QCOMPARE(idle.ask("GET", "/health").status, 200);
        HttpClient half(larderd->httpPort());
        half.send("GET /health HT");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(larderd->terminate(), 0);
        QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(listener.isClosed());
        QVERIFY(larderd->log().contains("\"stopped\""));
    }

    void theLastFileDescriptorsAreForTheServerItself()
    {
        constexpr int kMore = 16; // with some for the database's connections that come later
        const auto larderd = startLarderd();
        const auto eva = larderd->registerUser("Eva");
        QTRY_COMPARE(larderd->call("GET", "/ready").status, 200);
        const auto opened = [folder = u"/proc/%1/fd"_s.arg(larderd->pid())] {
            return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
        };
        const auto before = opened();
        rlimit limit {};
        limit.rlim_cur = limit.rlim_max = rlim_t(before) + server::kSpareDescriptors + kMore;
        QCOMPARE(::prlimit(pid_t(larderd->pid()), RLIMIT_NOFILE, &limit, nullptr), 0);
        for (const quint16 port : { larderd->httpPort(), larderd->syncPort() }) {
            std::vector<std::unique_ptr<QTcpSocket>> crowd;
            for (int i = 0; i < 4 * kMore; ++i) {
                crowd.push_back(std::make_unique<QTcpSocket>());
                crowd.back()->connectToHost(QHostAddress::LocalHost, port);
                QVERIFY(crowd.back()->waitForConnected(5'000)); // to the kernel
            }
            QTRY_COMPARE(crowd.back()->state(), QAbstractSocket::UnconnectedState);
            QCOMPARE(crowd.front()->state(), QAbstractSocket::ConnectedState);
            crowd.clear();
            QTRY_VERIFY(opened() <= before + kMore / 2); // the next crowd finds room
        }
        QVERIFY(larderd->log().contains("out of file descriptors"));
        HttpClient client(larderd->httpPort());
        QTRY_COMPARE(client.ask("GET", "/health").status, 200);
        const auto devices = [&] { return std::make_unique<Listener>(larderd->syncPort(), eva.token); };
        auto device = devices();
        QTRY_VERIFY((device->isWelcome() || (device->isClosed() && (device = devices(), false))));
    }

    void anIdleServerIsSmall()
    {
        const auto larderd = startLarderd();
        QTRY_COMPARE(larderd->call("GET", "/ready").status, 200);
        QVERIFY2(larderd->residentBytes() <= 40 << 20, qPrintable(QString::number(larderd->residentBytes() >> 10) + u" KiB"_s));
    }

#ifdef LARDER_ON_POSTGRES
    void twoNodesAreOneService()
    {
        const auto database = test::PostgresServer::shared().createDatabase();
        Larderd first(database);
        Larderd second(database, { u"--keys-file"_s, first.folder() + u"/keys.json"_s });
        const auto eva = first.registerUser("Eva");
        const QByteArray list = "/api/lists/" + textOf(first.call("POST", "/api/lists", { { u"name"_s, u"Shared"_s } }, eva.token), "id");
        QTRY_COMPARE(second.call("GET", "/ready").status, 200);
        QCOMPARE(itemNames(second.call("GET", list + "/items", {}, eva.token)), QStringList());
        // The second knows the list by heart, but not yet whom it was shared with on the first.
        const auto fay = first.registerUser("Fay");
        QCOMPARE(second.call("GET", list + "/items", {}, fay.token).status, 404);
        QCOMPARE(first.call("PUT", list + "/members/" + fay.id, { { u"role"_s, u"viewer"_s } }, eva.token).status, 204);
        QCOMPARE(second.call("GET", list + "/items", {}, fay.token).status, 200);
        Listener listener(second.syncPort(), eva.token);
        QTRY_VERIFY(listener.isWelcome());
        QCOMPARE(first.call("POST", list + "/items", { { u"name"_s, u"Milk"_s } }, eva.token).status, 200);
        QTRY_COMPARE(itemNames(second.call("GET", list + "/items", {}, eva.token)), QStringList { u"Milk"_s });
        QTRY_VERIFY(listener.itemNames().contains(u"Milk"_s));
        test::PostgresSession psql(database);
        psql.run(u"UPDATE item SET name = 'Oat milk'"_s);
        QTRY_COMPARE(itemNames(first.call("GET", list + "/items", {}, eva.token)), QStringList { u"Oat milk"_s });
        QTRY_COMPARE(itemNames(second.call("GET", list + "/items", {}, eva.token)), QStringList { u"Oat milk"_s });
    }

    void aSessionThatEndsOnOneNodeEndsOnTheOther()
    {
        const auto database = test::PostgresServer::shared().createDatabase();
        Larderd first(database);
        Larderd second(database, { u"--keys-file"_s, first.folder() + u"/keys.json"_s });
        const auto eva = first.registerUser("Eva");
        const auto fay = first.registerUser("Fay");
        QTRY_COMPARE(second.call("GET", "/ready").status, 200);
        Listener evas(second.syncPort(), eva.token);
        Listener fays(second.syncPort(), fay.token);
        QTRY_VERIFY(evas.isWelcome() && fays.isWelcome());
        QCOMPARE(second.call("GET", "/api/me", {}, eva.token).status, 200);
        QCOMPARE(first.call("POST", "/api/auth/logout", {}, eva.token).status, 204);
        QTRY_VERIFY(evas.isClosed());
        QCOMPARE(second.call("GET", "/api/me", {}, eva.token).status, 401);
        QCOMPARE(second.call("GET", "/api/me", {}, fay.token).status, 200);
        QVERIFY(!fays.isClosed());
    }

    void withoutItsDatabaseItSaysSoAndComesBack()
    {
        test::PostgresServer server;
        Larderd larderd(server.createDatabase());
        const auto eva = larderd.registerUser("Eva");
        const QByteArray list = "/api/lists/" + textOf(larderd.call("POST", "/api/lists", { { u"name"_s, u"Kept"_s } }, eva.token), "id");
        QTRY_COMPARE(larderd.call("GET", "/ready").status, 200);
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(larderd.call("GET", "/ready").status, 503, 20'000);
        QCOMPARE(larderd.call("GET", "/health").status, 200);
        const HttpAnswer down = larderd.call("POST", list + "/items", { { u"name"_s, u"Milk"_s } }, eva.token);
        QCOMPARE(down.status, 503);
        QCOMPARE(down.code(), u"unavailable"_s);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(larderd.call("GET", "/ready").status, 200, 30'000);
        // Every pooled connection is dead by now, and nobody is made to notice.
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(larderd.call("POST", list + "/items", { { u"name"_s, u"Milk"_s } }, eva.token).status, 200);
            QCOMPARE(itemNames(larderd.call("GET", list + "/items", {}, eva.token)).size(), i + 1);
        }
        // An operator reads that it was away and is back, and that nothing is wrong with larderd itself.
        QCOMPARE(larderd.terminate(), 0);
        const QByteArray log = larderd.log();
        for (const QByteArray &line : log.split('\n')) {
            QVERIFY2(line.isEmpty() || QJsonDocument::fromJson(line).isObject(), line.constData());
        }
        QVERIFY2(!log.contains("Unable to free"), log.constData());
        QVERIFY2(log.contains("not ready: store") || log.contains("not ready: feed"), log.constData());
        QVERIFY(log.lastIndexOf(R"("msg":"ready")") > log.indexOf("not ready: "));
        QVERIFY2(!log.contains(R"("level":"error")"), log.constData());
    }
#endif
};

QTEST_GUILESS_MAIN(LarderdTest)
#include "larderd_test.moc"
