// Every way in which something here can fail by circumstance, once.
//
// A code travels: over the socket and over REST by its wire name (docs/protocol.md lists them), and up to the
// UI, where app/viewmodels/error_text.cpp turns it into a sentence. Never change a wire name; add a new code.
#pragma once

#include <QtCore/QLatin1StringView>

#include <optional>

namespace larder {

enum class Code {
    // What a peer sent
    Malformed, // not the format it should be; the connection or file is given up, nothing else
    UnsupportedVersion, // no protocol version in common
    TooLarge, // a message, body or batch over its limit
    RateLimited, // too many in too short a time; try later
    UnknownKind, // a kind this server does not know
    UnknownField, // a field this kind does not have
    InvalidValue, // a value outside the type or limits of its field
    Incomplete, // a record that would lack a field it must have
    ServerAuthored, // a kind that only the server writes
    SpaceFull, // the space holds as many records as it may
    StampClamped, // a stamp from the future, or above one; kept, with another

    // Who is asking
    Unauthenticated, // no token, or one that is forged, malformed or revoked
    TokenExpired, // a token that was good; refresh it
    InvalidCredentials, // e-mail and password do not belong together
    NotAMember, // no role in that space, or no such space
    ReadOnly, // a viewer wrote
    SpaceGone, // the space was deleted

    // What stands in the way
    NotFound,
    AlreadyExists,
    MethodNotAllowed,
    Timeout,
    Network, // the other side can't be reached
    Unavailable, // a part it needs (the database) does not answer now
    Storage, // the disk or database refused
    Corrupt, // the database file is damaged
    SchemaTooNew, // the database was written by a newer major version
    Configuration, // a setting that can't be used
    Cancelled,
    Internal, // a defect of ours
};

QLatin1StringView wireName(Code code);
std::optional<Code> codeFromWireName(QStringView name);

} // namespace larder
