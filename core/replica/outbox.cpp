#include "core/replica/outbox.h"

#include "core/model/merge.h"
#include "core/replica/statements.h"

#include <QtCore/QVariant>

#include <algorithm>
#include <limits>

namespace larder::replica {

using namespace Qt::StringLiterals;
using model::RecordKey;
using model::Register;

Outbox::Outbox(storage::Database &database)
    : m_database(database)
{
}

Result<void> Outbox::load()
{
    auto query = m_database.cached(sql::kOutbox);
    if (!query) {
        return Failure(query.error());
    }
    // What is in memory stays until all of it was read: it may be the last copy.
    Entries entries;
    const auto read = storage::forEach(**query, [&](const QSqlQuery &row) -> Result<void> {
        const qint64 number = row.value(0).toLongLong();
        const QByteArray bytes = row.value(1).toByteArray();
        auto parcel = unpack(bytes);
        if (!parcel) {
            return Failure(Code::Corrupt, u"queued write %1 is damaged"_s.arg(number));
        }
        Entry entry { std::move(*parcel), int(bytes.size()), {}, false };
        if (const QVariant version = row.value(2); !version.isNull()) {
            entry.acknowledged = version.toLongLong();
        }
        entries.emplace(number, std::move(entry));
        return {};
    });
    if (!read) {
        return read;
    }
    m_entries = std::move(entries);
    m_byRecord.clear();
    m_acknowledged.clear();
    m_queued = 0;
    m_purchases = 0;
    for (const auto &[number, entry] : m_entries) {
        m_byRecord[entry.parcel.write.key].push_back(number);
        count(number, entry, Count::In);
        m_next = std::max(m_next, number + 1);
    }
    std::erase_if(m_inFlight, [this](qint64 entry) { return !m_entries.contains(entry); });
    return {};
}

QueueListing Outbox::newest(int most) const
{
    QueueListing listing;
    listing.older = m_queued - m_purchases;
    for (auto at = m_entries.rbegin(); at != m_entries.rend() && int(listing.writes.size()) < most; ++at) {
        const protocol::Write &write = at->second.parcel.write;
        if (!at->second.acknowledged && write.key.kind != model::Kind::Purchase) {
            listing.writes.push_back({ at->first, write });
            --listing.older;
        }
    }
    return listing;
}

void Outbox::count(qint64 entry, const Entry &content, Count direction)
{
    const int sign = direction == Count::In ? 1 : -1;
    if (!content.acknowledged) {
        m_queued += sign;
        m_purchases += content.parcel.write.key.kind == model::Kind::Purchase ? sign : 0;
        return;
    }
    const auto space = m_acknowledged.try_emplace(content.parcel.write.key.space).first;
    if (direction == Count::In) {
        space->second.emplace(*content.acknowledged, entry);
    } else if (space->second.erase({ *content.acknowledged, entry }); space->second.empty()) {
        m_acknowledged.erase(space);
    }
}

std::vector<qint64> Outbox::acknowledged(model::SpaceId space, qint64 low, qint64 high) const
{
    std::vector<qint64> entries;
    if (const auto at = m_acknowledged.find(space); at != m_acknowledged.end()) {
        for (auto each = at->second.lower_bound({ low, 0 }); each != at->second.end() && each->first <= high;
             ++each) {
            entries.push_back(each->second);
        }
    }
    return entries;
}

std::vector<Register> Outbox::pending(const RecordKey &key, qint64 known) const
{
    std::vector<Register> registers;
    if (const auto at = m_byRecord.constFind(key); at != m_byRecord.cend()) {
        for (const qint64 number : *at) {
            const Entry &entry = m_entries.at(number);
            const bool told = entry.acknowledged && *entry.acknowledged <= known
                && (*entry.acknowledged != kUnknownVersion || known == kEveryVersion);
            if (!told) {
                model::merge(registers, entry.parcel.write.registers);
            }
        }
    }
    return registers;
}

Result<void> Outbox::write(qint64 entry, const Entry &content)
{
    auto query = m_database.cached(sql::kPutEntry);
    if (!query) {
        return Failure(query.error());
    }
    const QByteArray bytes = pack(content.parcel);
    (*query)->bindValue(0, entry);
    (*query)->bindValue(1, bytes);
    (*query)->bindValue(2, content.acknowledged ? QVariant(*content.acknowledged) : QVariant());
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    const auto [at, isNew] = m_entries.try_emplace(entry);
    if (isNew) {
        m_byRecord[content.parcel.write.key].push_back(entry);
    } else {
        count(entry, at->second, Count::Out);
    }
    at->second = content;
    at->second.bytes = int(bytes.size());
    count(entry, at->second, Count::In);
    return {};
}

Result<void> Outbox::append(const Parcel &parcel)
{
    if (const auto at = m_byRecord.constFind(parcel.write.key); at != m_byRecord.cend()) {
        for (auto each = at->rbegin(); each != at->rend(); ++each) {
            Entry joined = m_entries.at(*each);
            // Stamps made with another offset are moved by another distance, offered ones never: no common
            // entry.
            if (joined.acknowledged || isInFlight(*each) || joined.parcel.clockOffset != parcel.clockOffset
                || joined.parcel.origin != parcel.origin) {
                continue;
            }
            const auto outcome = model::merge(joined.parcel.write.registers, parcel.write.registers);
            if (!outcome.changed()) {
                return {};
            }
            joined.echoed = false;
            return write(*each, joined);
        }
    }
    Entry entry { parcel, 0, {}, false };
    std::sort(entry.parcel.write.registers.begin(), entry.parcel.write.registers.end(),
        [](const Register &a, const Register &b) { return a.field < b.field; });
    return write(m_next++, entry);
}

Result<void> Outbox::replace(qint64 entry, std::vector<Register> registers, Micros clockOffset)
{
    Entry changed = m_entries.at(entry);
    changed.parcel.write.registers = std::move(registers);
    changed.parcel.clockOffset = clockOffset;
    changed.echoed = false;
    return write(entry, changed);
}

Result<void> Outbox::remove(qint64 entry)
{
    const auto at = m_entries.find(entry);
    if (at == m_entries.end()) {
        return {};
    }
    auto query = m_database.cached(sql::kDeleteEntry);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, entry);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    const RecordKey key = at->second.parcel.write.key;
    auto &numbers = m_byRecord[key];
    std::erase(numbers, entry);
    if (numbers.empty()) {
        m_byRecord.remove(key);
    }
    m_inFlight.erase(entry);
    count(entry, at->second, Count::Out);
    m_entries.erase(at);
    return {};
}

