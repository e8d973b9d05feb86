// The bounds of a REST call, against servers that don't keep to any. What Session makes of the answers is in
// session_test.
#include "core/sync/rest_client.h"

#include "tests/support/scripted_http.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RestClientTest : public QObject {
    Q_OBJECT

    static Result<QJsonObject> ask(RestClient &client, const QUrl &url)
    {
        std::optional<Result<QJsonObject>> answer;
        client.get(url, [&](Result<QJsonObject> given) { answer = std::move(given); });
        const bool answered = QTest::qWaitFor([&] { return answer.has_value(); }, 30'000);
        return answered ? *answer : Failure(Code::Internal, u"no answer at all"_s);
    }

private Q_SLOTS:
    // With less than kRestTimeout, which a test can't wait for.
    void aServerThatNeverAnswersIsGivenUp()
    {
        ScriptedHttp server;
        server.answer = [](const ScriptedRequest &) {
            return ScriptedAnswer { 200, {}, {}, ScriptedAnswer::Way::StaySilent };
        };
        RestClient client(nullptr, 200ms);
        QCOMPARE(ask(client, server.url()).error().code, Code::Timeout);
        QCOMPARE(server.requests.size(), 1u);
    }

    void aServerThatStopsInTheMiddleIsGivenUp()
    {
        ScriptedHttp server;
        server.answer = [](const ScriptedRequest &) {
            ScriptedAnswer half = json({ { "name"_L1, u"Larder"_s } });
            half.withheld = 5;
            return half;
        };
        RestClient client(nullptr, 200ms);
        QCOMPARE(ask(client, server.url()).error().code, Code::Timeout);
    }

    void anAnswerMayBeAsLongAsTheLimit()
    {
        ScriptedHttp server;
        qsizetype length = limits::kRestAnswerBytes;
        server.answer = [&](const ScriptedRequest &) {
            ScriptedAnswer padded = json({ { "name"_L1, u"Larder"_s } });
            padded.body = padded.body.leftJustified(length, ' ');
            return padded;
        };
        RestClient client;
        const auto longest = ask(client, server.url());
        QVERIFY(longest);
        QCOMPARE(longest->value("name"_L1).toString(), u"Larder"_s);
        ++length;
        QCOMPARE(ask(client, server.url()).error().code, Code::TooLarge);
    }
};

QTEST_GUILESS_MAIN(RestClientTest)
#include "rest_client_test.moc"
