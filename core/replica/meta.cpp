#include "core/replica/meta.h"

#include "core/replica/statements.h"

#include <QtCore/QVariant>

namespace larder::replica {

using namespace Qt::StringLiterals;

Meta::Meta(storage::Database &database)
    : m_database(database)
{
}

Result<void> Meta::load()
{
    auto query = m_database.cached(sql::kMeta);
    if (!query) {
        return Failure(query.error());
    }
    QVariantHash values;
    const auto read = storage::forEach(**query, [&](const QSqlQuery &row) -> Result<void> {
        values.insert(row.value(0).toString(), row.value(1));
        return {};
    });
    if (read) {
        m_values = std::move(values);
    }
    return read;
}

Result<void> Meta::put(const QString &key, const QVariant &value)
{
    auto query = m_database.cached(sql::kPutMeta);
    if (!query) {
        return Failure(query.error());
    }
    (*query)->bindValue(0, key);
    (*query)->bindValue(1, value);
    if (auto done = storage::run(**query); !done) {
        return done;
    }
    m_values.insert(key, value);
    return {};
}

model::UserId Meta::user() const
{
    return model::UserId::fromBytes(m_values.value(u"user"_s).toByteArray()).value_or(model::UserId {});
}

Result<void> Meta::setUser(model::UserId user)
{
    return put(u"user"_s, user.isNull() ? QVariant() : user.toBytes());
}

model::DeviceId Meta::device() const
{
    return model::DeviceId::fromBytes(m_values.value(u"device"_s).toByteArray()).value_or(model::DeviceId {});
}

Result<void> Meta::setDevice(model::DeviceId device)
{
    return put(u"device"_s, device.toBytes());
}

QString Meta::epoch() const
{
    return m_values.value(u"epoch"_s).toString();
}

Result<void> Meta::setEpoch(const QString &epoch)
{
    return put(u"epoch"_s, epoch);
}

Micros Meta::clockOffset() const
{
    return Micros(m_values.value(u"clock_offset"_s).toLongLong());
}

Result<void> Meta::setClockOffset(Micros offset)
{
    return put(u"clock_offset"_s, qint64(offset.count()));
}

model::Stamp Meta::lastStamp() const
{
    return model::Stamp { m_values.value(u"last_stamp"_s).toLongLong() };
}

Result<void> Meta::setLastStamp(model::Stamp stamp)
{
    return put(u"last_stamp"_s, stamp.micros);
}

QString Meta::fieldTable() const
{
    return m_values.value(u"field_table"_s).toString();
}

Result<void> Meta::setFieldTable(const QString &signature)
{
    return put(u"field_table"_s, signature);
}

} // namespace larder::replica
