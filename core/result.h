// How a function says that circumstances stopped it.
//
//     Result<int> parse(…)      return Failure(Code::Malformed, u"…"_s);      return 7;
//
// Dropping a Result does not compile. Return early; there is no chaining and no macro. `detail` is for the
// log and for whoever operates the server: it holds no secret and is never shown to a person as it is,
// because app/viewmodels/error_text.cpp has the sentences.
#pragma once

#include "core/error_code.h"

#include <QtCore/QString>

#include <tl/expected.hpp>

namespace larder {

struct Error {
    Code code = Code::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T> struct [[nodiscard]] Result : tl::expected<T, Error> {
    using Expected = tl::expected<T, Error>;
    using Expected::Expected;
    Result(Expected other)
        : Expected(std::move(other))
    {
    }
};

struct Failure : tl::unexpected<Error> {
    explicit Failure(Error error)
        : tl::unexpected<Error>(std::move(error))
    {
    }
    explicit Failure(Code code, QString detail = {})
        : tl::unexpected<Error>(Error { code, std::move(detail) })
    {
    }
};

} // namespace larder
