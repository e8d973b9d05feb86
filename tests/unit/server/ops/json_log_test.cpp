#include "server/ops/json_log.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <thread>

using namespace larder::server;
using namespace Qt::StringLiterals;

class JsonLogTest : public QObject {
    Q_OBJECT

    static QJsonObject parse(const QByteArray &line)
    {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(line, &error);
        return error.error == QJsonParseError::NoError && line.count('\n') == 1 && line.endsWith('\n')
            ? document.object()
            : QJsonObject();
    }

private Q_SLOTS:
    void aLineIsOneObject()
    {
        const QJsonObject line = parse(
            toLogLine(LogLevel::Warning, "larder.api", u"slow"_s, 1'714'561'200'123, { { u"ms"_s, 7 } }));
        QCOMPARE(line.value("ts"_L1).toString(), u"2024-05-01T11:00:00.123Z"_s);
        QCOMPARE(line.value("level"_L1).toString(), u"warning"_s);
        QCOMPARE(line.value("category"_L1).toString(), u"larder.api"_s);
        QCOMPARE(line.value("msg"_L1).toString(), u"slow"_s);
        QCOMPARE(line.value("ms"_L1).toInt(), 7);
        QVERIFY(!line.contains("request"_L1));
    }

    void nothingInAMessageBreaksTheLine()
    {
        const QString odd
            = u"a\"b\\c\nd\re\tf\u0001 ü \U0001F95B "_s + QChar(0xd800) + QChar(0) + u"\u2028"_s;
        const QJsonObject line = parse(toLogLine(LogLevel::Info, "x", odd, 0, {}));
        QVERIFY(line.value("msg"_L1).toString().startsWith(u"a\"b\\c\nd\re\tf\u0001 ü \U0001F95B"_s));
    }

    void aRequestsIdIsOnItsLinesAlone()
    {
        const RequestScope outer("req-1");
        {
            const RequestScope inner("req-2");
            QCOMPARE(parse(toLogLine(LogLevel::Info, "x", u"m"_s, 0, {})).value("request"_L1).toString(),
                u"req-2"_s);
        }
        QCOMPARE(
            parse(toLogLine(LogLevel::Info, "x", u"m"_s, 0, {})).value("request"_L1).toString(), u"req-1"_s);
        std::thread([] {
            QVERIFY(!parse(toLogLine(LogLevel::Info, "x", u"m"_s, 0, {})).contains("request"_L1));
        }).join();
    }
};

QTEST_GUILESS_MAIN(JsonLogTest)
#include "json_log_test.moc"
