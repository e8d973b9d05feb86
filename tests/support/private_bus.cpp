#include "tests/support/private_bus.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtDBus/QDBusMessage>

namespace larder::test {

using namespace Qt::StringLiterals;

static constexpr int kPatienceMs = 30'000;

// No services that could be started by being asked for: the machine's own portal would be one.
static const QByteArray kSettings = R"(<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

PrivateBus::PrivateBus()
{
    QFile settings(m_dir.filePath(u"bus.conf"_s));
    if (!settings.open(QIODevice::WriteOnly) || settings.write(kSettings) < 0) {
        qFatal("no settings for the bus");
    }
    settings.close();
    m_daemon.start(u"dbus-daemon"_s,
        { u"--config-file="_s + settings.fileName(), u"--nofork"_s, u"--nopidfile"_s,
            u"--print-address=1"_s });
    while (!m_daemon.canReadLine()) {
        if (!m_daemon.waitForReadyRead(kPatienceMs)) {
            qFatal("no bus: %s", m_daemon.readAllStandardError().constData());
        }
    }
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

PrivateBus::~PrivateBus()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void PrivateBus::settle()
{
    QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"GetId"_s));
    QCoreApplication::processEvents();
}

QDBusConnection PrivateBus::connect(const QString &name) const
{
    QDBusConnection connection = QDBusConnection::connectToBus(m_address, name);
    if (!connection.isConnected()) {
        qFatal("no connection to the bus");
    }
    return connection;
}

} // namespace larder::test
