// Deterministic bytes: definite lengths, shortest integers, "t" first, other keys in the order of the
// struct's members, keys that may be absent left out at their default in what is sent most.
#include "core/protocol/codec.h"

#include <QtCore/QCborStreamWriter>

namespace larder::protocol {

using namespace Qt::StringLiterals;

namespace {

// Guesses that save the first growths of the buffer.
constexpr int kBytesPerRow = 192;
constexpr int kBytesPerMessage = 256;

class Encoder {
public:
    explicit Encoder(std::size_t rows = 0)
        : m_writer(&m_bytes)
    {
        m_bytes.reserve(kBytesPerMessage + kBytesPerRow * qsizetype(rows));
    }

    QByteArray take() { return std::move(m_bytes); }

    void begin(QLatin1StringView type, int keys)
    {
        m_writer.startMap(quint64(keys) + 1);
        put("t"_L1, type);
    }
    void end() { m_writer.endMap(); }

    template<typename T> void put(QLatin1StringView key, const T &value)
    {
        m_writer.append(key);
        add(value);
    }
    template<typename T> void putAll(QLatin1StringView key, const std::vector<T> &values)
    {
        m_writer.append(key);
        m_writer.startArray(quint64(values.size()));
        for (const T &each : values) {
            add(each);
        }
        m_writer.endArray();
    }

    void add(QLatin1StringView text) { m_writer.append(text); }
    void add(const QString &text) { m_writer.append(QStringView(text)); }
    void add(bool truth) { m_writer.append(truth); }
    void add(int number) { m_writer.append(qint64(number)); }
    void add(qint64 number) { m_writer.append(number); }
    void add(Code code) { m_writer.append(wireName(code)); }
    void add(DropReason reason) { m_writer.append(quint64(reason)); }
    template<typename Tag> void add(const model::Id<Tag> &id)
    {
        m_writer.appendByteString(reinterpret_cast<const char *>(id.value.bytes.data()), 16);
    }

    void add(const Cursor &cursor)
    {
        m_writer.startArray(2);
        add(cursor.space);
        add(cursor.version);
        m_writer.endArray();
    }

    void add(const SpaceGrant &grant)
    {
        m_writer.startArray(4);
        add(grant.space);
        m_writer.append(quint64(grant.kind));
        m_writer.append(quint64(grant.role));
        add(grant.version);
        m_writer.endArray();
    }

    void add(const Limits &limits)
    {
        m_writer.startMap(3);
        put("writes"_L1, limits.writesPerPush);
        put("bytes"_L1, limits.messageBytes);
        put("pushes"_L1, limits.pushesInFlight);
        m_writer.endMap();
    }

    void add(std::span<const Register> registers)
    {
        m_writer.startMap(quint64(registers.size()));
        for (const Register &reg : registers) {
            m_writer.append(quint64(reg.field));
            m_writer.startArray(2);
            m_writer.append(reg.stamp.micros);
            model::appendCanonical(m_writer, reg.value);
            m_writer.endArray();
        }
        m_writer.endMap();
    }

    void add(const Write &write)
    {
        m_writer.startArray(4);
        add(write.key.space);
        m_writer.append(quint64(write.key.kind));
        add(write.key.id);
        add(std::span(write.registers));
        m_writer.endArray();
    }

    void add(const Record &row)
    {
        m_writer.startArray(5);
        m_writer.append(quint64(row.key.kind));
        add(row.key.id);
        add(row.version);
        if (row.author.isNull()) {
            m_writer.appendNull();
        } else {
            add(row.author);
        }
        add(std::span(row.registers));
        m_writer.endArray();
    }

