#include "app/platform/reachability.h"

#include <QtGui/QGuiApplication>

#include <utility>

namespace larder::app {

using Network = QNetworkInformation::Reachability;

void Reachability::listen()
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        const QNetworkInformation *network = QNetworkInformation::instance();
        m_network = network->reachability();
        connect(network, &QNetworkInformation::reachabilityChanged, this, &Reachability::noteNetwork);
    }
    // `larder headless` has no window that anybody could look at.
    if (const auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, &Reachability::noteApplication);
    }
}

// From a house to the world it also came back: the server may be out there.
void Reachability::noteNetwork(Network now)
{
    const Network before = std::exchange(m_network, now);
    if (now != before && now != Network::Disconnected && now != Network::Unknown) {
        Q_EMIT cameBack();
    }
}

void Reachability::noteApplication(Qt::ApplicationState now)
{
    const Qt::ApplicationState before = std::exchange(m_application, now);
    if (now != Qt::ApplicationActive || before == Qt::ApplicationActive) {
        return;
    }
    if (before == Qt::ApplicationSuspended) {
        Q_EMIT woke();
    } else {
        Q_EMIT cameBack();
    }
}

} // namespace larder::app
