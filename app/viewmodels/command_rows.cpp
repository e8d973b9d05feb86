#include "app/viewmodels/command_rows.h"

#include "app/viewmodels/app_view_model.h"
#include "core/assert.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeySequence>

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kContext = "larder::app::CommandRows";

constexpr const char *kListGroup = QT_TRANSLATE_NOOP("larder::app::CommandRows", "List");
constexpr const char *kPlacesGroup = QT_TRANSLATE_NOOP("larder::app::CommandRows", "Go to");
constexpr const char *kLookGroup = QT_TRANSLATE_NOOP("larder::app::CommandRows", "Look");
constexpr const char *kProgramGroup = QT_TRANSLATE_NOOP("larder::app::CommandRows", "Larder");

struct Row {
    CommandRows::Command command;
    const char *group;
    const char *title;
    const char *keywords; // other words that somebody may look for it by
    const char *keys; // portable, apart by "; "
};

// In the order in which the page of shortcuts and the empty palette show them.
constexpr std::array kRows = {
    Row { CommandRows::NewItem, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Add something"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "new item entry write"), "Ctrl+N" },
    Row { CommandRows::NewList, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "New list"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "create add make"), "Ctrl+Shift+N" },
    Row { CommandRows::QuickAdd, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Quick add in a small window"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "new item capture"), "Ctrl+Shift+A" },
    Row { CommandRows::Undo, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Undo"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "take back"), "Ctrl+Z" },
    Row { CommandRows::Redo, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Redo"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "again repeat"), "Ctrl+Shift+Z; Ctrl+Y" },
    Row { CommandRows::Search, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Search in the list"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "find filter"), "Ctrl+F" },
    Row { CommandRows::Shopping, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Start shopping"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "mode shop cart trolley"), "Ctrl+Shift+S" },
    Row { CommandRows::CheckAll, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Check all"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "tick done everything"), "" },
    Row { CommandRows::UncheckAll, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Uncheck all"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "untick again everything"), "" },
    Row { CommandRows::ClearChecked, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Remove what is checked"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "clear done delete bought"), "Ctrl+Shift+Del" },
    Row { CommandRows::Scan, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Scan a barcode"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "ean picture product code"), "Ctrl+B" },
    Row { CommandRows::Print, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Print the list"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "paper printer"), "Ctrl+P" },
    Row { CommandRows::SavePdf, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Save the list as PDF"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "export file paper"), "Ctrl+Shift+P" },
    Row { CommandRows::Import, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Import a list"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "open file paste csv json bring anylist keep recipe"),
        "Ctrl+O" },
    Row { CommandRows::Export, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Export the list"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "save file csv json markdown text"), "Ctrl+S" },
    Row { CommandRows::ExportAll, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Export all lists"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "save file backup everything"), "" },
    Row { CommandRows::CopyText, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Copy the list as text"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "clipboard share send"), "" },
    Row { CommandRows::Spending, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Spending by category"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "money budget prices cost statistics month"), "" },
    Row { CommandRows::SortByShop, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Sort by the way through the shop"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "sort order arrange"), "" },
    Row { CommandRows::SortByCategory, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Sort by category"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "sort order arrange"), "" },
    Row { CommandRows::SortByName, kListGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Sort by name"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "sort order arrange"), "" },
    Row { CommandRows::SortByQuantity, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Sort by quantity"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "sort order arrange"), "" },
    Row { CommandRows::SortByNewest, kListGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Sort by newest first"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "sort order arrange"), "" },
    Row { CommandRows::GoToLists, kPlacesGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "All lists"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "overview go"), "Ctrl+1" },
    Row { CommandRows::GoToList, kPlacesGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "The open list"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "items go"), "Ctrl+2" },
    Row { CommandRows::GoToSync, kPlacesGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Sync"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "server network waiting failures conflicts go"),
        "Ctrl+3" },
    Row { CommandRows::GoToYou, kPlacesGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "You"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "account settings preferences sign in out go"),
        "Ctrl+4; Ctrl+," },
    Row { CommandRows::GoBack, kPlacesGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Back"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "return up"), "Alt+Left" },
    Row { CommandRows::LightColours, kLookGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Light colours"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "theme bright day"), "" },
    Row { CommandRows::DarkColours, kLookGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Dark colours"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "theme night"), "" },
    Row { CommandRows::SystemColours, kLookGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "The system's colours"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "theme automatic follow"), "" },
    Row { CommandRows::HighContrast, kLookGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "High contrast"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "accessibility black white"), "" },
    Row { CommandRows::LessMotion, kLookGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Less motion"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "accessibility animation reduced"), "" },
    Row { CommandRows::StayOffline, kProgramGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Stay offline"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "network aeroplane sync"), "" },
    Row { CommandRows::Palette, kProgramGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Find an action, a list or an item"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "command palette search"), "Ctrl+K" },
    Row { CommandRows::Shortcuts, kProgramGroup,
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "help keys"), "F1; Ctrl+?" },
    Row { CommandRows::Quit, kProgramGroup, QT_TRANSLATE_NOOP("larder::app::CommandRows", "Quit"),
        QT_TRANSLATE_NOOP("larder::app::CommandRows", "close exit end"), "Ctrl+Q" },
};

QString translated(const char *text)
{
    return QCoreApplication::translate(kContext, text);
}

QStringList keysIn(const Row &row)
{
    return QString::fromLatin1(row.keys).split(u"; "_s, Qt::SkipEmptyParts);
}

QString native(const QString &keys)
{
    return QKeySequence(keys, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

const Row *rowOf(int command)
{
    const auto found = std::find_if(
        kRows.begin(), kRows.end(), [command](const Row &row) { return row.command == command; });
    return found == kRows.end() ? nullptr : &*found;
}

} // namespace

CommandRows::CommandRows(AppViewModel &app)
    : m_app(app)
    , m_possible(kRows.size(), false)
{
    connect(app.undo(), &UndoStack::depthChanged, this, &CommandRows::look);
    connect(app.list(), &ListViewModel::countsChanged, this, &CommandRows::look);
    connect(app.list(), &ListViewModel::headChanged, this, &CommandRows::look);
    connect(app.list(), &ListViewModel::shownChanged, this, &CommandRows::look);
    connect(app.list()->arrangement(), &ArrangementViewModel::changed, this, &CommandRows::look);
    connect(app.lists(), &ListsViewModel::countChanged, this, &CommandRows::look);
    connect(app.sync(), &SyncViewModel::changed, this, &CommandRows::look);
    connect(app.preferences(), &Preferences::changed, this, &CommandRows::look);
    look();
}

bool CommandRows::can(Command command) const
{
    switch (command) {
    case Undo:
        return m_app.undo()->canUndo();
    case Redo:
        return m_app.undo()->canRedo();
    case NewItem:
    case Scan:
        return m_app.list()->isEditable();
    case QuickAdd:
        return m_app.quickAdd()->isPossible();
    case ClearChecked:
        return m_app.list()->isEditable() && m_app.list()->checkedCount() > 0;
    case UncheckAll:
        return m_app.list()->isEditable() && m_app.list()->checkedCount() > 0;
    case CheckAll:
        return m_app.list()->isEditable() && m_app.list()->openCount() > 0;
    case Shopping:
        return m_app.list()->openCount() > 0 || m_app.list()->arrangement()->isShopping();
    case Search:
        return m_app.list()->openCount() + m_app.list()->checkedCount() > 0;
    case SortByShop:
    case SortByCategory:
    case SortByName:
    case SortByQuantity:
    case SortByNewest:
        return m_app.list()->arrangement()->sort() != command - SortByShop;
    case StayOffline:
        return !m_app.sync()->isSignedOut();
    case LightColours:
        return m_app.preferences()->themeMode() != 1;
    case DarkColours:
        return m_app.preferences()->themeMode() != 2;
    case SystemColours:
        return m_app.preferences()->themeMode() != 0;
    case Print:
    case SavePdf:
    case Export:
    case CopyText:
        return m_app.list()->openCount() + m_app.list()->checkedCount() > 0;
    case ExportAll:
        return m_app.lists()->rowCount() > 0;
    case Spending:
        return !m_app.list()->isStarting();
    case NewList:
    case Import:
    case GoToLists:
    case GoToList:
    case GoToSync:
    case GoToYou:
    case GoBack:
    case HighContrast:
    case LessMotion:
    case Palette:
    case Shortcuts:
    case Quit:
        return true;
    }
    return false;
}

void CommandRows::run(int command)
{
    Preferences &preferences = *m_app.preferences();
    if (!rowOf(command) || !can(Command(command))) {
        return;
    }
    switch (Command(command)) {
    case NewItem:
        m_app.go(AppViewModel::List);
        Q_EMIT newItemAsked();
        return;
    case NewList:
        Q_EMIT newListAsked();
        return;
    case QuickAdd:
        Q_EMIT quickAddAsked();
        return;
    case Undo:
        m_app.undo()->undo();
        return;
    case Redo:
        m_app.undo()->redo();
        return;
    case ClearChecked:
        m_app.list()->bulk()->clearChecked();
        return;
    case Search:
        m_app.go(AppViewModel::List);
        m_app.list()->arrangement()->setSearching(true);
        return;
    case Shopping:
        m_app.go(AppViewModel::List);
        m_app.list()->arrangement()->setShopping(!m_app.list()->arrangement()->isShopping());
        return;
    case CheckAll:
    case UncheckAll:
        m_app.list()->bulk()->clear();
        m_app.list()->bulk()->setChecked(command == CheckAll);
        return;
    case SortByShop:
    case SortByCategory:
    case SortByName:
    case SortByQuantity:
    case SortByNewest:
        m_app.list()->arrangement()->setSort(command - SortByShop);
        return;
    case Scan:
        m_app.go(AppViewModel::List);
        m_app.scanning()->ask();
        return;
    case Print:
        Q_EMIT printAsked();
        return;
    case SavePdf:
        Q_EMIT pdfAsked();
        return;
    case Import:
        m_app.importing()->ask();
        return;
    case Export:
        Q_EMIT exportAsked(ExportViewModel::ThisList);
        return;
    case ExportAll:
        Q_EMIT exportAsked(ExportViewModel::AllLists);
        return;
    case CopyText:
        m_app.exporting()->copyAsText();
        return;
    case Spending:
        m_app.go(AppViewModel::List);
        m_app.list()->spending()->setShown(true);
        return;
    case GoToLists:
        m_app.go(AppViewModel::Lists);
        return;
    case GoToList:
        m_app.go(AppViewModel::List);
        return;
    case GoToSync:
        m_app.go(AppViewModel::Sync);
        return;
    case GoToYou:
        m_app.go(AppViewModel::Account);
        return;
    case GoBack:
        m_app.back();
        return;
    case LightColours:
        preferences.setThemeMode(1);
        return;
    case DarkColours:
        preferences.setThemeMode(2);
        return;
    case SystemColours:
        preferences.setThemeMode(0);
        return;
    case HighContrast:
        preferences.setHighContrast(!preferences.highContrast());
        return;
    case LessMotion:
        preferences.setReducedMotion(!preferences.reducedMotion());
        return;
    case StayOffline:
        m_app.sync()->setManualOffline(!m_app.sync()->isManualOffline());
        return;
    case Palette:
        Q_EMIT paletteAsked();
        return;
    case Shortcuts:
        m_app.go(AppViewModel::Shortcuts);
        return;
    case Quit:
        Q_EMIT quitAsked();
        return;
    }
}

QString CommandRows::title(Command command) const
{
    if (command == StayOffline && m_app.sync()->isManualOffline()) {
        return tr("Go online again");
    }
    if (command == Shopping && m_app.list()->arrangement()->isShopping()) {
        return tr("Stop shopping");
    }
    if (command == HighContrast && m_app.preferences()->highContrast()) {
        return tr("No high contrast");
    }
    if (command == LessMotion && m_app.preferences()->reducedMotion()) {
        return tr("Motion again");
    }
    const Row *row = rowOf(command);
    return row ? translated(row->title) : QString();
}

QString CommandRows::keysOf(int command) const
{
    const Row *row = rowOf(command);
    QStringList keys = row ? keysIn(*row) : QStringList();
    std::transform(keys.begin(), keys.end(), keys.begin(), native);
    return keys.join(u", "_s);
}

void CommandRows::retranslate()
{
    look();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void CommandRows::look()
{
    m_titles.resize(int(kRows.size()));
    for (int row = 0; row < int(kRows.size()); ++row) {
        const Command command = kRows[size_t(row)].command;
        const bool possible = can(command);
        const QString now = title(command);
        if (possible != m_possible[size_t(row)] || now != m_titles[row]) {
            m_possible[size_t(row)] = possible;
            m_titles[row] = now;
            Q_EMIT dataChanged(index(row), index(row), { TitleRole, PossibleRole });
        }
    }
}

int CommandRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kRows.size());
}

QVariant CommandRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = kRows[size_t(index.row())];
    switch (role) {
    case CommandRole:
        return int(row.command);
    case Qt::DisplayRole:
    case TitleRole:
        return title(row.command);
    case GroupRole:
        return translated(row.group);
    case KeywordsRole:
        return translated(row.keywords);
    case KeysRole:
        return keysIn(row);
    case KeyTextRole:
        return native(keysIn(row).value(0));
    case AllKeysRole:
        return keysOf(row.command);
    case PossibleRole:
        return can(row.command);
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandRows::roleNames() const
{
    return {
        { CommandRole, "command" },
        { TitleRole, "title" },
        { GroupRole, "group" },
        { KeywordsRole, "keywords" },
        { KeysRole, "keys" },
        { KeyTextRole, "keyText" },
        { AllKeysRole, "allKeys" },
        { PossibleRole, "possible" },
    };
}

} // namespace larder::app
