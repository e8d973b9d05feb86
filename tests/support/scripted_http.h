// A real HTTP server of a few lines, whose answers are a function of the test: for the client's REST calls.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>

#include <functional>
#include <vector>

namespace larder::test {

struct HttpRequest {
    QByteArray method;
    QByteArray path;
    QByteArray authorization;
    QJsonObject body;
};

struct HttpAnswer {
    enum class Way { Answer, HangUp, StaySilent };
    int status = 200;
    QByteArray body;
    QByteArray headers; // more lines, each with its \r\n
    Way way = Way::Answer;
};

class ScriptedHttp final : public QTcpServer {
    Q_OBJECT

public:
    ScriptedHttp();

    QUrl url() const;
    std::function<HttpAnswer(const HttpRequest &)> answer;
    std::vector<HttpRequest> requests;

private:
    void serve();
};

HttpAnswer json(const QJsonObject &object, int status = 200);
// As Larder's server refuses: RFC 9457 with a code.
HttpAnswer problem(int status, const QString &code);

} // namespace larder::test
