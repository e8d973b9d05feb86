// The desktop's settings, as org.freedesktop.portal.Settings hands them out on the session bus.
//
// Asked for once and again whenever the portal comes back, without waiting for the answer; changes come by
// its signal. Without a bus or a portal nothing is ever told. Lives on the UI thread; SystemLook owns it.
#pragma once

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusServiceWatcher>
#include <QtDBus/QDBusVariant>

namespace larder::app {

using PortalValues = QMap<QString, QVariantMap>; // by namespace, then by key

class PortalSettings final : public QObject {
    Q_OBJECT

public:
    PortalSettings(const QDBusConnection &bus, const QStringList &namespaces, QObject *parent = nullptr);

Q_SIGNALS:
    void changed(const larder::app::PortalValues &values); // all of them

private Q_SLOTS:
    // By name, because that is how a signal of the bus finds its receiver.
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void readAll();

    QDBusConnection m_bus;
    QStringList m_namespaces;
    QDBusServiceWatcher m_watcher;
    PortalValues m_values;
};

} // namespace larder::app
