#include "core/replica/local_writes.h"

#include "core/model/merge.h"
#include "core/model/validate.h"

#include <algorithm>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

Result<const KindInfo *> checkRegisters(const protocol::Write &write)
{
    const KindInfo *info = findKind(write.key.kind);
    if (!info) {
        return Failure(Code::UnknownKind, u"kind %1"_s.arg(int(write.key.kind)));
    }
    if (info->writer == Writer::Server) {
        return Failure(Code::ServerAuthored, info->name);
    }
    if (write.registers.empty()) {
        return Failure(Code::InvalidValue, u"nothing is written"_s);
    }
    if (auto valid = validate(*info, write.registers); !valid) {
        return Failure(valid.error());
    }
    return info;
}

// The space of a write, made when the write is what makes it.
Result<void> checkSpace(Context &context, const protocol::Write &write)
{
    Cursors &cursors = context.tables.cursors;
    if (const Cursors::Entry *entry = cursors.find(write.key.space)) {
        if (!mayWrite(entry->grant.role)) {
            return Failure(Code::ReadOnly, u"the role in this space does not write"_s);
        }
        return {};
    }
    if (write.key.kind != Kind::List || write.key.id.value != write.key.space.value) {
        return Failure(Code::NotAMember, u"no such space"_s);
    }
    Cursors::Entry made;
    made.grant = { write.key.space, SpaceKind::List, Role::Owner, 0 };
    made.local = true;
    context.effects.spaces = true;
    return cursors.put(made);
}

} // namespace

Result<void> applyLocalWrite(Context &context, const LocalWrite &local)
{
    const auto info = checkRegisters(local.write);
    if (!info) {
        return Failure(info.error());
    }
    auto held = context.tables.records.find(local.write.key);
    if (!held) {
        return Failure(held.error());
    }
    Record record = std::move(*held).value_or(Record { local.write.key, {}, 0, {} });
    merge(record.registers, local.write.registers);
    if (auto complete = checkComplete(**info, record); !complete) {
        return complete;
    }
    if (auto space = checkSpace(context, local.write); !space) {
        return space;
    }
    if (auto put = context.tables.records.put(record); !put) {
        return put;
    }
    if (auto queued
        = context.tables.outbox.append({ local.write, local.clockOffset, Parcel::Origin::Written });
        !queued) {
        return queued;
    }
    for (const Register &reg : local.write.registers) {
        context.stamps.observe(reg.stamp);
    }
    context.effects.add(RowsChanged::How::Merge, false, std::move(record));
    return {};
}

} // namespace larder::replica
