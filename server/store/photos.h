// The photos that items show, each in the space of its items under the SHA-256 of its bytes.
//
// A photo is never changed, so one that is there already is not written again. It goes with its space, or
// when no living item of the space has shown it for kUnusedPhotoLife: not at once, because a deletion may be
// undone, and the item that names it may still be on its way. Its bytes are not looked at here: whoever calls
// has checked them. On a thread of the pool.
#pragma once

#include "core/limits.h"
#include "core/model/photo.h"
#include "server/store/store.h"

namespace larder::server {

struct PhotoKey {
    model::SpaceId space;
    model::PhotoHash hash;
};

struct Photo {
    QByteArray mediaType;
    QByteArray bytes;

    friend bool operator==(const Photo &, const Photo &) = default;
};

struct PhotoBounds {
    int count = limits::kPhotosPerSpace;
    qint64 bytes = limits::kPhotoBytesPerSpace;
};

// NotAMember, ReadOnly, or SpaceFull.
Result<void> keepPhoto(Store &store, model::UserId author, const PhotoKey &key, const Photo &photo,
    Micros now, const PhotoBounds &bounds = {});
// NotFound as well when it is not theirs to see.
Result<Photo> findPhoto(Store &store, model::UserId reader, const PhotoKey &key);

// One turn of the purge, over the next kPurgeRows after a key.
struct PhotoPurge {
    int gone = 0;
    std::optional<PhotoKey> next;
};
Result<PhotoPurge> purgePhotos(Store &store, Micros now, const PhotoKey &after);

} // namespace larder::server
