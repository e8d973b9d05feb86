#include "server/accounts/tokens.h"

#include "core/limits.h"
#include "tests/support/store_home.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::StandingClock;

namespace {

const SigningKey kOld { "old", QByteArray(32, 'o') };
const SigningKey kNew { "new", QByteArray(32, 'n') };
const model::UserId kUser = test::user(1);
const model::SessionId kSession { test::uuid(2) };
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// A token as anybody could put it together.
QByteArray forge(const QJsonObject &header, const QJsonObject &claims, const QByteArray &secret,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    const QByteArray signedPart = QJsonDocument(header).toJson(QJsonDocument::Compact).toBase64(kBase64) + '.'
        + QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(kBase64);
    return signedPart + '.'
        + QMessageAuthenticationCode::hash(signedPart, secret, algorithm).toBase64(kBase64);
}

QJsonObject header(const QString &alg = u"HS256"_s, const QString &kid = u"new"_s)
{
    return { { u"alg"_s, alg }, { u"kid"_s, kid }, { u"typ"_s, u"JWT"_s } };
}

} // namespace

class TokensTest : public QObject {
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<Tokens> m_tokens;

    qint64 seconds() const { return std::chrono::duration_cast<std::chrono::seconds>(m_clock.now()).count(); }
    QJsonObject claims() const
    {
        return { { u"iss"_s, u"larder"_s }, { u"sub"_s, kUser.toString() }, { u"sid"_s, kSession.toString() },
            { u"iat"_s, seconds() }, { u"exp"_s, seconds() + 900 } };
    }
    Code codeOf(const QByteArray &token) const
    {
        const auto verified = m_tokens->verify(QString::fromLatin1(token));
        return verified ? Code::Internal : verified.error().code;
    }

private Q_SLOTS:
    void init() { m_tokens = std::make_unique<Tokens>(std::vector { kNew, kOld }, m_clock); }

    void aTokenSaysWhoItIsOf()
    {
        const auto verified = m_tokens->verify(QString::fromLatin1(m_tokens->sign(kUser, kSession)));
        QVERIFY(verified);
        QCOMPARE(verified->user, kUser);
        QCOMPARE(verified->session, kSession);
        QCOMPARE(verified->expiresAt, Micros(std::chrono::seconds(seconds()) + limits::kAccessTokenLife));
    }

