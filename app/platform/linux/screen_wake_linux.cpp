#include "app/platform/screen_wake.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>

#include <optional>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kService = u"org.freedesktop.ScreenSaver"_s;
static const QString kPath = u"/org/freedesktop/ScreenSaver"_s;

static QDBusMessage call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kService, method);
    message.setArguments(arguments);
    return message;
}

// The desktop's screen saver over the session bus. A cookie belongs to one run of it: when it goes, so does
// what it promised.
class ScreenWake::System {
public:
    System()
        : m_bus(QDBusConnection::sessionBus())
        , m_watcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange)
    {
        QObject::connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, &m_watcher,
            [this](const QString &, const QString &, const QString &owner) { meet(owner); });
    }
    ~System() { want(false); }
    Q_DISABLE_COPY_MOVE(System)

    void want(bool awake)
    {
        m_wanted = awake;
        if (awake && !m_cookie && !m_asking) {
            ask();
        } else if (!awake && m_cookie) {
            m_bus.send(call(u"UnInhibit"_s, { *m_cookie }));
            m_cookie.reset();
        }
    }

private:
    void meet(const QString &owner)
    {
        ++m_run;
        m_cookie.reset();
        m_asking = false;
        if (m_wanted && !owner.isEmpty()) {
            ask();
        }
    }
    void ask()
    {
        if (!m_bus.isConnected()) {
            return;
        }
        m_asking = true;
        const QVariantList arguments { u"Larder"_s, u"A shopping list is in use"_s };
        auto *waiting
            = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"Inhibit"_s, arguments)), &m_watcher);
        QObject::connect(waiting, &QDBusPendingCallWatcher::finished, &m_watcher,
            [this, run = m_run](QDBusPendingCallWatcher *answered) {
                answered->deleteLater();
                if (run == m_run) {
                    take(*answered);
                }
            });
    }
    void take(const QDBusPendingReply<uint> &reply)
    {
        m_asking = false;
        if (!reply.isError()) {
            m_cookie = reply.value();
            want(m_wanted); // which may be another by now
        }
    }

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    std::optional<uint> m_cookie;
    quint64 m_run = 0; // of the screen saver; an answer of an earlier one is void
    bool m_asking = false;
    bool m_wanted = false;
};

ScreenWake::ScreenWake(QObject *parent)
    : QObject(parent)
{
}

ScreenWake::~ScreenWake() = default;

void ScreenWake::setAwake(bool awake)
{
    if (awake == m_awake) {
        return;
    }
    m_awake = awake;
    if (!m_system) {
        m_system = std::make_unique<System>();
    }
    m_system->want(awake);
}

} // namespace larder::app
