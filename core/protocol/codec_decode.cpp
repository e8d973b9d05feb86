#include "core/protocol/codec.h"

#include "core/protocol/cbor_reader.h"

#include <algorithm>

namespace larder::protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kVersionMax = std::numeric_limits<qint64>::max();
constexpr qint64 kIntMax = std::numeric_limits<int>::max();

qint64 version(CborReader &in)
{
    return in.integer(0, kVersionMax);
}

int smallNumber(CborReader &in)
{
    return int(in.integer(0, kIntMax));
}

template<typename Id> Id id(CborReader &in)
{
    return Id { in.uuid() };
}

model::Kind kind(CborReader &in)
{
    return model::Kind(in.integer(1, std::numeric_limits<quint16>::max()));
}

// A code that this version does not know is as good as `internal`: refused, for a reason we can't name.
Code code(CborReader &in)
{
    return codeFromWireName(in.text()).value_or(Code::Internal);
}

std::vector<Register> registers(CborReader &in)
{
    std::vector<Register> result;
    bool ascending = true;
    in.map(limits::kRegistersPerRecord, [&] {
        Register reg;
        reg.field = model::FieldNumber(in.integer(0, std::numeric_limits<model::FieldNumber>::max()));
        in.tuple(2, [&] {
            reg.stamp = model::Stamp { in.integer() };
            reg.value = in.value();
        });
        ascending = ascending && (result.empty() || result.back().field < reg.field);
        result.push_back(std::move(reg));
    });
    if (!ascending) {
        std::sort(
            result.begin(), result.end(), [](const auto &a, const auto &b) { return a.field < b.field; });
        const auto twice = std::adjacent_find(result.begin(), result.end(),
            [](const Register &a, const Register &b) { return a.field == b.field; });
        if (twice != result.end()) {
            in.fail(Code::Malformed, u"field %1 comes twice"_s.arg(twice->field));
        }
    }
    return result;
}

Cursor cursor(CborReader &in)
{
    Cursor result;
    in.tuple(2, [&] {
        result.space = id<SpaceId>(in);
        result.version = version(in);
    });
    return result;
}

template<typename Each> void refuseDoubles(CborReader &in, const std::vector<Each> &all)
{
    std::vector<SpaceId> spaces;
    spaces.reserve(all.size());
    for (const Each &each : all) {
        spaces.push_back(each.space);
    }
    std::sort(spaces.begin(), spaces.end());
    if (std::adjacent_find(spaces.begin(), spaces.end()) != spaces.end()) {
        in.fail(Code::Malformed, u"a space comes twice"_s);
    }
}

std::vector<Cursor> cursors(CborReader &in, qint64 most)
{
    std::vector<Cursor> result;
    in.array(most, [&] { result.push_back(cursor(in)); });
    refuseDoubles(in, result);
    return result;
}

SpaceGrant grant(CborReader &in)
{
    SpaceGrant result;
    in.tuple(4, [&] {
        result.space = id<SpaceId>(in);
        result.kind = SpaceKind(in.integer(qint64(SpaceKind::List), qint64(SpaceKind::Personal)));
        result.role = Role(in.integer(qint64(Role::Viewer), qint64(Role::Owner)));
        result.version = version(in);
    });
    return result;
}

Write write(CborReader &in)
{
    Write result;
    in.tuple(4, [&] {
        result.key.space = id<SpaceId>(in);
        result.key.kind = kind(in);
        result.key.id = id<model::RecordId>(in);
        result.registers = registers(in);
    });
    return result;
}

// Of what a server says. A client's own are judged write by write, so that one that is wrong is refused
// alone.
void refuseStampsOutOfRange(CborReader &in, const std::vector<Register> &registers)
{
    for (const Register &reg : registers) {
        if (!reg.stamp.isValid()) {
            in.fail(Code::InvalidValue, u"the stamp of field %1 is out of range"_s.arg(reg.field));
        }
    }
}

Record row(CborReader &in)
{
    Record result;
    in.tuple(5, [&] {
        result.key.kind = kind(in);
        result.key.id = id<model::RecordId>(in);
        result.version = version(in);
        if (!in.null()) {
            result.author = id<model::UserId>(in);
        }
        result.registers = registers(in);
        refuseStampsOutOfRange(in, result.registers);
    });
    return result;
}