    void aTokenMadeByHandIsTakenSoThatTheOthersMeanSomething()
    {
        QVERIFY(m_tokens->verify(QString::fromLatin1(forge(header(), claims(), kNew.secret))));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto row = [](const char *name, const QByteArray &token) { QTest::newRow(name) << token; };
        const auto with = [this](const QString &claim, const QJsonValue &value) {
            QJsonObject changed = claims();
            changed.insert(claim, value);
            return forge(header(), changed, kNew.secret);
        };
        const QByteArray good = forge(header(), claims(), kNew.secret);
        const QByteArray unsignedPart = good.first(good.lastIndexOf('.'));
        row("empty", "");
        row("no token", "abc");
        row("two parts", unsignedPart);
        row("no signature", unsignedPart + '.');
        row("four parts", good + ".x");
        row("another key", forge(header(), claims(), QByteArray(32, 'x')));
        row("no key", forge(header(), claims(), ""));
        row("unknown kid", forge(header(u"HS256"_s, u"other"_s), claims(), kNew.secret));
        row("no kid", forge({ { u"alg"_s, u"HS256"_s } }, claims(), kNew.secret));
        row("kid of another key", forge(header(u"HS256"_s, u"old"_s), claims(), kNew.secret));
        const QByteArray none
            = QJsonDocument(header(u"none"_s)).toJson(QJsonDocument::Compact).toBase64(kBase64) + '.'
            + QJsonDocument(claims()).toJson(QJsonDocument::Compact).toBase64(kBase64);
        row("alg none without signature", none + '.');
        row("alg none with a signature", forge(header(u"none"_s), claims(), kNew.secret));
        row("alg None", forge(header(u"None"_s), claims(), kNew.secret));
        row("alg hs256", forge(header(u"hs256"_s), claims(), kNew.secret));
        row("alg HS384", forge(header(u"HS384"_s), claims(), kNew.secret, QCryptographicHash::Sha384));
        row("alg HS512", forge(header(u"HS512"_s), claims(), kNew.secret, QCryptographicHash::Sha512));
        row("alg RS256 with our secret", forge(header(u"RS256"_s), claims(), kNew.secret));
        row("alg is a number", forge({ { u"alg"_s, 256 }, { u"kid"_s, u"new"_s } }, claims(), kNew.secret));
        QJsonObject other = claims();
        other.insert(u"sub"_s, test::user(9).toString());
        const QByteArray theirs = forge(header(), other, kNew.secret);
        row("payload of another", theirs.first(theirs.lastIndexOf('.')) + good.sliced(good.lastIndexOf('.')));
        row("no subject", with(u"sub"_s, QJsonValue::Undefined));
        row("subject is no id", with(u"sub"_s, u"ana"_s));
        row("session is no id", with(u"sid"_s, 7));
        row("another issuer", with(u"iss"_s, u"other"_s));
        row("no issuer", with(u"iss"_s, QJsonValue::Undefined));
        row("issued in the future", with(u"iat"_s, seconds() + 3'600));
        row("never issued", with(u"iat"_s, QJsonValue::Undefined));
        row("header is no JSON", "e30x." + good.sliced(good.indexOf('.') + 1));
        row("longer than any", good + QByteArray(limits::kTokenBytes, 'A'));
    }

    void refused()
    {
        QFETCH(QByteArray, token);
        QCOMPARE(codeOf(token), Code::Unauthenticated);
        QCOMPARE(m_tokens->remembered(), 0);
    }

    void everyBitOfATokenCounts()
    {
        const QByteArray good = m_tokens->sign(kUser, kSession);
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bad = good;
            bad[i] = bad[i] == 'A' ? 'B' : 'A';
            // The last character of a part may have bits that mean nothing.
            const bool edge = i + 1 == good.size() || good[i + 1] == '.';
            QVERIFY2(edge || codeOf(bad) == Code::Unauthenticated, bad.constData());
        }
    }

    void aTokenEndsAfterItsQuarterOfAnHour()
    {
        const QByteArray token = m_tokens->sign(kUser, kSession);
        m_clock.advance(limits::kAccessTokenLife - 1s);
        QVERIFY(m_tokens->verify(QString::fromLatin1(token)));
        m_clock.advance(1s);
        QCOMPARE(codeOf(token), Code::TokenExpired); // though it was remembered
        QCOMPARE(codeOf(token), Code::TokenExpired); // and now is not
        QCOMPARE(codeOf(forge(header(),
                     { { u"iss"_s, u"larder"_s }, { u"sub"_s, kUser.toString() },
                         { u"sid"_s, kSession.toString() }, { u"iat"_s, seconds() } },
                     kNew.secret)),
            Code::TokenExpired);
    }

    void aKeyThatWasRotatedOutOfFirstPlaceStillVerifies()
    {
        const Tokens before({ kOld }, m_clock);
        const QByteArray token = before.sign(kUser, kSession);
        QVERIFY(m_tokens->verify(QString::fromLatin1(token)));
        QVERIFY(!before.verify(QString::fromLatin1(m_tokens->sign(kUser, kSession))));
    }

    void aSessionThatEndedTakesItsTokensAlong()
    {
        const QByteArray token = m_tokens->sign(kUser, kSession);
        const QByteArray other = m_tokens->sign(kUser, { test::uuid(3) });
        QVERIFY(m_tokens->verify(QString::fromLatin1(token)));
        m_tokens->forget(kSession);
        QCOMPARE(codeOf(token), Code::Unauthenticated);
        QVERIFY(m_tokens->verify(QString::fromLatin1(other)));
    }

    void soManyTokensAreRemembered()
    {
        for (int i = 0; i <= limits::kTokenCacheEntries; ++i) {
            QVERIFY(m_tokens->verify(QString::fromLatin1(m_tokens->sign(kUser, { test::uuid(quint64(i)) }))));
        }
        QVERIFY(m_tokens->remembered() <= limits::kTokenCacheEntries);
        QVERIFY(m_tokens->remembered() >= 1);
    }
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tokens_test.moc"
