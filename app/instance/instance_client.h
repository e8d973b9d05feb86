// Asks the process that has a database open. Blocks, because whoever asks has nothing else to do; for the
// main thread of a process that shows no window yet.
#pragma once

#include "app/instance/instance_messages.h"

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

// At the first of the sockets where somebody listens. `taking` is how long they may need to take the request,
// `answering` how long to answer it then.
InstanceReply askInstance(const QStringList &sockets, const InstanceRequest &request,
    std::chrono::milliseconds taking, std::chrono::milliseconds answering);

} // namespace larder::app
