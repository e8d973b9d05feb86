// The traffic of SyncClient's connection: what the server says goes into the replica, and the queue goes out.
#include "core/sync/sync_client.h"

#include "core/logging.h"
#include "core/protocol/version.h"

#include <algorithm>

namespace larder::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using replica::Replica;

// ---- what the server says

void SyncClient::take(const QByteArray &bytes)
{
    if (m_state.stage != Stage::Greeting && !isConnected(m_state.stage)) {
        return;
    }
    m_heardAt = m_clock.monotonic();
    auto plain = protocol::isCompressed(bytes) ? protocol::decompress(bytes) : Result<QByteArray>(bytes);
    const auto message
        = plain ? protocol::decodeDown(*plain) : Result<protocol::AnyDown>(Failure(plain.error()));
    if (!message) {
        qCWarning(lcSync) << "a message of the server can't be read:" << message.error().detail;
        happen(Broken { message.error().code });
        return;
    }
    const bool greets = std::holds_alternative<protocol::Welcome>(*message)
        || std::holds_alternative<protocol::Denied>(*message)
        || std::holds_alternative<protocol::UnknownMessage>(*message);
    if (m_state.stage == Stage::Greeting && !greets) {
        happen(Broken { Code::Malformed });
        return;
    }
    std::visit([this](const auto &known) { take(known); }, *message);
    lookWhetherCaughtUp();
    tellStatus();
}

void SyncClient::take(const protocol::Welcome &welcome)
{
    if (m_state.stage != Stage::Greeting) {
        happen(WelcomeReceived {});
        return;
    }
    if (welcome.version < protocol::kOldestVersion || welcome.version > protocol::kVersion) {
        happen(Broken { Code::UnsupportedVersion });
        return;
    }
    const Micros now = m_clock.monotonic();
    m_offset = Micros(welcome.now) + (now - m_helloAt) / 2 - m_clock.now();
    m_drift = m_clock.now() - now;
    m_tokens.setClockOffset(m_offset);
    if (!kept(m_replica.applyWelcome(welcome, m_offset))) {
        return;
    }
    m_window.open(welcome.limits);
    m_catchUp.clear();
    const bool restored = !m_helloEpoch.isEmpty() && m_helloEpoch != welcome.epoch;
    const auto spaces = m_replica.spaces();
    for (const protocol::SpaceGrant &grant : welcome.spaces) {
        const auto said = std::ranges::find(m_helloCursors, grant.space, &protocol::Cursor::space);
        // Where the server starts by itself. The replica may have gone back further than what the hello said.
        const bool known = said != m_helloCursors.end() && !restored && said->version <= grant.version;
        const qint64 start = known ? said->version : 0;
        const auto space
            = std::ranges::find(spaces, grant.space, [](const auto &each) { return each.grant.space; });
        const qint64 cursor = space == spaces.end() ? 0 : space->cursor;
        if (cursor < start) {
            m_catchUp.want({ grant.space, cursor }, grant.version, now);
        } else if (cursor < grant.version) {
            m_catchUp.await({ grant.space, start }, grant.version, now);
        }
    }
    happen(WelcomeReceived {});
}

void SyncClient::take(const protocol::Rows &rows)
{
    const auto applied = m_replica.applyRows(rows);
    if (!applied) {
        kept(Failure(applied.error()));
        return;
    }
    if (*applied == Replica::Applied::Gap || m_catchUp.follows(rows.space)) {
        m_catchUp.took(rows, *applied, cursorOf(rows.space), m_clock.monotonic());
        flush();
    }
}

void SyncClient::take(const protocol::Pushed &answer)
{
    const auto batch = m_window.answered(answer);
    if (!batch) {
        return;
    }
    const auto before = answer.corrections.empty() ? std::vector<replica::Space>() : m_replica.spaces();
    if (!kept(m_replica.acknowledge(batch->writes, answer))) {
        return;
    }
    // A correction that rows had overtaken makes the replica want its space anew.
    for (const replica::Space &space : before) {
        const qint64 cursor = cursorOf(space.grant.space);
        if (cursor < space.cursor) {
            m_catchUp.want({ space.grant.space, cursor }, space.cursor, m_clock.monotonic());
        }
    }
    happen(PushAnswered {});
}

void SyncClient::take(const protocol::Grant &grant)
{
    const model::SpaceId space = grant.space.space;
    const qint64 before = cursorOf(space);
    if (!kept(m_replica.applyGrant(grant))) {
        return;
    }
    const qint64 cursor = cursorOf(space);
    if (cursor < before) {
        // The replica wants the space anew, which the server does not know.
        m_catchUp.want({ space, cursor }, std::max(before, grant.space.version), m_clock.monotonic());
    } else if (cursor < grant.space.version && !m_catchUp.follows(space)) {
        m_catchUp.await({ space, cursor }, grant.space.version, m_clock.monotonic());
    }
    flush();
}

void SyncClient::take(const protocol::Reset &reset)
{
    const auto spaces = m_replica.spaces();
    const auto space
        = std::ranges::find(spaces, reset.space, [](const auto &each) { return each.grant.space; });
    if (kept(m_replica.applyReset(reset)) && space != spaces.end()) {
        m_catchUp.await(
            { reset.space, 0 }, std::max(space->grant.version, space->cursor), m_clock.monotonic());
    }
}

