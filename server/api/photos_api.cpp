#include "server/api/photos_api.h"

#include "server/api/lists_api.h"
#include "server/store/photos.h"

namespace larder::server {

using namespace Qt::StringLiterals;
using model::PhotoHash;

static_assert(limits::kPhotoBytes <= limits::kHttpBodyBytes);

static std::optional<PhotoKey> photoIn(const Request &request)
{
    const auto space = spaceIn(request);
    auto hash = PhotoHash::fromText(request.captured.value(1));
    return space && hash ? std::optional(PhotoKey { *space, std::move(*hash) }) : std::nullopt;
}

static Answer problem(int status, Code code, const QString &detail)
{
    return Answer::of(Problem { status, code, detail });
}

static Answer answerToPut(const Result<void> &kept)
{
    if (!kept && kept.error().code == Code::SpaceFull) {
        return problem(409, Code::SpaceFull,
            u"The list holds as many photos as it may. Take some away; what no item shows goes after 30 days."_s);
    }
    return kept ? Answer::nothing() : Answer::of(kept.error());
}

PhotosApi::PhotosApi(SpaceDoor &door, const Clock &clock)
    : m_door(door)
    , m_clock(clock)
{
}

void PhotosApi::addRoutes(Router &router)
{
    static constexpr const char *kPattern = "/api/lists/:list/photos/:hash";
    router.add(Method::Put, kPattern, Access::Account, [this](const Request &r) { return put(r); });
    router.add(Method::Get, kPattern, Access::Account, [this](const Request &r) { return get(r); });
}

Reply PhotosApi::put(const Request &request)
{
    const auto key = photoIn(request);
    if (!key) {
        return notFound();
    }
    if (request.body.size() > limits::kPhotoBytes) {
        return Answer::of(problemOf(Code::TooLarge));
    }
    const auto type = model::photoMediaType(request.body);
    if (!type) {
        return problem(415, Code::Malformed, u"Send a picture: JPEG, PNG or WebP."_s);
    }
    // Readers are many and a writer may be the only one: it should not wait for the hash.
    auto check = [key = *key, bytes = request.body](
                     Store &) -> Result<bool> { return PhotoHash::of(bytes) == key.hash; };
    auto keep = [key = *key, photo = Photo { *type, request.body }, author = request.user(),
                    now = m_clock.now()](Store &store) { return keepPhoto(store, author, key, photo, now); };
    return m_door.read(std::move(check))
        .then(&m_door.cache(),
            [this, keep = std::move(keep)](const Result<bool> &same) mutable {
                if (!same) {
                    return QtFuture::makeReadyFuture(Answer::of(same.error()));
                }
                if (!*same) {
                    return QtFuture::makeReadyFuture(problem(400, Code::InvalidValue,
                        u"The name is not the SHA-256 of the body. Send the photo again, whole."_s));
                }
                return m_door.writeBeside(std::move(keep)).then(answerToPut);
            })
        .unwrap();
}

Reply PhotosApi::get(const Request &request)
{
    const auto key = photoIn(request);
    if (!key) {
        return notFound();
    }
    const QByteArray tag = '"' + key->hash.bytes.toHex() + '"';
    const bool held = request.ifNoneMatch == "*" || request.ifNoneMatch.contains(tag);
    return m_door
        .read([key = *key, reader = request.user()](Store &store) { return findPhoto(store, reader, key); })
        .then([tag, held](const Result<Photo> &photo) {
            if (!photo) {
                return Answer::of(photo.error());
            }
            Answer answer { .body = photo->bytes, .contentType = photo->mediaType };
            answer.headers = { { "ETag", tag }, { "Cache-Control", "private, max-age=31536000, immutable" },
                { "Content-Disposition",
                    "attachment; filename=\"" + tag.mid(1, 12) + '.' + photo->mediaType.mid(6) + '"' } };
            if (held) {
                answer.status = 304;
                answer.body.clear();
                answer.contentType.clear();
            }
            return answer;
        });
}

} // namespace larder::server
