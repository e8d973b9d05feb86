// Invariant 4, of who comes without a good token: forged in every way that has ever worked somewhere, cut
// off, another's.
#include "tests/faults/security_fixture.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// JSON is easier to read without escapes.
static QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

class SecurityTokensTest : public SecurityFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { checkLogForSecrets(); }
    void init() { makeList(); }
    void cleanup() { deleteList(); }

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
            QTest::addRow("alg %s, unsigned", alg)
                << header << good << QByteArray("none") << Code::Unauthenticated;
            QTest::addRow("alg %s, signed", alg) << header << good << none << Code::Unauthenticated;
        }
        QTest::newRow("no alg") << quoted("{'kid':'KID','typ':'JWT'}") << good << none
                                << Code::Unauthenticated;
        QTest::newRow("another kid") << quoted("{'alg':'HS256','kid':'../../etc/passwd','typ':'JWT'}") << good
                                     << none << Code::Unauthenticated;
        QTest::newRow("another issuer")
            << none << QByteArray(good).replace("\"larder\"", "\"other\"") << none << Code::Unauthenticated;
        QTest::newRow("nobody") << none << QByteArray(good).replace("\"sub\":\"ANA\"", "\"sub\":\"\"") << none
                                << Code::Unauthenticated;
        QTest::newRow("expired") << none
                                 << quoted("{'iss':'larder','sub':'ANA','sid':'ANA','iat':EARLIER,'exp':NOW}")
                                 << none << Code::TokenExpired;
        QTest::newRow("without end") << none << quoted("{'iss':'larder','sub':'ANA','sid':'ANA','iat':NOW}")
                                     << none << Code::TokenExpired;
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
        (void)m_larderd->call("POST", "/api/auth/login",
            { { u"email"_s, u"ana@example.org"_s }, { u"password"_s, u"wrong horse"_s } });
        checkLogForSecrets();
    }

private:
    QByteArray key() const
    {
        QFile file(m_larderd->folder() + u"/keys.json"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no keys");
        }
        return file.readAll();
    }
    QByteArray forged(QByteArray header, QByteArray claims, const QByteArray &wantedKey) const
    {
        const QJsonObject first
            = QJsonDocument::fromJson(key()).object()["keys"_L1].toArray().first().toObject();
        const QByteArray kid = first["kid"_L1].toString().toLatin1();
        const qint64 seconds = QDateTime::currentSecsSinceEpoch();
        if (header.isEmpty()) {
            header = quoted("{'alg':'HS256','kid':'KID','typ':'JWT'}");
        }
        header.replace("KID", kid);
        claims.replace("ANA", m_ana.id).replace("NOW", QByteArray::number(seconds - 1));
        claims.replace("LATER", QByteArray::number(seconds + 600))
            .replace("EARLIER", QByteArray::number(seconds - 600));
        const QByteArray text = header.toBase64(kBase64) + '.' + claims.toBase64(kBase64);
        if (wantedKey == "none") {
            return text + '.';
        }
        QByteArray secret = wantedKey == "empty" ? QByteArray() : wantedKey;
        if (wantedKey.isEmpty()) {
            secret = QByteArray::fromBase64(
                first["secret"_L1].toString().toLatin1(), QByteArray::Base64UrlEncoding);
        }
        return text + '.'
            + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64(kBase64);
    }
};

QTEST_GUILESS_MAIN(SecurityTokensTest)
#include "security_tokens_test.moc"
