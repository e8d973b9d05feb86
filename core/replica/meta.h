// What the replica knows of itself: whose it is, which device this is, the server's epoch, the clock.
//
// All of it is read once; a value that is set goes to disk in the caller's transaction and is in memory at
// once, so after a rollback load() again. Replica thread.
#pragma once

#include "core/clock.h"
#include "core/model/record.h"
#include "core/storage/database.h"

#include <QtCore/QVariantHash>

namespace larder::replica {

class Meta {
public:
    explicit Meta(storage::Database &database);
    Q_DISABLE_COPY_MOVE(Meta)

    Result<void> load();

    model::UserId user() const;
    Result<void> setUser(model::UserId user);
    model::DeviceId device() const;
    Result<void> setDevice(model::DeviceId device);
    QString epoch() const;
    Result<void> setEpoch(const QString &epoch);
    // The server's time less the device's.
    Micros clockOffset() const;
    Result<void> setClockOffset(Micros offset);
    // The newest stamp that was made or seen here; a restarted clock goes on above it.
    model::Stamp lastStamp() const;
    Result<void> setLastStamp(model::Stamp stamp);
    // The field table that last wrote here; see RecordTable::moveWhatIsKnownNow().
    QString fieldTable() const;
    Result<void> setFieldTable(const QString &signature);

private:
    Result<void> put(const QString &key, const QVariant &value);

    storage::Database &m_database;
    QVariantHash m_values;
};

} // namespace larder::replica
