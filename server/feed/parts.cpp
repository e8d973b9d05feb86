#include "server/feed/parts.h"

#include <algorithm>
#include <iterator>

namespace larder::server {

qint64 sizeInMemory(const model::Record &record)
{
    qint64 bytes = qint64(sizeof(model::Record) + record.registers.size() * sizeof(model::Register));
    for (const model::Register &reg : record.registers) {
        if (const auto *text = std::get_if<QString>(&reg.value)) {
            bytes += text->size() * qint64(sizeof(QChar));
        } else if (const auto *blob = std::get_if<QByteArray>(&reg.value)) {
            bytes += blob->size();
        }
    }
    return bytes;
}

void putMembersFirst(std::vector<model::Record> &rows)
{
    std::stable_partition(rows.begin(), rows.end(),
        [](const model::Record &row) { return row.key.kind == model::Kind::Member; });
}

void appendInParts(std::vector<FeedEvent> &events, Change change, PartSize size)
{
    auto rows = std::move(change.rows);
    change.rows = {};
    auto from = rows.begin();
    qint64 bytes = 0;
    for (auto at = from; at != rows.end(); ++at) {
        const qint64 more = sizeInMemory(*at);
        if (at != from && (at - from >= size.rows || bytes + more > size.bytes)) {
            Change part { change.space, change.version, change.part++, false, {} };
            part.rows.assign(std::make_move_iterator(from), std::make_move_iterator(at));
            events.emplace_back(std::move(part));
            from = at;
            bytes = 0;
        }
        bytes += more;
    }
    change.last = true;
    if (from == rows.begin()) {
        change.rows = std::move(rows);
    } else {
        change.rows.assign(std::make_move_iterator(from), std::make_move_iterator(rows.end()));
    }
    events.emplace_back(std::move(change));
}

} // namespace larder::server
