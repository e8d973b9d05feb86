// Which items of the list that is shown are selected, to do one thing to many. Lives on the UI thread; owned
// by ListViewModel.
#pragma once

#include "core/model/record.h"

#include <QtCore/QObject>

#include <unordered_set>
#include <vector>

namespace larder::app {

class ItemSelection final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    int count() const { return int(m_ids.size()); }
    bool contains(model::RecordId id) const { return m_ids.contains(id); }
    const std::unordered_set<model::RecordId> &ids() const { return m_ids; }

    void toggle(model::RecordId id);
    void add(const std::vector<model::RecordId> &ids);
    void drop(const std::vector<model::RecordId> &ids);
    void clear();

Q_SIGNALS:
    void changed();

private:
    std::unordered_set<model::RecordId> m_ids;
};

} // namespace larder::app
