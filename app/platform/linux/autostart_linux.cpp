// An entry of XDG's autostart folder, which every desktop of Linux reads when a session begins.
#include "app/platform/autostart.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr qint64 kMostBytes = 64 * 1024; // of an entry; what is longer is none of ours

// The name of the program's own entry, by which a desktop knows that the two belong together.
static QString entryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/autostart/org.larder.Larder.desktop"_s;
}

// An AppImage is mounted somewhere else at every start; what started it is in its environment.
static QString program()
{
    const QString image = qEnvironmentVariable("APPIMAGE");
    return image.isEmpty() ? QCoreApplication::applicationFilePath() : image;
}

// The rules of a desktop entry: in quotes, with a backslash before what means something there, which the
// file's own escapes double; a percent sign is written twice.
static QString quoted(const QString &path)
{
    QString result;
    for (const QChar letter : path) {
        if (u"\"`$\\"_s.contains(letter)) {
            result += u"\\\\"_s;
        }
        result += letter == u'\\' ? u"\\\\"_s
            : letter == u'%'      ? u"%%"_s
            : letter == u'\n'     ? u"\\n"_s
                                  : QString(letter);
    }
    return u'"' + result + u'"';
}

static QByteArray entry()
{
    return u"[Desktop Entry]\nType=Application\nName=Larder\nIcon=org.larder.Larder\nTerminal=false\n"
           "Exec=%1\n"_s.arg(quoted(program()))
               .toUtf8();
}

bool canStartWithSession()
{
    return !QFile::exists(u"/.flatpak-info"_s) && !qEnvironmentVariableIsSet("SNAP");
}

// A desktop's own settings don't remove an entry that they turn off, but write so into it.
bool startsWithSession()
{
    QFile file(entryPath());
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    for (const QByteArray &line : file.read(kMostBytes).split('\n')) {
        const QByteArray bare = line.simplified().replace(' ', "");
        if (bare == "Hidden=true" || bare == "X-GNOME-Autostart-enabled=false") {
            return false;
        }
    }
    return true;
}

Result<void> setStartsWithSession(bool on)
{
    const QString path = entryPath();
    if (!on) {
        QFile file(path);
        if (file.exists() && !file.remove()) {
            return Failure(Code::Configuration, file.errorString());
        }
        return {};
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(entry()) < 0 || !file.commit()) {
        return Failure(Code::Configuration, file.errorString());
    }
    return {};
}

} // namespace larder::app
