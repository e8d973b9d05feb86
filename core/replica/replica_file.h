// Opens the replica's file, and replaces it when it is damaged.
//
// A damaged file is never repaired in place: what can be read of the queue is put into a new file beside it,
// the old one is renamed with the time in its name (with its -wal and -shm), and the new one takes its place.
// A crash in between is finished by the next open. Runs on the replica thread.
#pragma once

#include "core/replica/open_report.h"
#include "core/replica/tables.h"

namespace larder::replica {

// What outlives a damaged file.
struct Salvage {
    std::vector<Parcel> queue; // oldest first
    std::vector<protocol::SpaceGrant> grants; // as they were last told; none when only the file is left
    std::vector<RefusedWrite> failures;
    int failuresOlder = 0;
    std::vector<Conflict> conflicts; // oldest first
    model::UserId user;
    model::DeviceId device;
    Micros clockOffset {};
    model::Stamp lastStamp;
};

struct OpenedFile {
    std::unique_ptr<Tables> tables;
    OpenReport report;
};

Result<OpenedFile> openReplicaFile(const QString &path, const Clock &clock);
// For a file that is closed, and whose queue is known.
Result<OpenedFile> replaceReplicaFile(const QString &path, const Clock &clock, const Salvage &salvage);

} // namespace larder::replica
