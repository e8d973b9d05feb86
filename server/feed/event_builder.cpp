#include "server/feed/event_builder.h"

#include <algorithm>
#include <charconv>

namespace larder::server {

using namespace Qt::StringLiterals;

// Transaction ids are 32 bits and wrap; PostgreSQL itself compares them so.
static bool isOlder(quint32 xid, quint32 than)
{
    return qint32(xid - than) < 0;
}

static Failure outOfTurn()
{
    return Failure(Code::Malformed, u"a pgoutput message out of turn"_s);
}

void EventBuilder::restart(quint32 firstXid)
{
    m_mapper.forget();
    m_transaction = {};
    m_marks.clear();
    m_holdBelow = firstXid;
    m_lastEnd = 0;
}

Result<void> EventBuilder::take(QByteArrayView bytes)
{
    auto message = pgoutput::decode(bytes);
    if (!message) {
        return Failure(message.error());
    }
    return std::visit([this](const auto &content) { return on(content); }, *message);
}

EventBuilder::Output EventBuilder::takeOutput()
{
    return std::exchange(m_output, {});
}

Result<void> EventBuilder::on(const pgoutput::Begin &begin)
{
    if (m_transaction.open) {
        return outOfTurn();
    }
    // No transaction lives for 2^30 others, and beyond 2^31 the comparison would turn round.
    constexpr quint32 kOldest = quint32(1) << 30;
    if (isOlder(m_holdBelow, begin.xid - kOldest)) {
        m_holdBelow = begin.xid - kOldest;
    }
    m_transaction.open = true;
    m_transaction.held = m_marks.erase(begin.xid) > 0 || isOlder(begin.xid, m_holdBelow);
    return {};
}

Result<void> EventBuilder::on(const pgoutput::Commit &commit)
{
    if (!m_transaction.open) {
        return outOfTurn();
    }
    for (Stream &stream : m_transaction.streams) {
        finish(stream);
    }
    m_output.rowsLost = m_output.rowsLost || m_transaction.rowsLost;
    m_output.transactions += 1;
    m_transaction = {};
    m_lastEnd = commit.endLsn;
    m_lastCommitTime = commit.commitTime;
    return {};
}

Result<void> EventBuilder::on(const pgoutput::Origin &)
{
    return {};
}

Result<void> EventBuilder::on(const pgoutput::Relation &relation)
{
    m_mapper.learn(relation);
    return {};
}

Result<void> EventBuilder::on(const pgoutput::Type &)
{
    return {};
}

Result<void> EventBuilder::on(const pgoutput::Insert &insert)
{
    return takeRow(insert.relation, insert.row);
}

Result<void> EventBuilder::on(const pgoutput::Update &update)
{
    return takeRow(update.relation, update.row);
}

Result<void> EventBuilder::on(const pgoutput::Delete &gone)
{
    if (!m_transaction.open) {
        return outOfTurn();
    }
    // The publication leaves deletes out. Should somebody add them, a key says at least where to look again.
    if (m_mapper.tableOf(gone.relation) != RowMapper::Table::Records) {
        return {};
    }
    const auto place = m_mapper.place(gone.relation, gone.before);
    Stream *stream = place ? streamOf(place->space) : nullptr;
    if (!stream) {
        m_transaction.rowsLost = true;
        return {};
    }
    giveUpRows(*stream);
    return {};
}

Result<void> EventBuilder::on(const pgoutput::Truncate &truncate)
{
    if (!m_transaction.open) {
        return outOfTurn();
    }
    for (const pgoutput::Oid relation : truncate.relations) {
        if (m_mapper.tableOf(relation) != RowMapper::Table::Other) {
            m_transaction.rowsLost = true;
        }
    }
    return {};
}

Result<void> EventBuilder::on(const pgoutput::LogicalMessage &message)
{
    if (message.prefix == "larder.member" && !message.transactional) {
        mark(message.content);
    } else if (message.prefix == "larder.session" && message.content.size() <= limits::kFeedMessageBytes) {
        m_output.heard.push_back("session " + message.content.toByteArray());
    } else if (message.prefix == "larder" && message.content.size() <= limits::kFeedMessageBytes) {
        m_output.heard.push_back(message.content.toByteArray());
    }
    return {};
}

void EventBuilder::mark(QByteArrayView content)
{
    quint32 xid = 0;
    const auto [stop, error] = std::from_chars(content.data(), content.data() + content.size(), xid);
    if (error != std::errc()) {
        return; // not the trigger's hand
    }
    // The marks of transactions that were rolled back stay. When there are too many, one number stands for
    // all of them: everything that began before the newest is held back.
    if (int(m_marks.size()) >= m_bounds.marks) {
        for (const quint32 marked : m_marks) {
            m_holdBelow = isOlder(m_holdBelow, marked + 1) ? marked + 1 : m_holdBelow;
        }
        m_marks.clear();
    }
    m_marks.insert(xid);
}

Result<void> EventBuilder::takeRow(pgoutput::Oid relation, const pgoutput::Tuple &tuple)
{
    if (!m_transaction.open) {
        return outOfTurn();
    }
    ++m_transaction.rows;
    const auto table = m_mapper.tableOf(relation);
    if (table == RowMapper::Table::Other) {
        return {};
    }
    if (table == RowMapper::Table::Records) {
        auto row = m_mapper.record(relation, tuple);
        if (row) {
            if (Stream *stream = streamOf(row->key.space)) {
                addRow(*stream, std::move(*row));
            }
            return {};
        }
    }
    const auto place = m_mapper.place(relation, tuple);
    Stream *stream = place ? streamOf(place->space) : nullptr;
    if (!stream) {
        m_transaction.rowsLost = true;
        return {};
    }
    stream->deleted = stream->deleted || table == RowMapper::Table::Tombstone;
    stream->version = std::max(stream->version, place->version);
    giveUpRows(*stream);
    return {};
}

EventBuilder::Stream *EventBuilder::streamOf(model::SpaceId space)
{
    auto &streams = m_transaction.streams;
    // Most transactions touch one space, and most rows follow one of their own space.
    if (!streams.empty() && streams.back().space == space) {
        return &streams.back();
    }
    const auto known = m_transaction.bySpace.find(space);
    if (known != m_transaction.bySpace.end()) {
        return &streams[known->second];
    }
    if (int(streams.size()) >= m_bounds.spaces) {
        m_transaction.rowsLost = true;
        return nullptr;
    }
    m_transaction.bySpace.emplace(space, streams.size());
    streams.emplace_back().space = space;
    return &streams.back();
}

void EventBuilder::addRow(Stream &stream, model::Record row)
{
    // A member row without its mark: what is already out can't be taken back, the rest waits.
    m_transaction.held = m_transaction.held || row.key.kind == model::Kind::Member;
    if (stream.version != 0 && row.version != stream.version) {
        stream.version = std::max(stream.version, row.version);
        giveUpRows(stream);
    }
    const bool kept = !stream.untold || (row.key.kind == model::Kind::Member && !stream.membersLost);
    if (!kept || stream.deleted) {
        return;
    }
    stream.version = std::max(stream.version, row.version);
    const qint64 bytes = sizeInMemory(row);
    const bool full = int(stream.waiting.size()) >= m_bounds.part.rows
        || stream.waitingBytes + bytes > m_bounds.part.bytes;
    if (!m_transaction.held && full && !stream.waiting.empty()) {
        handOut(stream);
    }
    stream.waiting.push_back(std::move(row));
    stream.waitingBytes += bytes;
    m_transaction.waitingBytes += bytes;
    if (m_transaction.waitingBytes > m_bounds.heldBytes) {
        relieve();
    }
}

void EventBuilder::giveUpRows(Stream &stream)
{
    m_transaction.waitingBytes -= stream.waitingBytes;
    stream.waitingBytes = 0;
    std::vector<model::Record> members;
    for (model::Record &row : stream.waiting) {
        if (row.key.kind == model::Kind::Member) {
            stream.waitingBytes += sizeInMemory(row);
            members.push_back(std::move(row));
        }
    }
    stream.waiting = std::move(members);
    stream.untold = true;
    m_transaction.waitingBytes += stream.waitingBytes;
}

// Makes room. Rows that have to wait for the end of their transaction can't be told any more; others can go
// out, and leave their space's last part without rows.
void EventBuilder::relieve()
{
    for (Stream &stream : m_transaction.streams) {
        if (m_transaction.held) {
            giveUpRows(stream);
        } else if (!stream.waiting.empty()) {
            handOut(stream);
        }
    }
    if (m_transaction.waitingBytes > m_bounds.heldBytes) {
        giveUpMembers();
    }
}

// All of them: the older news of a member without the newer would be wrong.
void EventBuilder::giveUpMembers()
{
    for (Stream &stream : m_transaction.streams) {
        stream.membersLost = true;
        stream.waiting = {};
        stream.waitingBytes = 0;
    }
    m_transaction.waitingBytes = 0;
}

void EventBuilder::handOut(Stream &stream)
{
    m_output.rows += qint64(stream.waiting.size());
    m_output.bytes += stream.waitingBytes;
    m_transaction.waitingBytes -= stream.waitingBytes;
    stream.waitingBytes = 0;
    Change part { stream.space, stream.version, stream.parts++, false, std::exchange(stream.waiting, {}) };
    m_output.events.emplace_back(std::move(part));
}

void EventBuilder::finish(Stream &stream)
{
    if (stream.deleted) {
        m_output.events.emplace_back(SpaceDeleted { stream.space });
        return;
    }
    m_output.rows += qint64(stream.waiting.size());
    m_output.bytes += stream.waitingBytes;
    if (stream.untold) {
        m_output.events.emplace_back(Skipped { stream.space, stream.version, std::move(stream.waiting) });
        return;
    }
    if (m_transaction.held) {
        putMembersFirst(stream.waiting);
    }
    appendInParts(m_output.events,
        { stream.space, stream.version, stream.parts, true, std::move(stream.waiting) }, m_bounds.part);
}

} // namespace larder::server
