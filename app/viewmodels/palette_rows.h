// What the palette finds: actions, lists by their name, and items of the list that is open, the best first.
//
// What can be found is gathered once, when the palette opens, and let go when it closes; so a key costs one
// pass over names that are folded already, and ten thousand items are answered within a frame. Lives on the
// UI thread; owned by AppViewModel.
#pragma once

#include "core/replica/replica_client.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace larder::app {

class AppViewModel;

class PaletteRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Kind { Action, List, Item };
    Q_ENUM(Kind)
    enum Role { KindRole = Qt::UserRole + 1, TitleRole, DetailRole, KeyTextRole };

    PaletteRows(AppViewModel &app, const replica::ReplicaClient &replica);

    QString query() const { return m_query; }
    void setQuery(const QString &query);
    int count() const { return int(m_found.size()); }

    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    // Does what the row says.
    Q_INVOKABLE void run(int row);

    // Another language: what can be done has other names.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void queryChanged();
    void countChanged();

private:
    struct Target {
        Kind kind = Action;
        QString id {}; // a command's number, else a list's or an item's id
        QString title {};
        QString foldedTitle {};
        QString foldedKeywords {};
        QString keyText {};
    };

    void gather();
    void gatherActions();
    void gatherLists();
    void gatherItems();
    void add(Target target);
    std::vector<int> find() const;
    void show(std::vector<int> found);
    QString detail(const Target &target) const;

    AppViewModel &m_app;
    const replica::ReplicaClient &m_replica;
    QString m_query;
    std::vector<Target> m_targets;
    std::vector<int> m_found; // into the targets
};

} // namespace larder::app
