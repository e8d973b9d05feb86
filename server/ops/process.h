// What a server asks of its process and the system below: files that only its user can read, to be the only
// one with its database, enough file descriptors, how much memory it takes, and to be told when it shall
// stop.
#pragma once

#include "core/result.h"

#include <QtCore/QObject>

#include <memory>

class QFile;
class QSocketNotifier;

namespace larder::server {

// What this process makes is readable by its own user alone: the database file holds password hashes.
void keepFilesPrivate();
// Holds the file `path`, which it makes, until the file is closed or this process ends in whatever way.
// Configuration when another process holds it, or it can't be made.
Result<std::unique_ptr<QFile>> holdAlone(const QString &path);
// As many as the system lets us have: each client is one. Gives the number.
qint64 raiseFileLimit();
// Of this process now, in memory. 0 where the system does not say.
qint64 residentBytes();

// Turns SIGTERM and SIGINT into a Qt signal. Lives on the main thread; there is one, because a process has
// one handler per signal. A second signal ends the process at once.
class StopSignals : public QObject {
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;

Q_SIGNALS:
    void stopAsked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace larder::server
