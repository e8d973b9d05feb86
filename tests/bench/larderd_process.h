// larderd as a real process, on ports and in a folder of its own, over PostgreSQL or its embedded store.
#pragma once

#include "core/storage/database.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace larder::bench {

class LarderdProcess {
public:
    // Returns when it is ready. `more` are further flags.
    explicit LarderdProcess(const storage::Options &database, const QStringList &more = {});
    ~LarderdProcess();
    Q_DISABLE_COPY_MOVE(LarderdProcess)

    quint16 httpPort() const { return m_httpPort; }
    quint16 syncPort() const { return m_syncPort; }
    double secondsToReady() const { return m_secondsToReady; }
    // What it holds in memory now: VmRSS, shared libraries included.
    qint64 residentKilobytes() const;
    qint64 pid() const { return m_process.processId(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_httpPort = 0;
    quint16 m_syncPort = 0;
    double m_secondsToReady = 0;
};

// The embedded store's file in a folder.
storage::Options sqliteIn(const QString &folder);

} // namespace larder::bench
