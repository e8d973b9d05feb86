#include "app/platform/preferences.h"

namespace larder::app {

Preferences::Preferences(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path, QSettings::IniFormat)
{
}

void Preferences::set(const QString &key, const QVariant &value)
{
    if (m_file.value(key) != value) {
        m_file.setValue(key, value);
        Q_EMIT changed();
    }
}

int Preferences::choice(const QString &key) const
{
    return !m_file.contains(key) ? AsSystem : m_file.value(key).toBool() ? On : Off;
}

void Preferences::choose(const QString &key, int choice)
{
    if (choice != AsSystem) {
        set(key, choice == On);
    } else if (m_file.contains(key)) {
        m_file.remove(key);
        Q_EMIT changed();
    }
}

bool Preferences::holds(const QString &key, const std::optional<bool> &system) const
{
    return m_file.contains(key) ? m_file.value(key).toBool() : system.value_or(false);
}

void Preferences::setSystemLook(const SystemLook::Look &look)
{
    if (look != m_system) {
        m_system = look;
        Q_EMIT changed();
    }
}

} // namespace larder::app