void SyncClient::take(const protocol::Drop &drop)
{
    m_catchUp.forget(drop.space);
    if (kept(m_replica.applyDrop(drop))) {
        flush();
    }
}

void SyncClient::take(const protocol::Denied &denied)
{
    qCInfo(lcSync) << "denied:" << wireName(denied.code) << denied.message;
    if (denied.seq < 0) {
        happen(ConnectionRefused { denied.code });
    } else if (m_window.denied(denied.seq)) {
        m_refusal = denied.code;
        happen(PushRefused { denied.code });
    }
}

// The offset is somewhere between what it were had the answer taken no time, and had the question taken none.
void SyncClient::take(const protocol::Pong &pong)
{
    if (pong.id != m_pings || pong.now == 0) {
        return;
    }
    const Micros least = Micros(pong.now) - m_clock.now();
    const Micros most = Micros(pong.now) - m_pingedAt;
    if (m_offset < least - limits::kClockJump || m_offset > most + limits::kClockJump) {
        happen(ClockJumped {});
    }
}

void SyncClient::take(const protocol::UnknownMessage &message)
{
    qCInfo(lcSync) << "a message of a newer server is skipped:" << message.type;
}

bool SyncClient::kept(const Result<void> &result)
{
    if (!result) {
        qCWarning(lcSync) << "the replica refused:" << wireName(result.error().code) << result.error().detail;
        happen(Broken { result.error().code });
    }
    return result.has_value();
}

qint64 SyncClient::cursorOf(model::SpaceId space) const
{
    for (const replica::Space &each : m_replica.spaces()) {
        if (each.grant.space == space) {
            return each.cursor;
        }
    }
    return 0;
}

void SyncClient::lookWhetherCaughtUp()
{
    if (m_state.stage == Stage::CatchingUp && m_catchUp.isDone()) {
        happen(CaughtUp {});
    } else if (m_state.stage == Stage::Live && !m_catchUp.isDone()) {
        happen(FellBehind {});
    }
}

// ---- what goes out

void SyncClient::send(const protocol::Up &message)
{
    m_sentAt = m_clock.monotonic();
    m_pace.count(m_sentAt);
    m_transport.send(protocol::encode(message));
}

bool SyncClient::mayTalk()
{
    const Micros wait = m_pace.wait(m_clock.monotonic());
    if (wait > 0us) {
        soon(m_flushTimer, std::chrono::ceil<std::chrono::milliseconds>(wait), &SyncClient::flush);
        return false;
    }
    return true;
}

void SyncClient::queueGrew(const replica::QueueState &state)
{
    if (state.queued > m_window.writes()) {
        soon(m_queueTimer, 0ms, &SyncClient::noticeQueue);
    }
}

void SyncClient::noticeQueue()
{
    happen(LocalWriteQueued {});
}

void SyncClient::flush()
{
    if (isConnected(m_state.stage) && sendPulls() && m_state.flow == Flow::Open) {
        sendPushes();
    }
}

bool SyncClient::sendPulls()
{
    for (const protocol::Pull &pull : m_catchUp.due()) {
        if (!mayTalk()) {
            return false;
        }
        send(pull);
        m_catchUp.sent(pull, m_clock.monotonic());
    }
    return true;
}

void SyncClient::sendPushes()
{
    while (mayTalk()) {
        PushWindow::Batch *batch = m_window.next();
        if (batch == nullptr) {
            if (!m_window.hasRoom()) {
                return;
            }
            auto taken = m_replica.takeQueued(m_window.writesPerPush(), m_window.messageBytes());
            if (!taken) {
                kept(Failure(taken.error()));
                return;
            }
            if (taken->empty()) {
                return;
            }
            m_window.add(std::move(*taken));
            continue;
        }
        const QByteArray bytes = protocol::encode(protocol::Up(batch->message()));
        if (bytes.size() <= m_window.messageBytes()) {
            m_sentAt = m_clock.monotonic();
            m_pace.count(m_sentAt);
            m_window.sent(*batch, m_sentAt);
            m_transport.send(bytes);
        } else if (batch->writes.size() > 1) {
            m_window.split(*batch);
        } else if (batch == m_window.first()) {
            failFirst(Code::TooLarge);
        } else {
            return;
        }
    }
}

// One write that can never be kept. What the server holds in its place is not known, so the space is taken
// anew.
void SyncClient::failFirst(Code code)
{
    const PushWindow::Batch batch = m_window.takeFirst();
    const model::RecordKey key = batch.writes.front().write.key;
    protocol::Pushed verdict;
    model::Record nothing;
    nothing.key = key;
    verdict.corrections.push_back({ 0, code, {}, nothing });
    if (kept(m_replica.acknowledge(batch.writes, verdict)) && kept(m_replica.applyReset({ key.space }))) {
        m_catchUp.want({ key.space, 0 }, 0, m_clock.monotonic());
        soon(m_flushTimer, 0ms, &SyncClient::flush);
    }
}

} // namespace larder::sync
