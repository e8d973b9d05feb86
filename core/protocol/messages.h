// What a client and a server say to each other: one struct per message. docs/protocol.md is the
// specification; bytes are made and read in codec.h and nowhere else.
#pragma once

#include "core/error_code.h"
#include "core/limits.h"
#include "core/model/record.h"
#include "core/model/role.h"

#include <variant>
#include <vector>

namespace larder::protocol {

using model::DeviceId;
using model::Record;
using model::RecordKey;
using model::Register;
using model::Role;
using model::SpaceId;
using model::SpaceKind;

struct Cursor {
    SpaceId space;
    qint64 version = 0; // everything up to and including it is held

    friend bool operator==(const Cursor &, const Cursor &) = default;
};

// A space as the server tells it to one of its members.
struct SpaceGrant {
    SpaceId space;
    SpaceKind kind = SpaceKind::List;
    Role role = Role::None;
    qint64 version = 0;

    friend bool operator==(const SpaceGrant &, const SpaceGrant &) = default;
};

// Registers of one record; those not named stay as they are.
struct Write {
    RecordKey key;
    std::vector<Register> registers;

    friend bool operator==(const Write &, const Write &) = default;
};

// ---- client to server

struct Hello {
    int version = 0; // the newest the client speaks; the server answers with the one both use
    QString token; // a JWT access token
    DeviceId device;
    QString epoch; // of the last welcome; empty on the first
    std::vector<Cursor> cursors;
    bool zstd = false; // compressed messages are welcome

    friend bool operator==(const Hello &, const Hello &) = default;
};

struct Push {
    qint64 seq = 0; // chosen by the client, echoed in the answer
    std::vector<Write> writes;

    friend bool operator==(const Push &, const Push &) = default;
};

// Send what changed after `since`: on a gap.
struct Pull {
    SpaceId space;
    qint64 since = 0;

    friend bool operator==(const Pull &, const Pull &) = default;
};

// A newer access token, before the one in use ends.
struct Token {
    QString token;

    friend bool operator==(const Token &, const Token &) = default;
};

struct Ping {
    qint64 id = 0;

    friend bool operator==(const Ping &, const Ping &) = default;
};

using Up = std::variant<Hello, Push, Pull, Token, Ping>;

// ---- server to client

struct Limits {
    qint64 writesPerPush = limits::kWritesPerPush;
    qint64 messageBytes = limits::kUpMessageBytes;
    qint64 pushesInFlight = limits::kPushesInFlight;

    friend bool operator==(const Limits &, const Limits &) = default;
};

struct Welcome {
    int version = 0;
    QString epoch; // differs from the client's: the server was restored, so the client offers what it holds
    qint64 now = 0; // microseconds since 1970 UTC
    std::vector<SpaceGrant> spaces;
    Limits limits;

    friend bool operator==(const Welcome &, const Welcome &) = default;
};

// Changes of one space. They lead from version `from` to `to` once every part up to the last was taken, in
// order; only then may a cursor that was at least `from` move to `to`. Catch-up and live changes look the
// same.
struct Rows {
    SpaceId space;
    qint64 from = 0;
    qint64 to = 0;
    int part = 0; // 0, 1, … of this (from, to)
    bool last = true; // whether this is its last part
    bool more = false; // whether the catch-up goes on with another (from, to)
    std::vector<Record> rows; // a row names the registers it carries; others stay as they are

    friend bool operator==(const Rows &, const Rows &) = default;
};

// The answer to one write of a push that was not kept as it was sent. `row` is what the server holds now; no
// registers when it holds nothing.
struct Correction {
    int index = 0;
    Code code = Code::Internal; // StampClamped: kept, with another stamp; any other: not kept
    QString message;
    Record row;

    friend bool operator==(const Correction &, const Correction &) = default;
};

struct Pushed {
    qint64 seq = 0;
    std::vector<Cursor> versions; // of each space the push changed
    std::vector<Correction> corrections; // all other writes are kept and durable

    friend bool operator==(const Pushed &, const Pushed &) = default;
};

// The client came to have a space, or its role there changed. What it has not seen of it follows as Rows.
struct Grant {
    SpaceGrant space;

    friend bool operator==(const Grant &, const Grant &) = default;
};

// The cursor is older than what the server remembers of deletions: forget the space's acknowledged rows and
// take it anew from version 0.
struct Reset {
    SpaceId space;

    friend bool operator==(const Reset &, const Reset &) = default;
};

// Unknown: no such space here, nor was there one deleted; after a restore its owner may bring it back.
enum class DropReason : quint8 { Revoked = 1, Deleted = 2, Unknown = 3 };

// The client has the space no longer.
struct Drop {
    SpaceId space;
    DropReason reason = DropReason::Revoked;

    friend bool operator==(const Drop &, const Drop &) = default;
};

// The message, or with a hello or token the connection, is refused; docs/protocol.md says which codes close
// it.
struct Denied {
    Code code = Code::Internal;
    QString message;
    qint64 seq = -1; // of the push that was refused whole, else -1

    friend bool operator==(const Denied &, const Denied &) = default;
};

struct Pong {
    qint64 id = 0;
    qint64 now = 0; // microseconds since 1970 UTC

    friend bool operator==(const Pong &, const Pong &) = default;
};

using Down = std::variant<Welcome, Rows, Pushed, Grant, Reset, Drop, Denied, Pong>;

} // namespace larder::protocol
