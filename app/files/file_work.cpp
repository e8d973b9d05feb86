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
    PhotoViewModel *photos = app.photos();
    connect(photos, &PhotoViewModel::fileAsked, this,
        [this] { m_pictures.chooseFile(tr("Which picture is the photo?")); });
    connect(&m_pictures, &SystemDialogs::fileChosen, photos, &PhotoViewModel::takeFile);
    connect(&m_pictures, &SystemDialogs::noDialog, photos, &PhotoViewModel::tellNoDialog);
    ScanViewModel *scanning = app.scanning();
    connect(scanning, &ScanViewModel::fileAsked, this,
        [this] { m_codes.chooseFile(tr("Which picture has the barcode?")); });
    connect(&m_codes, &SystemDialogs::fileChosen, scanning, &ScanViewModel::takeFile);
    connect(&m_codes, &SystemDialogs::noDialog, scanning, &ScanViewModel::tellNoDialog);
    connect(exporting, &ExportViewModel::placeAsked, &m_dialogs, &SystemDialogs::choosePlace);
    connect(&m_dialogs, &SystemDialogs::placeChosen, exporting, &ExportViewModel::save);
}

} // namespace larder::app
