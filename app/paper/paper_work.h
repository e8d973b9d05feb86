// Printing the list that is shown, and saving it as a PDF, when the table of actions is asked for it.
//
// Lives on the UI thread; made by main.cpp, which gives it the pages' view models.
#pragma once

#include "app/paper/list_paper.h"
#include "app/platform/system_dialogs.h"
#include "core/clock.h"
#include "core/result.h"

#include <QtCore/QTemporaryDir>

namespace larder::app {

class AppViewModel;

class PaperWork final : public QObject {
    Q_OBJECT

public:
    PaperWork(AppViewModel &app, const Clock &clock);

private:
    void print();
    void choosePlace();
    void save(const QString &path);
    void complain(const Error &error);
    ListPaper take() const;

    AppViewModel &m_app;
    const Clock &m_clock;
    SystemDialogs m_dialogs;
    QTemporaryDir m_folder; // what is being printed stays until the program ends
    ListPaper m_taken; // when the place for it was asked for
    int m_printed = 0;
};

} // namespace larder::app
