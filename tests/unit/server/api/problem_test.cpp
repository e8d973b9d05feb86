#include "server/api/answer.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

class ProblemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAStatusAndASentence()
    {
        for (int i = 0; i <= int(Code::Internal); ++i) {
            const Problem problem = problemOf(Code(i));
            QVERIFY2(problem.status >= 400 && problem.status < 600, qPrintable(wireName(Code(i))));
            QVERIFY(problem.detail.size() > 10 && problem.detail.endsWith(u'.'));
            QVERIFY(reasonPhrase(problem.status) != "Internal Server Error" || problem.status == 500);
        }
    }

    void everyStatusOfTheTransportHasItsOwnProblem()
    {
        for (const int status : { 400, 408, 413, 415, 417, 429, 431, 501, 503, 505 }) {
            QCOMPARE(problemOfStatus(status).status, status);
        }
    }

    void whatIsNotThereAndWhatIsNotYoursLookTheSame()
    {
        QCOMPARE(problemOf(Code::NotAMember), problemOf(Code::NotFound));
        QCOMPARE(problemOf(Code::SpaceGone), problemOf(Code::NotFound));
    }

    void theDatabasesWordsStayInside()
    {
        const Problem problem
            = problemOf(Error { Code::Storage, u"duplicate key (email)=(ana@example.org)"_s });
        QVERIFY(!toJson(problem, "id").contains("ana@"));
        QCOMPARE(problem.status, 500);
    }

    void aDocumentHasTheMembersOfRfc9457()
    {
        Problem problem = problemOf(Code::InvalidValue);
        problem.faults = { { u"quantity"_s, u"A whole number."_s } };
        const QJsonObject object = QJsonDocument::fromJson(toJson(problem, "req-1")).object();
        QCOMPARE(object.value("type"_L1).toString(), u"urn:larder:problem:invalid_value"_s);
        QCOMPARE(object.value("title"_L1).toString(), u"Bad Request"_s);
        QCOMPARE(object.value("status"_L1).toInt(), 400);
        QCOMPARE(object.value("code"_L1).toString(), u"invalid_value"_s);
        QCOMPARE(object.value("detail"_L1).toString(), problem.detail);
        QCOMPARE(object.value("instance"_L1).toString(), u"req-1"_s);
        QCOMPARE(
            object.value("errors"_L1).toArray().at(0).toObject().value("field"_L1).toString(), u"quantity"_s);
    }

    void anAnswerWithoutContentHasNoLength()
    {
        for (const int status : { 204, 304 }) {
            const QByteArray bytes = toBytes(Answer { .status = status, .contentType = {} }, { "id" });
            QVERIFY(!bytes.toLower().contains("content-length"));
            QVERIFY(bytes.endsWith("\r\n\r\n"));
        }
        QVERIFY(toBytes(Answer::json("{}"), { "id" }).contains("\r\nContent-Length: 2\r\n"));
    }
};

QTEST_GUILESS_MAIN(ProblemTest)
#include "problem_test.moc"
