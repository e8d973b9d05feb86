// What was committed, in the order of commits: the gateway's only source of changes.
//
// A feed may lose its connection. It then says `interrupted`, and after `resumed` whatever happened in
// between is not told again: the gateway compares versions with the store and pulls what it missed. A space
// can also be interrupted and resumed at once: then rows changed that the feed could not name. Lives on the
// feed thread; signals are taken through queued connections.
#pragma once

#include "core/model/record.h"
#include "core/model/role.h"

#include <QtCore/QObject>

#include <memory>
#include <variant>
#include <vector>

namespace larder::server {

// Rows of one space that one transaction wrote, or a part of them, in order. `version` is the space's version
// after that transaction; `version - 1` was the one before.
struct Change {
    model::SpaceId space;
    qint64 version = 0;
    int part = 0;
    bool last = true;
    std::vector<model::Record> rows; // members among them, as records of Kind::Member; registers of unchanged
                                     // TOAST values are absent
};

// A space that was deleted in a transaction; only its id stays.
struct SpaceDeleted {
    model::SpaceId space;
};

// The rows of a transaction were too many to hold while they had to be held back, or could not be told: the
// space is at least at `version`, and readers catch up from the store. The member rows that were kept are
// there, because they decide who may read on; there may have been others.
struct Skipped {
    model::SpaceId space;
    qint64 version = 0;
    std::vector<model::Record> members = {};
};

using FeedEvent = std::variant<Change, SpaceDeleted, Skipped>;

class Feed : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Both on the feed thread. A feed is stopped before its thread ends, as by a connection to
    // QThread::finished.
    virtual void start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    // In commit order. Shared, because several threads read it; never changed after.
    void committed(const std::shared_ptr<const std::vector<larder::server::FeedEvent>> &events);
    // A message through the log (pg_logical_emit_message), to all nodes. "session " and an id: that session
    // ended, which accounts write with the prefix larder.session. Of the prefix larder the content as it is:
    // who writes one hears of it when everything before it was told.
    void heard(const QByteArray &message);
    void interrupted();
    void resumed();
};

} // namespace larder::server
