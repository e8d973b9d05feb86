// RFC 9457 problem documents: what went wrong, in a sentence that says what to do, and a code for programs.
//
//     {"type": "urn:larder:problem:invalid_value", "title": "Bad Request", "status": 400, "code":
//     "invalid_value",
//      "detail": "The item can't be kept as it is.", "instance": "<request id>",
//      "errors": [{"field": "quantity", "detail": "A whole number from 1 to 999999000."}]}
//
// `detail` never repeats what was sent, nor what the database said: the first may be a secret, the second is
// ours to read in the log.
#pragma once

#include "core/error_code.h"
#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace larder::server {

struct FieldFault {
    QString field;
    QString detail;

    friend bool operator==(const FieldFault &, const FieldFault &) = default;
};

struct Problem {
    int status = 500;
    Code code = Code::Internal;
    QString detail = {};
    std::vector<FieldFault> faults = {};
    int retryAfterSeconds = 0; // 0: not said

    friend bool operator==(const Problem &, const Problem &) = default;
};

// With the status and the sentence that go with the code.
Problem problemOf(Code code);
// The error's own detail goes to the log, not here.
Problem problemOf(const Error &error);
// For statuses that come from the transport: 400, 408, 413, 417, 429, 431, 501, 503, 505.
Problem problemOfStatus(int status);

QByteArray reasonPhrase(int status);
QByteArray toJson(const Problem &problem, const QByteArray &requestId);

} // namespace larder::server
