#include "server/api/answer.h"

namespace larder::server {

static constexpr QByteArrayView kSecurityHeaders
    = "X-Content-Type-Options: nosniff\r\n"
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; sandbox\r\n"
      "Referrer-Policy: no-referrer\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\n";

Answer Answer::of(Problem problem)
{
    Answer answer { .status = problem.status, .contentType = "application/problem+json" };
    if (problem.retryAfterSeconds > 0) {
        answer.headers.emplace_back("Retry-After", QByteArray::number(problem.retryAfterSeconds));
    }
    if (problem.status == 401) {
        answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    answer.problem = std::move(problem);
    return answer;
}

Answer Answer::of(const Error &error)
{
    Answer answer = of(problemOf(error));
    answer.cause = error.detail;
    return answer;
}

QByteArray toBytes(const Answer &answer, const Wire &wire)
{
    const QByteArray body = answer.problem ? toJson(*answer.problem, wire.requestId) : answer.body;
    QByteArray bytes;
    bytes.reserve(512 + body.size());
    bytes.append("HTTP/1.1 ")
        .append(QByteArray::number(answer.status))
        .append(' ')
        .append(reasonPhrase(answer.status));
    bytes.append("\r\nDate: ").append(wire.date).append("\r\n");
    if (!answer.contentType.isEmpty()) {
        bytes.append("Content-Type: ").append(answer.contentType).append("\r\n");
    }
    bool cacheSaid = false;
    for (const auto &[name, value] : answer.headers) {
        cacheSaid = cacheSaid || name == "Cache-Control";
        bytes.append(name).append(": ").append(value).append("\r\n");
    }
    if (!cacheSaid) {
        bytes.append("Cache-Control: no-store\r\n");
    }
    bytes.append(kSecurityHeaders);
    bytes.append("X-Request-Id: ").append(wire.requestId).append("\r\n");
    if (wire.connection == Connection::Close) {
        bytes.append("Connection: close\r\n");
    }
    const bool bodiless = answer.status == 204 || answer.status == 304;
    if (!bodiless) {
        bytes.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
    }
    bytes.append("\r\n");
    if (!bodiless && wire.part == BodyPart::Whole) {
        bytes.append(body);
    }
    return bytes;
}

} // namespace larder::server
