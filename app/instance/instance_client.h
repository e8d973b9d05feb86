// Asks the process that has a database open. Blocks, because whoever asks has nothing else to do; for the
// main thread of a process that shows no window yet.
#pragma once

#include "app/instance/instance_messages.h"
#include "core/limits.h"

#include <chrono>

namespace larder::app {

struct InstanceReply {
    enum class State : quint8 {
        Answered,
        Nobody, // nobody listens there, or it went before it took the request: nothing was done
        Silent, // it took the request and went, or gave no answer in time: nobody knows
    };

    State state = State::Nobody;
    CommandAnswer answer;
};

struct InstancePatience {
    std::chrono::milliseconds taking; // how long the other may need to take the request
    std::chrono::milliseconds answering; // and to answer it then
    qint64 answerBytes = limits::kInstanceAnswerBytes;
};

// Asks at the first of the sockets where somebody listens.
InstanceReply askInstance(
    const QStringList &sockets, const InstanceRequest &request, const InstancePatience &patience);

} // namespace larder::app
