#include "server/feed/pgoutput_decoder.h"

#include <QtCore/QtEndian>

#include <cstring>

namespace larder::server::pgoutput {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxColumns = 1'600; // MaxTupleAttributeNumber rounded up: no table of PostgreSQL has more

// Reads forward and remembers the first thing that was missing, so that a message is checked once, at its
// end. After a failure every read gives zero or empty and moves no further.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
    }

    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_at == m_end; }
    void fail() { m_good = false; }

    template<typename Integer> Integer integer()
    {
        if (!has(sizeof(Integer))) {
            return 0;
        }
        const auto value = qFromBigEndian<Integer>(m_at);
        m_at += sizeof(Integer);
        return value;
    }

    char byte() { return char(integer<quint8>()); }

    QByteArrayView bytes(qint64 length)
    {
        if (length < 0 || !has(quint64(length))) {
            m_good = false;
            return {};
        }
        const QByteArrayView value(m_at, qsizetype(length));
        m_at += length;
        return value;
    }

    QByteArrayView string()
    {
        const void *zero = m_good ? std::memchr(m_at, 0, std::size_t(m_end - m_at)) : nullptr;
        if (!zero) {
            m_good = false;
            return {};
        }
        const QByteArrayView value(m_at, static_cast<const char *>(zero) - m_at);
        m_at += value.size() + 1;
        return value;
    }

    Tuple tuple()
    {
        Tuple cells;
        const int count = integer<qint16>();
        if (count < 0 || count > kMaxColumns) {
            m_good = false;
            return cells;
        }
        cells.resize(count);
        for (Cell &cell : cells) {
            switch (byte()) {
            case 'b':
                cell.state = Cell::State::Value;
                cell.bytes = bytes(integer<qint32>());
                break;
            case 'u':
                cell.state = Cell::State::Unchanged;
                break;
            case 'n':
                break;
            default:
                m_good = false;
            }
            if (!m_good) {
                break;
            }
        }
        return cells;
    }

private:
    bool has(quint64 count)
    {
        m_good = m_good && quint64(m_end - m_at) >= count;
        return m_good;
    }

    const char *m_at;
    const char *m_end;
    bool m_good = true;
};

Relation readRelation(Reader &in)
{
    Relation relation;
    relation.id = in.integer<quint32>();
    relation.schema = in.string();
    relation.table = in.string();
    in.byte(); // the replica identity, which the tuples tell by themselves
    const int count = in.integer<qint16>();
    if (count < 0 || count > kMaxColumns) {
        in.fail();
        return relation;
    }
    relation.columns.reserve(std::size_t(count));
    for (int i = 0; i < count && in.isGood(); ++i) {
        Column column;
        column.key = (in.byte() & 1) != 0;
        column.name = in.string();
        column.type = in.integer<quint32>();
        in.integer<qint32>(); // the type's modifier: the limit of a varchar, which the value has passed
        relation.columns.push_back(column);
    }
    return relation;
}

Insert readInsert(Reader &in)
{
    Insert insert;
    insert.relation = in.integer<quint32>();
    if (in.byte() != 'N') {
        in.fail();
    }
    insert.row = in.tuple();
    return insert;
}

Update readUpdate(Reader &in)
{
    Update update;
    update.relation = in.integer<quint32>();
    char part = in.byte();
    if (part == 'K' || part == 'O') {
        update.before = in.tuple();
        part = in.byte();
    }
    if (part != 'N') {
        in.fail();
    }
    update.row = in.tuple();
    return update;
}

Delete readDelete(Reader &in)
{
    Delete gone;
    gone.relation = in.integer<quint32>();
    const char part = in.byte();
    if (part != 'K' && part != 'O') {
        in.fail();
    }
    gone.before = in.tuple();
    return gone;
}

Truncate readTruncate(Reader &in)
{
    Truncate truncate;
    const auto count = in.integer<quint32>();
    in.byte(); // CASCADE, RESTART IDENTITY
    for (quint32 i = 0; i < count && in.isGood(); ++i) {
        truncate.relations.push_back(in.integer<quint32>());
    }
    return truncate;
}

Begin readBegin(Reader &in)
{
    Begin begin;
    begin.finalLsn = in.integer<quint64>();
    begin.commitTime = in.integer<qint64>();
    begin.xid = in.integer<quint32>();
    return begin;
}

Commit readCommit(Reader &in)
{
    Commit commit;
    in.byte();
    commit.commitLsn = in.integer<quint64>();
    commit.endLsn = in.integer<quint64>();
    commit.commitTime = in.integer<qint64>();
    return commit;
}

LogicalMessage readLogicalMessage(Reader &in)
{
    LogicalMessage message;
    message.transactional = (in.byte() & 1) != 0;
    message.lsn = in.integer<quint64>();
    message.prefix = in.string();
    message.content = in.bytes(in.integer<qint32>());
    return message;
}

Result<Message> finish(const Reader &in, Message message)
{
    if (!in.isGood() || !in.isAtEnd()) {
        return Failure(Code::Malformed, u"a pgoutput message is cut off or has bytes left over"_s);
    }
    return message;
}

} // namespace

Result<Message> decode(QByteArrayView bytes)
{
    Reader in(bytes);
    switch (in.byte()) {
    case 'I': {
        Insert insert = readInsert(in);
        return finish(in, std::move(insert));
    }
    case 'U': {
        Update update = readUpdate(in);
        return finish(in, std::move(update));
    }
    case 'D': {
        Delete gone = readDelete(in);
        return finish(in, std::move(gone));
    }
    case 'B': {
        const Begin begin = readBegin(in);
        return finish(in, begin);
    }
    case 'C': {
        const Commit commit = readCommit(in);
        return finish(in, commit);
    }
    case 'R': {
        Relation relation = readRelation(in);
        return finish(in, std::move(relation));
    }
    case 'T': {
        Truncate truncate = readTruncate(in);
        return finish(in, std::move(truncate));
    }
    case 'M': {
        const LogicalMessage message = readLogicalMessage(in);
        return finish(in, message);
    }
    case 'O': {
        Origin origin;
        origin.lsn = in.integer<quint64>();
        origin.name = in.string();
        return finish(in, origin);
    }
    case 'Y': {
        Type type;
        type.id = in.integer<quint32>();
        type.schema = in.string();
        type.name = in.string();
        return finish(in, type);
    }
    default:
        return Failure(Code::Malformed, u"an unknown pgoutput message"_s);
    }
}

} // namespace larder::server::pgoutput
