// Whether the replica's file was found damaged, and what became of it.
#pragma once

#include <QtCore/QString>

namespace larder::replica {

struct OpenReport {
    // Set when the file was damaged: it was renamed to this, and a new one begun. The queue was saved as far
    // as it could be read, and is in the new outbox.
    QString setAside;
    int savedWrites = 0;

    friend bool operator==(const OpenReport &, const OpenReport &) = default;
};

} // namespace larder::replica
