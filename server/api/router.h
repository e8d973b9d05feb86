// Which handler answers a request: patterns like "/api/lists/:list/items", matched segment by segment.
//
// What no pattern matches is 404; what only other methods match is 405, with an Allow header. HEAD is GET
// without the body, and OPTIONS is answered from the table. Built once at the start, then only read.
#pragma once

#include "server/api/request.h"

#include <vector>

namespace larder::server {

enum class Access : quint8 { Anyone, Account };

struct Route {
    Method method = Method::Get;
    QByteArray pattern; // also the name of the route in metrics and logs, where ids must not stand
    QStringList segments;
    Access access = Access::Account;
    Handler handler;
};

class Router {
public:
    void add(Method method, const char *pattern, Access access, Handler handler);

    struct Match {
        const Route *route = nullptr;
        QStringList captured;
        QByteArray allowed; // the methods of this path, when none is the asked one; empty: no such path
    };
    // Without a method: only `allowed` is of interest.
    Match match(std::optional<Method> method, const QString &path) const;

private:
    std::vector<Route> m_routes;
};

QByteArray methodName(Method method);

} // namespace larder::server
