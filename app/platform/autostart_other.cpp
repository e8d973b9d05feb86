// The key of the registry that Windows reads, and the launch agents of macOS. Phones have no session.
#include "app/platform/autostart.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QSettings>

namespace larder::app {

using namespace Qt::StringLiterals;

#if defined(Q_OS_WIN)

static const QString kRun = uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run)"_s;

bool canStartWithSession()
{
    return true;
}

bool startsWithSession()
{
    const QSettings settings(kRun, QSettings::NativeFormat);
    return settings.contains(u"Larder"_s);
}

Result<void> setStartsWithSession(bool on)
{
    QSettings settings(kRun, QSettings::NativeFormat);
    if (on) {
        const QString program = QDir::toNativeSeparators(QCoreApplication::applicationFilePath());
        settings.setValue(u"Larder"_s, QString(u'"' + program + u'"'));
    } else {
        settings.remove(u"Larder"_s);
    }
    settings.sync();
    if (settings.status() != QSettings::NoError) {
        return Failure(Code::Configuration, u"the registry doesn't take it"_s);
    }
    return {};
}

#elif defined(Q_OS_MACOS)

static QString agentPath()
{
    return QDir::homePath() + u"/Library/LaunchAgents/org.larder.Larder.plist"_s;
}

static QByteArray agent()
{
    return uR"(<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
    <key>Label</key><string>org.larder.Larder</string>
    <key>ProgramArguments</key><array><string>%1</string></array>
    <key>RunAtLoad</key><true/>
</dict>
</plist>
)"_s.arg(QCoreApplication::applicationFilePath().toHtmlEscaped())
        .toUtf8();
}

bool canStartWithSession()
{
    return true;
}

bool startsWithSession()
{
    return QFile::exists(agentPath());
}

Result<void> setStartsWithSession(bool on)
{
    const QString path = agentPath();
    if (!on) {
        QFile file(path);
        if (file.exists() && !file.remove()) {
            return Failure(Code::Configuration, file.errorString());
        }
        return {};
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(agent()) < 0 || !file.commit()) {
        return Failure(Code::Configuration, file.errorString());
    }
    return {};
}

#else

bool canStartWithSession()
{
    return false;
}

bool startsWithSession()
{
    return false;
}

Result<void> setStartsWithSession(bool)
{
    return Failure(Code::Configuration, u"there is no session"_s);
}

#endif

} // namespace larder::app
