// Every list that this device has, in memory, and how a person names one of them or one of its items.
//
// The order of items is the one of the window, so that "the third" is the same thing in both. In the window's
// process the records are there already and are only counted once more. Lives on the UI thread; owned by
// CommandRunner.
#pragma once

#include "app/commands/command_answer.h"
#include "app/commands/name_match.h"
#include "app/platform/preferences.h"
#include "core/replica/replica_client.h"

#include <tl/expected.hpp>

namespace larder::app {

// What a person meant, or the sentence that says why that isn't known.
template<typename T> using Meant = tl::expected<T, CommandAnswer>;

struct ListedItem {
    const model::Record *record; // until control returns to the event loop
    bool checked = false;
    int number = 0; // counted through what is open, then through what is checked
};

class KnownLists final : public QObject {
    Q_OBJECT

public:
    KnownLists(replica::ReplicaClient &replica, const Preferences &preferences);
    ~KnownLists() override;

    // Whether all of them are in memory; `changed` says that it may have become so.
    bool isLoaded() const;
    // One that the disk did not give; asked for again at the next command.
    std::optional<Code> failed() const { return m_failed; }
    void retry();

    std::vector<model::SpaceId> all() const; // as the window orders them, without the archived
    QString nameOf(model::SpaceId list) const;
    const model::Record *head(model::SpaceId list) const;
    std::vector<ListedItem> items(model::SpaceId list) const;

    // By name or id; an empty one is that which the window last showed, else the only one.
    Meant<model::SpaceId> find(const QString &typed) const;
    // `checked` says which are meant when several have the name; none there is those that are not.
    Meant<ListedItem> findItem(model::SpaceId list, const std::vector<ListedItem> &items,
        const QString &typed, std::optional<bool> checked = {}) const;

Q_SIGNALS:
    void changed();

private:
    void watchAll();

    replica::ReplicaClient &m_replica;
    const Preferences &m_preferences;
    std::vector<model::SpaceId> m_watched;
    std::optional<Code> m_failed;
};

// As scripts get it: exact numbers as text, fields that the item lacks left out.
QJsonObject itemJson(const ListedItem &item, const QString &listCurrency);

} // namespace larder::app
