#include "core/replica/salvage.h"

#include "core/storage/sqlite_file.h"

#include <algorithm>

namespace larder::replica {

using namespace Qt::StringLiterals;

namespace {

// Rows are known by their shape: the schema may be what is damaged.
bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QString;
}

void takeMeta(Salvage &salvage, const QString &key, const QVariant &value)
{
    if (key == "user"_L1) {
        salvage.user = model::UserId::fromBytes(value.toByteArray()).value_or(salvage.user);
    } else if (key == "device"_L1) {
        salvage.device = model::DeviceId::fromBytes(value.toByteArray()).value_or(salvage.device);
    } else if (key == "clock_offset"_L1) {
        salvage.clockOffset = Micros(value.toLongLong());
    } else if (key == "last_stamp"_L1) {
        salvage.lastStamp = std::max(salvage.lastStamp, model::Stamp { value.toLongLong() });
    } else if (key == "older_failures"_L1) {
        salvage.failuresOlder = std::max(0, value.toInt());
    }
}

} // namespace

Salvage salvageFrom(const QString &path)
{
    Salvage salvage;
    std::vector<std::pair<qint64, Parcel>> queue;
    storage::forEachRow(path, [&](qint64 rowid, const QVariantList &columns) {
        if (columns.size() == 2 && isText(columns[0])) {
            takeMeta(salvage, columns[0].toString(), columns[1]);
            return;
        }
        if (auto conflict = conflictOf(columns)) {
            conflict->id = rowid;
            salvage.conflicts.push_back(std::move(*conflict));
            return;
        }
        if (columns.size() < 3 || columns[1].typeId() != QMetaType::QByteArray) {
            return;
        }
        auto parcel = unpack(columns[1].toByteArray());
        if (!parcel) {
            return;
        }
        if (columns.size() == 3 && columns[2].isNull()) {
            queue.emplace_back(rowid, std::move(*parcel));
        } else if (columns.size() == 5 && isText(columns[2])) {
            salvage.failures.push_back({ 0, std::move(parcel->write),
                codeFromWireName(columns[2].toString()).value_or(Code::Internal), columns[3].toString(),
                Micros(columns[4].toLongLong()) });
        }
    });
    std::stable_sort(
        queue.begin(), queue.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::sort(salvage.conflicts.begin(), salvage.conflicts.end(),
        [](const auto &a, const auto &b) { return a.id < b.id; });
    for (auto &[rowid, parcel] : queue) {
        for (const model::Register &reg : parcel.write.registers) {
            salvage.lastStamp = std::max(salvage.lastStamp, reg.stamp);
        }
        salvage.queue.push_back(std::move(parcel));
    }
    return salvage;
}

} // namespace larder::replica