    void add(const Correction &correction)
    {
        m_writer.startMap(5);
        put("index"_L1, correction.index);
        put("code"_L1, correction.code);
        put("message"_L1, correction.message);
        put("space"_L1, correction.row.key.space);
        put("row"_L1, correction.row);
        m_writer.endMap();
    }

private:
    QByteArray m_bytes;
    QCborStreamWriter m_writer;
};

QByteArray bytesOf(const Hello &hello)
{
    Encoder out;
    out.begin("hello"_L1, 6);
    out.put("v"_L1, hello.version);
    out.put("token"_L1, hello.token);
    out.put("device"_L1, hello.device);
    out.put("epoch"_L1, hello.epoch);
    out.putAll("cursors"_L1, hello.cursors);
    out.put("zstd"_L1, hello.zstd);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Push &push)
{
    Encoder out(push.writes.size());
    out.begin("push"_L1, 2);
    out.put("seq"_L1, push.seq);
    out.putAll("writes"_L1, push.writes);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Pull &pull)
{
    Encoder out;
    out.begin("pull"_L1, 2);
    out.put("space"_L1, pull.space);
    out.put("since"_L1, pull.since);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Token &token)
{
    Encoder out;
    out.begin("token"_L1, 1);
    out.put("token"_L1, token.token);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Ping &ping)
{
    Encoder out;
    out.begin("ping"_L1, 1);
    out.put("id"_L1, ping.id);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Welcome &welcome)
{
    Encoder out;
    out.begin("welcome"_L1, 5);
    out.put("v"_L1, welcome.version);
    out.put("epoch"_L1, welcome.epoch);
    out.put("now"_L1, welcome.now);
    out.putAll("spaces"_L1, welcome.spaces);
    out.put("limits"_L1, welcome.limits);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Rows &rows)
{
    Encoder out(rows.rows.size());
    out.begin("rows"_L1, 4 + (rows.part != 0) + !rows.last + rows.more);
    out.put("space"_L1, rows.space);
    out.put("from"_L1, rows.from);
    out.put("to"_L1, rows.to);
    if (rows.part != 0) {
        out.put("part"_L1, rows.part);
    }
    if (!rows.last) {
        out.put("last"_L1, rows.last);
    }
    if (rows.more) {
        out.put("more"_L1, rows.more);
    }
    out.putAll("rows"_L1, rows.rows);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Pushed &pushed)
{
    Encoder out(pushed.corrections.size());
    out.begin("pushed"_L1, pushed.corrections.empty() ? 2 : 3);
    out.put("seq"_L1, pushed.seq);
    out.putAll("versions"_L1, pushed.versions);
    if (!pushed.corrections.empty()) {
        out.putAll("corrections"_L1, pushed.corrections);
    }
    out.end();
    return out.take();
}

QByteArray bytesOf(const Grant &grant)
{
    Encoder out;
    out.begin("grant"_L1, 1);
    out.put("space"_L1, grant.space);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Reset &reset)
{
    Encoder out;
    out.begin("reset"_L1, 1);
    out.put("space"_L1, reset.space);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Drop &drop)
{
    Encoder out;
    out.begin("drop"_L1, 2);
    out.put("space"_L1, drop.space);
    out.put("reason"_L1, drop.reason);
    out.end();
    return out.take();
}

QByteArray bytesOf(const Denied &denied)
{
    Encoder out;
    out.begin("denied"_L1, denied.seq < 0 ? 2 : 3);
    out.put("code"_L1, denied.code);
    out.put("message"_L1, denied.message);
    if (denied.seq >= 0) {
        out.put("seq"_L1, denied.seq);
    }
    out.end();
    return out.take();
}

QByteArray bytesOf(const Pong &pong)
{
    Encoder out;
    out.begin("pong"_L1, 2);
    out.put("id"_L1, pong.id);
    out.put("now"_L1, pong.now);
    out.end();
    return out.take();
}

} // namespace

QByteArray encode(const Up &message)
{
    return std::visit([](const auto &each) { return bytesOf(each); }, message);
}

QByteArray encode(const Down &message)
{
    return std::visit([](const auto &each) { return bytesOf(each); }, message);
}

QByteArray encode(const Rows &rows)
{
    return bytesOf(rows);
}

QByteArray encodeRegisters(std::span<const Register> registers)
{
    Encoder out;
    out.add(registers);
    return out.take();
}

} // namespace larder::protocol
