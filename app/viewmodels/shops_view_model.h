// Where the list that is shown is shopped, and the way through that shop.
//
// The way is dragged by hand and learnt from what was checked there (core/grocery/shop_order.h). It is worked
// out when a list or a shop is chosen and stays while one walks, so that no row moves because another was
// checked. Which shop it is, each device remembers for itself; the shops and their ways are the household's.
// Lives on the UI thread; owned by ListViewModel.
#pragma once

#include "app/lists/item_writes.h"
#include "app/platform/preferences.h"
#include "app/viewmodels/undo_stack.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>

namespace larder::app {

class ShopsViewModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a ListViewModel")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY changed)
    Q_PROPERTY(QString currentName READ currentName NOTIFY changed)
    Q_PROPERTY(QStringList wayTitles READ wayTitles NOTIFY wayChanged)

public:
    enum Role { ShopIdRole = Qt::UserRole + 1, NameRole, CurrentRole };

    ShopsViewModel(replica::ReplicaClient &replica, Preferences &preferences, UndoStack &undo,
        ItemWrites &writes, QObject *parent = nullptr);

    // Another list is shown; its records are loaded, or read() follows when they are.
    void show(model::SpaceId list);
    void read();

    int count() const { return int(m_shops.size()); }
    QString current() const { return m_current.isNull() ? QString() : m_current.toString(); }
    QString currentName() const;
    model::RecordId shop() const { return m_current; }
    // Categories in the order in which they are passed; those that are not in it follow.
    const QStringList &way() const { return m_way; }
    QStringList wayTitles() const;

    // An empty id: no shop in particular.
    Q_INVOKABLE void choose(const QString &shopId);
    // Makes a shop and chooses it.
    Q_INVOKABLE void create(const QString &name);
    Q_INVOKABLE void rename(const QString &shopId, const QString &name);
    Q_INVOKABLE void remove(const QString &shopId);
    // A category of the chosen shop's way is passed earlier or later.
    Q_INVOKABLE void moveCategory(int from, int to);
    Q_INVOKABLE int hueOfCategory(int at) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();
    void wayChanged();

private:
    struct Shop {
        model::RecordId id;
        QString name;
    };

    model::RecordKey key(model::RecordId shop) const { return { m_list, model::Kind::Shop, shop }; }
    void onRowsChanged(model::SpaceId list, model::Kind kind);
    void readShops();
    void learnWay();
    QStringList dragged() const;
    std::vector<QStringList> visits() const;
    std::optional<model::RecordId> shopId(const QString &text) const;

    replica::ReplicaClient &m_replica;
    Preferences &m_preferences;
    UndoStack &m_undo;
    ItemWrites &m_writes;
    model::SpaceId m_list;
    model::RecordId m_current; // null: none in particular
    std::vector<Shop> m_shops; // by name
    QStringList m_way;
};

} // namespace larder::app
