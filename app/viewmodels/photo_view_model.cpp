#include "app/viewmodels/photo_view_model.h"

#include "app/photos/photo_maker.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/item_view_model.h"
#include "app/viewmodels/list_view_model.h"
#include "core/limits.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace larder::app {

using model::Kind;
using model::Record;

PhotoViewModel::PhotoViewModel(ItemViewModel &item, ListViewModel &list, replica::ReplicaClient &replica,
    UndoStack &undo, const PhotoFiles &files, QObject *parent)
    : QObject(parent)
    , m_item(item)
    , m_list(list)
    , m_replica(replica)
    , m_undo(undo)
    , m_files(files)
{
    using replica::ReplicaClient;
    connect(&m_item, &ItemViewModel::itemChanged, this, &PhotoViewModel::onItemChanged);
    connect(&m_item, &ItemViewModel::changed, this, &PhotoViewModel::changed);
    connect(&m_making, &QFutureWatcher<Made>::finished, this, &PhotoViewModel::takeMade);
    connect(&m_replica, &ReplicaClient::rowsChanged, this,
        [this](model::SpaceId space, Kind kind, const std::vector<model::RecordId> &ids, bool remote) {
            if (kind == Kind::Item) {
                onRowsChanged(space, ids, remote);
            }
        });
    connect(&m_list, &ListViewModel::loadedChanged, this, [this] {
        for (const Record *each : m_list.items()) {
            wish(*each);
        }
    });
}

PhotoViewModel::~PhotoViewModel()
{
    m_making.waitForFinished();
}

QString PhotoViewModel::photo() const
{
    const Record *item = m_item.isShown() ? m_replica.record(m_item.key()) : nullptr;
    return item ? item->text(model::item::kPhoto) : QString();
}

bool PhotoViewModel::isWrong() const
{
    return !m_wrong.isEmpty() || m_refused.contains({ m_list.space(), photo() });
}

QString PhotoViewModel::sentence() const
{
    if (!m_wrong.isEmpty()) {
        return m_wrong;
    }
    const QString hash = photo();
    if (isBusy()) {
        return tr("The picture is being made smaller…");
    }
    if (hash.isEmpty()) {
        return {};
    }
    if (const auto refused = m_refused.find({ m_list.space(), hash }); refused != m_refused.end()) {
        return refused->second == Code::SpaceFull
            ? tr("The server has no room for more photos of this list. It stays on this device.")
            : tr("The server did not take this photo. It stays on this device.");
    }
    if (!m_files.has(hash)) {
        return tr("This photo has not reached this device yet.");
    }
    const auto awaited = m_files.awaited();
    return std::ranges::find(awaited, PhotoName { m_list.space(), hash }) == awaited.end()
        ? QString()
        : tr("Kept here; others see it once it is sent.");
}

// ---- a picture for the open item

void PhotoViewModel::choose()
{
    m_for = m_item.key();
    Q_EMIT fileAsked();
}

void PhotoViewModel::takeFile(const QString &path)
{
    make([path] { return makePhoto(path); });
}

void PhotoViewModel::takeUrl(const QUrl &url)
{
    m_for = m_item.key();
    if (!url.isLocalFile()) {
        refuse(tr("Only pictures on this device can be taken. Save it here first."));
        return;
    }
    takeFile(url.toLocalFile());
}

void PhotoViewModel::paste()
{
    m_for = m_item.key();
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied && copied->hasImage()) {
        make([image = qvariant_cast<QImage>(copied->imageData())] { return makePhoto(image); });
    } else if (copied && copied->hasUrls() && copied->urls().front().isLocalFile()) {
        takeFile(copied->urls().front().toLocalFile());
    } else {
        refuse(tr("There is no picture on the clipboard. Copy one somewhere else first."));
    }
}

void PhotoViewModel::tellNoDialog()
{
    refuse(tr("This system has no window to choose a file with. Drop the picture here, or paste it."));
}

void PhotoViewModel::remove()
{
    write(m_item.key(), {});
}

void PhotoViewModel::refuse(const QString &sentence)
{
    m_wrong = sentence;
    Q_EMIT changed();
}

