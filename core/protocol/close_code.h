// The status codes with which the server closes a WebSocket, and what they mean to a client.
//
// A code of ours that closes a connection has a number in the range that RFC 6455 §7.4.2 leaves to
// applications. The numbers are for ever; docs/protocol.md lists them. Two come from below us: 1001, the
// server is going away, and 1009, QWebSocket refused a message for its size.
#pragma once

#include "core/error_code.h"

#include <QtCore/qglobal.h>

#include <array>
#include <optional>
#include <utility>

namespace larder::protocol {

inline constexpr quint16 kGoingAway = 1001;
inline constexpr quint16 kMessageTooBig = 1009;

inline constexpr std::array kCloseCodes = {
    std::pair { Code::Malformed, quint16(4400) }, // not a message, or one that has no place here
    std::pair {
        Code::Unauthenticated, quint16(4401) }, // the token is not good, or its session was signed out
    std::pair { Code::Timeout, quint16(4408) }, // no hello in time, or silence for too long
    std::pair { Code::TooLarge, quint16(4413) }, // more sent than is allowed at this point
    std::pair { Code::UnsupportedVersion, quint16(4426) }, // no protocol version in common
    std::pair { Code::RateLimited, quint16(4429) }, // too many messages in too short a time
    std::pair { Code::TokenExpired, quint16(4440) }, // refresh the token and come again
    std::pair { Code::Internal, quint16(4500) }, // a defect of the server
    std::pair { Code::Unavailable, quint16(4503) }, // the database does not answer now
};

// A code that does not close connections gives that of Internal.
constexpr quint16 closeCode(Code code)
{
    for (const auto &[known, number] : kCloseCodes) {
        if (known == code) {
            return number;
        }
    }
    return quint16(4500);
}

// What a client makes of a close; nothing for a number that says nothing of ours.
constexpr std::optional<Code> codeOfClose(quint16 number)
{
    for (const auto &[code, known] : kCloseCodes) {
        if (known == number) {
            return code;
        }
    }
    if (number == kGoingAway) {
        return Code::Unavailable;
    }
    if (number == kMessageTooBig) {
        return Code::TooLarge;
    }
    return std::nullopt;
}

} // namespace larder::protocol
