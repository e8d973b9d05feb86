// What two processes of Larder say to each other over the local socket: JSON objects, one a line.
//
//     client  {"larder": 1, "run": {"command": "add", "words": ["milk"], "options": {}}}
//         or  {"larder": 1, "activate": {"do": "raise"}}
//     owner   {"taken": true}                 from here on it may be done
//             {"exit": 0, "json": {…}}        once; then the owner closes
//
// What has not been taken was not begun, and may be asked of somebody else. An owner of another version
// answers with an exit at once. The number is that of this format.
#pragma once

#include "app/commands/command_answer.h"
#include "app/commands/command_request.h"
#include "app/instance/activation.h"

#include <variant>

namespace larder::app {

using InstanceRequest = std::variant<CommandRequest, Activation>;

QByteArray encodeRequest(const InstanceRequest &request);
// UnsupportedVersion for another format, else InvalidValue.
Result<InstanceRequest> decodeRequest(const QByteArray &line);

QByteArray encodeTaken();
bool isTaken(const QByteArray &line);
QByteArray encodeAnswer(const CommandAnswer &answer);
Result<CommandAnswer> decodeAnswer(const QByteArray &line);

} // namespace larder::app
