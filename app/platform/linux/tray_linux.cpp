#include "app/platform/linux/status_notifier.h"
#include "app/platform/linux/tray_hosts.h"
#include "app/platform/linux/tray_menu.h"
#include "app/platform/tray.h"

#include <QtDBus/QDBusConnection>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kConnection = u"larder-tray"_s;

// The icon is on a connection of its own: a tray takes an icon away when its owner leaves the bus, and there
// is no other way to take it away.
class Tray::System {
public:
    explicit System(Tray &tray)
        : m_hosts(QDBusConnection::sessionBus())
        , m_item(&m_itemObject, tray)
        , m_menu(&m_menuObject, tray)
    {
        QObject::connect(&m_hosts, &TrayHosts::forgotten, &tray, [this] { m_known = false; });
        QObject::connect(&m_hosts, &TrayHosts::changed, &tray, [this, &tray](bool there) {
            enrol();
            Q_EMIT tray.availableChanged(there);
        });
    }
    ~System() { hide(); }
    Q_DISABLE_COPY_MOVE(System)

    bool isAvailable() const { return m_hosts.areThere(); }

    void show(const TrayContent &content)
    {
        m_item.setContent(content);
        m_menu.setEntries(content.entries);
        m_wanted = true;
        enrol();
    }
    void hide()
    {
        m_wanted = false;
        m_known = false;
        if (m_onBus) {
            m_onBus = false;
            QDBusConnection::disconnectFromBus(kConnection);
        }
    }

private:
    void enrol()
    {
        if (!m_wanted || m_known || !m_hosts.areThere()) {
            return;
        }
        if (!m_onBus) {
            QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, kConnection);
            bus.registerObject(u"/StatusNotifierItem"_s, &m_itemObject, QDBusConnection::ExportAdaptors);
            bus.registerObject(m_item.menu().path(), &m_menuObject, QDBusConnection::ExportAdaptors);
        }
        m_onBus = true;
        m_known = true;
        m_hosts.enrol(QDBusConnection(kConnection).baseService());
    }

    TrayHosts m_hosts;
    QObject m_itemObject;
    QObject m_menuObject;
    StatusNotifierItem m_item;
    TrayMenu m_menu;
    bool m_wanted = false;
    bool m_onBus = false;
    bool m_known = false; // to the watcher of now
};

Tray::Tray(QObject *parent)
    : QObject(parent)
    , m_system(std::make_unique<System>(*this))
{
}

Tray::~Tray() = default;

bool Tray::isAvailable() const
{
    return m_system->isAvailable();
}

void Tray::show(const TrayContent &content)
{
    m_system->show(content);
}

void Tray::hide()
{
    m_system->hide();
}

} // namespace larder::app
