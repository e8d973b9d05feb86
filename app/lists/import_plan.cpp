#include "app/lists/import_plan.h"

#include <algorithm>
#include <unordered_map>

namespace larder::app {

using exchange::ExportedItem;
using exchange::Import;
using exchange::ImportFormat;
using Kind = PlannedItem::Kind;

static const ExportedItem &itemOf(const Import &import, const PlannedItem &planned)
{
    return import.lists[planned.list].items[planned.item].item;
}

static grocery::Listed listedOf(const ExportedItem &item)
{
    return { item.name, { item.quantity, item.unit } };
}

// Who brings a list from elsewhere wants what is still to buy; who brings back a list of Larder's wants it
// whole.
static bool isWanted(const Import &import, const ExportedItem &item)
{
    return !item.checked || import.format == ImportFormat::LarderJson
        || import.format == ImportFormat::LarderCsv;
}

ImportPlan planApart(const Import &import)
{
    ImportPlan plan;
    for (std::size_t list = 0; list < import.lists.size(); ++list) {
        for (std::size_t item = 0; item < import.lists[list].items.size(); ++item) {
            PlannedItem planned;
            planned.list = list;
            planned.item = item;
            planned.group = plan.groups++;
            planned.chosen = isWanted(import, itemOf(import, planned));
            plan.items.push_back(planned);
        }
    }
    return plan;
}

// Two notes that say different things are likelier of two things.
static bool isApart(const QString &note, const QString &other)
{
    return !note.isEmpty() && !other.isEmpty() && note != other;
}

// Puts the planned items that mean what is there to it, and those that mean the same to each other.
static void join(ImportPlan &plan, const Import &import, std::span<const ItemThere> there,
    std::span<const std::size_t> wanted, const grocery::Catalogue &catalogue, grocery::Language language)
{
    std::vector<grocery::Listed> listed;
    for (const ItemThere &item : there) {
        // What is checked is only looked for by name: nothing is added to it.
        listed.push_back(item.checked ? grocery::Listed { item.item.name, {} } : item.item);
    }
    const bool byName = !there.empty() && there.front().checked;
    for (const std::size_t at : wanted) {
        const grocery::Listed item = listedOf(itemOf(import, plan.items[at]));
        listed.push_back(byName ? grocery::Listed { item.name, {} } : item);
    }
    for (const grocery::DuplicateGroup &found : grocery::duplicatesAmong(listed, catalogue, language)) {
        const std::size_t first = found.items.front();
        const bool isThere = first < there.size();
        if (byName && !isThere) {
            continue; // they were joined before
        }
        const QString note
            = isThere ? there[first].note : itemOf(import, plan.items[wanted[first - there.size()]]).note;
        int group = -1;
        for (const std::size_t member : found.items) {
            if (member < there.size()) {
                continue; // what is there twice stays so; only the first is raised
            }
            PlannedItem &planned = plan.items[wanted[member - there.size()]];
            if (isApart(note, itemOf(import, planned).note)) {
                continue;
            }
            if (group < 0) {
                group = planned.group;
            }
            planned.kind = isThere ? (byName ? Kind::Again : Kind::Raise)
                : member == first  ? Kind::New
                                   : Kind::Raise;
            planned.group = group;
            if (isThere) {
                planned.onto = there[first].id;
                planned.has = there[first].item.amount;
            }
        }
    }
}

ImportPlan planInto(const Import &import, std::span<const ItemThere> there,
    const grocery::Catalogue &catalogue, grocery::Language language)
{
    ImportPlan plan = planApart(import);
    std::vector<ItemThere> open;
    std::vector<ItemThere> checked;
    for (const ItemThere &item : there) {
        (item.checked ? checked : open).push_back(item);
    }
    std::vector<std::size_t> wanted;
    for (std::size_t at = 0; at < plan.items.size(); ++at) {
        if (!itemOf(import, plan.items[at]).checked) {
            wanted.push_back(at);
        }
    }
    join(plan, import, open, wanted, catalogue, language);
    if (!checked.empty()) {
        std::erase_if(wanted, [&](std::size_t at) { return plan.items[at].kind != Kind::New; });
        join(plan, import, checked, wanted, catalogue, language);
        // What comes with it in the file goes where it goes.
        std::unordered_map<int, const PlannedItem *> again;
        for (const PlannedItem &planned : plan.items) {
            if (planned.kind == Kind::Again) {
                again.emplace(planned.group, &planned);
            }
        }
        for (PlannedItem &planned : plan.items) {
            if (const auto first = again.find(planned.group); first != again.end()) {
                planned.kind = Kind::Again;
                planned.onto = first->second->onto;
                planned.has = first->second->has;
            }
        }
    }
    return plan;
}

} // namespace larder::app
