// Registering, signing in, refreshing and signing out, at a really started larderd.
#include "tests/integration/larderd_fixture.h"

#include <QtCore/QJsonDocument>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;

class LarderdAccountsTest : public LarderdFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { checkLogForSecrets(); }

    void registeringSignsIn()
    {
        const HttpAnswer me = ana("GET", "/api/me");
        QCOMPARE(me.status, 200);
        QCOMPARE(me.json(),
            (QJsonObject { { u"id"_s, QString::fromLatin1(m_ana.id) }, { u"email"_s, u"ana@example.org"_s },
                { u"name"_s, u"Ana"_s } }));
        QCOMPARE(ana("GET", "/api/auth/me").json(), me.json());
    }

    void anAddressRegistersOnceInAnyCase()
    {
        const HttpAnswer again = m_larderd->call("POST", "/api/auth/register",
            { { u"email"_s, u"ANA@Example.Org"_s }, { u"name"_s, u"Ana"_s },
                { u"password"_s, u"correct horse"_s } });
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
        QCOMPARE(m_larderd->call("POST", "/api/auth/register", { { u"email"_s, 7 }, { u"admin"_s, true } })
                     .json()
                     .value("errors"_L1)
                     .toArray()
                     .size(),
            4);
    }

    void signingInTakesThePasswordAndNothingElse()
    {
        const auto signIn = [&](const QString &email, const QString &password) {
            return m_larderd->call(
                "POST", "/api/auth/login", { { u"email"_s, email }, { u"password"_s, password } });
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
        const QByteArray body
            = QJsonDocument(QJsonObject { { u"refreshToken"_s, QString::fromLatin1(twins.refreshToken) } })
                  .toJson(QJsonDocument::Compact);
        HttpClient first(m_larderd->httpPort());
        HttpClient second(m_larderd->httpPort());
        const QByteArray request = "POST /api/auth/refresh HTTP/1.1\r\nHost: x\r\nContent-Type: "
                                   "application/json\r\nContent-Length: "
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
        QCOMPARE(
            m_larderd->call("POST", "/api/auth/logout", { { u"refreshToken"_s, u"made-up"_s } }).status, 401);
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
        const QByteArray none = QByteArray(R"({"alg":"none","typ":"JWT"})")
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const QList<QByteArray> forged { "x", none + '.' + parts[1] + '.',
            none + '.' + parts[1] + '.' + parts[2], parts[0] + '.' + parts[1] + '.',
            parts[0] + '.' + m_bob.token.split('.')[1] + '.' + parts[2] };
        for (const QByteArray &token : forged) {
            const HttpAnswer answer = m_larderd->call("GET", "/api/me", {}, token);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.code(), u"unauthenticated"_s);
            Listener listener(m_larderd->syncPort(), token);
            QTRY_VERIFY(listener.isClosed());
            QVERIFY(!listener.isWelcome());
        }
    }
};

QTEST_GUILESS_MAIN(LarderdAccountsTest)
#include "larderd_accounts_test.moc"