Result<void> Outbox::clear()
{
    if (auto done = m_database.execute(sql::kDeleteOutbox); !done) {
        return done;
    }
    m_entries.clear();
    m_byRecord.clear();
    m_acknowledged.clear();
    m_queued = 0;
    m_purchases = 0;
    m_inFlight.clear();
    return {};
}

std::vector<QueuedWrite> Outbox::take(int limit, int bytes, const std::function<Ready(model::SpaceId)> &ready)
{
    std::vector<QueuedWrite> taken;
    std::map<model::SpaceId, Ready> known;
    int sum = 0;
    const auto add = [&](Entries::const_iterator at) {
        if (int(taken.size()) >= limit || (!taken.empty() && sum + at->second.bytes > bytes)) {
            return false;
        }
        sum += at->second.bytes;
        m_inFlight.insert(at->first);
        taken.push_back({ at->first, at->second.parcel.write });
        return true;
    };
    const auto addAll = [&](const RecordKey &key, Parcel::Origin origin) {
        for (const qint64 entry : m_byRecord.value(key)) {
            const auto each = m_entries.find(entry);
            if (each->second.parcel.origin == origin && !each->second.acknowledged && !isInFlight(entry)
                && !add(each)) {
                return false;
            }
        }
        return true;
    };
    for (auto at = m_entries.cbegin(); at != m_entries.cend() && int(taken.size()) < limit; ++at) {
        if (at->second.acknowledged || isInFlight(at->first)) {
            continue;
        }
        const model::SpaceId space = at->second.parcel.write.key.space;
        auto state = known.find(space);
        if (state == known.end()) {
            state = known.emplace(space, ready(space)).first;
            if (state->second == Ready::ListFirst) {
                const RecordKey list { space, model::Kind::List, { space.value } };
                if (!addAll(list, Parcel::Origin::Offered) || !addAll(list, Parcel::Origin::Written)) {
                    return taken;
                }
            }
        }
        if (state->second == Ready::No || isInFlight(at->first)) {
            continue;
        }
        // What a server lost of the record goes before what was written on it since, or it would lack a
        // field.
        if (!addAll(at->second.parcel.write.key, Parcel::Origin::Offered)) {
            return taken;
        }
        if (!isInFlight(at->first) && !add(at)) {
            return taken;
        }
    }
    return taken;
}

