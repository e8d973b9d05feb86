// How the list is looked at: what is searched and filtered for, how it is sorted, and shopping mode.
//
// Nothing of it is written anywhere but in the preferences of this device. A search is forgotten with the
// list it was made in; the sort stays; a filter stays when it was saved under a name. Lives on the UI thread;
// owned by ListViewModel.
#pragma once

#include "app/platform/preferences.h"
#include "app/viewmodels/item_rows.h"
#include "app/viewmodels/shops_view_model.h"

#include <QtCore/QStringList>

namespace larder::app {

class ArrangementViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a ListViewModel")
    Q_PROPERTY(bool searching READ isSearching WRITE setSearching NOTIFY changed)
    Q_PROPERTY(bool shopping READ isShopping WRITE setShopping NOTIFY changed)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY changed)
    Q_PROPERTY(int sort READ sort WRITE setSort NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(int state READ state WRITE setState NOTIFY changed)
    Q_PROPERTY(int price READ price WRITE setPrice NOTIFY changed)
    Q_PROPERTY(QStringList categories READ categoryTitles NOTIFY choicesChanged)
    Q_PROPERTY(QList<int> categoriesOn READ categoriesOn NOTIFY changed)
    Q_PROPERTY(QStringList people READ peopleNames NOTIFY choicesChanged)
    Q_PROPERTY(int person READ person WRITE setPerson NOTIFY changed)
    Q_PROPERTY(QStringList saved READ saved NOTIFY savedChanged)
    Q_PROPERTY(int savedOn READ savedOn NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged)

public:
    enum Sort { Shop, Category, Name, Quantity, Newest };
    Q_ENUM(Sort)
    enum State { Any, Open, Checked };
    Q_ENUM(State)
    enum Price { AnyPrice, Priced, Unpriced };
    Q_ENUM(Price)

    ArrangementViewModel(replica::ReplicaClient &replica, Preferences &preferences, ItemRows &rows,
        ShopsViewModel &shops, QObject *parent = nullptr);

    // Another list is shown; without what was searched for in the last one.
    void show(model::SpaceId list);
    // The list's records are there now.
    void read();

    bool isSearching() const { return m_searching; }
    void setSearching(bool searching);
    bool isShopping() const { return m_shopping; }
    void setShopping(bool shopping);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    int sort() const;
    void setSort(int sort);
    QString text() const { return m_filter.text; }
    void setText(const QString &text);
    int state() const { return int(m_filter.state); }
    void setState(int state);
    int price() const { return int(m_filter.price); }
    void setPrice(int price);
    // Of the categories that the list has.
    QStringList categoryTitles() const;
    QList<int> categoriesOn() const;
    Q_INVOKABLE int hueOfCategory(int at) const;
    Q_INVOKABLE void toggleCategory(int at);
    QStringList peopleNames() const;
    int person() const; // among them; -1: anybody
    void setPerson(int at);
    Q_INVOKABLE void clear();

    QStringList saved() const { return m_preferences.filterNames(); }
    // Under a name; one that was saved under it goes.
    Q_INVOKABLE void save(const QString &name);
    Q_INVOKABLE void takeSaved(int at);
    int savedOn() const; // among them; -1: none is what is filtered for
    Q_INVOKABLE void forgetSaved(int at);
    // "12 found"
    QString summary() const;

Q_SIGNALS:
    void changed();
    void choicesChanged();
    void savedChanged();
    void summaryChanged();

private:
    struct Person {
        model::UserId id;
        QString name;
    };

    grocery::UnitPreference unitsWanted() const;
    void apply();
    void readChoices();
    void setFilter(const ItemFilter &filter);

    replica::ReplicaClient &m_replica;
    Preferences &m_preferences;
    ItemRows &m_rows;
    ShopsViewModel &m_shops;
    model::SpaceId m_list;
    ItemFilter m_filter;
    grocery::UnitPreference m_units = grocery::UnitPreference::AsWritten;
    bool m_searching = false;
    bool m_shopping = false;
    QStringList m_categories; // that the list has, in the order of the shop
    std::vector<Person> m_people;
};

} // namespace larder::app
