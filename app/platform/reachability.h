// When it is worth trying again at once: the network came back, or somebody looks at the window again.
//
// It only ever says yes. What the system calls no network may still reach a server on this machine or in this
// house, and a connection that is dead is noticed by its silence. Where the system tells nothing, it says
// nothing, and the pauses between attempts are what they are. Lives on the main thread; main.cpp connects it
// to the sync client.
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QNetworkInformation>

namespace larder::app {

class Reachability final : public QObject {
    Q_OBJECT

public:
    // Listens to the system, as far as it has something to say.
    void listen();

    void noteNetwork(QNetworkInformation::Reachability now);
    void noteApplication(Qt::ApplicationState now);

Q_SIGNALS:
    void cameBack(bool reachable = true);
    void woke(); // after the system had put the program to sleep

private:
    QNetworkInformation::Reachability m_network = QNetworkInformation::Reachability::Unknown;
    Qt::ApplicationState m_application = Qt::ApplicationActive;
};

} // namespace larder::app
