// What an import would do to a list, before it is done: which of its items are new, and which are on the list
// already and would be raised or bought again.
//
// Items that mean the same belong to one group, whether they are on the list or come in the file twice. What
// becomes of a group is worked out from those of it that are chosen, when they are taken, so leaving one out
// leaves out exactly that. Values in, values out; may be called on any thread.
#pragma once

#include "core/exchange/import_reader.h"
#include "core/grocery/duplicates.h"
#include "core/model/uuid.h"

#include <vector>

namespace larder::app {

// An item of the list that is imported to.
struct ItemThere {
    model::RecordId id;
    grocery::Listed item;
    QString note;
    bool checked = false;
};

struct PlannedItem {
    enum class Kind : quint8 { New, Raise, Again };

    std::size_t list = 0; // where it stands in the import
    std::size_t item = 0;
    Kind kind = Kind::New;
    int group = 0;
    model::RecordId onto; // Raise and Again: the item that is there; null: another of the group comes first
    grocery::Amount has; // of what is there
    bool chosen = true;
};

struct ImportPlan {
    std::vector<PlannedItem> items; // in the order of the file
    int groups = 0;
};

// Everything goes to one list, which holds `there`.
ImportPlan planInto(const exchange::Import &import, std::span<const ItemThere> there,
    const grocery::Catalogue &catalogue, grocery::Language language);
// Each list of the import becomes one of its own, as it is.
ImportPlan planApart(const exchange::Import &import);

} // namespace larder::app
