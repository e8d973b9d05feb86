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

} // namespace larder::app
