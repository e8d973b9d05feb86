#include "app/viewmodels/arrangement_view_model.h"

#include "app/viewmodels/category_text.h"
#include "core/limits.h"

#include <algorithm>

namespace larder::app {

using model::Kind;
using model::Record;

ArrangementViewModel::ArrangementViewModel(replica::ReplicaClient &replica, Preferences &preferences,
    ItemRows &rows, ShopsViewModel &shops, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_preferences(preferences)
    , m_rows(rows)
    , m_shops(shops)
{
    connect(&m_shops, &ShopsViewModel::wayChanged, this, &ArrangementViewModel::apply);
    connect(&m_rows, &ItemRows::countsChanged, this, &ArrangementViewModel::summaryChanged);
    connect(&m_preferences, &Preferences::changed, this, [this] {
        if (m_units != unitsWanted()) {
            apply();
        }
    });
}

void ArrangementViewModel::show(model::SpaceId list)
{
    m_list = list;
    m_filter = {};
    m_searching = false;
    m_shopping = false;
    read();
    Q_EMIT changed();
}

void ArrangementViewModel::read()
{
    apply();
    readChoices();
}

grocery::UnitPreference ArrangementViewModel::unitsWanted() const
{
    return grocery::UnitPreference(m_preferences.units());
}

// Shopping shows what is left in the order of the shop, whatever the list looks like at home.
void ArrangementViewModel::apply()
{
    m_units = unitsWanted();
    ItemFilter filter = m_filter;
    if (m_shopping) {
        filter = {};
        filter.state = ItemFilter::State::Open;
    }
    m_rows.arrange(
        Arrangement(m_shopping ? ItemSort::Shop : ItemSort(sort()), m_shops.way(), filter, m_units));
}

void ArrangementViewModel::readChoices()
{
    m_categories.clear();
    m_people.clear();
    if (m_replica.isLoaded(m_list)) {
        QSet<QString> present;
        for (const Record *item : m_replica.records(m_list, Kind::Item)) {
            if (!item->isDeleted()) {
                present.insert(item->text(model::item::kCategory));
            }
        }
        for (const QString &category : m_shops.way()) {
            if (present.remove(category)) {
                m_categories.append(category);
            }
        }
        QStringList rest(present.begin(), present.end());
        std::ranges::sort(rest, std::greater()); // the empty one last
        m_categories += rest;
        for (const Record *member : m_replica.records(m_list, Kind::Member)) {
            if (!member->isDeleted()) {
                m_people.push_back(
                    { model::UserId { member->key.id.value }, member->text(model::member::kName) });
            }
        }
        std::ranges::sort(m_people, {}, &Person::name);
    }
    Q_EMIT choicesChanged();
}

void ArrangementViewModel::setSearching(bool searching)
{
    if (searching == m_searching) {
        return;
    }
    m_searching = searching;
    if (searching) {
        readChoices();
    } else {
        clear();
    }
    Q_EMIT changed();
}

void ArrangementViewModel::setShopping(bool shopping)
{
    if (shopping == m_shopping) {
        return;
    }
    m_shopping = shopping;
    m_searching = false;
    m_filter = {};
    apply();
    Q_EMIT changed();
}

int ArrangementViewModel::sort() const
{
    return std::clamp(m_preferences.sort(), 0, int(Newest));
}

void ArrangementViewModel::setSort(int sort)
{
    if (sort != this->sort()) {
        m_preferences.setSort(sort);
        apply();
        Q_EMIT changed();
    }
}

void ArrangementViewModel::setFilter(const ItemFilter &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        apply();
        Q_EMIT changed();
    }
}

void ArrangementViewModel::setText(const QString &text)
{
    ItemFilter filter = m_filter;
    filter.text = text.left(limits::kSearchChars);
    setFilter(filter);
}

void ArrangementViewModel::setState(int state)
{
    ItemFilter filter = m_filter;
    filter.state = ItemFilter::State(std::clamp(state, int(Any), int(Checked)));
    setFilter(filter);
}

void ArrangementViewModel::setPrice(int price)
{
    ItemFilter filter = m_filter;
    filter.price = ItemFilter::Price(std::clamp(price, int(AnyPrice), int(Unpriced)));
    setFilter(filter);
}

QStringList ArrangementViewModel::categoryTitles() const
{
    QStringList titles;
    std::ranges::transform(m_categories, std::back_inserter(titles), &categoryTitle);
    return titles;
}

QList<int> ArrangementViewModel::categoriesOn() const
{
    QList<int> on;
    for (int at = 0; at < m_categories.size(); ++at) {
        if (m_filter.categories.contains(m_categories[at])) {
            on.append(at);
        }
    }
    return on;
}

int ArrangementViewModel::hueOfCategory(int at) const
{
    return at >= 0 && at < m_categories.size() ? categoryHue(m_categories[at]) : 0;
}

void ArrangementViewModel::toggleCategory(int at)
{
    if (at < 0 || at >= m_categories.size()) {
        return;
    }
    ItemFilter filter = m_filter;
    if (!filter.categories.removeOne(m_categories[at])) {
        filter.categories.append(m_categories[at]);
    }
    setFilter(filter);
}

QStringList ArrangementViewModel::peopleNames() const
{
    QStringList names;
    std::ranges::transform(m_people, std::back_inserter(names), &Person::name);
    return names;
}

int ArrangementViewModel::person() const
{
    const auto at = std::ranges::find(m_people, m_filter.person, &Person::id);
    return m_filter.person.isNull() || at == m_people.end() ? -1 : int(at - m_people.begin());
}

void ArrangementViewModel::setPerson(int at)
{
    ItemFilter filter = m_filter;
    filter.person = at >= 0 && at < int(m_people.size()) ? m_people[std::size_t(at)].id : model::UserId {};
    setFilter(filter);
}

void ArrangementViewModel::clear()
{
    setFilter({});
}

void ArrangementViewModel::save(const QString &name)
{
    const QString known = name.simplified().left(limits::kFilterNameChars);
    if (known.isEmpty() || m_filter.isEmpty()) {
        return;
    }
    QStringList names = m_preferences.filterNames();
    QStringList filters = m_preferences.filters();
    if (const qsizetype at = names.indexOf(known); at >= 0) {
        names.removeAt(at);
        filters.removeAt(at);
    }
    names.prepend(known);
    filters.prepend(filterToText(m_filter));
    m_preferences.setFilters(names.mid(0, limits::kFiltersSaved), filters.mid(0, limits::kFiltersSaved));
    Q_EMIT savedChanged();
    Q_EMIT changed();
}

void ArrangementViewModel::takeSaved(int at)
{
    if (at >= 0 && at < m_preferences.filters().size()) {
        setFilter(savedOn() == at ? ItemFilter {} : filterFromText(m_preferences.filters().at(at)));
    }
}

int ArrangementViewModel::savedOn() const
{
    const QStringList filters = m_preferences.filters();
    for (int at = 0; isFiltered() && at < filters.size(); ++at) {
        if (filterFromText(filters[at]) == m_filter) {
            return at;
        }
    }
    return -1;
}

void ArrangementViewModel::forgetSaved(int at)
{
    QStringList names = m_preferences.filterNames();
    QStringList filters = m_preferences.filters();
    if (at >= 0 && at < names.size() && at < filters.size()) {
        names.removeAt(at);
        filters.removeAt(at);
        m_preferences.setFilters(names, filters);
        Q_EMIT savedChanged();
    }
}

QString ArrangementViewModel::summary() const
{
    return tr("%Ln found", nullptr, m_rows.foundCount());
}

} // namespace larder::app
