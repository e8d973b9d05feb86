#include "app/instance/instance_address.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace larder::app {

using namespace Qt::StringLiterals;

// QLocalServer binds in a folder of its own beside the socket before it moves it there.
static constexpr int kLongestFolder = 50;

QString canonicalDatabase(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists()) {
        return file.canonicalFilePath();
    }
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : QDir(folder).filePath(file.fileName());
}

// A folder that is there may be a trap that somebody else set in a folder for all.
static bool isOursAlone(const QString &folder)
{
    struct stat about { };
    return ::lstat(QFile::encodeName(folder).constData(), &about) == 0 && S_ISDIR(about.st_mode)
        && about.st_uid == ::geteuid() && (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

QStringList instanceFolders()
{
    QStringList folders;
    if (const QString session = qEnvironmentVariable("XDG_RUNTIME_DIR"); session.startsWith(u'/')) {
        folders.append(session + u"/larder"_s);
    }
    folders.append(u"/run/user/%1/larder"_s.arg(::geteuid()));
    folders.append(u"/tmp/larder-%1"_s.arg(::geteuid()));
    return folders;
}

static QString socketIn(const QString &folder, const QString &canonicalDatabase)
{
    const QByteArray hash
        = QCryptographicHash::hash(canonicalDatabase.toUtf8(), QCryptographicHash::Sha256).toHex();
    return folder + u'/' + QString::fromLatin1(hash.left(16));
}

static bool isShort(const QString &folder)
{
    return QFile::encodeName(folder).size() <= kLongestFolder;
}

Result<QString> instanceSocket(const QString &canonicalDatabase, const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (isShort(folder)) {
            ::mkdir(QFile::encodeName(folder).constData(), S_IRWXU);
            if (isOursAlone(folder)) {
                return socketIn(folder, canonicalDatabase);
            }
        }
    }
    return Failure(Code::Storage, u"there is no folder for the socket that others reach this Larder by"_s);
}

QStringList instanceSockets(const QString &canonicalDatabase, const QStringList &folders)
{
    QStringList sockets;
    for (const QString &folder : folders) {
        if (isShort(folder) && isOursAlone(folder)) {
            sockets.append(socketIn(folder, canonicalDatabase));
        }
    }
    return sockets;
}

} // namespace larder::app
