// What larderd says when it serves: one line of JSON on stdout for programs, which need the ports, and the
// same in the log for people, with how to make the first account while there is none.
//
//     {"event":"listening","http":"http://127.0.0.1:3001","httpPort":3001,"sync":"ws://127.0.0.1:4848","syncPort":4848}
#pragma once

#include <QtNetwork/QHostAddress>

namespace larder::server {

struct Listening {
    QHostAddress address;
    quint16 httpPort = 0;
    quint16 syncPort = 0;
    bool hasAccounts = true;
};

void announce(const Listening &listening);

} // namespace larder::server