Result<void> Outbox::setAcknowledged(qint64 entry, std::optional<qint64> version)
{
    auto query = m_database.cached(sql::kAcknowledgeEntry);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, version ? QVariant(*version) : QVariant());
    (*query)->bindValue(1, entry);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    Entry &changed = m_entries.at(entry);
    count(entry, changed, Count::Out);
    changed.acknowledged = version;
    count(entry, changed, Count::In);
    return {};
}

Result<void> Outbox::acknowledge(qint64 entry, const protocol::Write &sent, qint64 version)
{
    const auto at = m_entries.find(entry);
    if (at == m_entries.end() || at->second.acknowledged || at->second.parcel.write.key != sent.key) {
        return {};
    }
    m_inFlight.erase(entry);
    std::vector<Register> left = at->second.parcel.write.registers;
    std::erase_if(left, [&](const Register &reg) {
        return std::find(sent.registers.begin(), sent.registers.end(), reg) != sent.registers.end();
    });
    if (!left.empty()) {
        return replace(entry, std::move(left), at->second.parcel.clockOffset);
    }
    return at->second.echoed ? remove(entry) : setAcknowledged(entry, version);
}

Result<void> Outbox::settle(const model::Record &row)
{
    const auto at = m_byRecord.constFind(row.key);
    if (at == m_byRecord.cend()) {
        return {};
    }
    for (const qint64 number : std::vector<qint64>(*at)) {
        Entry &entry = m_entries.at(number);
        const auto &mine = entry.parcel.write.registers;
        const bool seen = std::all_of(mine.begin(), mine.end(), [&](const Register &reg) {
            const Register *came = row.find(reg.field);
            return came && came->stamp >= reg.stamp;
        });
        if (!seen) {
            continue;
        }
        if (!entry.acknowledged) {
            entry.echoed = true;
        } else if (auto removed = remove(number); !removed) {
            return removed;
        }
    }
    return {};
}

Result<void> Outbox::settle(model::SpaceId space, qint64 cursor)
{
    for (const qint64 number : acknowledged(space, kUnknownVersion + 1, cursor)) {
        if (auto removed = remove(number); !removed) {
            return removed;
        }
    }
    return {};
}

Result<void> Outbox::boundUnknown(model::SpaceId space, qint64 version)
{
    for (const qint64 number : acknowledged(space, kUnknownVersion, kUnknownVersion)) {
        if (auto set = setAcknowledged(number, version); !set) {
            return set;
        }
    }
    return {};
}

Result<void> Outbox::reopen(model::SpaceId space, qint64 above)
{
    for (const qint64 number : acknowledged(space, above + 1, std::numeric_limits<qint64>::max())) {
        m_entries.at(number).echoed = false;
        if (auto set = setAcknowledged(number, std::nullopt); !set) {
            return set;
        }
    }
    return {};
}

} // namespace larder::replica
