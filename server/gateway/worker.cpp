#include "server/gateway/worker.h"

#include "core/limits.h"
#include "core/logging.h"

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHandshakeBytes = 16 << 10;

void remove(std::vector<ClientSession *> &sessions, ClientSession *session)
{
    const auto place = std::ranges::find(sessions, session);
    if (place != sessions.end()) {
        *place = sessions.back();
        sessions.pop_back();
    }
}

} // namespace

Worker::Worker(StorePool &pool, InProcessFeed *feed, const SessionRules &rules,
    std::chrono::milliseconds sweepEvery, GatewayStats &stats)
    : m_rules(rules)
    , m_sweepEvery(sweepEvery)
    , m_stats(stats)
    , m_desk(pool, this)
    , m_catchUp(m_desk, m_recent, stats,
          [this](ClientSession::Number number, quint32 ticket, const Result<PageRead> &answer) {
              if (ClientSession *session = find(number)) {
                  happen(*session, [&](SessionState &state, Actions &actions) {
                      state.pageRead(ticket, answer, actions);
                  });
              }
          })
    , m_spacesReader(m_desk,
          [this](ClientSession::Number number, quint64 asOf, const Result<SpacesRead> &answer) {
              if (answer) {
                  noteEpoch(answer->epoch);
              }
              if (ClientSession *session = find(number)) {
                  m_subscribingAsOf = asOf;
                  happen(*session,
                      [&](SessionState &state, Actions &actions) { state.spacesRead(answer, actions); });
              }
          })
    , m_pushHandler(m_desk, feed, rules.clock, stats,
          [this](ClientSession::Number number, qint64 seq, const Result<PushOutcome> &outcome) {
              if (ClientSession *session = find(number)) {
                  happen(*session,
                      [&](SessionState &state, Actions &actions) { state.pushed(seq, outcome, actions); });
              }
          })
    , m_server(u"larderd"_s, QWebSocketServer::NonSecureMode, this)
{
}

Worker::~Worker()
{
    for (const auto &[number, session] : m_sessions) {
        session->disconnect(this);
    }
}

void Worker::start()
{
    m_timers = std::make_unique<EventLoopTimers>();
    m_untold = std::make_unique<UntoldMembers>(
        *m_timers,
        [this](const model::SpaceId &space, qint64 version, const UntoldMembers::Then &then) {
            readMembers(space, version, then);
        },
        [this](const model::SpaceId &space, const std::vector<Member> &members) {
            compareMembers(space, members);
        });
    connect(&m_server, &QWebSocketServer::newConnection, this, &Worker::upgraded);
    sweepLater();
}

// ---- connections

void Worker::adopt(Descriptor &descriptor, const QHostAddress &address)
{
    auto *transport = new QTcpSocket(this);
    transport->setReadBufferSize(kHandshakeBytes);
    if (!transport->setSocketDescriptor(descriptor.value())) {
        qCWarning(lcGateway) << "a connection could not be adopted:" << transport->errorString();
        delete transport;
        Q_EMIT released(address);
        return;
    }
    descriptor.release();
    transport->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_stats.connections.add();
    connect(transport, &QTcpSocket::disconnected, this,
        [this, transport, address] { disconnected(transport, address); });
    m_handshakes.push_back({ transport, m_rules.clock.monotonic() });
    m_server.handleConnection(transport);
}

void Worker::upgraded()
{
    while (std::unique_ptr<QWebSocket> socket { m_server.nextPendingConnection() }) {
        const auto handshake = std::ranges::find_if(m_handshakes, [&socket](const Handshake &waiting) {
            return waiting.transport->peerPort() == socket->peerPort()
                && waiting.transport->peerAddress() == socket->peerAddress();
        });
        if (handshake == m_handshakes.end()) {
            continue; // it went away within its own upgrade
        }
        QTcpSocket *transport = handshake->transport;
        m_handshakes.erase(handshake);
        auto session = std::make_unique<ClientSession>(
            ++m_last, std::move(socket), transport, m_rules, *this, m_stats);
        connect(session.get(), &ClientSession::ended, this, [this, number = m_last] {
            m_ended.push_back(number);
            QMetaObject::invokeMethod(this, &Worker::bury, Qt::QueuedConnection);
        });
        m_sessions.emplace(m_last, std::move(session));
    }
}

