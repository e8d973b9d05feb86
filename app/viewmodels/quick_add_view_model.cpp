#include "app/viewmodels/quick_add_view_model.h"

namespace larder::app {

QuickAddViewModel::QuickAddViewModel(replica::ReplicaClient &replica, Preferences &preferences,
    UndoStack &undo, Timers &timers, const Clock &clock, HouseholdMemory &memory, ListsViewModel &lists,
    const ListViewModel &open)
    : m_preferences(preferences)
    , m_lists(lists)
    , m_open(open)
    , m_list(replica, preferences, undo, timers, clock)
    , m_entry(m_list, memory)
{
    connect(&m_lists, &ListsViewModel::countChanged, this, &QuickAddViewModel::read);
    connect(&replica, &replica::ReplicaClient::spacesChanged, this, &QuickAddViewModel::read);
    connect(&m_list, &ListViewModel::headChanged, this, &QuickAddViewModel::changed);
    connect(&m_list, &ListViewModel::loadedChanged, &m_entry, &EntryViewModel::readAgain);
    connect(&m_list, &ListViewModel::added, this, &QuickAddViewModel::added);
}

bool QuickAddViewModel::isPossible() const
{
    return m_open.isEditable() || !m_lists.idsBut({}).isEmpty();
}

int QuickAddViewModel::chosen() const
{
    return int(m_ids.indexOf(m_list.listId()));
}

void QuickAddViewModel::begin()
{
    m_begun = true;
    read();
}

// The list that was chosen last, else the one that is open, else the first there is, else the one that is
// about to be. It stays while it can.
void QuickAddViewModel::read()
{
    if (!m_begun) {
        return;
    }
    m_ids = m_lists.idsBut({});
    if (chosen() < 0) {
        const QString last = m_preferences.quickList();
        const QString id = m_ids.contains(last) ? last
            : m_ids.contains(m_open.listId())   ? m_open.listId()
                                                : m_ids.value(0);
        if (const auto space = model::SpaceId::fromString(id)) {
            m_list.show(*space);
        } else {
            m_list.start(m_open.name(), m_open.icon());
        }
    }
    Q_EMIT changed();
}

void QuickAddViewModel::choose(int list)
{
    const auto space = model::SpaceId::fromString(m_ids.value(list));
    if (m_begun && space) {
        m_preferences.setQuickList(space->toString());
        m_list.show(*space);
        m_entry.readAgain();
    }
}

void QuickAddViewModel::end()
{
    m_begun = false;
    m_ids.clear();
    m_entry.setText({});
    m_list.show({});
}

} // namespace larder::app
