#include "app/viewmodels/app_view_model.h"

#include "app/viewmodels/announce.h"
#include "app/viewmodels/error_text.h"

#include <QtCore/QDateTime>

namespace larder::app {

using namespace Qt::StringLiterals;

AppViewModel::AppViewModel(replica::ReplicaClient &replica, Preferences &preferences, Timers &timers,
    const Clock &clock, const QString &server, const PhotoFiles &photos, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_undo(replica, timers)
    , m_list(replica, preferences, m_undo, timers, clock)
    , m_lists(replica, m_undo)
    , m_item(replica, m_list, m_undo)
    , m_memory(replica, timers, clock)
    , m_entry(m_list, m_memory)
    , m_merge(m_list, replica, m_memory, preferences, m_undo, timers)
    , m_quickAdd(replica, preferences, m_undo, timers, clock, m_memory, m_lists, m_list)
    , m_importing(m_list, replica, m_memory, m_undo)
    , m_exporting(m_list, replica, m_undo)
    , m_photos(m_item, m_list, replica, m_undo, photos)
    , m_scanning(nullptr)
    , m_sync(replica, m_undo, clock)
    , m_account(replica, photos, server)
    , m_desktop(preferences)
    , m_commands(*this)
    , m_palette(*this, replica)
{
    connect(&m_replica, &replica::ReplicaClient::spacesChanged, this, &AppViewModel::chooseList);
    connect(&m_lists, &ListsViewModel::countChanged, this, &AppViewModel::chooseList);
    connect(&m_replica, &replica::ReplicaClient::writeFailed, this,
        [this](const model::RecordKey &, Code code) { m_undo.say(errorSentence(code)); });
    connect(
        &m_replica, &replica::ReplicaClient::loadFailed, this, [this] { m_undo.say(unreadableSentence()); });
    connect(&m_replica, &replica::ReplicaClient::requestFailed, this,
        [this](Code code) { m_undo.say(errorSentence(code)); });
    connect(&m_list, &ListViewModel::started, this,
        [this](model::SpaceId space) { m_preferences.setLastList(space.toString()); });
    connect(&m_entry, &EntryViewModel::manyPasted, &m_importing, &ImportViewModel::readText);
    connect(&m_scanning, &ScanViewModel::taken, &m_entry, &EntryViewModel::scan);
    connect(&m_importing, &ImportViewModel::listMade, this, &AppViewModel::openList);
    connect(&m_entry, &EntryViewModel::addedApart, &m_merge, &MergeOffer::keepApart);
    // What comes then is another person's, or the same one's lists as the server has them.
    connect(&m_account, &AccountViewModel::signOutAsked, &m_undo, &UndoStack::forgetAll);
    connect(&m_account, &AccountViewModel::signOutAsked, &m_photos, &PhotoViewModel::forget);
    connect(&m_photos, &PhotoViewModel::changed, &m_account, &AccountViewModel::unsentChanged);
    connect(&m_item, &ItemViewModel::itemChanged, this, &AppViewModel::onItemChanged);
    connect(m_list.arrangement(), &ArrangementViewModel::changed, this, &AppViewModel::onArranged);
    chooseList();
}

// Opens on the last list, else on the first there is, else on the one that is about to be.
void AppViewModel::chooseList()
{
    if (!m_list.isStarting() && m_replica.space(m_list.space()) && !m_list.isDeleted()) {
        return;
    }
    const auto last = model::SpaceId::fromString(m_preferences.lastList());
    if (last && m_replica.space(*last) && (!m_replica.isLoaded(*last) || m_lists.contains(*last))) {
        m_list.show(*last);
    } else if (!m_lists.first().isNull()) {
        m_list.show(m_lists.first());
    } else if (!m_list.isStarting() || m_list.name().isEmpty()) {
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now()).count();
        const bool weekend = QDateTime::fromMSecsSinceEpoch(now).date().dayOfWeek() >= 5;
        m_list.start(weekend ? tr("Weekend shop") : tr("This week"), u"🧺"_s);
    }
}

void AppViewModel::onArranged()
{
    const bool shopping = m_list.arrangement()->isShopping();
    if (shopping != m_screenAwake) {
        m_screenAwake = shopping;
        Q_EMIT screenAwakeChanged(shopping);
    }
}

void AppViewModel::go(Place place)
{
    m_item.leave();
    setPlace(place);
}

void AppViewModel::openList(const QString &listId)
{
    const auto space = model::SpaceId::fromString(listId);
    if (space && m_replica.space(*space)) {
        m_item.show({}); // while its list is still there to be written to
        m_list.show(*space);
        m_preferences.setLastList(listId);
        setPlace(List);
    }
}

void AppViewModel::openItem(const QString &itemId)
{
    m_item.show(itemId);
    if (m_item.isShown()) {
        setPlace(Item);
    }
}

void AppViewModel::closeItem()
{
    m_item.show({});
}

void AppViewModel::back()
{
    switch (m_place) {
    case Item:
        closeItem();
        break;
    case Lists:
    case List:
        setPlace(Lists);
        break;
    case Sync:
    case Account:
    case Shortcuts:
        setPlace(List);
        break;
    }
}

void AppViewModel::leave()
{
    m_item.leave();
    m_list.arrangement()->setShopping(false);
}

void AppViewModel::retranslate()
{
    m_memory.forget(); // its catalogue is in one language
    m_entry.readAgain();
    m_quickAdd.entry()->readAgain();
    m_sync.retranslate();
    m_account.retranslate();
    m_commands.retranslate();
    m_palette.retranslate();
    announceAll(*this);
}

// The item was closed, or somebody else removed it.
void AppViewModel::onItemChanged()
{
    if (m_place == Item && !m_item.isShown()) {
        setPlace(List);
    }
}

void AppViewModel::setPlace(Place place)
{
    if (place == m_place) {
        return;
    }
    m_place = place;
    m_sync.setOpen(place == Sync);
    Q_EMIT placeChanged();
}

} // namespace larder::app
