// Ports of this machine that nobody listens on, for a server that must be told which to take.
#pragma once

#include <QtNetwork/QTcpServer>

namespace larder::test {

// Two that differ: both are held until both are known.
inline std::pair<quint16, quint16> freePorts()
{
    QTcpServer first;
    QTcpServer second;
    if (!first.listen(QHostAddress::LocalHost) || !second.listen(QHostAddress::LocalHost)) {
        qFatal("no free port");
    }
    return { first.serverPort(), second.serverPort() };
}

} // namespace larder::test
