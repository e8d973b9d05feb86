#include "tests/support/gateway_house.h"

#include "core/limits.h"
#include "server/feed/postgres_feed.h"
#include "tests/support/postgres.h"

namespace larder::test {

using namespace Qt::StringLiterals;
using namespace larder::server;

namespace {

template<typename T> T must(Result<T> result, const char *what)
{
    if (!result) {
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace

model::SessionId session(quint64 number)
{
    return { uuid(0x3000'0000 + number) };
}

Result<Identity> NumberedTokens::verify(QStringView token) const
{
    const QList<QStringView> parts = token.split(u'/');
    bool isNumber = false;
    const quint64 who = parts.front().toULongLong(&isNumber);
    if (!isNumber) {
        return Failure(Code::Unauthenticated);
    }
    const quint64 which = parts.value(1, parts.front()).toULongLong();
    const std::chrono::seconds life
        = parts.size() > 2 ? std::chrono::seconds(parts[2].toInt()) : limits::kAccessTokenLife;
    return Identity { user(who), session(which), m_clock.now() + life };
}

GatewayHouse::GatewayHouse(Gateway::Config config, const MakeTokens &tokens, storage::Dialect dialect)
    : m_home(dialect)
    , m_tokens(tokens ? tokens(clock) : std::make_unique<NumberedTokens>(clock))
{
    m_pool = must(StorePool::open(m_home.options(), clock, {}), "the store");
    if (m_home.options().dialect == storage::Dialect::Sqlite) {
        m_told = std::make_unique<InProcessFeed>();
        m_feed = m_told.get();
    } else {
        m_feed = new PostgresFeed({ conninfo(m_home.options()) }, clock, m_random);
        m_feed->moveToThread(&m_feedThread);
        QObject::connect(&m_feedThread, &QThread::started, m_feed, &Feed::start);
        QObject::connect(&m_feedThread, &QThread::finished, m_feed, [feed = m_feed] {
            feed->stop();
            feed->deleteLater();
        });
    }
    config.address = QHostAddress::LocalHost;
    config.port = 0;
    config.sweepEvery = std::chrono::milliseconds(20);
    m_config = config;
    restartGateway();
    if (m_told) {
        m_told->start();
    } else {
        m_feedThread.start();
    }
}

GatewayHouse::~GatewayHouse()
{
    m_gateway.reset();
    m_feedThread.quit();
    m_feedThread.wait();
}

void GatewayHouse::restartGateway()
{
    m_gateway.reset();
    m_gateway = must(
        Gateway::listen({ *m_pool, *m_feed, m_told.get(), *m_tokens, clock }, m_config), "the gateway");
}

QUrl GatewayHouse::url() const
{
    return QUrl(u"ws://127.0.0.1:%1"_s.arg(m_gateway->port()));
}

template<typename Work> auto GatewayHouse::write(Work work)
{
    return must(m_pool
                    ->write([feed = m_told.get(), work = std::move(work)](Store &store) {
                        Result<PushOutcome> outcome = work(store);
                        if (outcome && feed != nullptr) {
                            feed->publish(*outcome);
                        }
                        return outcome;
                    })
                    .takeResult(),
        "a write");
}

PushOutcome GatewayHouse::push(model::UserId author, const std::vector<protocol::Write> &writes)
{
    return write([author, writes](Store &store) { return store.push(author, writes); });
}

void GatewayHouse::pushUntold(model::UserId author, const std::vector<protocol::Write> &writes)
{
    must(m_pool->write([author, writes](Store &store) { return store.push(author, writes); }).takeResult(),
        "a push");
}

void GatewayHouse::setMember(model::UserId owner, model::SpaceId space, model::UserId user, model::Role role)
{
    write([=](Store &store) { return store.setMember(owner, space, Member { user, role, u"Somebody"_s }); });
}

qint64 GatewayHouse::removeMember(model::UserId owner, model::SpaceId space, model::UserId user)
{
    const PushOutcome outcome = write([=](Store &store) { return store.removeMember(owner, space, user); });
    return outcome.versions.front().version;
}

void GatewayHouse::deleteSpace(model::UserId owner, model::SpaceId space)
{
    must(m_pool
             ->write([=, feed = m_told.get()](Store &store) {
                 Result<void> deleted = store.deleteSpace(owner, space);
                 if (deleted && feed != nullptr) {
                     feed->publishDeleted(space);
                 }
                 return deleted;
             })
             .takeResult(),
        "a deletion");
}

void GatewayHouse::interruptFeed()
{
    if (m_told) {
        Q_EMIT m_told->interrupted();
        Q_EMIT m_told->resumed();
    } else {
        PostgresSession(m_home.options())
            .run(
                u"SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE database = current_database()"_s);
    }
}

qint64 GatewayHouse::version(model::SpaceId space)
{
    return must(
        m_pool->read([space](Store &store) { return store.version(space); }).takeResult(), "a version");
}

std::vector<model::Record> GatewayHouse::rows(model::UserId reader, model::SpaceId space)
{
    return must(m_pool
                    ->read([=](Store &store) -> Result<std::vector<model::Record>> {
                        return catchUp(store, reader, space);
                    })
                    .takeResult(),
        "the rows");
}

// ---- a client

SocketClient::SocketClient(QObject *parent)
    : QObject(parent)
{
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &message) {
        hear(message);
        Q_EMIT changed();
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_closed = true;
        Q_EMIT changed();
    });
}

void SocketClient::open(const QUrl &url)
{
    m_socket.open(url);
}

void SocketClient::enter(const QUrl &url, const protocol::Hello &hello)
{
    for (const protocol::Cursor &cursor : hello.cursors) {
        held[cursor.space].cursor = cursor.version;
    }
    connect(&m_socket, &QWebSocket::connected, this, [this, hello] { send(hello); });
    m_socket.open(url);
}

protocol::Hello SocketClient::helloOf(quint64 user)
{
    protocol::Hello hello;
    hello.version = 1;
    hello.token = QString::number(user);
    hello.device = { uuid(user) };
    return hello;
}

qint64 SocketClient::push(const std::vector<protocol::Write> &writes)
{
    send(protocol::Push { ++m_seq, writes });
    return m_seq;
}

// ---- what it makes of it

void ClientView::hear(const QByteArray &message)
{
    ++messages;
    bytes += message.size();
    QByteArray plain = message;
    if (protocol::isCompressed(message)) {
        ++compressed;
        plain = must(protocol::decompress(message), "a compressed message");
    }
    std::visit([this](const auto &known) { take(known); }, must(protocol::decodeDown(plain), "a message"));
}

void ClientView::take(const protocol::Welcome &said)
{
    welcome = said;
    for (const protocol::SpaceGrant &grant : said.spaces) {
        roles[grant.space] = grant.role;
    }
}

void ClientView::take(const protocol::Drop &drop)
{
    roles.erase(drop.space);
    held.erase(drop.space);
    drops[drop.space] = drop.reason;
}

void ClientView::take(const protocol::Rows &rows)
{
    strays += roles.contains(rows.space) ? 0 : 1;
    Held &space = held[rows.space];
    for (const model::Record &row : rows.rows) {
        rowVersions.emplace_back(rows.space, row.version);
    }
    if (rows.to <= space.cursor && !rows.rows.empty()) {
        ++repeats;
        return;
    }
    if (rows.from > space.cursor || (rows.part != 0 && rows.part != space.part)) {
        ++gaps;
        return;
    }
    for (const model::Record &row : rows.rows) {
        model::Record &mine = space.rows[{ row.key.kind, row.key.id }];
        mine.key = row.key;
        mine.version = row.version;
        mine.author = row.author;
        model::merge(mine.registers, row.registers);
    }
    space.part = rows.last ? 0 : rows.part + 1;
    space.cursor = rows.last ? std::max(space.cursor, rows.to) : space.cursor;
}

} // namespace larder::test
