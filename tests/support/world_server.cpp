#include "tests/support/world_server.h"

#include "core/protocol/codec.h"

namespace larder::test {

using namespace server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Result<Identity> TrustingAuthenticator::verify(QStringView token) const
{
    const auto user = model::UserId::fromString(token);
    if (!user) {
        return Failure(Code::Unauthenticated);
    }
    return Identity { *user, model::SessionId { user->value }, std::chrono::hours(24 * 365 * 200) };
}

WorldServer::WorldServer(VirtualTime &time, SeededRandom &random, const Clock &clock, Store &store)
    : m_time(time)
    , m_random(random)
    , m_store(&store)
    , m_rules { clock, m_authenticator }
    , m_fanOut(1, m_stats)
{
    connect(&m_feed, &Feed::committed, &m_fanOut, &FanOut::take);
    connect(&m_fanOut, &FanOut::delivered, this, [this](const Deliveries &deliveries) {
        // In the order of commits, as through a queued connection.
        m_lastDelivery = std::max(m_lastDelivery, m_time.elapsed() + Micros(m_random.below(10'000)));
        m_time.after(m_lastDelivery - m_time.elapsed(), [self = QPointer(this), deliveries] {
            if (self) {
                self->deliver(deliveries);
            }
        });
    });
    sweepLater();
}

WorldServer::~WorldServer() = default;

void WorldServer::crash()
{
    ++m_life;
    m_running = false;
    m_recent.emplace(kRecent);
    for (const auto &[connection, session] : std::exchange(m_sessions, {})) {
        if (session->client) {
            session->client->hangUp(connection, Code::Network);
        }
    }
}

void WorldServer::serve(Store &store)
{
    crash();
    m_store = &store;
}

Result<void> WorldServer::setMember(model::UserId actor, model::SpaceId space, const Member &member)
{
    const auto outcome = m_store->setMember(actor, space, member);
    if (!outcome) {
        return Failure(outcome.error());
    }
    m_feed.publish(*outcome);
    return {};
}

Result<void> WorldServer::removeMember(model::UserId actor, model::SpaceId space, model::UserId user)
{
    const auto outcome = m_store->removeMember(actor, space, user);
    if (!outcome) {
        return Failure(outcome.error());
    }
    m_feed.publish(*outcome);
    return {};
}

Result<void> WorldServer::deleteSpace(model::UserId actor, model::SpaceId space)
{
    const auto gone = m_store->deleteSpace(actor, space);
    if (gone) {
        m_feed.publishDeleted(space);
    }
    return gone;
}

int WorldServer::forgetDeleted()
{
    crash(); // nobody who was connected all that time is told
    int gone = 0;
    for (std::optional<server::PurgeTurn> turn = server::PurgeTurn {}; turn;) {
        const auto step = m_store->purge(m_rules.clock.now(), *turn);
        gone += step ? step->records + step->spaces : 0;
        turn = step && step->next ? std::optional(server::PurgeTurn { *step->next, {} }) : std::nullopt;
    }
    return gone;
}

void WorldServer::changeEpoch()
{
    crash();
    const bool onSqlite = m_store->database().dialect() == storage::Dialect::Sqlite;
    const auto changed
        = m_store->database().execute(onSqlite ? u"UPDATE meta SET epoch = lower(hex(randomblob(16)))"_s
                                               : u"UPDATE meta SET epoch = gen_random_uuid()"_s);
    if (!changed) {
        qFatal("the epoch can't be changed: %s", qPrintable(changed.error().detail));
    }
}

// ---- connections

bool WorldServer::connected(quint64 connection, LossyTransport &client)
{
    if (m_running) {
        m_sessions.emplace(connection, std::make_unique<Session>(m_rules, client));
    }
    return m_running;
}

void WorldServer::heard(quint64 connection, const QByteArray &message)
{
    happen(connection, [&](SessionState &state, Actions &actions) { state.received(message, actions); });
}

void WorldServer::gone(quint64 connection)
{
    m_sessions.erase(connection);
}

void WorldServer::sweepLater()
{
    m_time.after(1s, [self = QPointer(this)] {
        if (!self) {
            return;
        }
        for (auto at = self->m_sessions.begin(); at != self->m_sessions.end();) {
            const quint64 connection = (at++)->first;
            self->happen(connection, [](SessionState &state, Actions &actions) { state.swept(actions); });
        }
        self->sweepLater();
    });
}

// ---- what a worker does

void WorldServer::later(quint64 connection, std::function<void(Session &)> what)
{
    m_time.after(Micros(m_random.below(15'000)),
        [self = QPointer(this), life = m_life, connection, what = std::move(what)] {
            if (!self || self->m_life != life) {
                return;
            }
            const auto place = self->m_sessions.find(connection);
            if (place != self->m_sessions.end()) {
                what(*place->second);
            }
        });
}

void WorldServer::happen(quint64 connection, const std::function<void(SessionState &, Actions &)> &event)
{
    const auto place = m_sessions.find(connection);
    if (place == m_sessions.end()) {
        return;
    }
    Actions actions;
    event(place->second->state, actions);
    settle(connection, *place->second, actions);
    if (place->second->state.phase() == SessionPhase::Closed) {
        m_sessions.erase(place);
    }
    m_subscribingAsOf.reset();
}

void WorldServer::settle(quint64 connection, Session &session, Actions &actions)
{
    do {
        for (std::size_t i = 0; i < actions.size(); ++i) {
            Action action = std::move(actions[i]);
            std::visit([&](auto &known) { perform(connection, session, known, actions); }, action);
        }
        actions.clear();
        session.state.next(actions);
    } while (!actions.empty());
}

void WorldServer::perform(quint64 connection, Session &session, Send &action, Actions &)
{
    if (session.client) {
        session.client->deliver(connection, protocol::encode(action.message));
    }
}

void WorldServer::perform(quint64 connection, Session &session, SendParcel &action, Actions &)
{
    if (session.client) {
        session.client->deliver(
            connection, action.parcel->payload(session.state.compression()).toByteArray());
    }
}

void WorldServer::perform(quint64 connection, Session &session, CloseSession &action, Actions &)
{
    if (session.client) {
        session.client->hangUp(connection, action.code);
    }
}

void WorldServer::perform(quint64, Session &session, Subscribe &action, Actions &)
{
    if (!m_subscribingAsOf || !m_recent->reachesBackTo(*m_subscribingAsOf)) {
        session.state.announced(action.space, std::nullopt);
    } else if (const auto newest = m_recent->newest(action.space)) {
        session.state.announced(action.space, newest);
    }
}

void WorldServer::perform(quint64, Session &, Unsubscribe &, Actions &) { }

void WorldServer::perform(quint64 connection, Session &, ReadSpaces &action, Actions &)
{
    later(connection, [this, connection, request = action, asOf = m_recent->sequence()](Session &) {
        const auto answer = readSpaces(request);
        later(connection, [this, connection, answer, asOf](Session &) {
            m_subscribingAsOf = asOf;
            happen(connection,
                [&](SessionState &state, Actions &actions) { state.spacesRead(answer, actions); });
        });
    });
}

void WorldServer::perform(quint64 connection, Session &session, ReadPage &action, Actions &more)
{
    if (!action.resumeAfter) {
        PageRead page { action.ticket, PageRead::Source::Recent, false,
            m_recent->after(action.space, action.position), 0 };
        if (action.whole && !page.parcels.empty()) {
            session.state.pageRead(action.ticket, page, more);
            return;
        }
        action.position.part = 0;
    }
    later(connection, [this, connection, request = action](Session &) {
        const auto answer = readPage(request);
        later(connection, [this, connection, ticket = request.ticket, answer](Session &) {
            happen(connection,
                [&](SessionState &state, Actions &actions) { state.pageRead(ticket, answer, actions); });
        });
    });
}

void WorldServer::perform(quint64 connection, Session &, WakeLater &action, Actions &)
{
    m_time.after(action.delay, [self = QPointer(this), connection] {
        if (self) {
            self->happen(connection, [](SessionState &state, Actions &actions) { state.woken(actions); });
        }
    });
}

void WorldServer::perform(quint64 connection, Session &, RunPush &action, Actions &)
{
    // The work is in the pool's queue: it is done even if the client goes away before.
    m_time.after(
        Micros(m_random.below(15'000)), [self = QPointer(this), life = m_life, connection, request = action] {
            if (!self || self->m_life != life) {
                return;
            }
            const auto outcome = self->m_store->push(request.author, request.push.writes, request.epoch);
            if (outcome) {
                self->m_feed.publish(*outcome);
            }
            self->later(
                connection, [world = self.data(), connection, seq = request.push.seq, outcome](Session &) {
                    world->happen(connection,
                        [&](SessionState &state, Actions &actions) { state.pushed(seq, outcome, actions); });
                });
        });
}

Result<SpacesRead> WorldServer::readSpaces(const ReadSpaces &request)
{
    SpacesRead read;
    const auto epoch = m_store->epoch();
    const auto spaces = m_store->spacesOf(request.user);
    if (!epoch || !spaces) {
        return Failure(epoch ? spaces.error() : epoch.error());
    }
    read.epoch = *epoch;
    read.spaces = *spaces;
    std::vector<model::SpaceId> asked = request.asked;
    std::ranges::sort(asked);
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    for (const model::SpaceId &space : asked) {
        if (std::ranges::find(read.spaces, space, &protocol::SpaceGrant::space) == read.spaces.end()) {
            const auto reason = m_store->whyNot(request.user, space);
            if (!reason) {
                return Failure(reason.error());
            }
            read.absent.push_back({ space, *reason });
        }
    }
    return read;
}

Result<PageRead> WorldServer::readPage(const ReadPage &request)
{
    auto page = m_store->page(request.reader,
        { request.space, request.position.version, request.position.part, request.resumeAfter,
            request.horizon });
    if (!page) {
        return Failure(page.error());
    }
    PageRead read;
    read.ticket = request.ticket;
    read.reset = page->reset;
    read.horizon = page->horizon;
    if (!page->reset) {
        read.parcels.push_back(
            std::make_shared<const Parcel>(protocol::Rows { request.space, page->from, page->to, page->part,
                                               page->last, page->more, page->rows },
                page->resumeAfter));
    }
    return read;
}

void WorldServer::deliver(const Deliveries &deliveries)
{
    for (const Delivery &delivery : *deliveries) {
        for (const MemberChange &change : delivery.members) {
            for (auto at = m_sessions.begin(); at != m_sessions.end();) {
                const quint64 connection = at->first;
                const bool concerned = at->second->state.phase() != SessionPhase::Greeting
                    && at->second->state.identity().user == change.user;
                ++at;
                if (concerned) {
                    happen(connection, [&](SessionState &state, Actions &actions) {
                        state.memberChanged(delivery.space, change, actions);
                    });
                }
            }
        }
        m_recent->note(delivery, Recent::Keep::Parcel);
        for (auto at = m_sessions.begin(); at != m_sessions.end();) {
            const quint64 connection = (at++)->first;
            happen(connection,
                [&](SessionState &state, Actions &actions) { state.delivered(delivery, actions); });
        }
    }
    m_fanOut.acknowledge();
}

} // namespace larder::test
