// A real HTTP server of a few lines, whose answers are a function of the test: for the client's REST calls.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>

#include <functional>
#include <vector>

namespace larder::test {

struct ScriptedRequest {
    QByteArray method;
    QByteArray path;
    QByteArray authorization;
    QJsonObject body;
};

struct ScriptedAnswer {
    enum class Way { Answer, HangUp, StaySilent };
    int status = 200;
    QByteArray body;
    QByteArray headers; // more lines, each with its \r\n
    Way way = Way::Answer;
    qsizetype withheld = 0; // of the announced body, from its end
};

class ScriptedHttp final : public QTcpServer {
    Q_OBJECT

public:
    ScriptedHttp();

    QUrl url() const;
    std::function<ScriptedAnswer(const ScriptedRequest &)> answer;
    std::vector<ScriptedRequest> requests;

private:
    void serve();
};

ScriptedAnswer json(const QJsonObject &object, int status = 200);
// As Larder's server refuses: RFC 9457 with a code.
ScriptedAnswer problem(int status, const QString &code);

} // namespace larder::test
