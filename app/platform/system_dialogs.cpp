#include "app/platform/system_dialogs.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

namespace larder::app {

using namespace Qt::StringLiterals;

SystemDialogs::SystemDialogs(QObject *parent)
    : QObject(parent)
{
}

void SystemDialogs::showInViewer(const QString &pdf)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(pdf));
}

// Nothing that is there is written over.
void SystemDialogs::chooseDocuments(const QString &name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    folder.mkpath(u"."_s);
    const QFileInfo wanted(folder.filePath(name));
    QString path = wanted.filePath();
    for (int copy = 2; QFile::exists(path); ++copy) {
        path = folder.filePath(u"%1 (%2).%3"_s.arg(wanted.completeBaseName()).arg(copy).arg(wanted.suffix()));
    }
    Q_EMIT placeChosen(path);
}

} // namespace larder::app
