// What the entry line offers below or above itself: to raise what is on the list already, and what this
// household and the catalogue call what is being written. Lives on the UI thread; owned by EntryViewModel.
#pragma once

#include "core/grocery/amounts.h"
#include "core/model/record.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace larder::app {

struct Offer {
    enum class Kind : quint8 {
        Raise, // what is to buy already: its amount becomes another
        Again, // what is checked: it is to buy again
        Apart, // a second one of the same name
        Name, // a name to take
    };

    Kind kind = Kind::Name;
    model::RecordId item; // on the list, of Raise and Again
    grocery::Amount amount; // that it then has
    QString name;
    QString category;
    QString detail; // what there is to say of it
    bool own = false; // the household's

    friend bool operator==(const Offer &, const Offer &) = default;
};

class SuggestionRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to an EntryViewModel")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole + 1, AmountRole, DetailRole, HueRole, IconRole };

    explicit SuggestionRows(QObject &owner);

    int count() const { return int(m_offers.size()); }
    // What Enter takes; -1: what is written.
    int current() const { return m_current; }
    void setCurrent(int row);
    const Offer *at(int row) const;
    void show(std::vector<Offer> offers, int current);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    std::vector<Offer> m_offers;
    int m_current = -1;
};

} // namespace larder::app
