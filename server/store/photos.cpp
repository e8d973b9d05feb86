#include "server/store/photos.h"

#include "core/model/role.h"
#include "server/store/dialect.h"
#include "server/store/statements.h"

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Role;

namespace {

// What a space holds already.
struct Held {
    Role role = Role::None;
    qint64 count = 0;
    qint64 bytes = 0;
    bool known = false;
};

// The space is locked, so that two at once can't both find room for one.
std::vector<Call> lookAt(const PhotoKey &key, model::UserId author, Held &held)
{
    const model::Uuid space = key.space.value;
    return {
        { .statement = &sql::kLockSpaces, .rows = { { space } } },
        { .statement = &sql::kRoles,
            .rows = { { space, author.value } },
            .each =
                [&held](const RowReader &row) {
                    held.role = Role(row.integer(2));
                    return true;
                } },
        { .statement = &sql::kPhotoSizes,
            .rows = { { space, key.hash.bytes, space } },
            .each =
                [&held](const RowReader &row) {
                    held.count = row.integer(0);
                    held.bytes = row.integer(1);
                    held.known = row.truth(2);
                    return true;
                } },
    };
}

} // namespace

Result<void> keepPhoto(Store &store, model::UserId author, const PhotoKey &key, const Photo &photo,
    Micros now, const PhotoBounds &bounds)
{
    Held held;
    WriteTransaction transaction(store.dialect());
    if (auto begun = transaction.begin(lookAt(key, author, held)); !begun) {
        return begun;
    }
    if (!model::mayWrite(held.role)) {
        return Failure(held.role == Role::None ? Code::NotAMember : Code::ReadOnly);
    }
    if (held.known) {
        // The time that it may lie unused begins anew: whoever brought it means to show it.
        return transaction.commit({ { .statement = &sql::kMarkPhoto,
            .rows = { { model::Null {}, key.space.value, key.hash.bytes } } } });
    }
    if (held.count >= bounds.count || held.bytes + photo.bytes.size() > bounds.bytes) {
        return Failure(Code::SpaceFull, u"%1 photos of %2 bytes"_s.arg(held.count).arg(held.bytes));
    }
    return transaction.commit({ { .statement = &sql::kInsertPhoto,
        .rows = { { key.space.value, key.hash.bytes, QString::fromLatin1(photo.mediaType),
            qint64(photo.bytes.size()), author.value, qint64(now.count()), photo.bytes } } } });
}

Result<Photo> findPhoto(Store &store, model::UserId reader, const PhotoKey &key)
{
    std::optional<Photo> found;
    auto read = store.dialect().run(
        sql::kPhoto, { key.space.value, key.hash.bytes, reader.value }, [&found](const RowReader &row) {
            found = Photo { row.text(0).toLatin1(), row.bytes(1) };
            return true;
        });
    if (!read) {
        return Failure(read.error());
    }
    return found ? Result<Photo>(std::move(*found)) : Failure(Code::NotFound);
}

Result<PhotoPurge> purgePhotos(Store &store, Micros now, const PhotoKey &after)
{
    PhotoPurge turn;
    std::vector<Call> changes;
    int seen = 0;
    const qint64 before = (now - limits::kUnusedPhotoLife).count();
    const auto mark = [&changes](const PhotoKey &key, Cell unused) {
        changes.push_back({ .statement = &sql::kMarkPhoto,
            .rows = { { std::move(unused), key.space.value, key.hash.bytes } } });
    };
    const auto look = [&](const RowReader &row) {
        const PhotoKey key { { row.id(0) }, { row.bytes(1) } };
        const bool shown = row.truth(3);
        if (shown != row.isNull(2)) {
            mark(key, shown ? Cell(model::Null {}) : Cell(qint64(now.count())));
        } else if (!shown && row.integer(2) < before) {
            changes.push_back({ .statement = &sql::kForgetPhoto,
                .rows = { { key.space.value, key.hash.bytes, row.integer(2) } },
                .each = [&turn](const RowReader &) {
                    ++turn.gone;
                    return true;
                } });
        }
        ++seen;
        turn.next = key;
        return true;
    };
    const QByteArray from = after.hash.bytes.isNull() ? QByteArray("") : after.hash.bytes;
    auto read = store.dialect().run(
        sql::kPhotosAfter, { after.space.value, from, qint64(limits::kPurgeRows) }, look);
    if (!read) {
        return Failure(read.error());
    }
    if (seen < limits::kPurgeRows) {
        turn.next.reset();
    }
    if (!changes.empty()) {
        WriteTransaction transaction(store.dialect());
        if (auto begun = transaction.begin(std::move(changes)); !begun) {
            return Failure(begun.error());
        }
        if (auto done = transaction.commit({}); !done) {
            return Failure(done.error());
        }
    }
    return turn;
}

} // namespace larder::server
