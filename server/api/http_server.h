// The REST server: Qt parses requests and we answer them.
//
// It stands on QAbstractHttpServer and not on QHttpServer, because the latter's futures and responders (6.4)
// write to a socket that may be gone by the time the work is done, and answer pipelined requests in the order
// in which they happen to finish. Here an answer goes to a GuardedSocket that is still there, or nowhere.
//
// Lives on the main thread. Handlers that need the database give back a future.
#pragma once

#include "core/random.h"
#include "server/api/guarded_tcp_server.h"
#include "server/api/router.h"
#include "server/ops/metrics.h"

#include <QtHttpServer/QAbstractHttpServer>

#include <map>
#include <tuple>

namespace larder::server {

class HttpServer final : public QAbstractHttpServer {
    Q_OBJECT

public:
    struct Options {
        GuardLimits limits;
        QSet<QHostAddress> trustedProxies; // whose X-Forwarded-For we believe
    };

    HttpServer(Router router, const Authenticator &authenticator, Metrics &metrics, const Clock &clock,
        Random &random, Options options);

    // Configuration when the address can't be had.
    Result<void> listenOn(const QHostAddress &address, quint16 port);
    quint16 port() const { return m_server->serverPort(); }

    // No new connections; `drained` when the last answer is out.
    void drain();

Q_SIGNALS:
    void drained();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    struct Exchange;
    struct Figures {
        Metrics::Counter &requests;
        Metrics::Histogram &duration;
    };
    using FigureKey = std::tuple<QByteArray, QByteArray, int>; // route, method, status
    static constexpr double kSlowSeconds = 1; // reads that took longer are logged

    Request read(const QHttpServerRequest &request) const;
    QHostAddress clientOf(const QHttpServerRequest &request) const;
    Result<Identity> authenticate(const Request &request) const;
    void finish(const Exchange &exchange, const Answer &answer);
    void note(const Exchange &exchange, const Answer &answer, double seconds);
    Figures &figuresOf(const QByteArray &route, const QByteArray &method, int status);
    QByteArray refusal(int status, const QHostAddress &peer);
    QByteArray makeRequestId() const;
    QByteArray date();

    Router m_router;
    const Authenticator &m_authenticator;
    Metrics &m_metrics;
    const Clock &m_clock;
    Random &m_random;
    Options m_options;
    GuardedTcpServer *m_server; // our child
    std::map<FigureKey, Figures> m_figures;
    QByteArray m_date;
    qint64 m_dateAt = -1; // seconds since 1970
};

} // namespace larder::server
