#include "app/platform/tray_presence.h"

#include "app/viewmodels/app_view_model.h"

namespace larder::app {

using namespace std::chrono_literals;

static constexpr auto kPause = 250ms;
static constexpr auto kGrace = 10s; // a panel that crashed, or that starts with the session, is there by then
static constexpr int kMostLists = 12; // of a menu that is read at a glance

enum Entry { FirstLine = 1, SecondLine, ShowWindow, HideWindow, QuickAdd, Quit, FirstList };

TrayPresence::TrayPresence(AppViewModel &app, Timers &timers)
    : m_app(app)
    , m_timers(timers)
{
    connect(&m_tray, &Tray::availableChanged, app.desktop(), &DesktopViewModel::setTrayAvailable);
    // Later, because what is done may change what the tray is just in the middle of.
    connect(
        &m_tray, &Tray::activated, this, [this] { run(ShowWindow); }, Qt::QueuedConnection);
    connect(&m_tray, &Tray::chosen, this, &TrayPresence::run, Qt::QueuedConnection);
    follow();
    look();
    watchOver();
}

TrayPresence::~TrayPresence()
{
    m_timers.stop(m_pause);
    m_timers.stop(m_grace);
}

void TrayPresence::follow()
{
    const ListViewModel *list = m_app.list();
    const ListsViewModel *lists = m_app.lists();
    const DesktopViewModel *desktop = m_app.desktop();
    connect(list, &ListViewModel::countsChanged, this, &TrayPresence::lookSoon);
    connect(list, &ListViewModel::headChanged, this, &TrayPresence::lookSoon);
    connect(lists, &QAbstractItemModel::dataChanged, this, &TrayPresence::lookSoon);
    connect(lists, &QAbstractItemModel::rowsInserted, this, &TrayPresence::lookSoon);
    connect(lists, &QAbstractItemModel::rowsRemoved, this, &TrayPresence::lookSoon);
    connect(lists, &QAbstractItemModel::rowsMoved, this, &TrayPresence::lookSoon);
    connect(lists, &QAbstractItemModel::modelReset, this, &TrayPresence::lookSoon);
    connect(desktop, &DesktopViewModel::windowShownChanged, this, &TrayPresence::look);
    connect(desktop, &DesktopViewModel::trayChanged, this, &TrayPresence::look);
    connect(desktop, &DesktopViewModel::trayChanged, this, &TrayPresence::watchOver);
}

void TrayPresence::lookSoon()
{
    if (m_pause == 0) {
        m_pause = m_timers.start(kPause, [this] {
            m_pause = 0;
            look();
        });
    }
}

void TrayPresence::look()
{
    if (m_app.preferences()->hasTray()) {
        m_tray.show(content());
    } else {
        m_tray.hide();
    }
}

// For a window that is in the tray when there is none.
void TrayPresence::watchOver()
{
    m_timers.stop(m_grace);
    m_grace = m_timers.start(kGrace, [this] {
        const DesktopViewModel &desktop = *m_app.desktop();
        if (!desktop.isWindowShown() && !desktop.isInTray()) {
            m_app.desktop()->askForWindow();
        }
    });
}

int TrayPresence::entryOf(const QString &listId)
{
    if (!m_lists.contains(listId)) {
        m_lists.append(listId);
    }
    return FirstList + int(m_lists.indexOf(listId));
}

TrayContent TrayPresence::content()
{
    const ListsViewModel &lists = *m_app.lists();
    const ListViewModel &list = *m_app.list();
    TrayContent content { tr("Larder"), list.name(), list.openCount(), {} };
    if (const QString summary = list.summary(); !summary.isEmpty()) {
        content.hint = tr("%1: %2").arg(list.name(), summary);
    }
    const bool shown = m_app.desktop()->isWindowShown();
    content.entries = { shown ? TrayEntry { HideWindow, tr("Hide the window") }
                              : TrayEntry { ShowWindow, tr("Show the window") },
        { QuickAdd, tr("Quick add…") }, { FirstLine, {} } };
    for (int row = 0; row < qMin(kMostLists, lists.rowCount()); ++row) {
        const QModelIndex index = lists.index(row);
        const QString name = index.data(ListsViewModel::NameRole).toString();
        const int left = index.data(ListsViewModel::LeftRole).toInt();
        content.entries.push_back({ entryOf(index.data(ListsViewModel::ListIdRole).toString()),
            left > 0 ? tr("%1 (%L2)").arg(name).arg(left) : name });
    }
    if (lists.rowCount() > 0) {
        content.entries.push_back({ SecondLine, {} });
    }
    content.entries.push_back({ Quit, tr("Quit") });
    return content;
}

void TrayPresence::run(int entry)
{
    switch (entry) {
    case HideWindow:
        m_app.desktop()->askToHide();
        return;
    case QuickAdd:
        m_app.commands()->run(CommandRows::QuickAdd);
        return;
    case Quit:
        m_app.commands()->run(CommandRows::Quit);
        return;
    default:
        if (entry >= FirstList) {
            m_app.openList(m_lists.value(entry - FirstList));
        }
        m_app.desktop()->askForWindow();
        return;
    }
}

} // namespace larder::app
