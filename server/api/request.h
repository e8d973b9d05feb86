// What a handler is told: values, copied out of Qt's request, because that one dies with its connection while
// an answer may still be under way on another thread.
#pragma once

#include "server/api/answer.h"
#include "server/gateway/authenticator.h"

#include <QtCore/QFuture>
#include <QtCore/QStringList>
#include <QtNetwork/QHostAddress>

#include <functional>
#include <variant>

namespace larder::server {

enum class Method : quint8 { Get, Post, Put, Patch, Delete };

struct Request {
    Method method = Method::Get;
    QString path;
    QStringList captured; // what stood in the place of each `:name` of the route
    QByteArray id; // goes into the answer and every log line
    QByteArray body;
    QByteArray contentType;
    QByteArray authorization;
    QByteArray ifNoneMatch;
    QByteArray host;
    QByteArray userAgent;
    bool secure = false; // came to our proxy through TLS
    QHostAddress peer; // the client's, also through a trusted proxy
    std::optional<Identity> caller;
    Error refused { Code::Unauthenticated, {} }; // why there is no caller

    // Of routes with Access::Account, where there always is one.
    model::UserId user() const { return caller ? caller->user : model::UserId {}; }
};

// At once, or when the work on another thread is done. A handler runs on the main thread and must not block
// it.
using Reply = std::variant<Answer, QFuture<Answer>>;
using Handler = std::function<Reply(const Request &)>;

} // namespace larder::server
