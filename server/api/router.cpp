#include "server/api/router.h"

namespace larder::server {

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    }
    return {};
}

void Router::add(Method method, const char *pattern, Access access, Handler handler)
{
    m_routes.push_back({ method, pattern, QString::fromLatin1(pattern).split(u'/', Qt::SkipEmptyParts),
        access, std::move(handler) });
}

static bool fits(const QStringList &pattern, const QList<QStringView> &segments)
{
    if (pattern.size() != segments.size()) {
        return false;
    }
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!pattern[i].startsWith(u':') && pattern[i] != segments[i]) {
            return false;
        }
    }
    return true;
}

Router::Match Router::match(std::optional<Method> method, const QString &path) const
{
    const QList<QStringView> segments = QStringView(path).split(u'/', Qt::SkipEmptyParts);
    Match result;
    for (const Route &route : m_routes) {
        if (!fits(route.segments, segments)) {
            continue;
        }
        if (route.method == method) {
            result.route = &route;
            for (qsizetype i = 0; i < segments.size(); ++i) {
                if (route.segments[i].startsWith(u':')) {
                    result.captured.append(segments[i].toString());
                }
            }
            return result;
        }
        result.allowed.append(result.allowed.isEmpty() ? "" : ", ").append(methodName(route.method));
        if (route.method == Method::Get) {
            result.allowed.append(", HEAD");
        }
    }
    return result;
}

} // namespace larder::server
