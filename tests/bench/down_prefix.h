// As much of a server's message as a measuring client must know: its type, and of rows the space, versions
// and part. The rest of the bytes is not looked at, so that a thousand clients on one core measure the
// server.
#pragma once

#include "core/model/uuid.h"

#include <QtCore/QByteArrayView>

namespace larder::bench {

struct DownPrefix {
    QByteArrayView type; // empty: not a message of ours
    model::SpaceId space; // of rows
    qint64 to = 0; // of rows
    bool last = true; // of rows
    bool more = false; // of rows
    qint64 seq = -1; // of pushed
};

DownPrefix readPrefix(QByteArrayView message);

} // namespace larder::bench
