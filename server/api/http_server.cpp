#include "server/api/http_server.h"

#include "core/logging.h"
#include "server/api/guarded_socket.h"
#include "server/ops/json_log.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtHttpServer/QHttpServerRequest>

#include <cmath>

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr qsizetype kRequestIdChars = 64;

// What is left of a request after its handler returned.
struct HttpServer::Exchange {
    QPointer<GuardedSocket> socket;
    QByteArray requestId;
    QByteArray method;
    QByteArray route = "none"; // the pattern, never the path: that may hold a mail address
    QString peer;
    BodyPart part = BodyPart::Whole;
    Micros began {};
};

HttpServer::HttpServer(Router router, const Authenticator &authenticator, Metrics &metrics,
    const Clock &clock, Random &random, Options options)
    : m_router(std::move(router))
    , m_authenticator(authenticator)
    , m_metrics(metrics)
    , m_clock(clock)
    , m_random(random)
    , m_options(std::move(options))
    , m_server(new GuardedTcpServer(
          m_options.limits, clock,
          [this](int status, const QHostAddress &peer) { return refusal(status, peer); }, this))
{
    connect(m_server, &GuardedTcpServer::drained, this, &HttpServer::drained);
    m_metrics.measured("larder_http_connections", "Open HTTP connections.", Metrics::Shown::Gauge,
        [this] { return double(m_server->connections()); });
}

Result<void> HttpServer::listenOn(const QHostAddress &address, quint16 port)
{
    if (!m_server->listen(address, port)) {
        return Failure(Code::Configuration,
            u"can't listen on %1 port %2 for HTTP: %3; end what uses it, or change --listen or --http-port."_s
                .arg(address.toString())
                .arg(port)
                .arg(m_server->errorString()));
    }
    bind(m_server);
    return {};
}

void HttpServer::drain()
{
    m_server->drain();
}

QByteArray HttpServer::makeRequestId() const
{
    return m_random.bytes(12).toBase64(QByteArray::Base64UrlEncoding);
}

static std::optional<Method> methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
    case QHttpServerRequest::Method::Head:
        return Method::Get;
    case QHttpServerRequest::Method::Post:
        return Method::Post;
    case QHttpServerRequest::Method::Put:
        return Method::Put;
    case QHttpServerRequest::Method::Patch:
        return Method::Patch;
    case QHttpServerRequest::Method::Delete:
        return Method::Delete;
    default:
        return std::nullopt;
    }
}

// Somebody else's id goes into our log and answers, so it must be short and plain.
static bool isSane(const QByteArray &requestId)
{
    return !requestId.isEmpty() && requestId.size() <= kRequestIdChars
        && std::all_of(requestId.begin(), requestId.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
                   || c == '_' || c == '.';
           });
}

// The last address that one of our proxies vouches for.
QHostAddress HttpServer::clientOf(const QHttpServerRequest &request) const
{
    QHostAddress client = request.remoteAddress();
    if (!m_options.trustedProxies.contains(client)) {
        return client;
    }
    const QList<QByteArray> hops = request.value("x-forwarded-for").split(',');
    for (auto hop = hops.rbegin(); hop != hops.rend() && m_options.trustedProxies.contains(client); ++hop) {
        const QHostAddress next(QString::fromLatin1(hop->trimmed()));
        if (next.isNull()) {
            break;
        }
        client = next;
    }
    return client;
}

Request HttpServer::read(const QHttpServerRequest &request) const
{
    Request result;
    result.path = request.url().path();
    result.id = request.value("x-request-id");
    if (!isSane(result.id)) {
        result.id = makeRequestId();
    }
    result.body = request.body();
    result.contentType = request.value("content-type");
    result.authorization = request.value("authorization");
    result.ifNoneMatch = request.value("if-none-match");
    result.host = request.value("host");
    result.userAgent = request.value("user-agent");
    result.secure = m_options.trustedProxies.contains(request.remoteAddress())
        && request.value("x-forwarded-proto").compare("https", Qt::CaseInsensitive) == 0;
    result.peer = clientOf(request);
    return result;
}

bool HttpServer::handleRequest(const QHttpServerRequest &raw, QTcpSocket *socket)
{
    auto *guarded = qobject_cast<GuardedSocket *>(socket);
    if (!guarded) {
        return false;
    }
    Request request = read(raw);
    Exchange exchange { guarded, request.id, "OTHER", "none", request.peer.toString(), BodyPart::Whole,
        m_clock.monotonic() };
    if (raw.method() == QHttpServerRequest::Method::Head) {
        exchange.part = BodyPart::HeaderOnly;
    }
    const RequestScope scope(request.id);
    Router::Match match = m_router.match(methodOf(raw.method()), request.path);
    if (const auto method = methodOf(raw.method())) {
        exchange.method = exchange.part == BodyPart::HeaderOnly ? "HEAD" : methodName(*method);
        request.method = *method;
    }
    if (!match.route) {
        if (match.allowed.isEmpty()) {
            finish(exchange, Answer::of(problemOf(Code::NotFound)));
        } else {
            Answer answer = raw.method() == QHttpServerRequest::Method::Options
                ? Answer::nothing()
                : Answer::of(problemOf(Code::MethodNotAllowed));
            answer.headers.emplace_back("Allow", match.allowed + ", OPTIONS");
            finish(exchange, answer);
        }
        return true;
    }
    exchange.route = match.route->pattern;
    request.captured = std::move(match.captured);
    if (Result<Identity> caller = authenticate(request)) {
        request.caller = *caller;
    } else if (match.route->access == Access::Account) {
        finish(exchange, Answer::of(caller.error()));
        return true;
    } else {
        request.refused = caller.error();
    }
    Reply reply = match.route->handler(request);
    if (auto *answer = std::get_if<Answer>(&reply)) {
        finish(exchange, *answer);
    } else {
        std::get<QFuture<Answer>>(reply).then(
            this, [this, exchange](const Answer &later) { finish(exchange, later); });
    }
    return true;
}

