#include "core/error_code.h"

#include <QtCore/QStringView>

#include <array>
#include <utility>

namespace larder {

using namespace Qt::StringLiterals;

static constexpr std::array kNames = {
    std::pair { Code::Malformed, "malformed"_L1 },
    std::pair { Code::UnsupportedVersion, "unsupported_version"_L1 },
    std::pair { Code::TooLarge, "too_large"_L1 },
    std::pair { Code::RateLimited, "rate_limited"_L1 },
    std::pair { Code::UnknownKind, "unknown_kind"_L1 },
    std::pair { Code::UnknownField, "unknown_field"_L1 },
    std::pair { Code::InvalidValue, "invalid_value"_L1 },
    std::pair { Code::Incomplete, "incomplete"_L1 },
    std::pair { Code::ServerAuthored, "server_authored"_L1 },
    std::pair { Code::SpaceFull, "space_full"_L1 },
    std::pair { Code::StampClamped, "stamp_clamped"_L1 },
    std::pair { Code::Unauthenticated, "unauthenticated"_L1 },
    std::pair { Code::TokenExpired, "token_expired"_L1 },
    std::pair { Code::InvalidCredentials, "invalid_credentials"_L1 },
    std::pair { Code::NotAMember, "not_a_member"_L1 },
    std::pair { Code::ReadOnly, "read_only"_L1 },
    std::pair { Code::SpaceGone, "space_gone"_L1 },
    std::pair { Code::NotFound, "not_found"_L1 },
    std::pair { Code::AlreadyExists, "already_exists"_L1 },
    std::pair { Code::MethodNotAllowed, "method_not_allowed"_L1 },
    std::pair { Code::Timeout, "timeout"_L1 },
    std::pair { Code::Network, "network"_L1 },
    std::pair { Code::Unavailable, "unavailable"_L1 },
    std::pair { Code::Storage, "storage"_L1 },
    std::pair { Code::Corrupt, "corrupt"_L1 },
    std::pair { Code::SchemaTooNew, "schema_too_new"_L1 },
    std::pair { Code::Configuration, "configuration"_L1 },
    std::pair { Code::Cancelled, "cancelled"_L1 },
    std::pair { Code::Internal, "internal"_L1 },
};
static_assert(kNames.size() == std::size_t(Code::Internal) + 1, "a code has no wire name");

QLatin1StringView wireName(Code code)
{
    for (const auto &[known, name] : kNames) {
        if (known == code) {
            return name;
        }
    }
    return "internal"_L1;
}

std::optional<Code> codeFromWireName(QStringView name)
{
    for (const auto &[code, known] : kNames) {
        if (name == known) {
            return code;
        }
    }
    return std::nullopt;
}

} // namespace larder
