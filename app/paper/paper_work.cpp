#include "app/paper/paper_work.h"

#include "app/paper/paper_pages.h"
#include "app/viewmodels/app_view_model.h"
#include "core/logging.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

namespace larder::app {

using namespace Qt::StringLiterals;

// A name that every file system takes.
static QString fileName(const QString &title)
{
    static const QRegularExpression unwanted(u"[\\x00-\\x1f/\\\\:*?\"<>|]+"_s);
    QString name = title;
    name = name.replace(unwanted, u" "_s).simplified();
    while (name.startsWith(u'.') || name.startsWith(u' ')) { // hidden files
        name.remove(0, 1);
    }
    name = name.left(80).trimmed();
    return (name.isEmpty() ? u"Larder"_s : name) + u".pdf"_s;
}

PaperWork::PaperWork(AppViewModel &app, const Clock &clock)
    : m_app(app)
    , m_clock(clock)
{
    connect(app.commands(), &CommandRows::printAsked, this, &PaperWork::print);
    connect(app.commands(), &CommandRows::pdfAsked, this, &PaperWork::choosePlace);
    connect(&m_dialogs, &SystemDialogs::placeChosen, this, &PaperWork::save);
}

ListPaper PaperWork::take() const
{
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now()).count();
    return paperOf(*m_app.list(), QDateTime::fromMSecsSinceEpoch(now).date());
}

void PaperWork::print()
{
    const ListPaper paper = take();
    const QString path = m_folder.filePath(u"%1-%2"_s.arg(++m_printed).arg(fileName(paper.title)));
    if (const auto written = writePdf(paper, path); !written) {
        complain(written.error());
        return;
    }
    m_dialogs.print(paper.title, path);
}

void PaperWork::choosePlace()
{
    m_taken = take();
    m_dialogs.choosePlace(tr("Save the list as PDF"), fileName(m_taken.title));
}

void PaperWork::save(const QString &path)
{
    if (const auto written = writePdf(m_taken, path); !written) {
        complain(written.error());
        return;
    }
    m_app.undo()->say(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
}

void PaperWork::complain(const Error &error)
{
    qCWarning(lcApp, "no PDF: %s", qPrintable(error.detail));
    m_app.undo()->say(tr("The PDF could not be written there. Nothing was changed; try another folder."));
}

} // namespace larder::app
