// Asks the system where a file is or is to go, when importing or exporting wants to
// know, or a photo or a barcode is to be taken from one.
//
// Lives on the UI thread; made by main.cpp, which gives it the pages' view models.
#pragma once

#include "app/platform/system_dialogs.h"

namespace larder::app {

class AppViewModel;

class FileWork final : public QObject {
    Q_OBJECT

public:
    explicit FileWork(AppViewModel &app);

private:
    SystemDialogs m_dialogs;
    SystemDialogs m_pictures;
    SystemDialogs m_codes;
};

} // namespace larder::app
