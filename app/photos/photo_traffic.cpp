#include "app/photos/photo_traffic.h"

#include "core/logging.h"

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr std::chrono::seconds kFirstPause = 5s;
static constexpr int kMostPauses = 7; // the longest is about ten minutes

// What no second try would change.
static bool isFinal(Code code)
{
    return code == Code::SpaceFull || code == Code::TooLarge || code == Code::Malformed
        || code == Code::InvalidValue || code == Code::ReadOnly;
}

PhotoTraffic::PhotoTraffic(sync::Session &session, const PhotoFiles &files, Timers &timers, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_files(files)
    , m_timers(timers)
    , m_rest(this)
{
    connect(&m_session, &sync::Session::refreshed, this, &PhotoTraffic::work);
    connect(&m_session, &sync::Session::accountChanged, this, [this](const auto &account) {
        if (!account) {
            m_refused.clear();
            m_later.clear();
            m_wanted.clear();
        }
    });
}

PhotoTraffic::~PhotoTraffic()
{
    m_timers.stop(m_pause);
}

QUrl PhotoTraffic::urlOf(const PhotoName &photo) const
{
    QUrl url = m_session.account()->server;
    url.setPath(url.path() + u"/api/lists/"_s + photo.space.toString() + u"/photos/"_s + photo.hash);
    return url;
}

void PhotoTraffic::setLive(bool live)
{
    if (std::exchange(m_live, live) != live && live) {
        m_later.clear();
        m_pauses = 0;
    }
    work();
}

void PhotoTraffic::work()
{
    if (m_live && !m_busy && m_session.account()) {
        m_busy = sendNext() || fetchNext();
    }
}

bool PhotoTraffic::sendNext()
{
    for (const PhotoName &photo : m_files.awaited()) {
        const Key key(photo.space, photo.hash);
        if (m_refused.contains(key) || m_later.contains(key)) {
            continue;
        }
        const auto bytes = m_files.read(photo.hash);
        if (!bytes) {
            qCWarning(lcApp) << "a photo that was to be sent is gone:" << bytes.error().detail;
            m_files.sent(photo);
            continue;
        }
        m_rest.putBytes(urlOf(photo), *bytes, "image/jpeg"_ba, m_session.accessToken(),
            [this, photo](const Result<QJsonObject> &answer) { takeSent(photo, answer); });
        return true;
    }
    return false;
}

void PhotoTraffic::takeSent(const PhotoName &photo, const Result<QJsonObject> &answer)
{
    m_busy = false;
    const Key key(photo.space, photo.hash);
    if (answer) {
        m_pauses = 0;
        m_files.sent(photo);
        Q_EMIT sent(photo);
    } else if (isFinal(answer.error().code)) {
        m_refused.insert(key);
        Q_EMIT refused(photo, answer.error().code);
    } else {
        // The list may not be there yet, the token may have ended, or the network.
        qCInfo(lcApp) << "a photo is sent later:" << wireName(answer.error().code);
        pause(key);
    }
    work();
}

void PhotoTraffic::fetch(const PhotoName &photo)
{
    if (PhotoFiles::isHash(photo.hash)) {
        m_wanted.emplace(photo.space, photo.hash);
        work();
    }
}

bool PhotoTraffic::fetchNext()
{
    std::erase_if(m_wanted, [this](const Key &key) { return m_files.has(key.second); });
    const auto next
        = std::ranges::find_if(m_wanted, [this](const Key &key) { return !m_later.contains(key); });
    if (next == m_wanted.end()) {
        return false;
    }
    const PhotoName photo { next->first, next->second };
    m_rest.getBytes(urlOf(photo), m_session.accessToken(), limits::kPhotoBytes,
        [this, photo](const Result<QByteArray> &answer) { takeFetched(photo, answer); });
    return true;
}

void PhotoTraffic::takeFetched(const PhotoName &photo, const Result<QByteArray> &answer)
{
    m_busy = false;
    const Key key(photo.space, photo.hash);
    const auto kept = answer ? m_files.keep(photo.hash, *answer) : Result<void>(Failure(answer.error()));
    if (kept) {
        m_pauses = 0;
        m_wanted.erase(key);
        Q_EMIT fetched(photo.hash);
    } else {
        qCInfo(lcApp) << "a photo did not come:" << wireName(kept.error().code) << kept.error().detail;
        pause(key);
    }
    work();
}

void PhotoTraffic::pause(const Key &key)
{
    m_later.insert(key);
    if (m_pause != 0) {
        return;
    }
    m_pause = m_timers.start(kFirstPause * (1 << std::min(m_pauses++, kMostPauses)), [this] {
        m_pause = 0;
        m_later.clear();
        work();
    });
}

} // namespace larder::app
