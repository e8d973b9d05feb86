// What Main.qml gets: the view models of the pages, and which page is open.
//
// The same places serve every width: a phone shows one at a time, a wide window the open list beside its
// item. Lives on the UI thread; made by main.cpp.
#pragma once

#include "app/lists/household_memory.h"
#include "app/platform/language.h"
#include "app/platform/preferences.h"
#include "app/viewmodels/account_view_model.h"
#include "app/viewmodels/command_rows.h"
#include "app/viewmodels/desktop_view_model.h"
#include "app/viewmodels/entry_view_model.h"
#include "app/viewmodels/export_view_model.h"
#include "app/viewmodels/import_view_model.h"
#include "app/viewmodels/item_view_model.h"
#include "app/viewmodels/list_view_model.h"
#include "app/viewmodels/lists_view_model.h"
#include "app/viewmodels/merge_offer.h"
#include "app/viewmodels/palette_rows.h"
#include "app/viewmodels/photo_view_model.h"
#include "app/viewmodels/quick_add_view_model.h"
#include "app/viewmodels/scan_view_model.h"
#include "app/viewmodels/sync_view_model.h"

#include <QtGui/QGuiApplication>

namespace larder::app {

class AppViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by main.cpp")
    Q_PROPERTY(larder::app::ListsViewModel *lists READ lists CONSTANT)
    Q_PROPERTY(larder::app::ListViewModel *list READ list CONSTANT)
    Q_PROPERTY(larder::app::ItemViewModel *item READ item CONSTANT)
    Q_PROPERTY(larder::app::EntryViewModel *entry READ entry CONSTANT)
    Q_PROPERTY(larder::app::MergeOffer *merge READ merge CONSTANT)
    Q_PROPERTY(larder::app::QuickAddViewModel *quickAdd READ quickAdd CONSTANT)
    Q_PROPERTY(larder::app::ImportViewModel *importing READ importing CONSTANT)
    Q_PROPERTY(larder::app::ExportViewModel *exporting READ exporting CONSTANT)
    Q_PROPERTY(larder::app::PhotoViewModel *photos READ photos CONSTANT)
    Q_PROPERTY(larder::app::ScanViewModel *scanning READ scanning CONSTANT)
    Q_PROPERTY(larder::app::SyncViewModel *sync READ sync CONSTANT)
    Q_PROPERTY(larder::app::AccountViewModel *account READ account CONSTANT)
    Q_PROPERTY(larder::app::UndoStack *undo READ undo CONSTANT)
    Q_PROPERTY(larder::app::CommandRows *commands READ commands CONSTANT)
    Q_PROPERTY(larder::app::DesktopViewModel *desktop READ desktop CONSTANT)
    Q_PROPERTY(larder::app::PaletteRows *palette READ palette CONSTANT)
    Q_PROPERTY(larder::app::Preferences *preferences READ preferences CONSTANT)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)
    Q_PROPERTY(bool mirrored READ isMirrored NOTIFY languageChanged)
    Q_PROPERTY(bool screenAwake READ isScreenAwake NOTIFY screenAwakeChanged)
    Q_PROPERTY(Place place READ place NOTIFY placeChanged)

public:
    enum Place { Lists, List, Item, Sync, Account, Shortcuts };
    Q_ENUM(Place)

    AppViewModel(replica::ReplicaClient &replica, Preferences &preferences, Timers &timers,
        const Clock &clock, const QString &server, const PhotoFiles &photos, QObject *parent = nullptr);

    ListsViewModel *lists() { return &m_lists; }
    ListViewModel *list() { return &m_list; }
    ItemViewModel *item() { return &m_item; }
    EntryViewModel *entry() { return &m_entry; }
    MergeOffer *merge() { return &m_merge; }
    QuickAddViewModel *quickAdd() { return &m_quickAdd; }
    ImportViewModel *importing() { return &m_importing; }
    ExportViewModel *exporting() { return &m_exporting; }
    PhotoViewModel *photos() { return &m_photos; }
    ScanViewModel *scanning() { return &m_scanning; }
    SyncViewModel *sync() { return &m_sync; }
    AccountViewModel *account() { return &m_account; }
    UndoStack *undo() { return &m_undo; }
    CommandRows *commands() { return &m_commands; }
    DesktopViewModel *desktop() { return &m_desktop; }
    PaletteRows *palette() { return &m_palette; }
    Preferences *preferences() { return &m_preferences; }
    Place place() const { return m_place; }

    // The language is read from the right.
    bool isMirrored() const { return QGuiApplication::isRightToLeft(); }
    // Codes of the languages one can choose.
    QStringList languages() const { return Language::codes(); }
    Q_INVOKABLE QString languageName(const QString &code) const { return Language::ownName(code); }
    // The language is another: every text of the view models is asked for again.
    void retranslate();

    // While somebody shops: the screen is not to go dark.
    bool isScreenAwake() const { return m_screenAwake; }

    Q_INVOKABLE void go(Place place);
    Q_INVOKABLE void openList(const QString &listId);
    Q_INVOKABLE void openItem(const QString &itemId);
    Q_INVOKABLE void closeItem();
    // To the page that this one was opened from.
    Q_INVOKABLE void back();
    // The window closes: what is being written is kept, and nobody shops any more.
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void placeChanged();
    void languageChanged();
    void screenAwakeChanged(bool awake);

private:
    void chooseList();
    void onItemChanged();
    void onArranged();
    void setPlace(Place place);

    replica::ReplicaClient &m_replica;
    Preferences &m_preferences;
    const Clock &m_clock;
    UndoStack m_undo;
    ListViewModel m_list;
    ListsViewModel m_lists;
    ItemViewModel m_item;
    HouseholdMemory m_memory;
    EntryViewModel m_entry;
    MergeOffer m_merge;
    QuickAddViewModel m_quickAdd;
    ImportViewModel m_importing;
    ExportViewModel m_exporting;
    PhotoViewModel m_photos;
    ScanViewModel m_scanning;
    SyncViewModel m_sync;
    AccountViewModel m_account;
    DesktopViewModel m_desktop;
    CommandRows m_commands;
    PaletteRows m_palette;
    Place m_place = List;
    bool m_screenAwake = false;
};

} // namespace larder::app
