#include "app/files/file_work.h"

#include "app/viewmodels/app_view_model.h"

namespace larder::app {

FileWork::FileWork(AppViewModel &app)
{
    ImportViewModel *importing = app.importing();
    ExportViewModel *exporting = app.exporting();
    connect(importing, &ImportViewModel::fileAsked, this,
        [this] { m_dialogs.chooseFile(tr("Which file is to be imported?")); });
    connect(&m_dialogs, &SystemDialogs::fileChosen, importing, &ImportViewModel::readFile);
    connect(&m_dialogs, &SystemDialogs::noDialog, importing, &ImportViewModel::tellNoDialog);
    connect(exporting, &ExportViewModel::placeAsked, &m_dialogs, &SystemDialogs::choosePlace);
    connect(&m_dialogs, &SystemDialogs::placeChosen, exporting, &ExportViewModel::save);
}

} // namespace larder::app
