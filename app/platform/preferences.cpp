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

} // namespace larder::app
