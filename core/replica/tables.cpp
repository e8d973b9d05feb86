#include "core/replica/tables.h"

namespace larder::replica {

Tables::Tables(std::unique_ptr<storage::Database> opened)
    : database(std::move(opened))
    , meta(*database)
    , cursors(*database)
    , records(*database)
    , outbox(*database)
    , failures(*database)
    , conflicts(*database)
{
}

Result<void> Tables::load()
{
    if (auto done = meta.load(); !done) {
        return done;
    }
    if (auto done = cursors.load(); !done) {
        return done;
    }
    if (auto done = outbox.load(); !done) {
        return done;
    }
    if (auto done = failures.load(); !done) {
        return done;
    }
    return conflicts.load();
}

QueueState Tables::queueState() const
{
    return { outbox.queued(), failures.count(), failures.older(), conflicts.count(), outbox.purchases() };
}

void Effects::add(RowsChanged::How how, bool remote, model::Record row)
{
    if (rows.empty() || rows.back().how != how || rows.back().remote != remote) {
        rows.push_back({ how, {}, remote });
    }
    rows.back().rows.push_back(std::move(row));
}

} // namespace larder::replica