void Worker::disconnected(QTcpSocket *transport, const QHostAddress &address)
{
    std::erase_if(
        m_handshakes, [transport](const Handshake &waiting) { return waiting.transport == transport; });
    m_stats.connections.add(-1);
    Q_EMIT released(address);
}

void Worker::bury()
{
    for (const ClientSession::Number number : std::exchange(m_ended, {})) {
        const auto place = m_sessions.find(number);
        if (place == m_sessions.end()) {
            continue;
        }
        const auto same = m_byUser.find(place->second->state().identity().user);
        if (same != m_byUser.end()) {
            remove(same->second, place->second.get());
            if (same->second.empty()) {
                m_byUser.erase(same);
            }
        }
        m_sessions.erase(place);
    }
}

void Worker::sweepLater()
{
    m_timers->start(m_sweepEvery, [this] {
        sweep();
        sweepLater();
    });
}

void Worker::sweep()
{
    const Micros now = m_rules.clock.monotonic();
    std::vector<QTcpSocket *> late;
    for (const Handshake &waiting : m_handshakes) {
        if (now - waiting.begun >= limits::kHandshakeTimeout) {
            late.push_back(waiting.transport);
        }
    }
    for (QTcpSocket *transport : late) {
        transport->abort();
    }
    for (const auto &[number, session] : m_sessions) {
        session->sweep();
    }
}

// ---- what happens

template<typename Event> void Worker::happen(ClientSession &session, Event event)
{
    Actions actions;
    event(session.state(), actions);
    session.settle(actions);
    session.flush();
    m_subscribingAsOf.reset();
}

void Worker::deliver(const Deliveries &deliveries)
{
    for (const Delivery &delivery : *deliveries) {
        deliverOne(delivery);
    }
    for (ClientSession *session : m_written) {
        session->flush();
    }
    m_written.clear();
    Q_EMIT delivered();
}

void Worker::deliverOne(const Delivery &delivery)
{
    tellMembers(delivery);
    if (delivery.membersUntold) {
        qint64 version = delivery.after.version; // after a part, that before its own
        for (const MemberChange &member : delivery.members) {
            version = std::max(version, member.version);
        }
        m_untold->compare(delivery.space, version);
    }
    const auto followers = m_subscribers.find(delivery.space);
    if (followers == m_subscribers.end()) {
        m_recent.note(delivery, Recent::Keep::Position);
        return;
    }
    // While it is open who is a member, everybody reads from the store, which asks for the role.
    Delivery withoutRows;
    const bool isOpen = delivery.parcel && m_untold->isOpen(delivery.space);
    if (isOpen) {
        withoutRows = delivery;
        withoutRows.parcel = nullptr;
    }
    deliverTo(followers->second, isOpen ? withoutRows : delivery);
}

void Worker::deliverTo(const std::vector<ClientSession *> &followers, const Delivery &delivery)
{
    m_recent.note(delivery, Recent::Keep::Parcel);
    // A copy, because who loses the space leaves the original meanwhile.
    m_audience = followers;
    Actions actions;
    for (ClientSession *session : m_audience) {
        session->state().delivered(delivery, actions);
        const bool before = session->isWritten();
        session->settle(actions);
        if (session->isWritten() && !before) {
            m_written.push_back(session);
        }
    }
}

void Worker::tellMembers(const Delivery &delivery)
{
    for (const MemberChange &change : delivery.members) {
        const auto same = m_byUser.find(change.user);
        if (same == m_byUser.end()) {
            continue;
        }
        for (ClientSession *session : same->second) {
            happen(*session, [&](SessionState &state, Actions &actions) {
                state.memberChanged(delivery.space, change, actions);
            });
        }
    }
}

