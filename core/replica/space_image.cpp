#include "core/replica/space_image.h"

#include "core/model/merge.h"

namespace larder::replica {

using namespace model;

const Record *SpaceImage::find(const RecordKey &key) const
{
    const auto kind = m_records.find(key.kind);
    if (kind == m_records.end()) {
        return nullptr;
    }
    const auto at = kind->second.find(key.id);
    return at == kind->second.end() ? nullptr : &at->second;
}

std::vector<const Record *> SpaceImage::of(Kind kind) const
{
    std::vector<const Record *> records;
    if (const auto at = m_records.find(kind); at != m_records.end()) {
        records.reserve(at->second.size());
        for (const auto &[id, record] : at->second) {
            records.push_back(&record);
        }
    }
    return records;
}

bool SpaceImage::merge(const Record &row)
{
    auto &records = m_records[row.key.kind];
    // Ids grow with time, so new rows mostly belong at the end.
    const auto size = records.size();
    const auto at = records.try_emplace(records.end(), row.key.id, row);
    if (records.size() != size) {
        return !row.registers.empty();
    }
    Record &held = at->second;
    if (row.version >= held.version) {
        held.version = row.version;
        held.author = row.author;
    }
    return model::merge(held.registers, row.registers).changed();
}

bool SpaceImage::replace(const Record &row, std::span<const Register> overlay)
{
    auto &records = m_records[row.key.kind];
    Record next = row;
    model::merge(next.registers, overlay);
    const auto at = records.find(row.key.id);
    if (next.registers.empty()) {
        return at != records.end() && (records.erase(at), true);
    }
    if (at == records.end()) {
        records.emplace(row.key.id, std::move(next));
        return true;
    }
    const bool changed = at->second.registers != next.registers;
    at->second = std::move(next);
    return changed;
}

bool SpaceImage::mergeRegisters(const RecordKey &key, std::span<const Register> registers)
{
    Record &record = m_records[key.kind].try_emplace(key.id, Record { key, {}, 0, {} }).first->second;
    return model::merge(record.registers, registers).changed();
}

bool SpaceImage::takeBack(const RecordKey &key, const Register &written, const Register *before)
{
    auto &records = m_records[key.kind];
    const auto at = records.find(key.id);
    const Register *stands = at == records.end() ? nullptr : at->second.find(written.field);
    if (!stands || *stands != written) {
        return false;
    }
    if (before) {
        at->second.set(before->field, before->value, before->stamp);
        return true;
    }
    std::erase_if(at->second.registers, [&](const Register &reg) { return reg.field == written.field; });
    if (at->second.registers.empty()) {
        records.erase(at);
    }
    return true;
}

} // namespace larder::replica
