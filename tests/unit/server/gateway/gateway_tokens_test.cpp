// Real access tokens at a real socket: good ones get in, and nothing else does.
#include "core/protocol/close_code.h"
#include "server/accounts/tokens.h"
#include "tests/support/gateway_house.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const server::SigningKey kKey { "key-1"_ba, "a secret of thirty-two bytes ...."_ba };

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedWith(const QByteArray &secret, const QByteArray &header, const QByteArray &claims)
{
    const QByteArray text = base64(header) + '.' + base64(claims);
    return text + '.' + base64(QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
}

QByteArray header(const QString &algorithm, const QString &key = u"key-1"_s)
{
    QJsonObject object { { u"kid"_s, key }, { u"typ"_s, u"JWT"_s } };
    if (!algorithm.isEmpty()) {
        object.insert(u"alg"_s, algorithm);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class GatewayTokensTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<GatewayHouse> m_house;
    server::Tokens *m_tokens = nullptr;

    QByteArray claims(const QString &issuer = u"larder"_s)
    {
        const qint64 now = std::chrono::duration_cast<std::chrono::seconds>(m_house->clock.now()).count();
        const QJsonObject object { { u"iss"_s, issuer }, { u"sub"_s, user(1).toString() },
            { u"sid"_s, session(1).toString() }, { u"iat"_s, now }, { u"exp"_s, now + 900 } };
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    std::unique_ptr<SocketClient> enter(const QByteArray &token)
    {
        auto client = std::make_unique<SocketClient>();
        protocol::Hello hello = SocketClient::helloOf(1);
        hello.token = QString::fromUtf8(token);
        client->enter(m_house->url(), hello);
        return client;
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<GatewayHouse>(
            server::Gateway::Config { .connectionsPerAddress = 0 }, [this](const Clock &clock) {
                auto tokens = std::make_unique<server::Tokens>(std::vector { kKey }, clock);
                m_tokens = tokens.get();
                return tokens;
            });
        m_house->push(user(1),
            { listWrite(space(1), m_house->clock.now(), { { model::list::kName, u"Groceries"_s } }) });
    }
    void cleanup() { m_house.reset(); }

    void aGoodTokenGetsInUntilItEnds()
    {
        const auto client = enter(m_tokens->sign(user(1), session(1)));
        QTRY_VERIFY(client->isWelcome());
        QTRY_COMPARE(client->cursor(space(1)), 1);
        m_house->clock.moveOn(15min);
        QTRY_VERIFY(client->isClosed());
    }

    void aTokenMadeByHandInTheSameWayGetsIn()
    {
        const auto client = enter(signedWith(kKey.secret, header(u"HS256"_s), claims()));
        QTRY_VERIFY(client->isWelcome() || client->isClosed());
        QVERIFY(client->isWelcome()); // so that those below fail for their own reasons
    }

    void nothingElseGetsIn_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("secret"); // null: without a signature
        QTest::addColumn<QString>("issuer");
        const QByteArray good = header(u"HS256"_s);
        QTest::newRow("alg none") << header(u"none"_s) << QByteArray() << u"larder"_s;
        QTest::newRow("alg None") << header(u"None"_s) << QByteArray() << u"larder"_s;
        QTest::newRow("no signature") << good << QByteArray() << u"larder"_s;
        QTest::newRow("no alg") << header({}) << kKey.secret << u"larder"_s;
        QTest::newRow("another alg") << header(u"HS512"_s) << kKey.secret << u"larder"_s;
        QTest::newRow("another secret") << good << "not the secret"_ba << u"larder"_s;
        QTest::newRow("an empty secret") << good << ""_ba << u"larder"_s;
        QTest::newRow("an unknown key") << header(u"HS256"_s, u"key-2"_s) << kKey.secret << u"larder"_s;
        QTest::newRow("another issuer") << good << kKey.secret << u"pantry"_s;
    }

    void nothingElseGetsIn()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, secret);
        QFETCH(QString, issuer);
        QByteArray token = signedWith(secret, header, claims(issuer));
        if (secret.isNull()) {
            token.truncate(token.lastIndexOf('.') + 1);
        }
        const auto client = enter(token);
        QTRY_VERIFY(client->isClosed());
        QVERIFY(!client->isWelcome());
        QCOMPARE(client->closeCode(), int(protocol::closeCode(Code::Unauthenticated)));
        QVERIFY(client->rowVersions.empty());
    }

    void aTokenWithOtherClaimsThanWereSignedIsRefused()
    {
        QByteArray token = m_tokens->sign(user(2), session(2));
        const qsizetype begin = token.indexOf('.') + 1;
        token.replace(begin, token.lastIndexOf('.') - begin, base64(claims()));
        const auto client = enter(token);
        QTRY_VERIFY(client->isClosed());
        QVERIFY(!client->isWelcome());
    }

    void anExpiredTokenIsRefusedAsSuch()
    {
        const QByteArray token = m_tokens->sign(user(1), session(1));
        m_house->clock.moveOn(15min);
        const auto client = enter(token);
        QTRY_VERIFY(client->isClosed());
        QVERIFY(!client->isWelcome());
        QCOMPARE(client->closeCode(), int(protocol::closeCode(Code::TokenExpired)));
    }

    void whatIsNoTokenIsRefused()
    {
        for (const QByteArray &token : { ""_ba, "."_ba, ".."_ba, "a.b.c"_ba, QByteArray(60'000, 'a'),
                 "\xc3\xa4.\xc3\xb6.\xc3\xbc"_ba }) {
            const auto client = enter(token);
            QTRY_VERIFY(client->isClosed());
            QVERIFY(!client->isWelcome());
        }
    }

    void anEndedSessionsTokenIsRefused()
    {
        const QByteArray token = m_tokens->sign(user(1), session(1));
        const auto before = enter(token);
        QTRY_VERIFY(before->isWelcome());
        m_tokens->forget(session(1));
        m_house->gateway().closeSession(session(1));
        QTRY_VERIFY(before->isClosed());
        const auto after = enter(token);
        QTRY_VERIFY(after->isClosed());
        QVERIFY(!after->isWelcome());
    }
};

QTEST_GUILESS_MAIN(GatewayTokensTest)
#include "gateway_tokens_test.moc"
