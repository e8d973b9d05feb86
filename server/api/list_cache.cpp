#include "server/api/list_cache.h"

#include "core/assert.h"

#include <limits>
#include <vector>

namespace larder::server {

// Of a space that is gone: no reading of it is newer.
static constexpr qint64 kGone = std::numeric_limits<qint64>::max();

ListCache::ListCache(qint64 bytesMax)
    : m_bytesMax(bytesMax)
{
}

const EncodedList *ListCache::find(model::SpaceId space)
{
    const auto entry = m_entries.find(space);
    if (entry == m_entries.end()) {
        return nullptr;
    }
    entry->used = ++m_uses;
    return &entry->list;
}

ListCache::Reading ListCache::beginReading(model::SpaceId space)
{
    m_open[space].readings += 1;
    return m_epoch;
}

void ListCache::endReading(Reading reading, model::SpaceId space, const EncodedList *outcome)
{
    const auto open = m_open.find(space);
    LARDER_ASSERT(open != m_open.end());
    const bool fresh = outcome && m_listening && reading == m_epoch && outcome->version >= open->heard;
    if (--open->readings == 0) {
        m_open.erase(open);
    }
    if (!fresh || outcome->bytes() > m_bytesMax) {
        return;
    }
    const auto held = m_entries.find(space);
    if (held != m_entries.end()) {
        if (held->list.version >= outcome->version) {
            return;
        }
        drop(held);
    }
    m_entries.insert(space, { *outcome, ++m_uses });
    m_bytes += outcome->bytes();
    makeRoom();
}

void ListCache::drop(QHash<model::SpaceId, Entry>::iterator entry)
{
    m_bytes -= entry->list.bytes();
    m_entries.erase(entry);
}

// Looks at all of them, but then frees an eighth at once.
void ListCache::makeRoom()
{
    if (m_bytes <= m_bytesMax) {
        return;
    }
    std::vector<std::pair<quint64, model::SpaceId>> byUse;
    byUse.reserve(size_t(m_entries.size()));
    for (auto entry = m_entries.constBegin(); entry != m_entries.constEnd(); ++entry) {
        byUse.emplace_back(entry->used, entry.key());
    }
    std::sort(byUse.begin(), byUse.end());
    for (const auto &[used, space] : byUse) {
        if (m_bytes <= m_bytesMax - m_bytesMax / 8) {
            break;
        }
        drop(m_entries.find(space));
    }
}

void ListCache::moved(model::SpaceId space, qint64 version)
{
    if (const auto open = m_open.find(space); open != m_open.end()) {
        open->heard = std::max(open->heard, version);
    }
    if (const auto entry = m_entries.find(space); entry != m_entries.end() && entry->list.version < version) {
        drop(entry);
    }
}

void ListCache::committed(const std::shared_ptr<const std::vector<FeedEvent>> &events)
{
    for (const FeedEvent &event : *events) {
        if (const auto *change = std::get_if<Change>(&event)) {
            moved(change->space, change->version);
        } else if (const auto *skipped = std::get_if<Skipped>(&event)) {
            moved(skipped->space, skipped->version);
        } else {
            moved(std::get<SpaceDeleted>(event).space, kGone);
        }
    }
}

void ListCache::interrupted()
{
    m_listening = false;
    ++m_epoch;
    m_entries.clear();
    m_bytes = 0;
}

// Everything that commits from here on is told; so what is read from here on may be kept.
void ListCache::resumed()
{
    m_listening = true;
    ++m_epoch;
}

} // namespace larder::server
