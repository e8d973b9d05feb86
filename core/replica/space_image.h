// The records of one space in memory, for the UI thread. Addresses of records stay while they are in it.
#pragma once

#include "core/replica/rows_changed.h"

#include <map>
#include <vector>

namespace larder::replica {

class SpaceImage {
public:
    int watchers = 0;
    qint64 watch = 0; // the load whose answer is wanted
    bool loaded = false;

    const model::Record *find(const model::RecordKey &key) const;
    std::vector<const model::Record *> of(model::Kind kind) const;
    // Each returns whether registers changed.
    bool merge(const model::Record &row);
    bool replace(const model::Record &row, std::span<const model::Register> overlay);
    bool mergeRegisters(const model::RecordKey &key, std::span<const model::Register> registers);
    // Puts back what stood in a field before `written` did, if `written` still stands there.
    bool takeBack(const model::RecordKey &key, const model::Register &written, const model::Register *before);

private:
    std::map<model::Kind, std::map<model::RecordId, model::Record>> m_records;
};

} // namespace larder::replica
