#include "core/sync/access_token.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static QString tokenOf(const QByteArray &payload)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QString::fromLatin1("e30." + payload.toBase64(options) + ".c2ln");
}

class AccessTokenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhenATokenWasMadeAndWhenItEnds()
    {
        const auto times = timesOf(tokenOf(R"({"sub":"x","iat":1767225600,"exp":1767226500})"));
        QVERIFY(times.has_value());
        QCOMPARE(times->issuedAt.count(), Micros(1767225600s).count());
        QCOMPARE((times->expiresAt - times->issuedAt).count(), Micros(15min).count());
    }

    void refusesWhatIsNoSuchToken_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("nothing") << QString();
        QTest::newRow("one part") << u"abc"_s;
        QTest::newRow("four parts") << u"a.b.c.d"_s;
        QTest::newRow("no base64") << u"e30.!!!.c"_s;
        QTest::newRow("no object") << tokenOf("[1,2]");
        QTest::newRow("no end") << tokenOf(R"({"iat":1767225600})");
        QTest::newRow("no birth") << tokenOf(R"({"exp":1767225600})");
        QTest::newRow("ends before it begins") << tokenOf(R"({"iat":20,"exp":10})");
        QTest::newRow("texts") << tokenOf(R"({"iat":"1","exp":"2"})");
        QTest::newRow("overflows in microseconds") << tokenOf(R"({"iat":1,"exp":9007199254740991})");
    }

    void refusesWhatIsNoSuchToken()
    {
        QFETCH(QString, token);
        const auto times = timesOf(token);
        QVERIFY(!times.has_value());
        QCOMPARE(times.error().code, Code::Malformed);
    }
};

QTEST_GUILESS_MAIN(AccessTokenTest)
#include "access_token_test.moc"
