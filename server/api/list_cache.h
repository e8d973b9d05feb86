// Lists as they go out over REST, encoded once and sent until something in them changes.
//
// An entry is what one version of a list looked like and who might see it then. Whatever moves the version
// (an item, a member, anybody's psql) comes by the feed and drops the entry; a push through this node drops
// it before its answer is out, so that whoever wrote reads what they wrote. While the feed is interrupted
// nothing is kept, because nothing would drop it. What was read before a change was heard of is never kept
// after it: see Reading. Bounded in bytes; the entry unused for longest goes first. Lives on the main thread.
#pragma once

#include "core/clock.h"
#include "core/limits.h"
#include "core/model/role.h"
#include "server/feed/feed.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace larder::server {

struct EncodedList {
    qint64 version = 0;
    QHash<model::UserId, model::Role> roles;
    QByteArray list; // a JSON object without its closing brace: the reader's role is added
    QByteArray items; // {"version": …, "items": […]}
    QByteArray itemsTag; // an ETag

    model::Role roleOf(model::UserId user) const { return roles.value(user, model::Role::None); }
    qint64 bytes() const { return list.size() + items.size() + itemsTag.size() + roles.size() * 64 + 256; }
};

class ListCache final : public QObject {
    Q_OBJECT

public:
    explicit ListCache(qint64 bytesMax = limits::kListCacheBytes);

    // Stays good until the next call.
    const EncodedList *find(model::SpaceId space);

    // A reading that has begun: what was heard since decides whether its outcome may be kept.
    using Reading = quint64;
    Reading beginReading(model::SpaceId space);
    void endReading(Reading reading, model::SpaceId space, const EncodedList *outcome);

    // The space is at least at this version, or is gone.
    void moved(model::SpaceId space, qint64 version);

    // The feed's.
    void committed(const std::shared_ptr<const std::vector<FeedEvent>> &events);
    void interrupted();
    void resumed();

    qint64 bytes() const { return m_bytes; }
    qsizetype entries() const { return m_entries.size(); }

private:
    struct Entry {
        EncodedList list;
        quint64 used = 0; // grows with each use
    };
    struct Open {
        int readings = 0;
        qint64 heard = 0; // the newest version heard of since the first of them began
    };

    void drop(QHash<model::SpaceId, Entry>::iterator entry);
    void makeRoom();

    const qint64 m_bytesMax;
    QHash<model::SpaceId, Entry> m_entries;
    QHash<model::SpaceId, Open> m_open;
    qint64 m_bytes = 0;
    quint64 m_uses = 0;
    quint64 m_epoch = 1; // moves with every interruption
    bool m_listening = false;
};

} // namespace larder::server