void PhotoViewModel::make(std::function<Result<QByteArray>()> picture)
{
    if (isBusy()) {
        return;
    }
    m_wrong.clear();
    m_making.setFuture(
        QtConcurrent::run([picture = std::move(picture), files = m_files, space = m_for.space]() -> Made {
            const Result<QByteArray> bytes = picture();
            if (!bytes) {
                return { bytes.error(), {} };
            }
            const QString hash = PhotoFiles::hashOf(*bytes);
            auto kept = files.keep(hash, *bytes);
            if (kept) {
                kept = files.await({ space, hash });
            }
            return kept ? Made { {}, hash } : Made { kept.error(), {} };
        }));
    Q_EMIT changed();
}

void PhotoViewModel::takeMade()
{
    const Made made = m_making.result();
    if (!made.stopped) {
        m_marked.emplace(m_for.space, made.hash);
        if (write(m_for, made.hash)) {
            Q_EMIT sendAsked();
        } else {
            m_files.sent({ m_for.space, made.hash });
        }
        Q_EMIT changed();
        return;
    }
    switch (made.stopped->code) {
    case Code::TooLarge:
        refuse(tr("This picture is too large. Choose one of at most 120 megapixels and 64 MB."));
        break;
    case Code::Storage:
        refuse(tr("This picture can't be read, or this device's disk is full."));
        break;
    default:
        refuse(tr("This is no picture that Larder can read. Choose a JPEG, PNG or GIF."));
        break;
    }
}

bool PhotoViewModel::write(const model::RecordKey &key, const model::Value &photo)
{
    const Record *item = m_replica.record(key);
    if (!item || item->isDeleted() || item->value(model::item::kPhoto) == photo) {
        return false;
    }
    const QString name = item->text(model::item::kName);
    auto changes = m_list.writes().edit(key, { { model::item::kPhoto, photo } });
    if (!changes) {
        refuse(errorSentence(changes.error().code));
        return false;
    }
    m_undo.push({ UndoStep::Kind::Edited, name, std::move(*changes) });
    return true;
}

void PhotoViewModel::onItemChanged()
{
    m_wrong.clear();
    if (const Record *item = m_item.isShown() ? m_replica.record(m_item.key()) : nullptr) {
        wish(*item);
    }
    Q_EMIT changed();
}

// ---- on their way

void PhotoViewModel::wish(const Record &item)
{
    const QString hash = item.text(model::item::kPhoto);
    if (!hash.isEmpty() && !item.isDeleted() && !m_files.has(hash)) {
        Q_EMIT fetchAsked({ item.key.space, hash });
    }
}

void PhotoViewModel::onRowsChanged(model::SpaceId space, const std::vector<model::RecordId> &ids, bool remote)
{
    for (const model::RecordId &id : ids) {
        const Record *item = m_replica.record({ space, Kind::Item, id });
        const QString hash = item && !item->isDeleted() ? item->text(model::item::kPhoto) : QString();
        if (hash.isEmpty()) {
            continue;
        }
        if (space == m_list.space()) {
            wish(*item);
        }
        // The server has the photo in the list that the item was copied from.
        if (!remote && item->version == 0 && m_files.has(hash) && m_marked.emplace(space, hash).second) {
            if (const auto marked = m_files.await({ space, hash }); !marked) {
                m_undo.say(errorSentence(marked.error().code));
            }
            Q_EMIT sendAsked();
        }
    }
}

void PhotoViewModel::noteSent(const PhotoName &photo)
{
    m_refused.erase({ photo.space, photo.hash });
    Q_EMIT changed();
}

void PhotoViewModel::noteRefused(const PhotoName &photo, Code code)
{
    m_refused[{ photo.space, photo.hash }] = code;
    Q_EMIT changed();
}

void PhotoViewModel::noteFetched(const QString &)
{
    ++m_arrived;
    Q_EMIT arrivedChanged();
    Q_EMIT changed();
}

void PhotoViewModel::forget()
{
    m_files.clear();
    m_refused.clear();
    m_marked.clear();
    Q_EMIT changed();
}

} // namespace larder::app