Correction correction(CborReader &in)
{
    Correction result;
    SpaceId space;
    readKeys(in, Key { "index"_L1, Need::Must, [&] { result.index = smallNumber(in); } },
        Key { "code"_L1, Need::Must, [&] { result.code = code(in); } },
        Key { "message"_L1, Need::May, [&] { result.message = in.text(); } },
        Key { "space"_L1, Need::Must, [&] { space = id<SpaceId>(in); } },
        Key { "row"_L1, Need::Must, [&] { result.row = row(in); } });
    result.row.key.space = space;
    return result;
}

Limits limitsOf(CborReader &in)
{
    Limits result;
    readKeys(in, Key { "writes"_L1, Need::May, [&] { result.writesPerPush = in.integer(1); } },
        Key { "bytes"_L1, Need::May, [&] { result.messageBytes = in.integer(1); } },
        Key { "pushes"_L1, Need::May, [&] { result.pushesInFlight = in.integer(1); } });
    return result;
}

// The type was read already; here its key only counts as one that may not come twice.
template<typename... Reads> void readMessage(CborReader &in, Key<Reads>... keys)
{
    readKeys(in, Key { "t"_L1, Need::Must, [&] { in.skip(); } }, keys...);
}

void read(CborReader &in, Hello &hello)
{
    readMessage(in, Key { "v"_L1, Need::Must, [&] { hello.version = smallNumber(in); } },
        Key { "token"_L1, Need::Must, [&] { hello.token = in.text(); } },
        Key { "device"_L1, Need::Must, [&] { hello.device = id<DeviceId>(in); } },
        Key { "epoch"_L1, Need::May, [&] { hello.epoch = in.text(); } },
        Key { "cursors"_L1, Need::May, [&] { hello.cursors = cursors(in, limits::kCursorsPerHello); } },
        Key { "zstd"_L1, Need::May, [&] { hello.zstd = in.truth(); } });
}

void read(CborReader &in, Push &push)
{
    readMessage(in, Key { "seq"_L1, Need::Must, [&] { push.seq = version(in); } },
        Key { "writes"_L1, Need::Must,
            [&] { in.array(limits::kWritesPerPush, [&] { push.writes.push_back(write(in)); }); } });
}

void read(CborReader &in, Pull &pull)
{
    readMessage(in, Key { "space"_L1, Need::Must, [&] { pull.space = id<SpaceId>(in); } },
        Key { "since"_L1, Need::Must, [&] { pull.since = version(in); } });
}

void read(CborReader &in, Token &token)
{
    readMessage(in, Key { "token"_L1, Need::Must, [&] { token.token = in.text(); } });
}

void read(CborReader &in, Ping &ping)
{
    readMessage(in, Key { "id"_L1, Need::Must, [&] { ping.id = in.integer(); } });
}

void read(CborReader &in, Welcome &welcome)
{
    readMessage(in, Key { "v"_L1, Need::Must, [&] { welcome.version = smallNumber(in); } },
        Key { "epoch"_L1, Need::Must, [&] { welcome.epoch = in.text(); } },
        Key { "now"_L1, Need::Must, [&] { welcome.now = in.integer(0, model::Stamp::kMax); } },
        Key { "spaces"_L1, Need::Must,
            [&] {
                in.array(limits::kCursorsPerHello, [&] { welcome.spaces.push_back(grant(in)); });
                refuseDoubles(in, welcome.spaces);
            } },
        Key { "limits"_L1, Need::May, [&] { welcome.limits = limitsOf(in); } });
}

void read(CborReader &in, Rows &rows)
{
    readMessage(in, Key { "space"_L1, Need::Must, [&] { rows.space = id<SpaceId>(in); } },
        Key { "from"_L1, Need::Must, [&] { rows.from = version(in); } },
        Key { "to"_L1, Need::Must, [&] { rows.to = version(in); } },
        Key { "part"_L1, Need::May, [&] { rows.part = smallNumber(in); } },
        Key { "last"_L1, Need::May, [&] { rows.last = in.truth(); } },
        Key { "more"_L1, Need::May, [&] { rows.more = in.truth(); } },
        Key { "rows"_L1, Need::Must,
            [&] { in.array(limits::kPageRows, [&] { rows.rows.push_back(row(in)); }); } });
    if (in.ok() && rows.from > rows.to) {
        in.fail(Code::Malformed, u"rows that lead backwards"_s);
    }
    for (Record &each : rows.rows) {
        each.key.space = rows.space;
    }
}

