// The lists of this device, as cards, by name, each with how far it has got. Archived ones have no card.
//
// What is left in a list is counted once when it loads and then kept by what changed, so that a tap in a list
// of ten thousand items costs this page a handful of steps. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/viewmodels/undo_stack.h"
#include "core/replica/replica_client.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <unordered_map>
#include <vector>

namespace larder::app {

class ListsViewModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ListIdRole = Qt::UserRole + 1,
        NameRole,
        IconRole,
        HueRole,
        LeftRole,
        ProgressRole,
        SecondLineRole,
        PeopleRole,
        OwnedRole,
    };

    ListsViewModel(replica::ReplicaClient &replica, UndoStack &undo, QObject *parent = nullptr);
    ~ListsViewModel() override;

    int count() const { return int(m_order.size()); }
    // The first of the page; null when there is none.
    model::SpaceId first() const { return m_order.empty() ? model::SpaceId {} : m_order.front(); }
    bool contains(model::SpaceId space) const;

    // Makes a list and returns its id; empty when it can't be kept, which the person is told.
    Q_INVOKABLE QString create(const QString &name, const QString &icon, int hue);
    Q_INVOKABLE void remove(const QString &listId);
    // Those that one may write to, in their order, without one of them.
    Q_INVOKABLE QStringList idsBut(const QString &listId) const;
    Q_INVOKABLE QStringList namesOf(const QStringList &listIds) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    struct Card {
        QString name;
        QString icon;
        int hue = 0;
        bool named = false; // its record is here and not deleted: it has a card
        int left = 0;
        int checked = 0;
        QStringList people;
        std::unordered_map<model::RecordId, bool> items; // not deleted: whether checked
    };

    void onSpacesChanged();
    void onLoaded(model::SpaceId space);
    void onRowsChanged(model::SpaceId space, model::Kind kind, const std::vector<model::RecordId> &ids);
    void readHead(model::SpaceId space, Card &card);
    void countItem(model::SpaceId space, Card &card, model::RecordId id);
    // Puts the card where its name wants it, or takes it away.
    void place(model::SpaceId space);
    void changed(model::SpaceId space);
    int rowOf(model::SpaceId space) const;

    replica::ReplicaClient &m_replica;
    UndoStack &m_undo;
    std::unordered_map<model::SpaceId, Card> m_cards;
    std::vector<model::SpaceId> m_order;
};

} // namespace larder::app
