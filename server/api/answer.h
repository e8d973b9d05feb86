// What a handler gives back, and how it becomes bytes on the wire: status line, our security headers, the
// request's id, the body. JSON is all we speak, so browsers are told to sniff, frame, run and store nothing.
#pragma once

#include "server/api/problem.h"

#include <QtCore/QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace larder::server {

struct Answer {
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    std::optional<Problem> problem = {}; // instead of a body; rendered when the request's id is known
    QString cause = {}; // of a problem, for the log

    static Answer json(QByteArray body) { return Answer { .body = std::move(body) }; }
    static Answer nothing() { return Answer { .status = 204, .contentType = {} }; }
    static Answer of(Problem problem);
    static Answer of(const Error &error);
};

enum class Connection : quint8 { KeepAlive, Close };
enum class BodyPart : quint8 { Whole, HeaderOnly }; // the answer to HEAD

struct Wire {
    QByteArray requestId = {};
    Connection connection = Connection::KeepAlive;
    BodyPart part = BodyPart::Whole;
    QByteArray date = {}; // RFC 9110 §6.6.1
};

QByteArray toBytes(const Answer &answer, const Wire &wire);

} // namespace larder::server