void read(CborReader &in, Pushed &pushed)
{
    readMessage(in, Key { "seq"_L1, Need::Must, [&] { pushed.seq = version(in); } },
        Key { "versions"_L1, Need::Must, [&] { pushed.versions = cursors(in, limits::kWritesPerPush); } },
        Key { "corrections"_L1, Need::May, [&] {
                 in.array(limits::kCorrectionsPerPush, [&] { pushed.corrections.push_back(correction(in)); });
             } });
}

void read(CborReader &in, Grant &message)
{
    readMessage(in, Key { "space"_L1, Need::Must, [&] { message.space = grant(in); } });
}

void read(CborReader &in, Reset &reset)
{
    readMessage(in, Key { "space"_L1, Need::Must, [&] { reset.space = id<SpaceId>(in); } });
}

void read(CborReader &in, Drop &drop)
{
    const auto reason
        = [&] { return DropReason(in.integer(qint64(DropReason::Revoked), qint64(DropReason::Unknown))); };
    readMessage(in, Key { "space"_L1, Need::Must, [&] { drop.space = id<SpaceId>(in); } },
        Key { "reason"_L1, Need::Must, [&] { drop.reason = reason(); } });
}

void read(CborReader &in, Denied &denied)
{
    readMessage(in, Key { "code"_L1, Need::Must, [&] { denied.code = code(in); } },
        Key { "message"_L1, Need::May, [&] { denied.message = in.text(); } },
        Key { "seq"_L1, Need::May, [&] { denied.seq = version(in); } });
}

void read(CborReader &in, Pong &pong)
{
    readMessage(in, Key { "id"_L1, Need::Must, [&] { pong.id = in.integer(); } },
        Key { "now"_L1, Need::Must, [&] { pong.now = in.integer(0, model::Stamp::kMax); } });
}

// The value of "t", wherever it stands; our own encoder puts it first, so that this is short.
Result<QString> typeOf(QByteArrayView bytes)
{
    CborReader in(bytes);
    for (qint64 left = in.enterMap(); left > 0 && in.ok(); --left) {
        if (in.text() == "t"_L1) {
            QString type = in.text();
            return in.ok() ? Result<QString>(std::move(type)) : Failure(in.error());
        }
        in.skip();
    }
    in.fail(Code::Malformed, u"a message has a type"_s);
    return Failure(in.error());
}

template<typename Message> struct Named {
    QLatin1StringView name;
};

template<typename Any, typename... Messages>
Result<Any> decodeOneOf(QByteArrayView bytes, Named<Messages>... messages)
{
    auto type = typeOf(bytes);
    if (!type) {
        return Failure(type.error());
    }
    CborReader in(bytes);
    std::optional<Any> result;
    const auto tryOne = [&]<typename Message>(Named<Message> named) {
        if (!result && *type == named.name) {
            Message message;
            read(in, message);
            result = std::move(message);
        }
    };
    (tryOne(messages), ...);
    if (!result) {
        in.skip();
        result = UnknownMessage { std::move(*type) };
    }
    in.end();
    if (!in.ok()) {
        return Failure(in.error());
    }
    return std::move(*result);
}

} // namespace

Result<AnyUp> decodeUp(QByteArrayView bytes)
{
    if (bytes.size() > limits::kUpMessageBytes) {
        return Failure(Code::TooLarge, u"a message of %1 bytes"_s.arg(bytes.size()));
    }
    return decodeOneOf<AnyUp>(bytes, Named<Hello> { "hello"_L1 }, Named<Push> { "push"_L1 },
        Named<Pull> { "pull"_L1 }, Named<Token> { "token"_L1 }, Named<Ping> { "ping"_L1 });
}

Result<AnyDown> decodeDown(QByteArrayView bytes)
{
    if (bytes.size() > limits::kDownMessageBytes) {
        return Failure(Code::TooLarge, u"a message of %1 bytes"_s.arg(bytes.size()));
    }
    return decodeOneOf<AnyDown>(bytes, Named<Welcome> { "welcome"_L1 }, Named<Rows> { "rows"_L1 },
        Named<Pushed> { "pushed"_L1 }, Named<Grant> { "grant"_L1 }, Named<Reset> { "reset"_L1 },
        Named<Drop> { "drop"_L1 }, Named<Denied> { "denied"_L1 }, Named<Pong> { "pong"_L1 });
}

Result<std::vector<Register>> decodeRegisters(QByteArrayView bytes)
{
    CborReader in(bytes);
    auto result = registers(in);
    in.end();
    if (!in.ok()) {
        return Failure(in.error());
    }
    return result;
}

} // namespace larder::protocol