// Of a space that is gone nobody is a member; another node's deletion may come in between.
void Worker::readMembers(const model::SpaceId &space, qint64 version, const UntoldMembers::Then &then)
{
    auto work = [space, version](Store &store) -> Result<std::vector<Member>> {
        const Result<qint64> visible = store.version(space);
        if (!visible) {
            return Failure(visible.error());
        }
        if (*visible >= version && *visible > 0) {
            return store.members(space);
        }
        const Result<protocol::DropReason> reason = store.whyNot({}, space);
        if (!reason || *reason != protocol::DropReason::Deleted) {
            return Failure(Code::Unavailable);
        }
        return std::vector<Member>();
    };
    m_desk.read(std::move(work), then);
}

// Everybody who is or was one looks.
void Worker::compareMembers(const model::SpaceId &space, const std::vector<Member> &members)
{
    const auto compare = [](SessionState &state, Actions &actions) { state.feedResumed(actions); };
    for (const Member &member : members) {
        const auto same = m_byUser.find(member.user);
        for (ClientSession *session :
            same == m_byUser.end() ? std::vector<ClientSession *>() : same->second) {
            happen(*session, compare);
        }
    }
    const auto followers = m_subscribers.find(space);
    for (ClientSession *session :
        followers == m_subscribers.end() ? std::vector<ClientSession *>() : followers->second) {
        happen(*session, compare);
    }
}

// The store may have found a new primary before the feed has: what is at hand is of the old one.
void Worker::noteEpoch(const QString &epoch)
{
    if (epoch != m_epoch) {
        m_epoch = epoch;
        m_recent.forgetAll();
    }
}

void Worker::feedInterrupted()
{
    m_recent.forgetAll();
}

void Worker::feedResumed()
{
    m_recent.forgetAll();
    m_untold->forgetAll(); // all sessions look at the store now
    for (const auto &[number, session] : m_sessions) {
        happen(*session, [](SessionState &state, Actions &actions) { state.feedResumed(actions); });
    }
}

void Worker::closeSession(model::SessionId ended)
{
    for (const auto &[number, session] : m_sessions) {
        if (session->state().identity().session == ended) {
            happen(*session,
                [](SessionState &state, Actions &actions) { state.close(Code::Unauthenticated, actions); });
        }
    }
}

ClientSession *Worker::find(ClientSession::Number number) const
{
    const auto place = m_sessions.find(number);
    return place == m_sessions.end() ? nullptr : place->second.get();
}

// ---- what sessions want

void Worker::subscribe(ClientSession &session, const model::SpaceId &space, Actions &more)
{
    m_subscribers[space].push_back(&session);
    // What the session was told is older than this moment, and may be older than what the feed has told.
    if (!m_subscribingAsOf || !m_recent.reachesBackTo(*m_subscribingAsOf)) {
        session.state().announced(space, std::nullopt);
    } else if (const std::optional<Position> newest = m_recent.newest(space)) {
        session.state().announced(space, newest);
    }
    for (const MemberChange &change : m_recent.memberChanges(space, session.state().identity().user)) {
        session.state().memberChanged(space, change, more);
    }
}

void Worker::unsubscribe(ClientSession &session, const model::SpaceId &space)
{
    const auto place = m_subscribers.find(space);
    if (place != m_subscribers.end()) {
        remove(place->second, &session);
        if (place->second.empty()) {
            m_subscribers.erase(place);
        }
    }
}

void Worker::readSpaces(ClientSession &session, ReadSpaces request)
{
    std::vector<ClientSession *> &same = m_byUser[request.user];
    if (std::ranges::find(same, &session) == same.end()) {
        same.push_back(&session);
    }
    m_spacesReader.ask(session.number(), m_recent.sequence(), std::move(request));
}

std::optional<PageRead> Worker::readPage(ClientSession &session, const ReadPage &request)
{
    std::optional<PageRead> page = m_catchUp.atHand(request);
    if (!page) {
        m_catchUp.read(session.number(), request);
    }
    return page;
}

void Worker::wakeLater(ClientSession &session, std::chrono::milliseconds delay)
{
    m_timers->start(delay, [this, number = session.number()] {
        if (ClientSession *waiting = find(number)) {
            happen(*waiting, [](SessionState &state, Actions &actions) { state.woken(actions); });
        }
    });
}

void Worker::runPush(ClientSession &session, RunPush request)
{
    m_pushHandler.run(session.number(), std::move(request));
}

} // namespace larder::server
