#include "app/viewmodels/item_selection.h"

namespace larder::app {

void ItemSelection::toggle(model::RecordId id)
{
    if (m_ids.erase(id) == 0) {
        m_ids.insert(id);
    }
    Q_EMIT changed();
}

void ItemSelection::add(const std::vector<model::RecordId> &ids)
{
    const std::size_t before = m_ids.size();
    m_ids.insert(ids.begin(), ids.end());
    if (m_ids.size() != before) {
        Q_EMIT changed();
    }
}

void ItemSelection::drop(const std::vector<model::RecordId> &ids)
{
    if (m_ids.empty()) {
        return;
    }
    const std::size_t before = m_ids.size();
    for (const model::RecordId &id : ids) {
        m_ids.erase(id);
    }
    if (m_ids.size() != before) {
        Q_EMIT changed();
    }
}

void ItemSelection::clear()
{
    if (!m_ids.empty()) {
        m_ids.clear();
        Q_EMIT changed();
    }
}

} // namespace larder::app