Result<Identity> HttpServer::authenticate(const Request &request) const
{
    static constexpr QByteArrayView kScheme("bearer ");
    const QByteArrayView header(request.authorization);
    if (header.size() <= kScheme.size()
        || header.first(kScheme.size()).compare(kScheme, Qt::CaseInsensitive) != 0) {
        return Failure(Code::Unauthenticated);
    }
    return m_authenticator.verify(QString::fromLatin1(header.sliced(kScheme.size()).trimmed()));
}

// Never called: handleRequest answers all of them.
void HttpServer::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    socket->abort();
}

void HttpServer::finish(const Exchange &exchange, const Answer &answer)
{
    const RequestScope scope(exchange.requestId);
    const double seconds = double((m_clock.monotonic() - exchange.began).count()) / 1e6;
    note(exchange, answer, seconds);
    if (exchange.socket) {
        const Connection connection
            = exchange.socket->answersThenCloses() ? Connection::Close : Connection::KeepAlive;
        exchange.socket->answer(toBytes(answer, { exchange.requestId, connection, exchange.part, date() }));
    }
}

// Made once a second: there are many answers in each.
QByteArray HttpServer::date()
{
    const qint64 now = std::chrono::duration_cast<std::chrono::seconds>(m_clock.now()).count();
    if (now != m_dateAt) {
        m_dateAt = now;
        m_date
            = QLocale::c()
                  .toString(QDateTime::fromSecsSinceEpoch(now, Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
                  .toLatin1();
    }
    return m_date;
}

// What a request's end is to an operator: a defect of ours is an error, that something is away a warning. Not
// to be ready is an answer like others.
static LogLevel levelOf(const Answer &answer)
{
    if (!answer.problem || answer.status < 500) {
        return LogLevel::Info;
    }
    return answer.status == 500 ? LogLevel::Error : LogLevel::Warning;
}

// Successful reads are counted, not logged: there are thousands a second.
void HttpServer::note(const Exchange &exchange, const Answer &answer, double seconds)
{
    Figures &figures = figuresOf(exchange.route, exchange.method, answer.status);
    figures.requests.add();
    figures.duration.observe(seconds);
    const bool read = exchange.method == "GET" || exchange.method == "HEAD";
    if (read && answer.status < 400 && seconds < kSlowSeconds) {
        return;
    }
    QJsonObject members {
        { u"method"_s, QString::fromLatin1(exchange.method) },
        { u"route"_s, QString::fromLatin1(exchange.route) },
        { u"status"_s, answer.status },
        { u"ms"_s, std::round(seconds * 1e6) / 1e3 },
        { u"peer"_s, exchange.peer },
    };
    if (answer.problem) {
        members.insert(u"code"_s, QString(wireName(answer.problem->code)));
    }
    if (!answer.cause.isEmpty()) {
        members.insert(u"cause"_s, answer.cause);
    }
    logLine(levelOf(answer), "larder.api"_L1, u"request"_s, members);
}

HttpServer::Figures &HttpServer::figuresOf(const QByteArray &route, const QByteArray &method, int status)
{
    const FigureKey key { route, method, status };
    auto known = m_figures.find(key);
    if (known == m_figures.end()) {
        const Metrics::Labels where { { "method", method }, { "route", route } };
        Metrics::Labels all = where;
        all.emplace_back("status", QByteArray::number(status));
        Figures figures { m_metrics.counter("larder_http_requests_total", "Requests answered.", all),
            m_metrics.histogram(
                "larder_http_request_duration_seconds", "From the whole request to its answer.", where) };
        known = m_figures.emplace(key, figures).first;
    }
    return known->second;
}

QByteArray HttpServer::refusal(int status, const QHostAddress &peer)
{
    m_metrics
        .counter("larder_http_refused_total", "Connections and requests that broke a bound.",
            { { "status", QByteArray::number(status) } })
        .add();
    const QByteArray id = makeRequestId();
    const Problem problem = problemOfStatus(status);
    logLine(LogLevel::Info, "larder.api"_L1, u"refused"_s,
        { { u"request"_s, QString::fromLatin1(id) }, { u"status"_s, status },
            { u"code"_s, QString(wireName(problem.code)) }, { u"peer"_s, peer.toString() } });
    return toBytes(Answer::of(problem), { id, Connection::Close, BodyPart::Whole, date() });
}

} // namespace larder::server
