#include "app/platform/system_dialogs.h"

namespace larder::app {

void SystemDialogs::print(const QString &, const QString &pdf)
{
    showInViewer(pdf);
}

void SystemDialogs::choosePlace(const QString &, const QString &name)
{
    chooseDocuments(name);
}

void SystemDialogs::chooseFile(const QString &)
{
    Q_EMIT noDialog();
}

} // namespace larder::app
